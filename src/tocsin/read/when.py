"""When an act happened: which times of its sentence may date it, and which of those it was given is its own."""

import datetime as dt
import re
from collections.abc import Sequence

from spacy.tokens import Token

from tocsin.model import Timex
from tocsin.read.document import Document
from tocsin.read.drafts import Draft
from tocsin.read.lasting import lasting

_SAYING = {
    "say", "tell", "report", "announce", "state", "inform", "add", "condemn", "confirm", "claim", "note", "warn",
}  # fmt: skip
_ELSEWHERE = {"for", "after", "over", "about", "since", "following", "into", "before", "despite", "from"}
import os
NN=int(os.environ.get("NN","0"))
MM=int(os.environ.get("MM","9999"))
_FRESH = 6
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|to(?:day|night)|yesterday|last night|this (?:morning|afternoon)|"
    r"\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)


def may_date(trigger: Token, time: Token) -> bool:
    """Say whether a time may date the trigger: not one of another clause's verb, nor of who said it when."""
    if trigger is time or trigger in list(time.ancestors):
        return True
    host = time
    while host.head != host and host.pos_ not in {"VERB", "AUX"}:
        host = host.head
    above = [trigger, *trigger.ancestors]
    if host not in above:
        joint = next((t for t in host.ancestors if t in above), None)
        path = above if joint is None else above[: above.index(joint)]
        return host.lemma_.lower() not in _SAYING and not _leads_elsewhere(path)
    path = above[: above.index(host)]
    if host.lemma_.lower() in _SAYING and any(t.dep_ in {"ccomp", "dobj"} for t in path):
        return time.i < host.i and not _closer(path, time)
    return not _leads_elsewhere(path)


def _leads_elsewhere(path: list[Token]) -> bool:
    return any(t.dep_ in {"prep", "mark"} and t.lower_ in _ELSEWHERE for t in path)


def _closer(path: list[Token], time: Token) -> bool:
    """Say whether the clause below the verb of saying has a time of its own."""
    own = {t.i for t in path[-1].subtree} if path else set()
    return any(t.ent_type_ in {"DATE", "TIME"} and t.i in own for t in time.sent)


def time_of(document: Document, draft: Draft, *, fresh: bool) -> Timex | None:
    """Return when a joined draft happened: its first time, a finer one within it, or for `fresh` news its lead's."""
    published = document.report.published
    times = [t for t in draft.times if not _is_ahead(t, draft, published)]
    if times:
        found = lasting(document, draft, _finest(times))
        if not (NN and found.precision == "time" and found.start is None): return found
    for sentence in draft.sentences[:2] if fresh and published is not None else ():
        for time in document.timexes:
            told = time.spans and sentence.start <= time.spans[0].start < sentence.end
            dated = told and published and time.start and time.precision in {"day", "time"}
            if dated and published and time.start and 0 <= (published - time.start).days <= _FRESH:
                return time
    first = draft.sentences[0]
    if published and NN:
        for time in reversed(document.timexes):
            at = time.spans[0].start
            if at >= first.start or not time.start or time.start != time.end: continue
            s = document.sentence_at(at)
            if s.paragraph != first.paragraph or first.index - s.index > NN: break
            if 0 <= (published - time.start).days <= MM: return time
    return None


def _is_ahead(time: Timex, draft: Draft, published: dt.date | None) -> bool:
    """Say whether a time is still to come when the report speaks of what has happened."""
    done = draft.status not in {"planned", "threatened"}
    return bool(done and published and time.start and time.start > published)


def _finest(times: Sequence[Timex]) -> Timex:
    """Return the first time that names a day or more, or a finer one that lies in it."""
    first = next((t for t in times if t.start or t.end or _DAY.search(_words(t))), times[0])
    if first.start is None or first.end is None:
        return next((t for t in times if t.start is not None and t.start == t.end), first)
    inside = [t for t in times if t.start and t.end and first.start <= t.start and t.end <= first.end]
    return min([first, *inside], key=lambda t: (t.end - t.start) if t.start and t.end else dt.timedelta.max)


def _words(time: Timex) -> str:
    return " ".join(span.text for span in time.spans)
