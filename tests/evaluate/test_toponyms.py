import json
from pathlib import Path

import pytest

from tocsin.errors import FormatError
from tocsin.evaluate.toponym_answers import write_answers
from tocsin.evaluate.toponyms import Errors, GoldText, errors, read_gold, recognition
from tocsin.model import Report, Toponym

TEXT = "Iraqi troops left Mosul for Hit and Nowhere."
TOPS = [
    {"name": "Iraqi", "start": 0, "end": 5, "lat": 33.0, "lon": 44.0},
    {"name": "Mosul", "start": 18, "end": 23, "lat": 36.34, "lon": 43.13},
    {"name": "Hit", "start": 25, "end": 28, "lat": 33.64, "lon": 42.83},
    {"name": "Nowhere", "start": 36, "end": 43, "lat": None, "lon": None},
]


@pytest.fixture
def gold(tmp_path: Path) -> GoldText:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"text": TEXT, "domain": "news.example", "tops": TOPS}) + "\n", encoding="utf-8")
    (text,) = read_gold(path)
    return text


def answer(report: Report, word: str, lat: float | None = None, lon: float | None = None) -> Toponym:
    start = report.text.index(word)
    return Toponym(name=word, lat=lat, lon=lon, spans=(report.span(start, start + len(word)),))


def test_characters_that_miss_the_name_are_moved_to_it(gold: GoldText) -> None:
    assert [gold.report.text[one.start : one.end] for one in gold.toponyms] == ["Iraqi", "Mosul", "Hit", "Nowhere"]
    assert gold.report.outlet == "news.example"


def test_names_count_where_the_characters_are_the_same(gold: GoldText) -> None:
    found = [answer(gold.report, word) for word in ("Mosul", "Hit and", "Iraqi", "troops")]
    whole = recognition([(gold, found)], peoples=True)
    assert (whole.precision, whole.recall) == (0.5, 0.5)
    names = recognition([(gold, found)], peoples=False)
    assert [names.precision, names.recall] == pytest.approx([1 / 3, 1 / 3])


def test_a_name_that_is_not_answered_is_wrong(gold: GoldText) -> None:
    found = [answer(gold.report, "Mosul", 36.4, 43.1), answer(gold.report, "Hit", 10.0, 10.0)]
    scores = errors([(gold, found)])
    assert (len(scores.kilometres), len(scores.answered)) == (3, 2)
    assert scores.accuracy == pytest.approx(1 / 3)
    assert scores.median_km > 1000


def test_the_area_under_the_curve_is_nothing_for_exact_answers() -> None:
    assert Errors((0.0, 0.0)).auc == 0.0
    assert Errors((None,)).auc == 1.0
    assert Errors(()).auc == 0.0


def test_answers_are_written_with_characters_of_the_text(gold: GoldText, tmp_path: Path) -> None:
    out = tmp_path / "new" / "answers.jsonl"
    write_answers(out, [(gold, [answer(gold.report, "Mosul", 36.4, 43.1), answer(gold.report, "Iraqi")])])
    (row,) = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert [(one["name"], one["people"], TEXT[one["start"] : one["end"]]) for one in row["toponyms"]] == [
        ("Iraqi", True, "Iraqi"),
        ("Mosul", False, "Mosul"),
    ]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"text": "a"}\n', encoding="utf-8")
    with pytest.raises(FormatError, match="line 1"):
        list(read_gold(tmp_path / "gold.jsonl"))
