"""Floors of the groups: a change that lowers one must say so here, in docs/quality.md and its commit."""

from pathlib import Path

from tests.evaluate.last_third import sample

from tocsin.evaluate.incidents import known_groups, own_groups
from tocsin.evaluate.reconciling import b_cubed

EVERY = 6
F1, PRECISION = 0.93, 0.93


def test_groups_hold_their_floor(shared: Path) -> None:
    corpus, accounts = sample(shared, EVERY)
    grade = b_cubed(known_groups(corpus), own_groups(corpus, accounts))
    assert grade.precision >= PRECISION
    assert grade.f1 >= F1
