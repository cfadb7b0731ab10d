"""Floors of the published tolls: a change that lowers one must say so here, in docs/quality.md and its commit."""

from pathlib import Path

import pytest
from tests.evaluate.last_third import sample

from tocsin.evaluate.figures import FigureScores, known_figures, on_gold, score_figures

EVERY = 16
FLOORS = {"killed": 0.80, "injured": 0.70, "both": 0.60}


@pytest.fixture(scope="module")
def scores(shared: Path) -> FigureScores:
    corpus, accounts = sample(shared, EVERY)
    return score_figures(known_figures(corpus), on_gold(corpus, accounts))


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_published_tolls_hold_their_floor(figure: str, scores: FigureScores) -> None:
    assert getattr(scores, figure) >= FLOORS[figure]
