"""Calendar arithmetic for time expressions: what "last week" or "in March" means on a given day."""

import calendar
import datetime as dt
from typing import NamedTuple

from tocsin.model.vocabulary import TimePrecision

_DAY = dt.timedelta(days=1)
_EARLY, _LATE = ("early", "beginning", "start"), ("late", "end")
_EDGES = {"beginning": 1, "start": 1, "end": 12}
_SPANS = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650}


class Extent(NamedTuple):
    """First and last day that an expression covers, both None where it isn't fixed."""

    start: dt.date | None
    end: dt.date | None
    precision: TimePrecision


UNKNOWN = Extent(None, None, "unknown")


def day(date: dt.date | None, precision: TimePrecision = "day") -> Extent:
    """Return one day."""
    return Extent(date, date, precision) if date else UNKNOWN


def between(start: dt.date, end: dt.date) -> Extent:
    """Return a range; nothing is fixed where it runs backwards."""
    return Extent(start, end, "range") if start <= end else UNKNOWN


def date_or_none(year: int, month: int, number: int) -> dt.date | None:
    """Return a date, None where the calendar has none such."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def shifted(date: dt.date, days: int) -> dt.date | None:
    """Return the date some days away, None beyond the calendar."""
    try:
        return date + days * _DAY
    except OverflowError:
        return None


def week(date: dt.date) -> Extent:
    """Return the Monday to Sunday that hold a date."""
    monday = date - date.weekday() * _DAY
    return Extent(monday, monday + 6 * _DAY, "week")


def month(year: int, number: int, part: str = "") -> Extent:
    """Return a month, or its first, middle or last third."""
    last = calendar.monthrange(year, number)[1]
    start, end = _third(part, 1, 10, 20, last)
    return Extent(dt.date(year, number, start), dt.date(year, number, end), "range" if part else "month")


def year(number: int, part: str = "") -> Extent:
    """Return a year, its first, middle or last third, or for its start or end the first or last month."""
    if part in _EDGES:
        return month(number, _EDGES[part])._replace(precision="range")
    start, end = _third(part, 1, 4, 8, 12)
    last = calendar.monthrange(number, end)[1]
    return Extent(dt.date(number, start, 1), dt.date(number, end, last), "range" if part else "year")


def _third(part: str, first: int, second: int, third: int, last: int) -> tuple[int, int]:
    if part in _EARLY:
        return first, second
    if part in {"mid", "middle"}:
        return second + 1, third
    return (third + 1, last) if part in _LATE else (first, last)


def month_near(anchor: dt.date, number: int, which: str, part: str = "", *, future: bool = False) -> Extent:
    """Return the month of that number that news of a day means: the last one begun, or the coming one."""
    around = anchor.year
    if which == "next" or (future and number < anchor.month):
        around += number <= anchor.month
    elif which == "last":
        around -= number >= anchor.month
    elif which != "this" and not future:
        around -= number > anchor.month
    return month(around, number, part)


def day_near(anchor: dt.date, number: int, of_month: int, *, future: bool = False) -> dt.date | None:
    """Return the last such day on or before `anchor`, or the first after it."""
    years = range(anchor.year, anchor.year + 5) if future else range(anchor.year, anchor.year - 5, -1)
    for candidate in years:
        date = date_or_none(candidate, number, of_month)
        if date and (date >= anchor if future else date <= anchor):
            return date
    return None


def weekday_near(anchor: dt.date, number: int, which: str, *, future: bool = False) -> dt.date | None:
    """Return the weekday that news of a day means: the last one, that of the week before, or the coming one."""
    monday = anchor - anchor.weekday() * _DAY
    if which == "last":
        return shifted(monday, number - 7)
    if which == "next":
        return shifted(monday, number + 7)
    if future:
        return shifted(anchor, (number - anchor.weekday()) % 7)
    return shifted(anchor, -((anchor.weekday() - number) % 7))


def weekend_near(anchor: dt.date, which: str, *, future: bool = False) -> Extent:
    """Return the Saturday and Sunday of the last weekend begun, the one before it, or the coming one."""
    saturday = weekday_near(anchor, 5, "", future=future) or anchor
    if which == "last" and anchor.weekday() >= 5:
        saturday -= 7 * _DAY
    if which == "next":
        saturday = weekday_near(anchor, 5, "", future=True) or anchor
    return Extent(saturday, saturday + _DAY, "range")


def months_away(anchor: dt.date, months: int) -> tuple[int, int]:
    """Return year and month some months away; never before the year 1."""
    index = max(12, min(anchor.year * 12 + anchor.month - 1 + months, 9999 * 12 + 11))
    return index // 12, index % 12 + 1


def decade(number: int, part: str = "") -> Extent:
    """Return the decade that holds a year, or its first four, middle three or last three years."""
    first = number // 10 * 10
    start, end = _third(part, 0, 3, 6, 9)
    return between(dt.date(first + start, 1, 1), dt.date(first + end, 12, 31))


def easter(number: int) -> dt.date:
    """Return Easter Sunday of a year, by the Gregorian reckoning as Meeus and Jones gave it (1991)."""
    century, rest = divmod(number, 100)
    golden = number % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    which, before = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(number, which, before + 1)


def unit_near(anchor: dt.date, unit: str, which: str, *, future: bool = False) -> Extent:
    """Return "this", "last" or "next" week, month or year; "this" runs to the anchor, or on from it for the future."""
    step = {"last": -1, "next": 1}.get(which, 0)
    if unit == "week":
        found = week(anchor + 7 * step * _DAY)
    elif unit == "month":
        found = month(*months_away(anchor, step))
    elif unit == "year":
        found = year(anchor.year + step)
    elif unit == "decade":
        return between(dt.date(anchor.year - 10, 1, 1), anchor) if step < 0 else UNKNOWN
    else:
        return day(shifted(anchor, step))
    if step:
        return found
    return found._replace(start=anchor) if future else found._replace(end=anchor)


def unit_of(date: dt.date, unit: str, step: int = 0) -> Extent:
    """Return the whole day, week, month or year that holds a date, or one some steps away from it."""
    if unit == "week":
        moved = shifted(date, 7 * step)
        return week(moved) if moved else UNKNOWN
    if unit == "month":
        return month(*months_away(date, step))
    if unit == "year":
        return year(date.year + step) if 0 < date.year + step < dt.MAXYEAR else UNKNOWN
    return day(shifted(date, step))


def ago(anchor: dt.date, number: int, unit: str) -> Extent:
    """Return the day, week, month or year so many units away: negative is before."""
    if unit in {"hour", "minute"}:
        return day(shifted(anchor, round(number / 24)) if unit == "hour" else anchor)
    if unit == "day":
        return day(shifted(anchor, number))
    if unit == "week":
        date = shifted(anchor, 7 * number)
        return week(date) if date else UNKNOWN
    if unit == "month":
        return month(*months_away(anchor, number))
    number = number * 10 if unit == "decade" else number
    return year(anchor.year + number) if 0 < anchor.year + number < 9999 else UNKNOWN


def past(anchor: dt.date, number: int, unit: str) -> Extent:
    """Return "the past three weeks": the days up to the anchor."""
    if unit in {"hour", "minute"}:
        start = shifted(anchor, -max(number // 24, 0) if unit == "hour" else 0)
    elif unit in {"month", "year", "decade"}:
        months = number * {"month": 1, "year": 12, "decade": 120}[unit]
        around, which = months_away(anchor, -months)
        start = date_or_none(around, which, min(anchor.day, calendar.monthrange(around, which)[1]))
    else:
        start = shifted(anchor, -number * _SPANS[unit])
    return between(start, anchor) if start else UNKNOWN
