"""Rules for distances: "two weeks ago", "a year later", "in three days", "the past month", and vague ones."""

import datetime as dt

from tocsin.resolve import calendar_days as days
from tocsin.resolve.calendar_days import UNKNOWN
from tocsin.resolve.timex_tense import is_coming
from tocsin.resolve.timex_words import UNITS, Match, Setting, count, opens_clause
from tocsin.resolve.tokens import Token, at, follows, words

_BEFORE = words("ago earlier before prior previously")
_AFTER = words("later after afterwards")
_ABOUT = words("about around some nearly almost just over approximately exactly roughly barely only")
_GOES_ON = words("had has was were when in at and but on")
_ROUND = words("few couple")
_PARTS_OF_DAY = words("day morning night evening afternoon")


def read_away(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    """Read "two days ago", "a week earlier", "three hours later", "10 years before"."""
    start = index
    while at(tokens, start).low in _ABOUT:
        start += 1
    start += 2 * (follows(tokens, start, ("more", "than")) or follows(tokens, start, ("less", "than")))
    number = count(tokens, start)
    unit = UNITS.get(at(tokens, number[1]).low) if number else None
    if number is None or unit is None:
        return None
    word, end = at(tokens, number[1] + 1).low, number[1] + 2
    if word not in _BEFORE | _AFTER or not _stands_alone(tokens, word, end):
        return None
    return _away(number[0], unit, word, end, setting)


def _stands_alone(tokens: list[Token], word: str, end: int) -> bool:
    """Say whether nothing follows that the distance counts from: "two days after the raid"."""
    if word not in {"before", "after", "prior"}:
        return True
    after = at(tokens, end)
    return not (after.low.isalnum() or after.low in {'"', "“"}) or after.low in _GOES_ON


def _away(number: int | None, unit: str, word: str, end: int, setting: Setting) -> Match:
    if word == "ago":
        origin = setting.anchor
    elif unit in {"day", "hour", "minute"}:
        origin = setting.reference
    else:
        told = setting.last
        coarse = told.precision == "year" and unit not in {"year", "decade"}
        origin = None if coarse else told.start
    known = origin is not None and word != "ago"
    if word == "earlier" and origin is None:
        origin = setting.anchor
    if origin is None or number is None:
        return Match(end, UNKNOWN)
    signed = min(number, 5000) * (-1 if word in _BEFORE else 1)
    return Match(end, days.ago(origin, signed, unit), told=known)


def read_ahead(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    """Read "in two weeks" where the sentence speaks of what is to come; elsewhere it is a length of time."""
    if at(tokens, index).low != "in" or not opens_clause(tokens, index):
        return None
    number = count(tokens, index + 1)
    unit = UNITS.get(at(tokens, number[1]).low) if number else None
    if number is None or unit is None or unit in {"minute", "decade"}:
        return None
    end = number[1] + 1 + (at(tokens, number[1] + 1).low == "time")
    if not is_coming(tokens, index + 1, end):
        return None
    if setting.anchor is None or number[0] is None:
        return Match(end, UNKNOWN)
    return Match(end, days.ago(setting.anchor, min(number[0], 5000), unit))


def read_period(tokens: list[Token], word: int, setting: Setting) -> Match | None:
    """Read "the past three weeks", "the last 24 hours", "the past week"."""
    which = tokens[word].low
    number = count(tokens, word + 1)
    unit = UNITS.get(at(tokens, number[1] if number else word + 1).low)
    if unit is None or (number is None and which in {"previous", "preceding"}):
        return None
    end = (number[1] if number else word + 1) + 1
    anchor = setting.anchor
    if anchor and unit in {"hour", "minute"} and number and number[0] is None:
        return Match(end, days.day(anchor))
    if anchor is None or (number is not None and number[0] is None) or which == "recent":
        return Match(end, UNKNOWN)
    if number is None and which == "last":
        return None
    return Match(end, days.past(anchor, min(number[0] or 1, 5000) if number else 1, unit))


def read_vague(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    """Read "recently", "in recent weeks", "days later", "earlier in the day": no day is fixed, or that last told of."""
    first, second = at(tokens, index).low, at(tokens, index + 1).low
    if first == "recently":
        return Match(index + 1, UNKNOWN)
    if first == "recent" and second in UNITS:
        return Match(index + 2, UNKNOWN)
    if first in UNITS and first.endswith("s") and second in {"later", "earlier", "ago", "afterwards"}:
        near = UNITS[first] in {"hour", "minute"}
        told = setting.anchor if second == "ago" else setting.reference
        return Match(index + 2, days.day(told) if near else UNKNOWN, told=near and second != "ago")
    coming = index + (first == "the")
    if at(tokens, coming).low == "within":
        coming += 1 + (at(tokens, coming + 1).low == "the")
    if at(tokens, coming).low in {"coming", "next", "following"} and _vague_count(tokens, coming + 1):
        return Match(_vague_count(tokens, coming + 1) or coming, UNKNOWN)
    return _of_told(tokens, index, setting) if first in {"earlier", "later"} else None


def _vague_count(tokens: list[Token], index: int) -> int | None:
    """Return the index after "days", "few weeks"."""
    after = index + (at(tokens, index).low in _ROUND)
    low = at(tokens, after).low
    return after + 1 if low in UNITS and low.endswith("s") and not low.endswith("'s") else None


def _of_told(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    """Read "earlier in the day", "later that night", "later the same year"."""
    word = index + 1 + (at(tokens, index + 1).low == "in")
    if at(tokens, word).low not in {"the", "that"}:
        return None
    end = word + 1 + (at(tokens, word + 1).low == "same")
    name = at(tokens, end).low
    told: dt.date | None = setting.reference or setting.anchor
    if name in _PARTS_OF_DAY:
        return Match(end + 1, days.day(told), told=setting.reference is not None)
    if name not in {"week", "month", "year"}:
        return None
    told = setting.last.start or setting.anchor
    return Match(end + 1, days.unit_of(told, name) if told else UNKNOWN, told=setting.last.start is not None)
