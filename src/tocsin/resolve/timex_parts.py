"""Rules for parts of longer times: "early March", "the end of last year", "the third quarter of 2020", seasons."""

import datetime as dt

from tocsin.resolve.calendar_days import (
    UNKNOWN,
    Extent,
    between,
    day,
    decade,
    month,
    month_near,
    shifted,
    unit_near,
    week,
    weekday_near,
    year,
)
from tocsin.resolve.timex_dates import read_day, read_number
from tocsin.resolve.timex_months import read_month
from tocsin.resolve.timex_tense import is_coming
from tocsin.resolve.timex_words import FULL_MONTHS, PARTS, WEEKDAYS, Match, Setting
from tocsin.resolve.timex_years import its_year, read_year, year_of
from tocsin.resolve.tokens import Token, at, words

_WHICH = words("last this next past")
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_SEASON_LEADS = words("in since during by until over throughout before after")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "last": -1, "final": -1}
_SHARES = words("half quarter week weekend days day") | set(WEEKDAYS)
_NOT_CENTURIES = words("- –")


def read_part(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read a part of a year or month, a season or a century that starts at a token."""
    return (
        _cut(tokens, index, lead, setting)
        or _share(tokens, index, setting)
        or _week_of(tokens, index, setting)
        or _season(tokens, index, lead, setting)
        or _century(tokens, index, lead)
    )


def _cut(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read "early March", "mid-2014", "the end of last May", "last December", "late last year"."""
    after = index + (at(tokens, index).low == "the" and at(tokens, index + 1).low in PARTS)
    part, which = "", ""
    if at(tokens, after).low in PARTS:
        part, after = tokens[after].low, after + 1
        after += at(tokens, after).low in {"of", "in", "-", "–"}
        if part in {"beginning", "start", "middle", "end"} and tokens[after - 1].low == part:
            return None
    if at(tokens, after).low in _WHICH:
        which, after = tokens[after].low.replace("past", "last"), after + 1
        after += at(tokens, after).low == "past"
    if after == index:
        return None
    return _cut_of(tokens, after, lead, setting, part=part, which=which)


def _cut_of(tokens: list[Token], index: int, lead: str, setting: Setting, *, part: str, which: str) -> Match | None:
    word = at(tokens, index).low
    if word.removesuffix("'s") in FULL_MONTHS and not read_number(tokens, index + 1):
        return read_month(tokens, index, lead, setting, part=part, which=which)
    if word == "the" and part and not which:
        return _of_this(tokens, index + 1, setting, part)
    if word in {"year", "month"} and part and which:
        return Match(index + 1, _around(word, which, part, setting))
    number = read_year(tokens, index)
    if number is None or which:
        return None
    if at(tokens, index + 1).low == "s" and at(tokens, index + 1).glued:
        return Match(index + 2, decade(number, part))
    return Match(index + 1, year(number, part))


def _of_this(tokens: list[Token], index: int, setting: Setting, part: str) -> Match | None:
    """Read what stands behind "the end of the": "year", "month", "1990s"."""
    word, number = at(tokens, index).low, read_year(tokens, index)
    if number and at(tokens, index + 1).low == "s":
        return Match(index + 2, decade(number, part))
    if word not in {"year", "month"}:
        return None
    told = setting.here.start or setting.anchor
    if told is None:
        return Match(index + 1, UNKNOWN)
    return Match(index + 1, year(told.year, part) if word == "year" else month(told.year, told.month, part))


def _around(unit: str, which: str, part: str, setting: Setting) -> Extent:
    number = year_of(which, setting)
    if setting.anchor is None or number is None:
        return UNKNOWN
    if unit == "year":
        return year(number, part)
    found = unit_near(setting.anchor, "month", which).start or setting.anchor
    return month(found.year, found.month, part)


def _share(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    """Read "the first half of 2019", "the last day of June", "the first Monday of May"."""
    after = index + (at(tokens, index).low == "the")
    number = _ORDINALS.get(at(tokens, after).low)
    name = at(tokens, after + 1).low
    after += 2
    if number is None or name not in _SHARES or at(tokens, after).low not in {"of", "in"}:
        return None
    whole = _whole(tokens, after + 1, setting)
    if whole is None:
        return None
    start, end = whole.extent.start, whole.extent.end
    if start is None or end is None:
        return whole
    if name == "week" and number < 0 and tokens[whole.end - 2].low == "the" and setting.anchor:
        # "the last week of the year" told early in January
        start, end = _last_begun(start, end, setting.anchor)
    found = _piece(start, end, number, name)
    return Match(whole.end, found, told=whole.told) if found else None


def _last_begun(start: dt.date, end: dt.date, anchor: dt.date) -> tuple[dt.date, dt.date]:
    if start.month == 1 and end.month == 12 and anchor < dt.date(anchor.year, 12, 25) and anchor.year > 1:
        return start.replace(year=anchor.year - 1), end.replace(year=anchor.year - 1)
    return start, end


def _whole(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    """Read the month or year that a part is of."""
    word = at(tokens, index).low
    which, unit = word, at(tokens, index + 1).low
    if which in {"the", "this", "last", "next"} and unit in {"year", "month"}:
        told = setting.here.start if which == "the" else None
        near = told or setting.anchor
        if near is None:
            return Match(index + 2, UNKNOWN)
        if unit == "year":
            return Match(index + 2, year(year_of(which, setting._replace(anchor=near)) or near.year))
        found = unit_near(near, "month", "" if which == "the" else which).start or near
        return Match(index + 2, month(found.year, found.month))
    number = read_year(tokens, index)
    if number:
        return Match(index + 1, year(number))
    return read_month(tokens, index, "in", setting) if word.removesuffix("'s") in FULL_MONTHS else None


def _piece(start: dt.date, end: dt.date, number: int, name: str) -> Extent | None:
    yearly = (end - start).days > 31
    if name in WEEKDAYS:
        first = weekday_near(start, WEEKDAYS[name], "", future=True)
        last = weekday_near(end, WEEKDAYS[name], "")
        return day(shifted(first, 7 * (number - 1)) if number > 0 and first else last)
    if name == "half":
        if number not in {1, 2}:
            return None
        if yearly:
            return between(start.replace(month=6 * number - 5), dt.date(start.year, 6 * number, 30 + (number == 2)))
        middle = start.replace(day=15)
        return between(start, middle) if number == 1 else between(middle + dt.timedelta(1), end)
    if name == "quarter":
        if not yearly:
            return None
        first_month = month(start.year, (number if number > 0 else 4) * 3 - 2).start
        last = month(start.year, (number if number > 0 else 4) * 3).end
        return between(first_month or start, last or end)
    if name == "week":
        first = start + dt.timedelta(7 * (number - 1)) if number > 0 else end - dt.timedelta(6)
        return Extent(first, first + dt.timedelta(6), "week") if first + dt.timedelta(6) <= end else None
    if name == "day":
        return day(shifted(start, number - 1) if number > 0 else end)
    if name == "days" and not yearly and number in {1, -1}:
        return month(start.year, start.month, "early" if number > 0 else "late")
    return None


def _week_of(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    """Read "the week of Nov. 20", "the weekend of 4-5 November"."""
    after = index + (at(tokens, index).low == "the")
    name = at(tokens, after).low
    if name not in {"week", "weekend"} or at(tokens, after + 1).low not in {"of", "beginning", "ending"}:
        return None
    dated = read_day(tokens, after + 2, setting)
    if dated is None or dated.extent.start is None or dated.extent.end is None:
        return dated
    if name == "week":
        return Match(dated.end, week(dated.extent.start), told=dated.told)
    saturday = weekday_near(dated.extent.end, 5, "") or dated.extent.end
    return Match(dated.end, between(saturday, shifted(saturday, 1) or saturday), told=dated.told)


def _season(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read "the summer of 2012", "last spring", "in the fall"; "fall" and "spring" are verbs without such words."""
    which = ""
    if at(tokens, index).low in {"last", "this", "next", "past"}:
        which, index = tokens[index].low, index + 1
    articled = at(tokens, index).low == "the"
    index += articled
    part = at(tokens, index).low if at(tokens, index).low in {"early", "late", "mid"} else ""
    index += bool(part) + (at(tokens, index + bool(part)).low == "-")
    season = _SEASONS.get(at(tokens, index).low.removesuffix("'s"))
    if season is None:
        return None
    around, end = its_year(tokens, index + 1, setting)
    if end == index + 1 and at(tokens, end).low == "of":
        # "the fall of the city"
        return None
    if not (which or end > index + 1 or part or (articled and lead in _SEASON_LEADS)):
        return None
    if around is None and (setting.anchor is None or end > index + 1):
        return Match(end, UNKNOWN)
    around = around or _season_year(tokens, index, which, season[0], setting)
    return Match(end, _season_days(around, season))


def _season_year(tokens: list[Token], index: int, which: str, first: int, setting: Setting) -> int:
    anchor = setting.anchor or dt.date.min
    future = not which and is_coming(tokens, index, index + 1)
    found = month_near(anchor, first, which.replace("past", "last"), future=future).start
    around = found.year if found else anchor.year
    if which in {"last", "past"} and first <= anchor.month < first + 3:
        return anchor.year - 1
    return around


def _season_days(around: int, season: tuple[int, int]) -> Extent:
    if around >= dt.MAXYEAR:
        return UNKNOWN
    start = month(around, season[0]).start
    last = month(around + (season[1] < season[0]), season[1]).end
    return between(start, last) if start and last else UNKNOWN


def _century(tokens: list[Token], index: int, lead: str) -> Match | None:
    """Read "the 19th century"."""
    after = index + (at(tokens, index).low == "the")
    number = read_number(tokens, after)
    if number is None or number[1] == after + 1 or not 1 <= number[0] <= 21:
        return None
    after = number[1] + (at(tokens, number[1]).low in _NOT_CENTURIES)
    if at(tokens, after).low not in {"century", "century's"} or not (lead or after == number[1]):
        return None
    first = (number[0] - 1) * 100 + 1
    return Match(after + 1, between(dt.date(first, 1, 1), dt.date(first + 99, 12, 31)))
