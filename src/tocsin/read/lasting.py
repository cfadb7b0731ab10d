"""Acts of more than a day: "has shelled the town since Saturday", "began on May 8 and have continued"."""

import datetime as dt
from dataclasses import replace

from spacy.tokens import Token

from tocsin.model import Timex
from tocsin.read.document import Document, Sentence
from tocsin.read.drafts import Draft

_BEGINNINGS = {"begin", "start", "launch", "open"}
_GOING_ON = {"continue", "remain", "persist", "rage", "last"}


def lasting(document: Document, draft: Draft, time: Timex) -> Timex:
    """Return a time with all the days that the act lasted, the same where the report tells of no more."""
    published = document.report.published
    if published is None or time.start is None or time.end is None or time.start > published:
        return time
    sentence = document.sentence_at(time.spans[0].start)
    if _goes_on(draft, sentence, time):
        return _range(time, time.start, max(time.end, published))
    second = _second_day(document, time)
    if second is not None and second.start and second.end:
        return _range(time, min(time.start, second.start), max(time.end, second.end))
    return time


def _range(time: Timex, start: dt.date, end: dt.date) -> Timex:
    return time if (start, end) == (time.start, time.end) else replace(time, start=start, end=end, precision="range")


def _goes_on(draft: Draft, sentence: Sentence, time: Timex) -> bool:
    """Say whether what began at a time still went on when the report was written."""
    token = next((t for t in sentence.slice if t.idx + len(t.text) > time.spans[0].start), None)
    verbs = [] if token is None else [t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}]
    if token is None or not verbs:
        return False
    if token.lower_ == "since":
        acts = {trigger.token for trigger in draft.triggers}
        return is_perfect(verbs[0]) and any(act in acts for act in (verbs[0], *verbs[0].children))
    begun = [verb for verb in verbs if verb.lemma_.lower() in _BEGINNINGS]
    after = [t for verb in begun for t in verb.subtree if t.i > token.i and t.lemma_.lower() in _GOING_ON]
    return any(is_perfect(t) or t.tag_ in {"VBZ", "VBP"} for t in after)


def is_perfect(verb: Token) -> bool:
    """Say whether a verb is in the present perfect, which goes with no day of its own but one that it lasts from."""
    return any(child.dep_ in {"aux", "auxpass"} and child.lower_ in {"has", "have", "'ve"} for child in verb.children)


def _second_day(document: Document, time: Timex) -> Timex | None:
    """Return the day joined to another by "and": "on Tuesday and Wednesday"."""
    text, end = document.report.text, time.spans[0].end
    near = [t for t in document.timexes if 0 < t.spans[0].start - end <= 5]
    return next((t for t in near if text[end : t.spans[0].start].strip() == "and" and t.precision == "day"), None)
