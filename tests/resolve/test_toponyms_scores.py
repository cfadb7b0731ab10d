import json
from pathlib import Path

import pytest

from tocsin.errors import FormatError
from tocsin.evaluate.toponyms import read_gold, score_toponyms
from tocsin.model import Report, Toponym

TEXT = "Iraqi troops left Mosul for Hit and Nowhere."
TOPS = [
    {"name": "Iraqi", "start": 0, "end": 5, "lat": 33.0, "lon": 44.0},
    {"name": "Mosul", "start": 18, "end": 23, "lat": 36.34, "lon": 43.13},
    {"name": "Hit", "start": 28, "end": 31, "lat": 33.64, "lon": 42.83},
    {"name": "Nowhere", "start": 36, "end": 43, "lat": None, "lon": None},
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"text": TEXT, "tops": TOPS}) + "\n", encoding="utf-8")
    return path


def answer(report: Report, word: str, lat: float | None, lon: float | None) -> Toponym:
    start = report.text.index(word)
    return Toponym(name=word, lat=lat, lon=lon, spans=(report.span(start, start + len(word)),))


def test_gold_leaves_out_peoples_and_names_without_coordinates(gold: Path) -> None:
    ((report, names),) = read_gold(gold)
    assert [report.text[name.start : name.end] for name in names] == ["Mosul", "Hit"]


def test_counts_names_found_and_those_within_the_radius(gold: Path) -> None:
    def find(report: Report) -> list[Toponym]:
        return [answer(report, "Mosul", 36.4, 43.1), answer(report, "Hit", 10.0, 10.0)]

    scores = score_toponyms(read_gold(gold), find)
    assert (scores.gold, scores.recall, scores.accuracy) == (2, 1.0, 0.5)
    assert scores.median_km > 1000


def test_a_name_without_coordinates_is_not_found(gold: Path) -> None:
    scores = score_toponyms(read_gold(gold), lambda report: [answer(report, "Hit", None, None)])
    assert (scores.recall, scores.accuracy, scores.median_km) == (0.0, 0.0, 0.0)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"text": "a"}\n', encoding="utf-8")
    with pytest.raises(FormatError, match="line 1"):
        list(read_gold(tmp_path / "gold.jsonl"))
