"""Rules for expressions relative to a day: "yesterday", "last Friday", "two weeks ago", "the previous day"."""

import datetime as dt

from tocsin.resolve import calendar_days as days
from tocsin.resolve.calendar_days import UNKNOWN, Extent
from tocsin.resolve.timex_words import DAY_PARTS, UNITS, WEEKDAYS, Match, Setting, count, is_coming
from tocsin.resolve.tokens import Token, at, follows, words

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_BEFORE = words("ago earlier before prior previously")
_AFTER = words("later after afterwards")
_WHICH = words("this last next past previous following preceding same that coming recent")
_PERIODS = words("past last recent previous preceding")
_NEAR = words("early late earlier later")


def read_relative(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read an expression that starts at a token and counts from the report's day or from the day last told of."""
    first = at(tokens, index).low.removesuffix("'s")
    if first in _NEAR and not at(tokens, index).low.endswith("'s"):
        inner = read_relative(tokens, index + 1 + (at(tokens, index + 1).low in {"on", "in"}), lead or "on", setting)
        return inner or _vague(tokens, index, setting)
    if first in _DAYS:
        return _named_day(tokens, index, setting)
    if first == "overnight":
        anchor = setting.anchor
        before = days.shifted(anchor, -1) if anchor else None
        return Match(index + 1, days.between(before, anchor) if before and anchor else UNKNOWN)
    if first in WEEKDAYS:
        return _weekday(tokens, index, "", setting)
    if first in {"the", "this", "that"} or first in _WHICH:
        return _pointed(tokens, index, lead, setting) or _vague(tokens, index, setting)
    return _away(tokens, index, setting) or _vague(tokens, index, setting)


def _named_day(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    token, before = tokens[index], at(tokens, index - 1)
    if token.capital and before.capital and before.low.isalpha() and not token.text.isupper():
        # the newspaper "… Today"
        return None
    step = _DAYS[token.low.removesuffix("'s")]
    return Match(_with_day_part(tokens, index + 1), days.day(_shift(setting.anchor, step)))


def _shift(date: dt.date | None, step: int) -> dt.date | None:
    return days.shifted(date, step) if date else None


def _with_day_part(tokens: list[Token], end: int) -> int:
    """Take in the part of the day behind a day: "Tuesday night", "Saturday early morning"."""
    after = end + (at(tokens, end).low in {"early", "late"} and at(tokens, end + 1).low in DAY_PARTS)
    return after + 1 if at(tokens, after).low in DAY_PARTS else end


def _weekday(tokens: list[Token], index: int, which: str, setting: Setting) -> Match | None:
    token = tokens[index]
    name = token.low.removesuffix("'s")
    if name not in WEEKDAYS or (token.capital and at(tokens, index - 1).low in {"black", "bloody", "good", "ash"}):
        return None
    end = _with_day_part(tokens, index + 1)
    if which in {"following", "previous", "preceding"} and setting.reference:
        step = WEEKDAYS[name] - setting.reference.weekday()
        step = step % 7 or 7 if which == "following" else (step % 7) - 7
        return Match(end, days.day(days.shifted(setting.reference, step)))
    if setting.anchor is None:
        return Match(end, UNKNOWN)
    future = is_coming(tokens, index, end) or which in {"coming", "following"}
    nearest = {"next": "next", "last": "last"}.get(which, "")
    return Match(end, days.day(days.weekday_near(setting.anchor, WEEKDAYS[name], nearest, future=future)))


def _pointed(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read what "this", "last", "the past" … point at."""
    articled = tokens[index].low == "the"
    word = index + articled
    which = at(tokens, word).low
    if which == "this" and at(tokens, word + 1).low == "past":
        which, word = "last", word + 1
    if articled and which not in _WHICH:
        return _articled(tokens, word, lead, setting)
    if which in _PERIODS and articled:
        period = _period(tokens, word, setting)
        if period:
            return period
    if which == "past" and not articled:
        return None
    return _which(tokens, word + 1, which, setting)


def _articled(tokens: list[Token], word: int, lead: str, setting: Setting) -> Match | None:
    """Read "the weekend", "the day before", "the night before last", "the last week of the year"."""
    name = at(tokens, word).low
    if name == "weekend" and lead in {"over", "at", "during", "on", "in", "since", "for", "throughout"}:
        return Match(word + 1, days.weekend_near(setting.anchor, "") if setting.anchor else UNKNOWN)
    if name == "day" and at(tokens, word + 2).low in {"yesterday", "tomorrow"}:
        step = {"before": -2, "after": 2}.get(at(tokens, word + 1).low)
        return Match(word + 3, days.day(_shift(setting.anchor, step))) if step else None
    if name in {"day", "night"} and at(tokens, word + 1).low in {"before", "after"}:
        if at(tokens, word + 2).low == "last":
            return Match(word + 3, days.day(_shift(setting.anchor, -2)))
        if at(tokens, word + 2).low.isalpha():
            # "the day before the attack": the attack's day isn't known here
            return None
        step = -1 if at(tokens, word + 1).low == "before" else 1
        return Match(word + 2, days.day(_shift(setting.reference or (setting.anchor if step < 0 else None), step)))
    return None


def _period(tokens: list[Token], word: int, setting: Setting) -> Match | None:
    """Read "the past three weeks", "the last 24 hours", "the last week of the year", "the past week"."""
    which = tokens[word].low
    number = count(tokens, word + 1)
    unit = UNITS.get(at(tokens, number[1] if number else word + 1).low)
    if unit is None or (number is None and which in {"previous", "preceding"}):
        return None
    end = (number[1] if number else word + 1) + 1
    if which == "last" and unit == "week" and not number and follows(tokens, end, ("of", "the", "year")):
        return Match(end + 3, _last_week_of_year(setting.anchor))
    anchor = setting.anchor
    if anchor and unit in {"hour", "minute"} and number and number[0] is None:
        return Match(end, days.day(anchor))
    if anchor is None or (number is not None and number[0] is None) or which == "recent":
        return Match(end, UNKNOWN)
    if number is None and which == "last":
        return None
    return Match(end, days.past(anchor, min(number[0] or 1, 5000) if number else 1, unit))


def _last_week_of_year(anchor: dt.date | None) -> Extent:
    if anchor is None:
        return UNKNOWN
    number = anchor.year - (anchor < dt.date(anchor.year, 12, 25))
    return Extent(dt.date(number, 12, 25), dt.date(number, 12, 31), "week")


def _which(tokens: list[Token], word: int, which: str, setting: Setting) -> Match | None:
    """Read the noun behind "this", "last", "next", "previous", "same" …."""
    name = at(tokens, word).low.removesuffix("'s")
    if name in WEEKDAYS:
        return _weekday(tokens, word, which, setting)
    if which == "recent":
        return None
    told = which in {"previous", "following", "preceding", "same", "that"} or (
        which == "next" and at(tokens, word - 2).low == "the"
    )
    anchor = setting.reference if told else setting.anchor
    if told and anchor is None and which in {"previous", "preceding"}:
        anchor = setting.anchor
    step = {"last": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1, "coming": 1}.get(which, 0)
    if name in {"morning", "afternoon", "evening", "night", "day"}:
        vague = name == "day" and which in {"this", "last", "that"} and not (which == "that" and setting.reference)
        return None if vague else Match(word + 1, days.day(_shift(anchor, step)))
    if name == "weekend":
        return Match(word + 1, days.weekend_near(anchor, {-1: "last", 1: "next"}.get(step, "")) if anchor else UNKNOWN)
    if name not in {"week", "month", "year", "decade"} or which in {"same", "that"}:
        return None
    nearest = {-1: "last", 1: "next"}.get(step, "this")
    return Match(word + 1, days.unit_near(anchor, name, nearest) if anchor else UNKNOWN)


def _away(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    """Read "two days ago", "a week earlier", "three hours later", "10 years before"."""
    start = index
    while at(tokens, start).low in {"about", "around", "some", "nearly", "almost", "just", "over", "approximately"}:
        start += 1
    start += 2 * follows(tokens, start, ("more", "than"))
    number = count(tokens, start)
    unit = UNITS.get(at(tokens, number[1]).low) if number else None
    if number is None or unit is None:
        return None
    word = at(tokens, number[1] + 1).low
    if word not in _BEFORE | _AFTER:
        return None
    end = number[1] + 2
    if word in {"before", "after", "prior"} and at(tokens, end).low in {"he", "she", "they", "it", "being", "that"}:
        return None
    anchor = setting.anchor if word == "ago" else setting.reference
    if word == "earlier" and anchor is None:
        anchor = setting.anchor
    if anchor is None or number[0] is None:
        return Match(end, UNKNOWN)
    signed = min(number[0], 5000) * (-1 if word in _BEFORE else 1)
    return Match(end, days.ago(anchor, signed, unit))


def _vague(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    """Read "recently", "in recent weeks", "days later", "earlier in the day": no day is fixed, or that last told of."""
    first, second = at(tokens, index).low, at(tokens, index + 1).low
    if first == "recently":
        return Match(index + 1, UNKNOWN)
    if first == "recent" and second in UNITS:
        return Match(index + 2, UNKNOWN)
    if first in UNITS and first.endswith("s") and second in {"later", "earlier", "ago", "afterwards"}:
        near = UNITS[first] in {"hour", "minute"}
        told = setting.anchor if second == "ago" else setting.reference
        return Match(index + 2, days.day(told) if near else UNKNOWN)
    if first in {"earlier", "later"} and (second in {"in", "that"}):
        end = index + 2 + (at(tokens, index + 2).low in {"the", "that"})
        if at(tokens, end).low in {"day", "morning", "night", "evening", "afternoon"}:
            return Match(end + 1, days.day(setting.reference or setting.anchor))
    return None
