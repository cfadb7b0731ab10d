"""Makes a report fit to be read, and says what that took: a language not read, too many words, lost capitals."""

import dataclasses
import re
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from tocsin.model import Report, Span
from tocsin.read.casing import is_cased, with_case
from tocsin.read.languages import foreign

MOST_WORDS = 10_000
"""A longer report is read as far as this, which takes some five seconds."""
MOST_CHARACTERS = 80_000
"""Likewise; no report of words has as many."""
_WORD = re.compile(r"\S+")
_STOP = re.compile(r"\n|[.!?][\"”’)]*\s")
_NEAR = 2000
"""Characters before the last one read in which a sentence is looked for to end with."""

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Prepared:
    """The report as it is read, `notes` on what differs, and whether it is `readable` at all or `recased`.

    Every character stands where it stands in the report as given.
    """

    report: Report
    notes: tuple[str, ...] = ()
    readable: bool = True
    recased: bool = False


def prepare(report: Report) -> Prepared:
    """Return the report as it is to be read."""
    language = foreign(report)
    if language is not None:
        told = "another language" if language == "und" else f"another language ({language})"
        return Prepared(report, (f"not read: the report is in {told}, and only English is read",), readable=False)
    notes: list[str] = []
    body = _cut(report.body)
    if len(body) < len(report.body):
        read, of = len(_WORD.findall(body)), len(_WORD.findall(report.body))
        notes.append(f"read in part: the first {read:,} of {of:,} words")
    recased = not (is_cased(report.title) and is_cased(body))
    if recased:
        notes.append("capitals restored before reading: the report came without the usual ones")
    if recased:
        return Prepared(
            replace(report, title=with_case(report.title), body=with_case(body)), tuple(notes), recased=True
        )
    return Prepared(replace(report, body=body), tuple(notes))


def _cut(body: str) -> str:
    """Return the body, or of one that is too long the beginning, up to the end of a sentence."""
    end = min(len(body), MOST_CHARACTERS)
    for number, match in enumerate(_WORD.finditer(body[:end]), 1):
        if number > MOST_WORDS:
            end = match.start()
            break
    if end == len(body):
        return body
    stops = [match.end() for match in _STOP.finditer(body, max(0, end - _NEAR), end)]
    return body[: stops[-1] if stops else end].rstrip()


def as_written(found: R, report: Report) -> R:
    """Return records with their spans' words as they stand in the report."""
    made: R = _written(found, report)
    return made


def _written(value: Any, report: Report) -> Any:
    if isinstance(value, Span):
        return report.span(value.start, value.end)
    if isinstance(value, tuple):
        return tuple(_written(each, report) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: _written(getattr(value, field.name), report) for field in dataclasses.fields(value)}
        return replace(value, **parts)
    return value
