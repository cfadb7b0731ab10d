"""Floors of finding and placing names: a change that lowers one must say so here, in docs/quality.md and its commit.

The shipped weights learnt from these very texts, so the floors only say that nothing broke; what is reached on others
is in docs/quality.md.
"""

from functools import cache
from pathlib import Path

import pytest

from tocsin.evaluate.toponym_answers import Annotator, answer
from tocsin.evaluate.toponyms import GoldText, errors, read_gold, recognition
from tocsin.ontology.actors import load_registry
from tocsin.resolve.gazetteer import open_gazetteer
from tocsin.resolve.toponyms import Toponyms, group_names
from tocsin.settings import load

NAMES = {"LGL": 0.82, "TR-News": 0.88}
PLACES = {"LGL": 0.85, "TR-News": 0.89}
EVERY = {"LGL": 6, "TR-News": 2}


@pytest.fixture(scope="module")
def finder() -> Toponyms:
    return Toponyms(open_gazetteer(load().gazetteer_path), group_names(load_registry()))


@cache
def annotator() -> Annotator:
    return Annotator()


def some(shared: Path, name: str) -> list[GoldText]:
    return list(read_gold(shared / "data" / "geo" / f"{name}.jsonl"))[:: EVERY[name]]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_found(finder: Toponyms, shared: Path, name: str) -> None:
    answers = answer(finder, some(shared, name), annotator().names, gold_mentions=False)
    assert recognition(answers, peoples=True).f1 >= NAMES[name]


@pytest.mark.parametrize("name", PLACES)
def test_names_are_placed(finder: Toponyms, shared: Path, name: str) -> None:
    answers = answer(finder, some(shared, name), annotator().names, gold_mentions=True)
    assert errors(answers).accuracy >= PLACES[name]
