"""Press releases against their coders: how fields are compared, how days of issue are found, and the floors held."""

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tocsin.errors import FormatError, InputError
from tocsin.evaluate.press import PressScores, code, last_third, read_releases, score, write_answers
from tocsin.export.press import to_press
from tocsin.model import Report
from tocsin.pipeline.library import read

FLOORS = {"date": 0.83, "type": 0.88, "province": 0.92, "killed": 0.88, "captured": 0.88}
# The figures hold for these very releases; with others they say nothing.
DIGEST = "befd98e835c715f9"
GOLD = {
    "start_date": "2024-05-06",
    "event_type": ["detention"],
    "province": ["logar"],
    "min_killed": 0,
    "min_captured": 3,
}
PROSE = "Soldiers searched a farm in Logar province yesterday and detained three suspects, who had hidden in the barn."


def release(number: int, gold: dict[str, Any] | None = None, head: str = "") -> str:
    return json.dumps({"id": number, "text": f"{head}{PROSE}", **({"gold": gold} if gold is not None else {})})


def releases(folder: Path, *lines: str) -> Path:
    path = folder / "releases.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_fields_are_exact_and_lists_are_sets(tmp_path: Path) -> None:
    path = releases(tmp_path, release(1, GOLD), release(2, {**GOLD, "event_type": ["airstrike;detention"]}), release(3))
    given = {**GOLD, "min_captured": 4, "event_type": ["detention", "airstrike"]}
    scores = score(code(read_releases(path), lambda _: given))
    assert scores.releases == 2
    assert scores.exact == {"date": 1.0, "type": 0.5, "province": 1.0, "killed": 1.0, "captured": 0.0}
    assert scores.shared == {"type": 1.0, "province": 1.0}


def test_only_the_report_is_answered_and_answers_are_written(tmp_path: Path) -> None:
    def answer(report: Report) -> dict[str, Any]:
        assert "start_date" not in report.text
        return GOLD

    path = tmp_path / "answers.jsonl"
    write_answers(path, code(read_releases(releases(tmp_path, release(7, GOLD))), answer))
    assert json.loads(path.read_text(encoding="utf-8")) == {"id": 7, **GOLD}


def test_numbers_date_the_releases_between_those_that_give_a_day(tmp_path: Path) -> None:
    heads = ("2024-05-N-010\nDORUN, Axland (May 6)\n", "2024-05-N-015\n\n", "2024-05-N-020\nDORUN, Axland (May 11)\n")
    lines = [
        release(number, GOLD, head) for number, head in enumerate((*heads, "2024-05-N-001\n\n", "2024-05-N-044\n\n"))
    ]
    days = [each.report.published for each in read_releases(releases(tmp_path, *lines))]
    assert days == [dt.date(2024, 5, 6), dt.date(2024, 5, 9), dt.date(2024, 5, 11), dt.date(2024, 5, 1), None]


@pytest.mark.parametrize("line", ["", "[]", "{}", json.dumps({"text": PROSE, "gold": {"province": []}})])
def test_what_is_no_release_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises((FormatError, InputError)):
        read_releases(releases(tmp_path, line))


def test_releases_without_gold_have_no_score(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        score(code(read_releases(releases(tmp_path, release(1))), lambda _: GOLD))


@pytest.fixture(scope="module")
def file(shared: Path) -> Path:
    return shared / "data" / "isaf" / "dev.jsonl"


@pytest.fixture(scope="module")
def measured(file: Path) -> PressScores:
    return score(code(last_third(read_releases(file)), lambda report: to_press(report, read(report))))


def test_the_releases_are_those_that_the_floors_were_set_on(file: Path) -> None:
    assert hashlib.sha256(file.read_bytes()).hexdigest()[:16] == DIGEST


@pytest.mark.parametrize("field", sorted(FLOORS))
def test_the_last_third_holds_its_floors(measured: PressScores, field: str) -> None:
    assert measured.exact[field] >= FLOORS[field]
