"""The sentence of a report that a value rests on, cut into marked and plain pieces."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tocsin.model import Report, Span
from tocsin.pipeline.sentences import sentence_around


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `marked` where a value rests on it."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a report; `start` is the offset of its first marked word, the anchor on the report's page."""

    report: str
    outlet: str
    published: dt.date | None
    start: int
    pieces: tuple[Piece, ...]


def outlet(report: Report) -> str:
    """Return what the report's source is called."""
    return report.outlet or report.agency or "unnamed source"


def passages(reports: Mapping[str, Report], spans: Iterable[Span]) -> tuple[Passage, ...]:
    """Return one passage a sentence that holds spans; spans of reports that aren't at hand are left out."""
    grouped: dict[tuple[str, int, int], list[Span]] = {}
    for span in spans:
        if span.report in reports:
            grouped.setdefault((span.report, *sentence_around(reports[span.report].text, span)), []).append(span)
    return tuple(_passage(reports[key[0]], key[1], key[2], held) for key, held in grouped.items())


def _passage(report: Report, start: int, end: int, spans: list[Span]) -> Passage:
    pieces, at = [], start
    for span in sorted(spans):
        first, last = max(span.start, at), min(max(span.end, at), end)
        if first > at:
            pieces.append(Piece(report.text[at:first], marked=False))
        if last > first:
            pieces.append(Piece(report.text[first:last], marked=True))
        at = max(at, last)
    if at < end:
        pieces.append(Piece(report.text[at:end], marked=False))
    return Passage(report.id, outlet(report), report.published, min(spans).start, tuple(pieces))
