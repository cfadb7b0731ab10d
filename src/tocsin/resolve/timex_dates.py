"""Rules for days that name their month: "14 August 2008", "Aug. 3 to 5", "Sunday the 13th", "2008-08-14"."""

import datetime as dt
from typing import NamedTuple

from tocsin.resolve.calendar_days import (
    UNKNOWN,
    Extent,
    between,
    date_or_none,
    day,
    day_near,
    months_away,
    shifted,
)
from tocsin.resolve.timex_story import story_day
from tocsin.resolve.timex_tense import is_coming
from tocsin.resolve.timex_words import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS, Match, Setting
from tocsin.resolve.timex_years import its_year, short_year
from tocsin.resolve.tokens import Token, at, words

_JOINTS = words("- – — to and through until till ,")
_NOT_DAYS = words("p.m. a.m. pm am : % percent km million billion thousand hundred")
_NOT_VERB = words("in at when and on by last of near against to the this that it he she they we was had were")
_PLACES = words("in at when on")
_JUST = 30
"""Days for which a date without a year is taken as past, whatever the tense."""


class _Named(NamedTuple):
    """What a date names: month, first and last day, weekday, and its year with whether one stands there."""

    month: int
    days: tuple[int, int]
    weekday: int | None
    year: int | None
    dated: bool


