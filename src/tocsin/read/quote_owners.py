"""Finds who speaks a quotation that no verb of speech brings in: named beside it, before a colon, in a transcript."""

import re

from spacy.tokens import Token

from tocsin.read.document import Document, Sentence
from tocsin.read.people import Person
from tocsin.read.quotes import Quote
from tocsin.read.speakers import Cast, Speaker

_BEHIND = re.compile(r"^[,.]?\s*(?:[-–—]+\s*)?(?P<words>[^.!?:;\n\"“”]{3,120})(?:[.!?]|\n|$)")
_MESSAGE = 160


def speaker_of_voice(document: Document, quote: Quote, cast: Cast) -> Speaker | None:
    """Return whom a transcript names before recorded words: "(begin recording) (ruiz) we will …"."""
    if not quote.voice:
        return None
    voice = quote.voice.split()[-1].lower()
    for person in cast.people:
        if person.name.lower().split()[-1] == voice or voice in person.name.lower().split():
            return cast.of_person(person)
    at = document.report.text.find(quote.voice, quote.start)
    return Speaker(quote.voice.title(), document.span(at, at + len(quote.voice)), person=True) if at >= 0 else None


def speaker_beside(document: Document, quote: Quote, cast: Cast) -> Speaker | None:
    """Return who is named right behind a quotation, no verb between, or is the subject before its colon."""
    sentence = document.sentence_at(max(quote.start, quote.end - 1))
    behind = _BEHIND.match(document.report.text[quote.end : max(sentence.end, quote.end)])
    if behind and not _has_verb(document, quote.end + behind.start("words"), quote.end + behind.end("words")):
        named = _named(cast, quote.end + behind.start("words"), quote.end + behind.end("words"))
        if named:
            return cast.of_person(named)
    return _before_colon(document, quote, cast)


def _named(cast: Cast, start: int, end: int) -> Person | None:
    return next((p for p in cast.people if start <= p.start and p.end <= end), None)


def _has_verb(document: Document, start: int, end: int) -> bool:
    part = document.doc.char_span(start, end, alignment_mode="expand")
    return part is None or any(token.pos_ in {"VERB", "AUX"} for token in part)


def _before_colon(document: Document, quote: Quote, cast: Cast) -> Speaker | None:
    """Return the subject of the clause that a colon ends before the quotation."""
    sentence = document.sentence_at(max(0, quote.start - 1))
    text = document.report.text[max(sentence.start, quote.start - _MESSAGE) : quote.start].rstrip()
    if not text.endswith(":"):
        return None
    subject = _subject(sentence, quote.start)
    return cast.resolve(subject) if subject is not None else None


def _subject(sentence: Sentence, end: int) -> Token | None:
    """Return the subject of the main clause before a character."""
    found = [token for token in sentence.slice if token.idx < end and token.dep_ in {"nsubj", "nsubjpass"}]
    main = [token for token in found if token.head.dep_ in {"ROOT", "ccomp", "parataxis", "conj"}]
    return next(iter(main or found), None)
