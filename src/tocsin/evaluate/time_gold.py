"""Annotated time expressions: the rows of a gold file, each with the report that its words stand in."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, get_args

from tocsin.errors import FormatError, InputError
from tocsin.evaluate.json_lines import numbered_lines
from tocsin.model import Report, report_id
from tocsin.model.vocabulary import TimePrecision

HELD_OUT = 3
"""Every third line of a file is held out; nothing is tuned on it."""


class Value(NamedTuple):
    """What an expression means: first and last day, both None where it isn't fixed, and how fine it is."""

    start: dt.date | None
    end: dt.date | None
    precision: TimePrecision


class GoldTime(NamedTuple):
    """An annotated expression: characters [start, end) of `Report.text`, and its value."""

    start: int
    end: int
    value: Value


@dataclass(frozen=True, slots=True)
class TimeText:
    """A report with its annotated expressions; `part` is "tuned", "held out" or "cases".

    Of a case only some expressions are annotated: what else is found there is neither right nor wrong.
    """

    id: str
    part: str
    report: Report
    times: tuple[GoldTime, ...]


def read_times(path: Path, cases: Path | None, load: Callable[[Path], Report]) -> Iterator[TimeText]:
    """Yield the texts of a JSON Lines file whose rows hold `times` and their text.

    The text is `title`, `body` and `published`, or the `file` of a report beside it, which `load` reads, or the name
    of a `case` in the folder `cases`. FormatError where a row breaks this or its words don't stand where it says.
    """
    for number, line in numbered_lines(path):
        try:
            yield _text(path, number, json.loads(line), cases, load)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            advice = "the page on annotating times in docs/reference says what a row holds"
            raise FormatError(f"{path}, line {number}: {error}", advice=advice) from error


def _text(path: Path, number: int, row: dict[str, Any], cases: Path | None, load: Callable[[Path], Report]) -> TimeText:
    if "case" in row:
        name = str(row["case"])
        return TimeText(name, "cases", *_annotated(_case(name, cases), row))
    report = load(path.parent / row["file"]) if "file" in row else _report(row["title"], row["body"], row["published"])
    part = "tuned" if number % HELD_OUT else "held out"
    return TimeText(str(row["id"]), part, *_annotated(report, row))


def _case(name: str, cases: Path | None) -> Report:
    if cases is None:
        raise InputError(f"the text of {name} isn't in the file", advice="name the folder of the cases with --cases")
    found = cases / f"{name}.json"
    try:
        case = json.loads(found.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{found} can't be read ({error})", advice="check the folder given with --cases") from error
    return _report(case["title"], case["text"], case["published"])


def _report(title: str, body: str, published: str | None) -> Report:
    day = dt.date.fromisoformat(published) if published else None
    return Report(id=report_id(title, body), title=title, body=body, published=day)


def _annotated(report: Report, row: dict[str, Any]) -> tuple[Report, tuple[GoldTime, ...]]:
    return report, tuple(_gold(report, time) for time in row["times"])


def _gold(report: Report, time: dict[str, Any]) -> GoldTime:
    start = int(time["at"])
    end = start + (len(time["words"]) if "words" in time else int(time["length"]))
    if end > len(report.text) or report.text[start:end] != time.get("words", report.text[start:end]):
        raise ValueError(f"the words {time.get('words', '')!r} don't stand at character {start}")
    if time["precision"] not in get_args(TimePrecision):
        raise ValueError(f"{time['precision']!r} is no precision")
    return GoldTime(start, end, Value(_day(time["start"]), _day(time["end"]), time["precision"]))


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
