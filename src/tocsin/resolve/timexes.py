"""Finds time expressions and resolves them against the report's day."""

import datetime as dt

from tocsin.model import Component, Report, Timex
from tocsin.resolve.calendar_days import UNKNOWN, Extent, between, date_or_none, shifted
from tocsin.resolve.timex_clock import read_clock
from tocsin.resolve.timex_dates import read_date, read_ordinal_day, read_year
from tocsin.resolve.timex_relative import read_relative
from tocsin.resolve.timex_words import FULL_MONTHS, MONTHS, PARTS, SHORT_WEEKDAYS, UNITS, WEEKDAYS, Match, Setting
from tocsin.resolve.tokens import Token, at, tokenise, words

_LEADS = words(
    "on in at since until till after before by from during over for throughout within between around about "
    "approximately as"
)
_ADVERBS = words("early late earlier later shortly just soon sometime so ever immediately")
_TRIGGERS = (
    set(MONTHS)
    | set(WEEKDAYS)
    | set(SHORT_WEEKDAYS)
    | set(UNITS)
    | set(PARTS)
    | words(
        "today tonight tomorrow yesterday overnight recently recent weekend night morning afternoon evening noon "
        "midnight dawn dusk spring summer autumn fall winter christmas halloween eve"
    )
)
_DATELINE = 160
"""A dateline stands in so many first characters of the body."""


class Timexes:
    """The finder of time expressions."""

    component = Component("timexes", "1")

    def find(self, report: Report) -> tuple[Timex, ...]:
        """Return every time expression of `report.text`, in text order; a span covers its preposition ("since June").

        Where neither the text nor the report's day fixes one, start and end are None. A time of day without a day
        has precision "time" and no day.
        """
        tokens = tokenise(report.text)
        setting = Setting(anchor(report), years=_years(tokens))
        found: list[Timex] = []
        index = 0
        while index < len(tokens):
            match = _expression(tokens, index, setting)
            if match is None:
                index += 1
                continue
            extent = match.extent
            span = report.span(tokens[index].start, tokens[match.end - 1].end)
            found.append(
                Timex(
                    start=extent.start, end=extent.end, precision=extent.precision, spans=(span,), by=self.component.id
                )
            )
            if extent.start is not None and extent.start == extent.end:
                setting = setting._replace(reference=extent.start)
            index = match.end
        return tuple(found)


def anchor(report: Report) -> dt.date | None:
    """Return the day that the report counts from: its publication, else the full date of its dateline."""
    if report.published is not None:
        return report.published
    for text in (report.dateline or "", report.body[:_DATELINE]):
        tokens = tokenise(text)
        for index in range(len(tokens)):
            match = read_date(tokens, index, "", Setting(None))
            if match and match.extent.precision == "day" and (text == report.dateline or _ends_dateline(tokens, match)):
                return match.extent.start
    return None


def _ends_dateline(tokens: list[Token], match: Match) -> bool:
    """Say whether a dash stands behind a date, be it behind a bracket or the agency's name."""
    near = [token.text for token in tokens[match.end : match.end + 6]]
    marks = [position for position, text in enumerate(near) if text in {"-", "–", "—", ":"}]
    words_between = [text for text in near[: marks[0]] if text.isalpha() and text.islower()] if marks else near
    return bool(marks) and not words_between


def _years(tokens: list[Token]) -> frozenset[int]:
    """Return the years of the dates that the text gives in full."""
    found = set()
    for index, token in enumerate(tokens):
        year = read_year(tokens, index) if token.low.isdecimal() else None
        if year and any(before.low in FULL_MONTHS for before in tokens[max(0, index - 3) : index]):
            found.add(year)
    return frozenset(found)


