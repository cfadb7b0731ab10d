"""Acts of more than a day: "has shelled the town since Saturday", "began on May 8 and have continued", "for a third day"."""

import datetime as dt
import re
from dataclasses import replace

from spacy.tokens import Token

from tocsin.model import Timex
from tocsin.read.document import Document, Sentence
from tocsin.read.drafts import Draft

_BEGINNINGS = {"begin", "start", "launch", "open"}
_GOING_ON = {"continue", "remain", "persist", "rage", "last"}
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH_DAY = re.compile(
    rf"\b(?:for|on|in|into|entered) (?:an?|the|its|their) ({'|'.join(_ORDINALS)}) (?:straight |consecutive |successive )?day\b",
    re.IGNORECASE,
)


def lasting(document: Document, draft: Draft, time: Timex) -> Timex:
    """Return a time with all the days that the act lasted, the same where the report tells of no more."""
    published = document.report.published
    if published is None or time.start is None or time.end is None or time.start > published:
        return time
    sentence = document.sentence_at(time.spans[0].start)
    if _goes_on(sentence, time):
        return _range(time, time.start, max(time.end, published))
    second = _second_day(document, draft, time)
    if second is not None and second.start and second.end:
        return _range(time, min(time.start, second.start), max(time.end, second.end))
    nth = _NTH_DAY.search(draft.sentences[0].text)
    if nth and time.start == time.end:
        days = _ORDINALS.index(nth[1].lower()) + 1
        return _range(time, time.start - dt.timedelta(days), time.end)
    return time


def _range(time: Timex, start: dt.date, end: dt.date) -> Timex:
    return time if (start, end) == (time.start, time.end) else replace(time, start=start, end=end, precision="range")


def _goes_on(sentence: Sentence, time: Timex) -> bool:
    """Say whether what began at a time still went on when the report was written."""
    token = next((t for t in sentence.slice if t.idx + len(t.text) > time.spans[0].start), None)
    verb = None if token is None else _verb(token)
    if verb is None or token is None:
        return False
    if token.lower_ == "since":
        return _is_perfect(verb)
    after = [t for t in verb.subtree if t.i > token.i and t.lemma_.lower() in _GOING_ON]
    return verb.lemma_.lower() in _BEGINNINGS and any(_is_perfect(t) or t.tag_ in {"VBZ", "VBP"} for t in after)


def _verb(token: Token) -> Token | None:
    return next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)


def _is_perfect(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass"} and child.lower_ in {"has", "have", "'ve"} for child in verb.children)


def _second_day(document: Document, draft: Draft, time: Timex) -> Timex | None:
    """Return the day joined to another by "and": "on Tuesday and Wednesday"."""
    text, end = document.report.text, time.spans[0].end
    near = [t for t in document.timexes if 0 < t.spans[0].start - end <= 5]
    return next((t for t in near if text[end : t.spans[0].start].strip() == "and" and t.precision == "day"), None)
