"""Counts against their gold: what is compared, and the floors that the project's own gold set holds."""

import json
from pathlib import Path

import pytest

from tocsin.errors import FormatError
from tocsin.evaluate.quantities import (
    Count,
    GoldText,
    QuantityScores,
    answer,
    by_part,
    figures,
    lines,
    read_gold,
    score,
)
from tocsin.resolve.quantities import Quantities

FLOORS = {"f1": 0.95, "value": 0.95, "both": 0.95}
TEXT = GoldText("a", "held-out", "At least five of 12 fell.", (Count(0, 13, 5, None), Count(17, 19, 12, 12)))


@pytest.fixture(scope="module")
def own(root: Path) -> dict[str, QuantityScores]:
    finder = Quantities()
    return by_part([(gold, answer(gold, finder.find)) for gold in read_gold(root / "tests/gold/quantities.jsonl")])


@pytest.mark.parametrize("part", ["development", "held-out"])
@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_the_gold_set_holds_its_floors(own: dict[str, QuantityScores], part: str, figure: str) -> None:
    assert figures(own[part])[figure] >= FLOORS[figure]


def test_the_gold_set_keeps_its_size_and_split(own: dict[str, QuantityScores]) -> None:
    assert own["all"].gold >= 250
    assert own["development"].gold == pytest.approx(2 * own["held-out"].gold, rel=0.1)


def test_the_finder_answers_in_the_places_of_the_text() -> None:
    assert answer(TEXT, Quantities().find) == TEXT.counts


def test_words_and_bounds_are_scored_apart() -> None:
    answers = [Count(0, 13, 6, None), Count(14, 16, 2, 2), Count(17, 19, 12, 12, approximate=True)]
    scores = score([(TEXT, answers)])
    assert scores == QuantityScores(gold=2, given=3, found=2, valued=1, alike=1)
    assert (scores.precision, scores.recall, scores.f1) == (0.6667, 1.0, 0.8)
    assert (scores.value, scores.approximate, scores.both) == (0.5, 0.5, 0.4)


def test_no_answers_score_nought() -> None:
    assert figures(score([])) == dict.fromkeys(figures(QuantityScores()), 0)


def test_the_answers_are_written_in_the_format_of_the_gold(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    path.write_text("".join(lines([(TEXT, TEXT.counts)])), encoding="utf-8")
    assert read_gold(path) == [TEXT]


@pytest.mark.parametrize(
    "row",
    [
        {"text": "Five fell."},
        {"text": "Five fell.", "counts": [{"start": 0, "end": 4, "low": 5}]},
        {"text": "Five fell.", "counts": [{"start": 0, "end": 4, "words": "Six", "low": 5, "high": 5}]},
        {"text": "Five fell.", "counts": [{"start": 40, "end": 44, "low": 5, "high": 5}]},
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, row: dict[str, object]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n" + json.dumps(row), encoding="utf-8")
    with pytest.raises(FormatError, match="line 2"):
        read_gold(path)
