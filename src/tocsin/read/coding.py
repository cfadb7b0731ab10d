"""Codes sentences by what they say in politics: PLOVER type and mode, who acts and who is acted upon."""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.model import ActorMention, Component, Span
from tocsin.read.coding_clauses import said_best
from tocsin.read.coding_parties import Parties
from tocsin.read.coding_phrases import phrases_of
from tocsin.read.document import Document

CODING = Component("read.coding", "1")
_SURE = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCoding:
    """What a sentence says, in PLOVER; `older` is type and mode as version 0.5 had them, in today's names.

    `spans` are the words that decided; `source` acts, `target` is acted upon; `confidence` tells how well a rule fits.
    """

    event: str
    mode: str
    older: tuple[str, str]
    source: tuple[ActorMention, ...]
    target: tuple[ActorMention, ...]
    spans: tuple[Span, ...]
    by: str
    confidence: float


def code_sentences(document: Document) -> Iterator[EventCoding]:
    """Yield the coding of each sentence that tells of a political act, in text order."""
    parties = Parties(phrases_of(document))
    for sentence in document.sentences:
        said = said_best(sentence.slice)
        if said is None:
            continue
        source, target = parties.both(said)
        yield EventCoding(
            event=said.event,
            mode=said.mode,
            older=said.older,
            source=source,
            target=target,
            spans=tuple(document.span_of(token) for token in sorted(set(said.words))),
            by=CODING.id,
            confidence=round(min(said.score, _SURE) / (_SURE + 1), 2),
        )
