"""Annotated times are read from our own texts, from reports and from cases, and answers are judged by them."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tocsin.errors import FormatError, InputError
from tocsin.evaluate.time_gold import TimeText, read_times
from tocsin.evaluate.times import judge_times, score_times, write_judged
from tocsin.model import Report, Timex

DAY = {"start": "2024-05-10", "end": "2024-05-10", "precision": "day"}
ROW = {
    "id": "a",
    "published": "2024-05-10",
    "title": "",
    "body": "He fled today.",
    "times": [{"words": "today", "at": 10, **DAY}],
}
FRIDAY = dt.date(2024, 5, 10)


def write(path: Path, *rows: Mapping[str, object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def no_file(path: Path) -> Report:
    raise AssertionError(path)


def texts(tmp_path: Path, *rows: Mapping[str, object], cases: Path | None = None) -> list[TimeText]:
    return list(read_times(write(tmp_path / "gold.jsonl", *rows), cases, no_file))


def found(report: Report, *places: tuple[int, int, dt.date | None]) -> tuple[Timex, ...]:
    return tuple(
        Timex(start=day, end=day, precision="day", spans=(report.span(start, end),), by="x")
        for start, end, day in places
    )


def test_every_third_text_is_held_out(tmp_path: Path) -> None:
    assert [text.part for text in texts(tmp_path, ROW, ROW, ROW, ROW)] == ["tuned", "tuned", "held out", "tuned"]


def test_a_row_may_name_a_report_beside_the_file(tmp_path: Path) -> None:
    report = Report(id="r", title="", body="He fled today.", published=FRIDAY)
    asked: list[Path] = []

    def load(path: Path) -> Report:
        asked.append(path)
        return report

    row = {"id": "a", "file": "a.txt", "times": ROW["times"]}
    (text,) = read_times(write(tmp_path / "gold.jsonl", row), None, load)
    assert (asked, text.report, text.times[0].start) == ([tmp_path / "a.txt"], report, 10)


def test_a_case_is_read_from_its_folder_and_annotated_by_places_alone(tmp_path: Path) -> None:
    case = {"title": "", "text": "He fled today.", "published": "2024-05-10"}
    (tmp_path / "c.json").write_text(json.dumps(case), encoding="utf-8")
    row = {"case": "c", "times": [{"at": 10, "length": 5, **DAY}]}
    (text,) = texts(tmp_path, row, cases=tmp_path)
    assert (text.part, text.times[0].end) == ("cases", text.times[0].start + 5)


def test_cases_need_their_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--cases"):
        texts(tmp_path, {"case": "c", "times": []})
    with pytest.raises(InputError, match="can't be read"):
        texts(tmp_path, {"case": "c", "times": []}, cases=tmp_path)


@pytest.mark.parametrize(
    "wrong",
    [
        {"times": [{"words": "today", "at": 9, **DAY}]},
        {"times": [{"words": "today", "at": 10, **DAY, "precision": "hour"}]},
        {"times": [{"words": "today", "at": 10, **DAY, "start": "May"}]},
        {"times": [{"at": 10, **DAY}]},
        {"body": 7},
    ],
)
def test_a_row_that_breaks_the_format_is_named(tmp_path: Path, wrong: Mapping[str, object]) -> None:
    with pytest.raises(FormatError, match="line 1"):
        texts(tmp_path, {**ROW, **wrong})


@pytest.mark.parametrize(
    ("answers", "figures"),
    [
        ([(10, 15, FRIDAY)], (1, 1, 1, 1, 1, 1)),
        ([(10, 15, None)], (1, 1, 1, 1, 0, 0)),
        ([(3, 15, FRIDAY)], (1, 1, 1, 0, 1, 0)),
        ([(0, 2, FRIDAY)], (1, 1, 0, 0, 0, 0)),
        ([], (1, 0, 0, 0, 0, 0)),
        ([(3, 15, None), (10, 15, FRIDAY)], (1, 2, 1, 1, 1, 1)),
    ],
)
def test_an_answer_is_right_in_its_characters_in_its_value_or_both(
    tmp_path: Path, answers: list[tuple[int, int, dt.date | None]], figures: tuple[int, ...]
) -> None:
    judged = judge_times(texts(tmp_path, ROW), lambda report: found(report, *answers))
    each = score_times(judged)["tuned"]
    assert (each.gold, each.answers, each.pairs, each.exact, each.valued, each.right) == figures


def test_figures_of_nothing_are_nought(tmp_path: Path) -> None:
    each = score_times(judge_times(texts(tmp_path, ROW), lambda _: ()))["tuned"]
    assert (each.precision, each.accuracy, each.f1) == (0.0, 0.0, 0.0)
    assert each.figures["gold"] == 1


def test_answers_are_written_beside_the_gold(tmp_path: Path) -> None:
    judged = judge_times(texts(tmp_path, ROW), lambda report: found(report, (10, 15, FRIDAY)))
    write_judged(tmp_path / "out.jsonl", judged)
    row = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert row["right"] is True
    assert row["gold"] == row["answer"] == {"at": 10, "words": "today", **DAY}
