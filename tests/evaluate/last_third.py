"""A sample of the last third in time of the reports by incident, which nothing was learnt from or tuned on."""

from pathlib import Path

import pytest

from tocsin.evaluate.figures import read_accounts
from tocsin.evaluate.report_groups import Corpus, load_corpus, principal
from tocsin.pipeline.reading import build_reader
from tocsin.reconcile.account import Account
from tocsin.settings import load


def sample(shared: Path, every: int) -> tuple[Corpus, dict[str, Account]]:
    """Return one incident of so many, and what stands for each of its reports; skip where there are none."""
    folder = shared / "data" / "gva"
    if not folder.is_dir():
        pytest.skip("needs ../shared/data/gva, reports by incident, which aren't part of the project")
    whole = load_corpus(folder).part(2, 3)
    names = set(list(whole.by_incident())[::every])
    part = Corpus(folder, tuple(row for row in whole.rows if row.incident in names), whole.known)
    reader = build_reader(load())
    return part, read_accounts(part, lambda report: principal(report, reader))
