"""Reads the reports of annotated cases and scores what was read."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tocsin.errors import FormatError, InputError
from tocsin.evaluate.case_score import Counts, score_case
from tocsin.model import Report, report_id

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CaseScores:
    """Figures over all cases, and each slot's (hits, system, gold)."""

    cases: int
    figures: dict[str, float]
    counts: dict[str, tuple[int, int, int]]


def evaluate_cases(
    folder: Path,
    read: Callable[[Report], Json],
    out: Path | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> CaseScores:
    """Read each case's report with `read` and score the answers; write them to `out` where it is given.

    Of a gold file only title, text and published reach `read`.
    """
    counts, cases = Counts(), 0
    for path, gold, report in read_cases(folder):
        answer = read(report)
        if out is not None:
            out.mkdir(parents=True, exist_ok=True)
            (out / path.name).write_text(json.dumps(answer, ensure_ascii=False, indent=1), encoding="utf-8")
        score_case(gold, answer, counts)
        cases += 1
        progress(path.stem)
    return CaseScores(cases, counts.figures(), counts.table)


def read_cases(folder: Path) -> Iterator[tuple[Path, Json, Report]]:
    """Yield each case's path, annotations and report; InputError where there is none, FormatError names bad ones."""
    for path, gold in _gold(folder):
        yield path, gold, _report(gold, path)


def _gold(folder: Path) -> Iterator[tuple[Path, Json]]:
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not paths:
        raise InputError(f"{folder} holds no case files", advice="name a folder of annotated *.json cases")
    for path in paths:
        try:
            yield path, json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise FormatError(f"{path} is no case: {error}", advice="mend the file or take it out") from error


def _report(gold: Json, path: Path) -> Report:
    try:
        title, text, published = gold["title"], gold["text"], gold["published"]
        day = dt.date.fromisoformat(published) if published else None
    except (KeyError, TypeError, ValueError) as error:
        raise FormatError(f"{path} is no case: {error}", advice="it needs title, text and published") from error
    return Report(id=report_id(title, text), title=title, body=text, published=day)
