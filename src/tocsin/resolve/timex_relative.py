"""Rules for days relative to another: "yesterday", "last Friday", "this month", "the previous day", "that night"."""

import datetime as dt

from tocsin.resolve import calendar_days as days
from tocsin.resolve.calendar_days import UNKNOWN, Extent
from tocsin.resolve.timex_away import read_away, read_period, read_vague
from tocsin.resolve.timex_tense import is_coming
from tocsin.resolve.timex_words import DAY_PARTS, WEEKDAYS, Match, Setting
from tocsin.resolve.tokens import Token, at, words

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WHICH = words("this last next past previous following preceding same that coming recent")
_TOLD = words("previous preceding following same that")
_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1, "coming": 1}
_PERIODS = words("past last recent previous preceding")
_NEAR = words("early late earlier later")
_PARTS_OF_DAY = words("morning afternoon evening night")
_NAMED = words("black bloody good ash easter palm")
_WEEKEND_LEADS = words("over at during on in since for throughout by until")


def read_relative(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read an expression that starts at a token and counts from the report's day or from the day last told of."""
    if at(tokens, index).low in _NEAR:
        after = index + 1 + (at(tokens, index + 1).low in {"on", "in"})
        return _relative(tokens, after, lead or "on", setting) or read_vague(tokens, index, setting)
    return _relative(tokens, index, lead, setting)


def _relative(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    first = at(tokens, index).low.removesuffix("'s")
    if first in _DAYS:
        return _named_day(tokens, index, setting)
    if first == "overnight":
        return _overnight(tokens, index, setting)
    if first in WEEKDAYS:
        return _weekday(tokens, index, "", setting)
    if first == "the" or first in _WHICH:
        return _pointed(tokens, index, lead, setting) or read_vague(tokens, index, setting)
    return read_away(tokens, index, setting) or read_vague(tokens, index, setting)


def _named_day(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    token, before = tokens[index], at(tokens, index - 1)
    if token.capital and before.capital and before.low.isalpha() and not token.text.isupper():
        # the newspaper "… Today"
        return None
    step = _DAYS[token.low.removesuffix("'s")]
    return Match(_with_day_part(tokens, index + 1), days.day(_shift(setting.anchor, step)))


def _overnight(tokens: list[Token], index: int, setting: Setting) -> Match:
    """Read "overnight", "overnight Wednesday", "overnight into Thursday": the night that begins or ends there."""
    after = index + 1
    into = at(tokens, after).low in {"into", "to"}
    after += into or at(tokens, after).low == "on"
    named = _weekday(tokens, after, "", setting) if at(tokens, after).low in WEEKDAYS else None
    last = setting.anchor
    if named and named.extent.start:
        last = named.extent.start if into else days.shifted(named.extent.start, 1)
    first = _shift(last, -1)
    known = setting.anchor and first and last
    return Match(named.end if named else index + 1, days.between(first, last) if known and first and last else UNKNOWN)


def _shift(date: dt.date | None, step: int) -> dt.date | None:
    return days.shifted(date, step) if date else None


def _with_day_part(tokens: list[Token], end: int) -> int:
    """Take in the part of the day behind a day: "Tuesday night", "Saturday early morning"."""
    after = end + (at(tokens, end).low in {"early", "late"} and at(tokens, end + 1).low in DAY_PARTS)
    return after + 1 if at(tokens, after).low in DAY_PARTS else end


def _weekday(tokens: list[Token], index: int, which: str, setting: Setting) -> Match | None:
    token = tokens[index]
    name = token.low.removesuffix("'s")
    if name not in WEEKDAYS or (token.capital and at(tokens, index - 1).low in _NAMED):
        return None
    number = WEEKDAYS[name]
    end = _with_day_part(tokens, index + 1)
    if which in {"following", "previous", "preceding"} and setting.reference:
        step = number - setting.reference.weekday()
        step = step % 7 or 7 if which == "following" else (step % 7) - 7
        return Match(end, days.day(days.shifted(setting.reference, step)), told=True)
    week, after = _its_week(tokens, end, setting)
    if after > end:
        return Match(after, days.day(days.shifted(week, number)) if week else UNKNOWN)
    if setting.anchor is None:
        return Match(end, UNKNOWN)
    if which == "past":
        return Match(end, days.day(days.weekday_near(setting.anchor - dt.timedelta(1), number, "")))
    future = is_coming(tokens, index, end) or which in {"coming", "following"}
    nearest = which if which in {"next", "last"} else ""
    return Match(end, days.day(days.weekday_near(setting.anchor, number, nearest, future=future)))


def _its_week(tokens: list[Token], index: int, setting: Setting) -> tuple[dt.date | None, int]:
    """Read the week behind a weekday, with the index after it: "Tuesday of last week"; its Monday where known."""
    after = index + (at(tokens, index).low == "of")
    which = at(tokens, after).low
    if which not in {"this", "last", "next"} or at(tokens, after + 1).low != "week":
        return None, index
    if setting.anchor is None:
        return None, after + 2
    return days.unit_of(setting.anchor, "week", _STEPS.get(which, 0)).start, after + 2


def _pointed(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read what "this", "last", "the past" … point at."""
    articled = tokens[index].low == "the"
    word = index + articled
    which = at(tokens, word).low
    if which == "this" and at(tokens, word + 1).low == "past":
        which, word = "past", word + 1
        return (
            _which(tokens, word + 1, which, setting)
            if at(tokens, word + 1).low in WEEKDAYS
            else _past(tokens, word, setting)
        )
    if articled and which not in _WHICH:
        return _articled(tokens, word, lead, setting)
    if which in _PERIODS and articled:
        period = read_period(tokens, word, setting)
        if period:
            return period
    if which == "past" and not articled:
        return None
    return _which(tokens, word + 1, which, setting)


def _past(tokens: list[Token], word: int, setting: Setting) -> Match | None:
    """Read "this past week", "this past weekend": as "last"."""
    return _which(tokens, word + 1, "last", setting)


def _articled(tokens: list[Token], word: int, lead: str, setting: Setting) -> Match | None:
    """Read "the weekend", "the day before", "the night before last", "the morning after"."""
    name, where = at(tokens, word).low, at(tokens, word + 1).low
    if name == "weekend" and lead in _WEEKEND_LEADS:
        future = is_coming(tokens, word, word + 1)
        anchor = setting.anchor
        return Match(word + 1, days.weekend_near(anchor, "", future=future) if anchor else UNKNOWN)
    if name == "day" and at(tokens, word + 2).low in {"yesterday", "tomorrow"}:
        step = {"before": -2, "after": 2}.get(where)
        return Match(word + 3, days.day(_shift(setting.anchor, step))) if step else None
    if name not in _PARTS_OF_DAY | {"day"} or where not in {"before", "after"}:
        return None
    if at(tokens, word + 2).low == "last":
        return Match(word + 3, days.day(_shift(setting.anchor, -2)))
    if at(tokens, word + 2).low.isalpha() and at(tokens, word + 2).low not in {"and", "at", "in", "when"}:
        # "the day before the attack": the attack's day isn't known here
        return None
    step = -1 if where == "before" else 1
    told = setting.reference or (setting.anchor if step < 0 else None)
    return Match(word + 2, days.day(_shift(told, step)), told=setting.reference is not None)


def _which(tokens: list[Token], word: int, which: str, setting: Setting) -> Match | None:
    """Read the noun behind "this", "last", "next", "previous", "same" …."""
    name = at(tokens, word).low.removesuffix("'s")
    if name in WEEKDAYS:
        return _weekday(tokens, word, which, setting)
    if which == "recent":
        return None
    if which in _TOLD or (which == "next" and at(tokens, word - 2).low == "the"):
        return _told(tokens, word, which, setting)
    anchor, step = setting.anchor, _STEPS.get(which, 0)
    if name in _PARTS_OF_DAY or name == "day":
        vague = name == "day" and which in {"this", "last"}
        return None if vague else Match(word + 1, days.day(_shift(anchor, step)))
    nearest = {-1: "last", 1: "next"}.get(step, "this")
    if name == "weekend":
        future = step == 0 and is_coming(tokens, word - 1, word + 1)
        return Match(word + 1, days.weekend_near(anchor, nearest, future=future) if anchor else UNKNOWN)
    if name not in {"week", "month", "year", "decade"}:
        return None
    if anchor is None:
        return Match(word + 1, UNKNOWN)
    future = step == 0 and (at(tokens, word - 2).low == "later" or is_coming(tokens, word - 1, word + 1))
    return Match(word + 1, days.unit_near(anchor, name, nearest, future=future))


def _told(tokens: list[Token], word: int, which: str, setting: Setting) -> Match | None:
    """Read "the previous day", "the same year", "that night", "the next month": from what was told of last."""
    name, step = at(tokens, word).low.removesuffix("'s"), _STEPS.get(which, 0)
    dayish = name in _PARTS_OF_DAY or name == "day"
    if which == "that" and name == "day" and setting.reference is None:
        return None
    if not dayish and name not in {"week", "month", "year", "weekend"}:
        return None
    told: dt.date | None = setting.reference if dayish else _origin(name, setting.last)
    known = told is not None
    if told is None and which in {"previous", "preceding"}:
        told = setting.anchor
    if told is None:
        return Match(word + 1, UNKNOWN) if which != "that" else None
    if name == "weekend":
        return Match(word + 1, days.weekend_near(told, {-1: "last", 1: "next"}.get(step, "")), told=known)
    return Match(word + 1, days.unit_of(told, "day" if dayish else name, step), told=known)


def _origin(unit: str, told: Extent) -> dt.date | None:
    """Return the day to count from, None where what was told of is longer than the unit."""
    sizes = {"week": 7, "weekend": 7, "month": 31, "year": 366}
    if told.start is None or told.end is None or (told.end - told.start).days >= sizes[unit]:
        return None
    return told.start
