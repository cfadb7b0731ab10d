"""Floors of the tolls that are published: a change that lowers one must say so here, in docs/quality.md and its commit.

Measured on a sample of the last third in time, which no rule was written against and no weight learnt from.
"""

from pathlib import Path

import pytest

from tocsin.evaluate.figures import FigureScores, known_figures, on_gold, read_accounts, score_figures
from tocsin.evaluate.report_groups import Corpus, load_corpus, principal
from tocsin.pipeline.reading import build_reader
from tocsin.settings import load

EVERY = 16
FLOORS = {"killed": 0.80, "injured": 0.70, "both": 0.60}


@pytest.fixture(scope="module")
def scores(shared: Path) -> FigureScores:
    folder = shared / "data" / "gva"
    if not folder.is_dir():
        pytest.skip("needs ../shared/data/gva, reports with known tolls, which aren't part of the project")
    whole = load_corpus(folder).part(2, 3)
    names = set(list(whole.by_incident())[::EVERY])
    sample = Corpus(folder, tuple(row for row in whole.rows if row.incident in names), whole.known)
    reader = build_reader(load())
    accounts = read_accounts(sample, lambda report: principal(report, reader))
    return score_figures(known_figures(sample), on_gold(sample, accounts))


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_published_tolls_hold_their_floor(figure: str, scores: FigureScores) -> None:
    assert getattr(scores, figure) >= FLOORS[figure]
