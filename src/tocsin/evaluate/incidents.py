"""Which reports of a corpus we take for one incident's, beside the incident that each is known to tell of."""

import csv
from collections.abc import Mapping
from pathlib import Path

from tocsin.evaluate.figures import grouped
from tocsin.evaluate.report_groups import Corpus
from tocsin.reconcile.account import Account

Grouping = Mapping[str, str]
"""The group of each report, by the corpus' ids of reports; a group goes by its first report."""


def known_groups(corpus: Corpus) -> Grouping:
    """Return the incident of each report."""
    return {row.id: row.incident for row in corpus.rows}


def own_groups(corpus: Corpus, accounts: Mapping[str, Account]) -> Grouping:
    """Return the group that we put each report in; the same report twice is in one."""
    name: dict[str, str] = {}
    for row in corpus.rows:
        name.setdefault(accounts[row.id].report.id, row.id)
    of = {account.report.id: name[group[0].report.id] for group in grouped(accounts.values()) for account in group}
    return {row.id: of[accounts[row.id].report.id] for row in corpus.rows}


def write_groups(path: Path, groups: Grouping) -> None:
    """Write the groups as CSV: report_id, cluster."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["report_id", "cluster"])
        table.writerows(groups.items())
