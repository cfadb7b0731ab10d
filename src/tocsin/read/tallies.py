"""Finds the tallies of a document: counts over many events, and ranks."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tocsin.model import Mention, Quantity, Span, Tally
from tocsin.read.document import Document, Sentence
from tocsin.read.lexicon import words
from tocsin.read.ranks import find_ranks
from tocsin.read.tally_frame import frame_of


def _any(name: str) -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:" + "|".join(words("tallies")[name]) + r"))", re.IGNORECASE)


_SPANS, _MOVED, _SENT = _any("spans"), _any("moved"), _any("sent")
_HARMED = re.compile(r"\b(?:" + "|".join(words("tallies")["harmed"]) + r")\b", re.IGNORECASE)
_EVENTS = "|".join(sorted((re.escape(word) for word in words("tallies")["events"]), key=len, reverse=True))
_PLURALS = {
    "casualtie": "casualty",
    "injurie": "injury",
    "fatalitie": "fatality",
    "atrocitie": "atrocity",
    "robberie": "robbery",
}
_PEOPLE = (
    "people|persons|civilians?|journalists?|reporters?|soldiers?|troops|officers?|policemen|militants|rebels|insurgents|children|women|"
    "members|followers|supporters|judges|magistrates|individuals|residents|families|inhabitants|lives|foreigners|refugees|hostages|"
    "diplomats|volunteers|activists|leaders|workers|victims|fighters|prisoners|protesters|students|villagers|governments|vessels|ships"
)
_COUNTED = re.compile(
    rf"^\s*(?:of\s+(?:its|the|their)\s+|cases\s+of\s+|other\s+)?(?:(?!and\b|in\b|of\b|on\b|to\b|were\b|was\b|have\b|who\b)[\w'’-]+\s+){{0,3}}?"
    rf"(?:(?P<event>{_EVENTS}|casualtie|injurie|fatalitie|atrocitie|robberie)e?s|(?P<people>{_PEOPLE}))\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    rf"\b(?:multiple|numerous|several|many|repeated|frequent)\s+(?:[\w-]+\s+){{0,2}}(?P<event>{_EVENTS})s\b",
    re.IGNORECASE,
)


def extract_tallies(document: Document, mentions: tuple[Mention, ...]) -> tuple[Tally, ...]:
    """Return the tallies of a document in text order; counts that are an incident's own give none."""
    found = [*_counts(document, mentions), *find_ranks(document, mentions)]
    found.sort(key=lambda tally: tally.spans[0].start)
    return tuple(replace(tally, id=f"{document.report.id}:t{number}") for number, tally in enumerate(found, 1))


def _counts(document: Document, mentions: tuple[Mention, ...]) -> Iterator[Tally]:
    own = _own_figures(mentions)
    for quantity in document.quantities:
        span = quantity.spans[0]
        sentence = document.sentence_at(span.start)
        told = any(span.overlaps(figure) for figure in own) and not _SPANS.search(sentence.text)
        if sentence.is_title or told:
            continue
        tally = _count(document, sentence, quantity, span)
        if tally:
            yield tally


def _own_figures(mentions: tuple[Mention, ...]) -> list[Span]:
    figures = [f for m in mentions for f in (m.killed, m.injured, m.abducted, m.detained) if f]
    return [span for figure in figures for span in figure.spans]


def _count(document: Document, sentence: Sentence, quantity: Quantity, span: Span) -> Tally | None:
    text = document.report.text
    match = _COUNTED.match(text[span.end : sentence.end])
    if match is None or (quantity.low is not None and quantity.low < 2 and quantity.high is not None):
        return None
    what = _what(match, sentence.text)
    if what is None:
        return None
    end = span.end + match.end()
    tail = re.match(r"[^,.;:()\n]{0,110}", text[end : sentence.end])
    long = end + (len(tail[0].rstrip()) if tail else 0)
    spans = (
        document.span(span.start, end),
        document.span(span.start, long),
        document.span(sentence.start, sentence.end),
    )
    frame = frame_of(document, sentence, span.start, end)
    return Tally(
        id="",
        report=document.report.id,
        what=what,
        actor=frame.actor,
        target=frame.target,
        place=frame.place,
        since=frame.since,
        until=frame.until,
        low=quantity.low,
        high=quantity.high,
        approximate=quantity.approximate,
        spans=tuple(dict.fromkeys(spans)),
        confidence=0.5,
    )


def _what(match: re.Match[str], around: str) -> str | None:
    """Return what is counted, None where the count isn't over many events."""
    ranging = bool(_SPANS.search(around))
    if match["event"]:
        noun = _PLURALS.get(match["event"].lower(), match["event"].lower())
        return f"{noun}s" if ranging or noun not in words("tallies")["weak"] else None
    people = match["people"].lower()
    if _MOVED.search(around):
        return f"{people} displaced"
    if _SENT.search(around):
        return f"{people} deployed"
    harmed = _HARMED.search(around)
    return f"{people} {harmed[0].lower()}" if harmed and ranging else None
