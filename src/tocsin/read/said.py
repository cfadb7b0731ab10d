"""What an utterance says and what kind of speaker says it, as the choice of the stance asks for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.read.document import Document
from tocsin.read.quotes import Quote
from tocsin.read.speakers import Speaker
from tocsin.read.utterances import Utterance

_SOURCES = {
    "accuser": re.compile(r"\bprosecut(?:or|ors|ion)\b", re.IGNORECASE),
    "armed": re.compile(
        r"\b(?:army|military|forces?|troops|soldiers|police|rebels|militants|insurgents|guerrillas|militia|brigades?|"
        r"navy|air force|commander|general|colonel|separatists|fighters|gunmen|front)\b",
        re.IGNORECASE,
    ),
    "factual": re.compile(
        r"\b(?:police|military|army|officials?|authorit\w+|investigators?|detectives?|hospitals?|witness\w*|residents?|"
        r"medics?|doctors?|sources?|ministry|spokes\w+|agency|media|sheriff|coroner|rescuers?|villagers|survivors?|department)\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a verb of speech brings in: `words` of the clause, those of them in quotation marks, who speaks.

    `tokens` are those of the quotation where there is one, else of the clause. `source` says what kind of speaker it
    is: "accuser" prosecutes, "armed" bears arms, "factual" speaks for an office that reports facts.
    """

    words: str
    quoted: str = ""
    tokens: Sequence[Token] = ()
    source: frozenset[str] = frozenset()


def said_in(document: Document, told: Utterance) -> Said:
    """Return what an utterance says."""
    quotes = told.long_quotes
    tokens = [token for quote in quotes for token in _tokens(document, quote)] or told.content
    quoted = " ".join(quote.span.text for quote in quotes)
    if told.lemma:
        words = " ".join(token.text for token in told.content) or document.sentence_at(told.start).text
    else:
        words = quoted
    return Said(words, quoted, tokens, source_of(told.speaker))


def source_of(speaker: Speaker) -> frozenset[str]:
    """Return what kind of speaker it is."""
    role = f"{speaker.name} {speaker.office.role if speaker.office else ''}"
    source = {kind for kind, pattern in _SOURCES.items() if pattern.search(role)}
    if speaker.actor and speaker.actor.kind in {"armed_group", "military"}:
        source.add("armed")
    return frozenset(source)


def _tokens(document: Document, quote: Quote) -> tuple[Token, ...]:
    part = document.doc.char_span(quote.span.start, quote.span.end, alignment_mode="expand")
    return tuple(part) if part is not None else ()
