"""When an act happened: which times of its sentence may date it, and which of those it was given is its own."""

import datetime as dt
import re
from collections.abc import Sequence

from spacy.tokens import Token

from tocsin.model import Timex
from tocsin.read.document import Document, within
from tocsin.read.drafts import Draft
from tocsin.read.lasting import is_perfect, lasting
from tocsin.read.triggers import Trigger
from tocsin.read.where import is_dateline

_SAYING = {
    "say", "tell", "report", "announce", "state", "inform", "add", "condemn", "confirm", "claim", "note", "warn",
}  # fmt: skip
_ELSEWHERE = {"for", "after", "over", "about", "since", "following", "into", "before", "despite", "from"}
_ADJECTIVES = 3
_BESIDE = 2
"""Words between a day and a verb of saying whose own day it is: "the army today confirmed"."""
_FRESH = 6
_GOES_ON = 6
"""Sentences for which a paragraph goes on with the day that it told of."""
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|to(?:day|night)|yesterday|last night|this (?:morning|afternoon)|"
    r"\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)


def dated_by(triggers: Sequence[Trigger], time: Token, end: int) -> list[Trigger]:
    """Return the triggers that a time may date: the noun that it stands before, else those whose clause it is in.

    `time` is its first token, `end` the character after its last.
    """
    own = [t for t in triggers if _modifies(end, t.token)]
    return own or [t for t in triggers if _may_date(t.token, time)]


def _modifies(end: int, trigger: Token) -> bool:
    """Say whether a time stands right before a noun, be it with adjectives between: "the July 7, 2005, bombing"."""
    if trigger.pos_ != "NOUN" or trigger.idx < end:
        return False
    between = [t for t in trigger.sent if end <= t.idx < trigger.idx]
    return len(between) <= _ADJECTIVES and all(t.text == "," or t.pos_ == "ADJ" for t in between)


def _may_date(trigger: Token, time: Token) -> bool:
    """Say whether a time may date the trigger: not one of another clause's verb, nor of who said it when."""
    if trigger is time or trigger in list(time.ancestors):
        return True
    host = _host(time)
    if is_perfect(trigger):
        return False
    above = [trigger, *trigger.ancestors]
    if host not in above:
        joint = next((t for t in host.ancestors if t in above), None)
        path = above if joint is None else above[: above.index(joint)]
        return host.lemma_.lower() not in _SAYING and not _leads_elsewhere(path)
    path = above[: above.index(host)]
    if host.lemma_.lower() in _SAYING and any(t.dep_ in {"ccomp", "dobj"} for t in path):
        if path[-1].dep_ == "dobj" and time.i > trigger.i:
            # "today confirmed the arrest of a smuggler on May 4"
            return True
        beside = path[-1].dep_ == "dobj" and host.i - time.i <= _BESIDE
        return time.i < host.i and not beside and not _closer(path, time)
    return not _leads_elsewhere(path)


def _host(time: Token) -> Token:
    """Return the verb whose clause a time is in, the head of the sentence where there is none."""
    host = time
    while host.head != host and host.pos_ not in {"VERB", "AUX"}:
        host = host.head
    return host


def _leads_elsewhere(path: list[Token]) -> bool:
    return any(t.dep_ in {"prep", "mark"} and t.lower_ in _ELSEWHERE for t in path)


def _closer(path: list[Token], time: Token) -> bool:
    """Say whether the clause below the verb of saying has a time of its own."""
    own = {t.i for t in path[-1].subtree} if path else set()
    return any(t.ent_type_ in {"DATE", "TIME"} and t.i in own for t in time.sent)


def time_of(document: Document, draft: Draft, *, fresh: bool) -> Timex | None:
    """Return when a joined draft happened.

    That is its first time or a finer one within it; else for `fresh` news the day of its lead, and for what isn't of
    the lead the day that its paragraph told of last.
    """
    times = [t for t in draft.times if not _is_ahead(t, draft, document.report.published)]
    own = lasting(document, draft, _finest(times)) if times else None
    if own is not None and (own.start is not None or own.precision != "time"):
        return own
    if draft.lead:
        follows = fresh and draft.family == "arrest"  # of what was told before: "found arms yesterday. It arrested …"
        return (
            own
            or (_of_lead(document, draft) if fresh else None)
            or (_of_paragraph(document, draft) if follows else None)
        )
    return _of_paragraph(document, draft) or own


def _of_lead(document: Document, draft: Draft) -> Timex | None:
    """Return the first day of the draft's first two sentences that is news still."""
    published = document.report.published
    for sentence in draft.sentences[:2] if published else ():
        for time in within(document.timexes, sentence.start, sentence.end):
            dated = published and time.start and time.precision in {"day", "time"}
            if dated and published and time.start and 0 <= (published - time.start).days <= _FRESH:
                return time
    return None


def _of_paragraph(document: Document, draft: Draft) -> Timex | None:
    """Return the day told of last before a draft in its paragraph, for it goes on with what happened then."""
    published, sentence = document.report.published, draft.sentences[0]
    if any(child.lower_ == "had" for child in draft.trigger.token.children):
        return None
    for time in reversed(document.timexes) if published else ():
        at = time.spans[0].start
        if at >= sentence.start or time.start is None or time.start != time.end:
            continue
        other = document.sentence_at(at)
        if other.paragraph != sentence.paragraph or sentence.index - other.index > _GOES_ON:
            return None
        if is_dateline(document.report.text, time.spans[0]):
            return None
        word = document.doc.char_span(at, time.spans[0].end, alignment_mode="expand")
        if published and time.start <= published and word is not None and not _is_said(word[0]):
            return time
    return None


def _is_said(time: Token) -> bool:
    return _host(time).lemma_.lower() in _SAYING


def _is_ahead(time: Timex, draft: Draft, published: dt.date | None) -> bool:
    """Say whether a time is still to come when the report speaks of what has happened."""
    done = draft.status not in {"planned", "threatened"}
    return bool(done and published and time.start and time.start > published)


def _finest(times: Sequence[Timex]) -> Timex:
    """Return the first time that names a day or more, or a finer one that lies in it."""
    first = next((t for t in times if t.start or t.end or _DAY.search(_words(t))), times[0])
    if first.start is None or first.end is None:
        # a day told in full elsewhere dates what was told "on Friday" in a report without a day
        return next((t for t in times if t.start is not None and t.start == t.end), first)
    inside = [t for t in times if t.start and t.end and first.start <= t.start and t.end <= first.end]
    return min([first, *inside], key=lambda t: (t.end - t.start) if t.start and t.end else dt.timedelta.max)


def _words(time: Timex) -> str:
    return " ".join(span.text for span in time.spans)
