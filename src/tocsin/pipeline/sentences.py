"""The sentence of a report that words stand in."""

import re

from tocsin.model import Span

_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9À-Ý])|\n+")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"'])(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Sen|Rep|Gov|Prof|St|No|vs|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_LONGEST = 600
"""A "sentence" longer than this many characters (a page without full stops) is cut around its marks."""


def sentence_around(text: str, span: Span) -> tuple[int, int]:
    """Return the characters [start, end) of the sentence that the span begins in."""
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
