"""The sentence of a report that a value rests on, cut into marked and plain pieces."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tocsin.model import Report, Span

_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9À-Ý])|\n+")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"'])(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Sen|Rep|Gov|Prof|St|No|vs|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_LONGEST = 600
"""A "sentence" longer than this many characters (a page without full stops) is cut around its marks."""


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
            grouped.setdefault((span.report, *_sentence(reports[span.report].text, span)), []).append(span)
    return tuple(_passage(reports[key[0]], key[1], key[2], held) for key, held in grouped.items())


def _sentence(text: str, span: Span) -> tuple[int, int]:
    # Searched as far as the span's end: what follows a full stop decides whether it ends a sentence.
    ends = [match for match in _END.finditer(text, 0, span.end) if match.end() <= span.start and _ends(text, match)]
    start = ends[-1].end() if ends else 0
    end = next((match.start() for match in _END.finditer(text, span.end) if _ends(text, match)), len(text))
    closing = re.compile(r"[\"'”’)\]]*").match(text, end)
    end = closing.end() if closing else end
    if end - start > _LONGEST:
        return max(start, span.start - _LONGEST // 2), min(end, span.start + _LONGEST // 2)
    return start, end


def _ends(text: str, match: re.Match[str]) -> bool:
    """Say whether the sentence ends here and not at "Mr." or "U.S."."""
    return not _ABBREVIATED.search(text, max(0, match.start() - 8), match.start())


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