def _expression(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    """Read an expression at a token, its prepositions with it."""
    start, lead = _lead(tokens, index)
    if lead in {"between", "from"}:
        pair = _pair(tokens, start, lead, setting)
        if pair:
            return pair
    core = _core(tokens, start, lead, setting)
    if core and core.extent.precision == "day" and at(tokens, core.end).low in {"to", "through", "-", "–"}:
        near = tokens[core.end + 1 : core.end + 3]
        if any(token.low in MONTHS for token in near):
            return _pair(tokens, start, lead, setting) or core
    return core


def _lead(tokens: list[Token], index: int) -> tuple[int, str]:
    """Read the prepositions before an expression: "early on", "shortly after", "as of"; returns the last of them."""
    after, lead = index, ""
    while at(tokens, after).low in _ADVERBS and at(tokens, after + 1).low in _LEADS | _ADVERBS and after < index + 2:
        after += 1
    steps = 0
    while at(tokens, after).low in _LEADS and steps < 3:
        lead, after, steps = tokens[after].low, after + 1, steps + 1
        if lead == "as" and at(tokens, after).low == "of":
            after += 1
    return (after, lead) if lead else (index, "")


def _core(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read a day or longer with the time of day before or behind it."""
    if not _may_start(tokens, index):
        return None
    clock = read_clock(tokens, index, lead)
    if clock is not None:
        return _clocked(tokens, clock, setting)
    match = read_ordinal_day(tokens, index, lead, setting)
    if match is None and _dated(tokens, index):
        match = read_date(tokens, index, lead, setting)
    match = match or read_relative(tokens, index, lead, setting) or read_date(tokens, index, lead, setting)
    return _with_clock(tokens, match) if match else None


def _dated(tokens: list[Token], index: int) -> bool:
    """Say whether a date is tried first: "Friday, 8 December", "late last year"."""
    if tokens[index].low in PARTS:
        return True
    return tokens[index].low in WEEKDAYS and any(token.low in MONTHS for token in tokens[index + 1 : index + 5])


def _may_start(tokens: list[Token], index: int) -> bool:
    """Say whether words of time are near, so that the rules need be tried only there."""
    first = at(tokens, index)
    if not first.low or not first.low[0].isalnum():
        return False
    if first.low[0].isdecimal():
        return True
    return any(
        token.low.removesuffix("'s") in _TRIGGERS or token.low[0].isdecimal() for token in tokens[index : index + 6]
    )


def _clocked(tokens: list[Token], end: int, setting: Setting) -> Match:
    """Join "at 3 p.m." with the day behind it: "on Wednesday"."""
    after = end + (at(tokens, end).low == ",")
    start, lead = _lead(tokens, after)
    if lead in {"", "on"} and _may_start(tokens, start):
        day = read_date(tokens, start, lead, setting) or read_relative(tokens, start, lead, setting)
        if day and (day.extent.start is None or day.extent.start == day.extent.end):
            return Match(day.end, _timed(day.extent))
    return Match(end, Extent(None, None, "time"))


def _with_clock(tokens: list[Token], match: Match) -> Match:
    """Join the time of day behind a day: "Monday at 2030", "Saturday in the morning"."""
    if match.extent.start != match.extent.end:
        return match
    after = match.end + (at(tokens, match.end).low == ",")
    start, lead = _lead(tokens, after)
    clock = read_clock(tokens, start, lead) if lead or start > after else read_clock(tokens, after, "")
    if clock is None:
        return match
    figures = any(token.low[0].isdecimal() for token in tokens[match.end : clock])
    return Match(clock, _timed(match.extent) if figures else match.extent)


def _timed(extent: Extent) -> Extent:
    return extent._replace(precision="time") if extent.precision == "day" else extent


def _pair(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read "from Wednesday to Saturday", "between 2014 and 2017"."""
    first = _core(tokens, index, lead, setting)
    if first is None or at(tokens, first.end).low not in {"and", "to", "until", "till", "through", "-", "–"}:
        return None
    second = _core(tokens, first.end + 1, lead, setting)
    if second is None or first.extent.start is None or second.extent.end is None:
        return None
    start = first.extent.start
    if start > second.extent.end:
        week = (start - second.extent.end).days < 7
        back = shifted(start, -7) if week else date_or_none(start.year - 1, start.month, start.day)
        start = back or start
    extent = between(start, second.extent.end)
    return Match(second.end, extent) if extent is not UNKNOWN else None
