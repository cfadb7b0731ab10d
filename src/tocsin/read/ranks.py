"""Finds ranks: "the first attack on the capital since", "second-deadliest bombing", "the fifth time this month"."""

import re
from collections.abc import Iterator

from tocsin.model import Mention, Tally
from tocsin.read.document import Document, Sentence
from tocsin.read.lexicon import words
from tocsin.read.tally_frame import frame_of

_ORDINALS = words("tallies")["ordinals"]
_EVENTS = "|".join(sorted((re.escape(word) for word in words("tallies")["events"]), key=len, reverse=True))
_VICTIMS = "|".join(words("tallies")["victims"])
_TIMES = r"time|day of (?:protests?|fighting|clashes|violence)"
_SUPERLATIVE = "|".join(words("tallies")["ranked"])
_RANK = re.compile(
    rf"\b(?P<ordinal>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))(?P<super>[\s-](?:{_SUPERLATIVE}))?\s+"
    rf"(?:(?!to\b|of\b|and\b|the\b|on\b|in\b)[\w'’-]+\s+){{0,3}}?(?:(?P<event>{_EVENTS})s?|(?P<victim>{_VICTIMS})|(?P<time>{_TIMES}))\b"
    rf"(?P<rest>[^.;\n]{{0,140}})",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\b(?:since|against|after the|within|on|by|has|had|for|to (?:be|die)|of (?:the|its|this|his)|"
    r"in (?:the|less|as many|more|a|\d)|this (?:year|month|week))\b",
    re.IGNORECASE,
)
_HARM = re.compile(r"\b(?:killed|die|died|captured|slain|murdered|kidnapped|arrested|assassinated)\b", re.IGNORECASE)


def find_ranks(document: Document, mentions: tuple[Mention, ...]) -> Iterator[Tally]:
    """Yield the ranks of a document, each with the mention of its sentence, else the first one."""
    for sentence in document.sentences:
        if sentence.is_title:
            continue
        for match in _RANK.finditer(sentence.text):
            tally = _tally(document, sentence, match, mentions)
            if tally:
                yield tally


def _tally(document: Document, sentence: Sentence, match: re.Match[str], mentions: tuple[Mention, ...]) -> Tally | None:
    if not _SCOPE.match(match["rest"].lstrip()) and not _SCOPE.search(match["rest"]):
        return None
    if match["victim"] and not _HARM.search(match["rest"]):
        return None
    if match["time"] and not re.search(r"\bin\b|\bthis\b|\bsince\b", match["rest"]):
        return None
    word = match["ordinal"].lower()
    rank = _ORDINALS.index(word) + 1 if word in _ORDINALS else int(re.sub(r"\D", "", word))
    if (
        match["event"]
        and match["event"].lower() in words("tallies")["weak"]
        and not re.search(r"\bsince\b|\bthis\b", match["rest"])
    ):
        return None
    start = sentence.start + match.start()
    lead = re.search(r"\b(?:the|its|their|a|his)\s+$", document.report.text[max(0, start - 6) : start], re.IGNORECASE)
    start -= len(lead[0]) if lead else 0
    near = [m for m in mentions if sentence.start <= m.trigger.start < sentence.end] or [
        m for m in mentions if m.scope == "headline"
    ]
    noun = (match["event"] or match["victim"] or "time").lower()
    count = None if rank == 1 or match["super"] else rank
    long = document.span(start, sentence.start + match.end())
    short = document.span(start, min(long.end, start + _short(match)))
    frame = frame_of(document, sentence, start, sentence.start + match.start("rest"))
    return Tally(
        id="",
        report=document.report.id,
        actor=frame.actor,
        target=frame.target,
        place=frame.place,
        since=frame.since,
        until=frame.until,
        what=f"{match['super'].strip(' -')} {noun}s" if match["super"] else f"{noun}s",
        low=count,
        high=count,
        rank=rank,
        incident=near[0].id if near else None,
        spans=tuple(dict.fromkeys((short, long, document.span(sentence.start, sentence.end)))),
        confidence=0.6,
    )


def _short(match: re.Match[str]) -> int:
    """Return the length of the words up to the second comma or clause of the rest."""
    rest = re.split(r",|\s+(?:which|who|when|where|that)\b", match["rest"])[0]
    return len(match[0]) - len(match["rest"]) + len(rest) + 4