def read_day(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    """Read a day, or days of one month, that starts at a token, with a weekday before it or not."""
    number = weekday_at(tokens, index)
    if number is not None:
        after = index + 1
        while at(tokens, after).low in {",", ".", "the"}:
            after += 1
        return _day_of_month(tokens, after, setting, number) or _weekday_and_number(tokens, index, number, setting)
    index += at(tokens, index).low == "the"
    if at(tokens, index).low[:1].isdecimal():
        return _figures(tokens, index) or _day_of_month(tokens, index, setting, None)
    return _day_of_month(tokens, index, setting, None) if at(tokens, index).low in MONTHS else None


def weekday_at(tokens: list[Token], index: int) -> int | None:
    """Return the weekday that a token names, in short or in full, Monday being 0."""
    low = at(tokens, index).low
    return WEEKDAYS.get(low, SHORT_WEEKDAYS.get(low))


def _figures(tokens: list[Token], index: int) -> Match | None:
    """Read "2008-08-14", "25/12/2021" and the date-time group of the military, "141200Z AUG 08"."""
    group = _date_time_group(tokens, index)
    if group:
        return group
    parts = [at(tokens, index + step) for step in range(5)]
    first, second, third = parts[0].low, parts[2].low, parts[4].low
    glued = all(part.glued and part.low.isdecimal() for part in parts[2::2]) and first.isdecimal()
    if not glued or [part.low for part in parts[1::2]] not in (["-", "-"], ["/", "/"], [".", "."]):
        return None
    if len(first) == 4:
        date = date_or_none(int(first), int(second), int(third))
    elif len(third) == 4 and (int(first) > 12 or int(second) > 12):
        # with a number over 12 it is clear which is the day
        low, high = sorted((int(first), int(second)))
        date = date_or_none(int(third), low, high)
    else:
        date = None
    return Match(index + 5, day(date)) if date else None


def _date_time_group(tokens: list[Token], index: int) -> Match | None:
    figures, zone, name = (at(tokens, index + step) for step in range(3))
    number = at(tokens, index + 3).low
    if len(figures.low) != 6 or not figures.low.isdecimal() or zone.low != "z" or name.low not in MONTHS:
        return None
    if not number.isdecimal() or len(number) not in {2, 4}:
        return None
    around = int(number) if len(number) == 4 else int(number) + (1900 if int(number) >= 40 else 2000)
    date = date_or_none(around, MONTHS[name.low], int(figures.low[:2]))
    return Match(index + 4, day(date, "time")) if date else None


def read_number(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Read the day of a month with the index after it: "3", "03", "14th"."""
    token = at(tokens, index)
    if not token.low.isdecimal() or len(token.low) > 2 or not 1 <= int(token.low) <= 31:
        return None
    after = at(tokens, index + 1)
    if after.glued and after.low in {"st", "nd", "rd", "th"}:
        return int(token.low), index + 2
    if (after.glued and (after.low in {":", "%", "/"} or after.low.isalpha())) or after.low in _NOT_DAYS:
        return None
    return int(token.low), index + 1


def _day_of_month(tokens: list[Token], index: int, setting: Setting, weekday: int | None) -> Match | None:
    """Read "August 14", "14 August", "August 3 to 5", "20 and 21 August", each with a year or without."""
    if at(tokens, index).low in MONTHS:
        which, after = MONTHS[tokens[index].low], index + 1
        after += at(tokens, after).low == "." and at(tokens, after).glued
        after += at(tokens, after).low == "the"
        first = read_number(tokens, after)
        if first is None or _counts(tokens, first[1], at(tokens, index)):
            return None
        last = _later(tokens, first, closed=True)
        end = last[1]
    else:
        first = read_number(tokens, index)
        if first is None:
            return None
        last = _later(tokens, first, closed=False)
        end = last[1] + (at(tokens, last[1]).low == "of")
        if at(tokens, end).low not in MONTHS or _is_verb(tokens, end):
            return None
        which, end = MONTHS[tokens[end].low], end + 1
        end += at(tokens, end).low == "." and at(tokens, end).glued and tokens[end - 1].low in SHORT_MONTHS
    around, after = its_year(tokens, end, setting)
    if after == end and (short := short_year(tokens, end)):
        around, after = short
    named = _Named(which, (first[0], last[0]), weekday, around, after > end)
    return _resolved(tokens, (index, after), named, setting)


def _counts(tokens: list[Token], after: int, name: Token) -> bool:
    """Say whether the figure behind a month counts what follows: "in October 21 people were convicted"."""
    return name.low not in SHORT_MONTHS and at(tokens, after).low in _COUNTED


_COUNTED = words("people men women soldiers civilians officers suspects militants rebels gunmen others villagers")


def _is_verb(tokens: list[Token], index: int) -> bool:
    """Say whether "may" or "march" behind a figure is the verb: "the 12 may have fled"."""
    after = at(tokens, index + 1).low
    return tokens[index].text in {"may", "march"} and after.isalpha() and after not in _NOT_VERB


def _later(tokens: list[Token], first: tuple[int, int], *, closed: bool) -> tuple[int, int]:
    """Read the last day of "3 to 5", "3, 5 and 7"; `closed` where what follows must show that it is no count."""
    last = first
    while at(tokens, last[1]).low in _JOINTS:
        joint = tokens[last[1]].low
        second = read_number(tokens, last[1] + 1)
        if second is None or second[0] <= last[0]:
            break
        after = at(tokens, second[1])
        if closed and joint == "and" and after.low.isalpha() and after.low not in _PLACES:
            break
        if closed and (joint == "," or after.low in MONTHS):
            break
        last = second
    return last


def _resolved(tokens: list[Token], where: tuple[int, int], named: _Named, setting: Setting) -> Match:
    end, around = where[1], named.year
    if named.dated:
        return Match(end, _days(around, named) if around else UNKNOWN)
    told = story_day(tokens, where[0], named.month, named.days, setting) if named.weekday is None else None
    if told:
        return Match(end, _extent(*told), told=True)
    if _is_of_2001(tokens, end, named, setting):
        return Match(end, _days(2001, named))
    if named.weekday is not None:
        around = _fitting(named, setting)
        if around:
            return Match(end, _days(around, named))
    if setting.anchor is None:
        return Match(end, UNKNOWN)
    start = _near(setting.anchor, named, coming=is_coming(tokens, *where))
    return Match(end, _days(start.year, named) if start else UNKNOWN)


def _near(anchor: dt.date, named: _Named, *, coming: bool) -> dt.date | None:
    """Return the last such day, or the coming one; what "was to" be some days ago isn't a year ahead."""
    last = day_near(anchor, named.month, named.days[0])
    if not coming or (last and (anchor - last).days <= _JUST):
        return last
    return day_near(anchor, named.month, named.days[0], future=True)


def _days(number: int, named: _Named) -> Extent:
    first, last = (date_or_none(number, named.month, each) for each in named.days)
    return _extent(first, last) if first and last else UNKNOWN


def _extent(first: dt.date, last: dt.date) -> Extent:
    return day(first) if first == last else between(first, last)


def _is_of_2001(tokens: list[Token], end: int, named: _Named, setting: Setting) -> bool:
    """Say whether the attacks that go by the name of their day are meant: "the September 11 attacks"."""
    event = at(tokens, end).low in {"attacks", "hijackers", "hijackings"} or (
        at(tokens, end).low in {"terrorist", "terror"} and at(tokens, end + 1).low in {"attacks", "attack"}
    )
    late = setting.anchor is None or setting.anchor > dt.date(2001, 9, 11)
    return event and late and (named.month, named.days) == (9, (11, 11))


def _fitting(named: _Named, setting: Setting) -> int | None:
    """Return the year in which a date falls on its weekday: near the report's day, else one that the text names."""
    anchor = setting.anchor
    near = [anchor.year, anchor.year - 1, anchor.year + 1] if anchor else sorted(setting.years)
    dates = [date_or_none(number, named.month, named.days[0]) for number in near if dt.MINYEAR <= number <= dt.MAXYEAR]
    fitting = [date for date in dates if date and date.weekday() == named.weekday]
    if anchor:
        return min(fitting, key=lambda date: abs(date - anchor)).year if fitting else None
    return fitting[0].year if len(fitting) == 1 else None


def _weekday_and_number(tokens: list[Token], index: int, weekday: int, setting: Setting) -> Match | None:
    """Read "Sunday the 13th": the last such day, or the coming one."""
    number = read_number(tokens, index + 2) if at(tokens, index + 1).low == "the" else None
    if number is None or number[1] == index + 3:
        return None
    step = 1 if is_coming(tokens, index, number[1]) else -1
    date = setting.anchor
    for _ in range(400):
        if date is None or (date.day == number[0] and date.weekday() == weekday):
            break
        date = shifted(date, step)
    return Match(number[1], day(date))


def read_ordinal_day(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read "on the 14th": that day of this month or of the last."""
    number = read_number(tokens, index + 1)
    if lead != "on" or at(tokens, index).low != "the" or number is None or number[1] == index + 2:
        return None
    after = at(tokens, number[1])
    if setting.anchor is None or (after.low.isalpha() and after.low not in {"and", "in", "at", "when", "but"}):
        return None
    for months in (0, -1):
        found = date_or_none(*months_away(setting.anchor, months), number[0])
        if found and found <= setting.anchor:
            return Match(number[1], day(found))
    return None
