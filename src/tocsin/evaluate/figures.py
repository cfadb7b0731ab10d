"""How often an incident's published killed and injured are exactly those that are known of it."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tocsin.errors import InputError
from tocsin.evaluate.report_groups import Corpus, Known
from tocsin.model import Report
from tocsin.reconcile.account import Account, order
from tocsin.reconcile.batch import cluster
from tocsin.reconcile.figures import figure_ledger
from tocsin.reconcile.profile import profile
from tocsin.reconcile.voices import voices

Toll = tuple[int, int]
"""Killed and injured; who no report tells of counts as none."""


@dataclass(frozen=True, slots=True)
class FigureScores:
    """Shares of incidents whose killed, injured and both are exact, of so many incidents."""

    incidents: int
    killed: float
    injured: float
    both: float


def read_accounts(
    corpus: Corpus, read: Callable[[Report], Account], progress: Callable[[int, int], None] = lambda _, __: None
) -> dict[str, Account]:
    """Return the account that stands for each report, by the row's id; equal reports are read once."""
    found: dict[str, Account] = {}
    by_report: dict[str, Account] = {}
    for number, row in enumerate(corpus.rows, 1):
        if row.report.id not in by_report:
            by_report[row.report.id] = read(row.report)
        found[row.id] = by_report[row.report.id]
        progress(number, len(corpus.rows))
    return found


def known_figures(corpus: Corpus) -> dict[str, Known]:
    """Return the known incidents that reports tell of and whose figures are known; InputError where there are none."""
    named = {row.incident for row in corpus.rows}
    found = {
        name: known
        for name, known in corpus.known.items()
        if name in named and known.killed is not None and known.injured is not None
    }
    if not found:
        raise InputError(
            f"{corpus.folder} says of no incident how many were killed and injured",
            advice="put incidents.json with num_killed and num_injured by incident beside the reports",
        )
    return found


def on_gold(corpus: Corpus, accounts: Mapping[str, Account]) -> dict[str, Toll]:
    """Return the published toll of each incident, made of all its reports."""
    return {name: _toll([accounts[row.id] for row in rows]) for name, rows in corpus.by_incident().items()}


def on_own(corpus: Corpus, accounts: Mapping[str, Account]) -> dict[str, Toll]:
    """Return for each incident the toll of our own group that holds most of its reports, the largest share first."""
    of: dict[str, tuple[Account, ...]] = {
        account.mention.id: group for group in grouped(accounts.values()) for account in group
    }
    found = {}
    for name, rows in corpus.by_incident().items():
        found[name] = _toll(_most([of[accounts[row.id].mention.id] for row in rows]))
    return found


def _most(held: Sequence[tuple[Account, ...]]) -> tuple[Account, ...]:
    """Return the group that holds most of the reports, of several the one with the fewest others."""
    names = [group[0].mention.id for group in held]
    return min(held, key=lambda group: (-names.count(group[0].mention.id), len(group), group[0].mention.id))


def grouped(accounts: Iterable[Account]) -> tuple[tuple[Account, ...], ...]:
    """Return the accounts, whose reports have their bodies, in our own groups, one incident each."""
    return cluster([(account, profile(account.mention, account.report)) for account in accounts])


def _toll(accounts: Iterable[Account]) -> Toll:
    members = sorted({account.mention.id: account for account in accounts}.values(), key=order)
    heard = voices(members, {})
    killed, injured = (figure_ledger(members, heard, figure).best for figure in ("killed", "injured"))
    return killed or 0, injured or 0


def score_figures(known: Mapping[str, Known], tolls: Mapping[str, Toll]) -> FigureScores:
    """Return how many of the known incidents have their exact toll."""
    hits = [(tolls[name][0] == each.killed, tolls[name][1] == each.injured) for name, each in known.items()]
    count = len(hits)
    return FigureScores(
        incidents=count,
        killed=round(sum(killed for killed, _ in hits) / count, 4),
        injured=round(sum(injured for _, injured in hits) / count, 4),
        both=round(sum(killed and injured for killed, injured in hits) / count, 4),
    )


def write_tolls(path: Path, tolls: Mapping[str, Toll]) -> None:
    """Write the tolls as CSV: incident, killed, injured."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["incident", "killed", "injured"])
        table.writerows([name, *toll] for name, toll in tolls.items())
