"""Finds the words in quotation marks."""

import re
from dataclasses import dataclass

from tocsin.model import Report, Span

_OPEN, _CLOSE, _STRAIGHT = "“„«", "”»", '"'
_MARK = re.compile(r"[“„«”»\"]|''|``")
_RECORDING = re.compile(
    r"\(begin (?:video |audio )?recording[^)]*\)(.*?)(?:\(end (?:video |audio )?recording\)|$)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words: `span` without the marks, [start, end) with them; `voice` is a name that a transcript gives."""

    span: Span
    start: int
    end: int
    voice: str | None = None

    @property
    def words(self) -> int:
        """How many words are quoted."""
        return len(self.span.text.split())


def find_quotes(report: Report) -> tuple[Quote, ...]:
    """Return the quotations of a report in text order; one that runs on over paragraphs gives one each.

    A mark that opens while another is open starts anew, as papers leave marks out; a quotation that is never closed
    ends with its paragraph. Recordings that a transcript marks as such count as quotations.
    """
    text = report.text
    recordings = [_recording(report, match) for match in _RECORDING.finditer(text)]
    found = [quote for quote in recordings if quote]
    taken = [(quote.start, quote.end) for quote in found]
    start = 0
    for paragraph in re.split(r"(\n\s*\n)", text):
        found += [
            quote
            for quote in _in_paragraph(report, start, start + len(paragraph))
            if not any(a <= quote.start < b for a, b in taken)
        ]
        start += len(paragraph)
    return tuple(sorted(found, key=lambda quote: quote.start))


def _recording(report: Report, match: re.Match[str]) -> Quote | None:
    voice = re.match(r"\s*[(\[]([^)\]]+)[)\]]", match[1])
    start = match.start(1) + (voice.end() if voice else 0)
    words = _stripped(report, start, match.end(1))
    return Quote(words, match.start(), match.end(), voice[1] if voice else None) if words else None


def _in_paragraph(report: Report, start: int, end: int) -> list[Quote]:
    found: list[Quote] = []
    opened: int | None = None
    for match in _MARK.finditer(report.text, start, end):
        opens = match[0] in _OPEN or match[0] == "``" or (match[0] not in _CLOSE and opened is None)
        if opens:
            opened = match.start()
        elif opened is not None:
            found += _quote(report, opened, match.end(), len(match[0]))
            opened = None
    if opened is not None and end - opened > 1:
        found += _quote(report, opened, end, 0)
    return found


def _quote(report: Report, start: int, end: int, closing: int) -> list[Quote]:
    words = _stripped(report, start + 1, end - closing)
    return [Quote(words, start, end)] if words else []


def _stripped(report: Report, start: int, end: int) -> Span | None:
    words = report.text[start:end]
    start += len(words) - len(words.lstrip(" \n'\"`"))
    end -= len(words) - len(words.rstrip(" \n"))
    return report.span(start, end) if start < end else None
