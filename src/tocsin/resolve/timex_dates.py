"""Rules for dates that name a month or a year: "14 August 2008", "early March", "between 2014 and 2017"."""

import datetime as dt

from tocsin.resolve.calendar_days import (
    UNKNOWN,
    Extent,
    between,
    date_or_none,
    day,
    day_near,
    month,
    month_near,
    months_away,
    year,
)
from tocsin.resolve.timex_words import FULL_MONTHS, MONTHS, PARTS, SHORT_WEEKDAYS, WEEKDAYS, Match, Setting, is_coming
from tocsin.resolve.tokens import Token, at, words

_AMBIGUOUS = words("may march august")
_NAMES = words("april may june august")
_MONTH_LEADS = words(
    "in since until till by during from before after of last this next early mid late past through between"
)
_JOINTS = words("- – — to and through until till")
_NOT_DAYS = words("p.m. a.m. pm am : % percent km million billion thousand hundred")
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_FEASTS = {
    ("new", "year's", "day"): (1, 1),
    ("new", "year's", "eve"): (12, 31),
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("christmas",): (12, 25),
    ("boxing", "day"): (12, 26),
    ("halloween",): (10, 31),
}
_WHICH = words("last this next past")
_YEAR_NOT_AFTER = words("people men women soldiers troops km miles meters metres civilians feet kilometers dead")
_SHORT = {name for name in MONTHS if name not in FULL_MONTHS}


