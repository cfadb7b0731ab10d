"""Says what a statement is about, and by what name its speaker calls that."""

import re
from collections.abc import Sequence

from tocsin.model import Mention, Span
from tocsin.read.document import Document
from tocsin.read.lexicon import words
from tocsin.read.quotes import Quote

_ACTS = "|".join(re.escape(noun) for noun in sorted(words("tallies")["events"], key=len, reverse=True))
_NAMED_ACT = re.compile(
    rf"\b(?:(?:terror(?:ist)?|cowardly|heinous|barbaric|criminal|despicable|brutal|senseless|multiple|mass|tragic)\s+)+"
    rf"(?:(?:{_ACTS}|act|event|crime)s?)\b|\b(?:massacre|genocide|war crime|crime against humanity|slaughter|atrocity|"
    r"terrorism)s?\b",
    re.IGNORECASE,
)
_THE_ACT = re.compile(rf"\b(?:the|this|these|those|that)\s+(?:[\w-]+\s+){{0,2}}(?:{_ACTS}|violence)s?\b", re.IGNORECASE)


def about(
    document: Document, clauses: Sequence[Span], quotes: Sequence[Quote], mentions: tuple[Mention, ...], speaker: str
) -> str | None:
    """Return the id of the one mention that is spoken of, else the name of the actor, else None.

    Words that tell of several incidents are about none of them.
    """
    spans = [*clauses, *(quote.span for quote in quotes)]
    told = {m.id for m in mentions for span in spans if span.start <= m.trigger.start < span.end}
    if told:
        return told.pop() if len(told) == 1 else None
    headline = [m for m in mentions if m.scope == "headline"]
    if len(headline) == 1 and any(_THE_ACT.search(span.text) for span in spans):
        return headline[0].id
    return _actor(document, spans, speaker)


def _actor(document: Document, spans: Sequence[Span], speaker: str) -> str | None:
    for span in spans:
        for actor in document.actors:
            inside = any(span.start <= own.start and own.end <= span.end for own in actor.spans)
            if inside and actor.name and actor.name.lower() != speaker.lower():
                return actor.name
    return None


def label(document: Document, clauses: Sequence[Span], quotes: Sequence[Quote]) -> Span | None:
    """Return the words with which the speaker names the event, as in "a cowardly attack", the quoted ones first."""
    for span in [*(quote.span for quote in quotes), *clauses]:
        match = _NAMED_ACT.search(span.text)
        if match:
            return document.span(span.start + match.start(), span.start + match.end())
    return None
