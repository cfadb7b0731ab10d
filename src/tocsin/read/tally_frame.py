"""What a tally is over: whose acts, against whom, where and since when, as its sentence says."""

import datetime as dt
import re
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.model import Timex
from tocsin.read.document import Document, Sentence, within

_TARGET = re.compile(
    r"^[^,.;:()\n]{0,40}?\b(?:against|targeting|on)\s+"
    r"(?P<target>(?:(?!since\b|after\b|by\b|in\b|over\b|during\b)[\w'’.-]+\s*){1,7})"
)
_PLACED = re.compile(r"\b(?:in|near|across|inside|around|on|of)\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|and|or|,\s*and)\s*(?:the\s+)?", re.IGNORECASE)
_AGENT = re.compile(
    r"\s*(?:that (?:were|was)\s+)?(?:(?:carried out|conducted|launched|staged|committed|claimed|mounted)\s+)?"
    r"by(?:\s+the)?\s*",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\b[^,;.]{0,70}$", re.IGNORECASE)
_LONG = frozenset({"week", "month", "year", "range"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_BESIDE = frozenset({"appos", "conj", "compound", "nmod"})
_NO_ACTOR = frozenset({"person", "media"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What surrounds a count; None where the sentence doesn't say."""

    actor: str | None = None
    target: str | None = None
    place: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None


def frame_of(document: Document, sentence: Sentence, start: int, end: int) -> Frame:
    """Return the frame of the counted words, characters [start, end) of the report, all from their sentence."""
    behind = document.report.text[end : sentence.end]
    aimed = _TARGET.match(behind)
    target = aimed["target"].strip() if aimed else None
    after = end + (aimed.end("target") if aimed else 0)
    since, until = _days(document, sentence, end)
    return Frame(
        actor=_actor(document, sentence, start, end),
        target=target,
        place=_place(document, sentence, after) or _place(document, sentence, end),
        since=since,
        until=until,
    )


def _days(document: Document, sentence: Sentence, end: int) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day: "since" opens a range that the report's day closes."""
    published = document.report.published
    for timex in within(document.timexes, sentence.start, sentence.end):
        if timex.start is None:
            continue
        if _opens(document, timex, end):
            return timex.start, published
        if timex.precision in _LONG and timex.end is not None:
            return timex.start, min(timex.end, published) if published and published >= timex.start else timex.end
    return None, None


def _opens(document: Document, timex: Timex, end: int) -> bool:
    """Say whether "since" stands in the time or before it: "since the war broke out on 7 October"."""
    span = timex.spans[0]
    return bool(
        re.search(r"\bsince\b", span.text, re.IGNORECASE) or _SINCE.search(document.report.text[end : span.start])
    )


def _actor(document: Document, sentence: Sentence, start: int, end: int) -> str | None:
    """Return who did what is counted: the subject before it, or the agent behind it."""
    found: str | None = None
    for actor in within(document.actors, sentence.start, sentence.end):
        span = actor.spans[0]
        if actor.kind in _NO_ACTOR or actor.name is None:
            continue
        if span.start >= end:
            if _AGENT.fullmatch(document.report.text[end : span.start]):
                return actor.name
        elif span.end <= start and _is_subject(document, span.start, span.end):
            found = actor.name
    return found


def _is_subject(document: Document, start: int, end: int) -> bool:
    """Say whether the words are a subject, or stand beside its head."""
    words = document.doc.char_span(start, end, alignment_mode="expand")
    token: Token | None = words.root if words is not None else None
    while token is not None and (token.dep_ in _BESIDE or (token.dep_ in {"pobj", "prep"} and _of(token))):
        token = token.head
    return token is not None and token.dep_ in _SUBJECT


def _of(token: Token) -> bool:
    return "of" in {token.lower_, token.head.lower_}


def _place(document: Document, sentence: Sentence, after: int) -> str | None:
    """Return the place named behind the count, or several that are joined: "Iraq and Syria"."""
    text = document.report.text
    spans = [place.spans[0] for place in within(document.toponyms, after, sentence.end)]
    if not spans or not _PLACED.search(text[after - 1 : spans[0].start]):
        return None
    last = spans[0]
    for span in spans[1:]:
        if not _JOINT.fullmatch(text[last.end : span.start]):
            break
        last = span
    return text[spans[0].start : last.end]