def read_date(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read a date that starts at a token, after the preposition `lead`, with a weekday before it or not."""
    first = at(tokens, index).low
    number = WEEKDAYS.get(first, SHORT_WEEKDAYS.get(first))
    if number is not None:
        after = index + 1
        while at(tokens, after).low in {",", ".", "the"}:
            after += 1
        return _day_of_month(tokens, after, setting, number)
    if first == "the":
        index += 1
        first = at(tokens, index).low
    if first[:1].isdecimal():
        return _iso(tokens, index) or _day_of_month(tokens, index, setting, None) or _years(tokens, index, lead)
    if first.removesuffix("'s") in MONTHS:
        return _day_of_month(tokens, index, setting, None) or _month(tokens, index, lead, setting)
    return (
        _part(tokens, index, lead, setting) or _season(tokens, index, lead, setting) or _feast(tokens, index, setting)
    )


def read_year(tokens: list[Token], index: int) -> int | None:
    """Return the year that a token is, None where it is another number."""
    token = at(tokens, index)
    if len(token.low) != 4 or not token.low.isdecimal() or not 1600 <= int(token.low) < 2100:
        return None
    after = at(tokens, index + 1)
    joined = after.glued and (after.low in {"%", ":"} or (after.low.isalpha() and after.low != "s"))
    return None if joined or after.low in _YEAR_NOT_AFTER else int(token.low)


def _iso(tokens: list[Token], index: int) -> Match | None:
    parts = [at(tokens, index + step) for step in range(5)]
    if [part.low for part in parts[1::2]] not in (["-", "-"], ["/", "/"], [".", "."]) or not all(
        part.glued and part.low.isdecimal() for part in parts[2::2]
    ):
        return None
    first, second, third = parts[0].low, parts[2].low, parts[4].low
    if not first.isdecimal():
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


def _number(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Read the day of a month: "3", "03", "14th"."""
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
        first = _number(tokens, after)
        if first is None:
            return None
        last = _second(tokens, first, closed=True)
        end = last[1]
    else:
        first = _number(tokens, index)
        if first is None:
            return None
        last = _second(tokens, first, closed=False)
        end = last[1] + (at(tokens, last[1]).low == "of")
        if at(tokens, end).low not in MONTHS or _is_verb(tokens, end):
            return None
        which, end = MONTHS[tokens[end].low], end + 1
        end += at(tokens, end).low == "." and at(tokens, end).glued and tokens[end - 1].low in _SHORT
    around, end = _its_year(tokens, end)
    extent = _days(tokens, (index, end), (which, first[0], last[0], weekday), around, setting)
    return Match(end, extent)


def _is_verb(tokens: list[Token], index: int) -> bool:
    """Say whether "may" or "march" behind a figure is the verb: "the 12 may have fled"."""
    after = at(tokens, index + 1).low
    verb = tokens[index].text in {"may", "march"} and after.isalpha()
    return verb and after not in {"in", "at", "when", "and", "on", "by", "last", "of", "near", "against", "to"}


def _second(tokens: list[Token], first: tuple[int, int], *, closed: bool) -> tuple[int, int]:
    """Read the other day of "3 to 5"; `closed` where what follows must show that it is no count."""
    joint = at(tokens, first[1]).low
    if joint not in _JOINTS and joint != ",":
        return first
    second = _number(tokens, first[1] + 1)
    if second is None or second[0] <= first[0]:
        return first
    after = at(tokens, second[1])
    if closed and joint in {"and", ","} and after.low.isalpha() and after.low not in {"in", "at", "when", "on"}:
        return first
    return first if closed and (joint == "," or after.low in MONTHS) else second


def _its_year(tokens: list[Token], index: int) -> tuple[int | str | None, int]:
    """Read the year behind a date: ", 2008", "of 2008", "last year"."""
    after = index + (at(tokens, index).low in {",", "of", "in"})
    number = read_year(tokens, after)
    if number is not None:
        return number, after + 1
    if at(tokens, after).low in {"last", "this", "next"} and at(tokens, after + 1).low == "year":
        return tokens[after].low, after + 2
    return None, index


def _days(
    tokens: list[Token],
    where: tuple[int, int],
    named: tuple[int, int, int, int | None],
    around: int | str | None,
    setting: Setting,
) -> Extent:
    which, first, last, weekday = named
    around = _year_of(around, setting)
    if around is None and setting.anchor is None and weekday is not None:
        # the weekday tells which of the years that the text names is meant
        fitting = {
            number
            for number in setting.years
            if (date := date_or_none(number, which, first)) and date.weekday() == weekday
        }
        around = fitting.pop() if len(fitting) == 1 else None
    if around is None and setting.anchor is None:
        return UNKNOWN
    if around is None and setting.anchor:
        start = day_near(setting.anchor, which, first, future=is_coming(tokens, *where))
    else:
        start = date_or_none(int(around or 1), which, first)
    end = start and date_or_none(start.year, which, last)
    if start is None or end is None:
        return UNKNOWN
    return day(start) if first == last else between(start, end)


def _year_of(around: int | str | None, setting: Setting) -> int | None:
    if isinstance(around, str):
        step = {"last": -1, "next": 1}.get(around, 0)
        return setting.anchor.year + step if setting.anchor else None
    return around


def _month(
    tokens: list[Token], index: int, lead: str, setting: Setting, *, part: str = "", which: str = ""
) -> Match | None:
    """Read a month without a day: "March 2011", "in May", "last December"."""
    token = tokens[index]
    name = token.low.removesuffix("'s")
    end = index + 1
    end += name in _SHORT and at(tokens, end).low == "." and at(tokens, end).glued
    around, end = _its_year(tokens, end)
    if around is None and not _is_month(tokens, index, lead or part or which):
        return None
    number = MONTHS[name]
    fixed = _year_of(around, setting)
    if fixed is not None:
        return Match(end, month(fixed, number, part))
    if setting.anchor is None or around is not None:
        return Match(end, UNKNOWN)
    return Match(end, month_near(setting.anchor, number, which, part, future=is_coming(tokens, index, end)))


def _is_month(tokens: list[Token], index: int, lead: str) -> bool:
    """Tell a bare month from the verbs "may" and "march", the adjective "august" and persons called June."""
    token, before, after = tokens[index], at(tokens, index - 1), at(tokens, index + 1)
    if token.low in _SHORT:
        return False
    if lead in _MONTH_LEADS:
        return (
            token.low not in {"may", "march"}
            or token.capital
            or lead in {"in", "since", "last", "early", "late", "mid"}
        )
    if token.low in _AMBIGUOUS and not token.capital:
        return False
    named = before.capital and before.low.isalpha() and before.low not in {"in", "on", "since", "the", "last", "this"}
    if token.low in _NAMES and (named or (after.capital and after.low.isalpha()) or after.low in {"not", "have", "be"}):
        return False
    starts = before.low in {"", ".", '"', "“", "\n"} or before.end + 2 <= token.start
    return not (starts and token.low in {"may", "march"})


def _part(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read "early March", "mid-2014", "the end of last May", "last December", "late last year"."""
    part, after, which = "", index, ""
    if at(tokens, after).low in PARTS:
        part, after = PARTS[tokens[after].low], after + 1
        after += at(tokens, after).low in {"of", "in", "-", "–"}
    if at(tokens, after).low in _WHICH:
        which, after = tokens[after].low.replace("past", "last"), after + 1
        after += at(tokens, after).low == "past"
    if after == index:
        return None
    word = at(tokens, after).low
    if word.removesuffix("'s") in FULL_MONTHS and not _number(tokens, after + 1):
        return _month(tokens, after, lead, setting, part=part, which=which)
    if word == "year" and part and which and setting.anchor:
        number = _year_of(which, setting)
        return Match(after + 1, year(number or setting.anchor.year, part))
    number = read_year(tokens, after)
    if number is None or which:
        return None
    if at(tokens, after + 1).low == "s" and at(tokens, after + 1).glued:
        return Match(after + 2, _decade(number, part))
    return Match(after + 1, year(number, part))


def _years(tokens: list[Token], index: int, lead: str) -> Match | None:
    """Read "2008", "2014-2017", "1995 and 1996", "the 1990s"."""
    first = read_year(tokens, index)
    before = at(tokens, index - 1)
    if first is None or (tokens[index].glued and before.low not in {"(", "[", "-", "–", "—", ".", "'", '"', "“"}):
        return None
    if before.low in {"$", "#", "no", "resolution", "bus", "flight", "route", "about", "than", "least", "nearly"}:
        return None
    after, second = at(tokens, index + 1), at(tokens, index + 2)
    if after.glued and after.low == "s":
        return Match(index + 2, _decade(first, ""))
    joined = after.low in {"-", "–", "—", "to", "until", "through"} or (
        after.low == "and" and lead in {"between", "in"}
    )
    last = read_year(tokens, index + 2) if joined else None
    if last is None and joined and after.glued and second.glued and len(second.low) == 2 and second.low.isdecimal():
        last = first // 100 * 100 + int(second.low)
    if last is not None and first < last:
        return Match(index + 3, between(dt.date(first, 1, 1), dt.date(last, 12, 31)))
    if not lead and first < 1900:
        return None
    return Match(index + 1, year(first))


def _decade(number: int, part: str) -> Extent:
    first = number // 10 * 10
    start, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    return between(dt.date(first + start, 1, 1), dt.date(first + end, 12, 31))


def _season(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read "the summer of 2012", "last spring", "in the fall"; "fall" and "spring" are verbs without such words."""
    which = at(tokens, index - 1).low if at(tokens, index - 1).low in {"last", "this", "next", "past"} else ""
    if at(tokens, index).low in {"last", "this", "next"}:
        which, index = tokens[index].low, index + 1
    season = _SEASONS.get(at(tokens, index).low.removesuffix("'s"))
    articled = at(tokens, index - 1).low == "the" and lead in {"in", "since", "during", "by", "until", "over"}
    if season is None or not (which or articled):
        return None
    around, end = _its_year(tokens, index + 1)
    fixed = _year_of(around, setting)
    if fixed is None:
        if setting.anchor is None:
            return Match(end, UNKNOWN)
        fixed = month_near(setting.anchor, season[0], which).start.year  # type: ignore[union-attr]  # near a day, a month is fixed
    last = month(fixed + (season[1] < season[0]), season[1]).end
    return Match(end, between(dt.date(fixed, season[0], 1), last or dt.date(fixed, season[0], 1)))


def _feast(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    for phrase, (number, of_month) in _FEASTS.items():
        if all(at(tokens, index + step).low == word for step, word in enumerate(phrase)):
            end = index + len(phrase)
            around, after = _its_year(tokens, end)
            fixed = _year_of(around, setting)
            if fixed is not None:
                return Match(after, day(date_or_none(fixed, number, of_month)))
            return Match(end, day(setting.anchor and day_near(setting.anchor, number, of_month)))
    return None


def read_ordinal_day(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read "on the 14th": that day of this month or of the last."""
    number = _number(tokens, index + 1)
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
