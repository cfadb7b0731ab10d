"""Rules that join two expressions: a day with its time of day, the part of a day with its day, ranges."""

from collections.abc import Callable

from tocsin.resolve.calendar_days import UNKNOWN, Extent, between, date_or_none, shifted
from tocsin.resolve.timex_clock import is_instant, read_clock, read_day_part
from tocsin.resolve.timex_words import Match, Setting
from tocsin.resolve.tokens import Token, at

Read = Callable[[list[Token], int, str, Setting], Match | None]
Lead = Callable[[list[Token], int], tuple[int, str]]
JOINTS = frozenset({"and", "to", "until", "till", "through", "into", "-", "–", "—"})


def part_of_day(tokens: list[Token], index: int, setting: Setting, read: Read) -> Match | None:
    """Read "the early hours of Thursday", "the night of December 3", "the morning of 29 November"."""
    after = index + (at(tokens, index).low == "the")
    end = read_day_part(tokens, after)
    if end is None or at(tokens, end).low not in {"of", "on"}:
        return None
    day = read(tokens, end + 1, "on", setting)
    if day is None or day.extent.start != day.extent.end or day.extent.precision == "time":
        return None
    return day


def clocked(tokens: list[Token], clock: tuple[int, int], setting: Setting, read: Read, lead_of: Lead) -> Match:
    """Join a time of day at `clock`, first token and end, with the day behind it: "at 3 p.m. on Wednesday"."""
    end = clock[1]
    instant = is_instant(tokens[clock[0] : end])
    after = end + (at(tokens, end).low == ",")
    start, lead = lead_of(tokens, after)
    if lead in {"", "on"}:
        day = read(tokens, start, lead, setting)
        if day and _is_day(day.extent):
            return Match(day.end, timed(day.extent) if instant else day.extent, day.told)
    return Match(end, Extent(None, None, "time"))


def with_clock(tokens: list[Token], match: Match, lead_of: Lead) -> Match:
    """Join the time of day behind a day: "Monday at 2030", "Saturday in the morning"."""
    if not _is_day(match.extent):
        return match
    after = match.end + (at(tokens, match.end).low == ",")
    start, lead = lead_of(tokens, after)
    clock = read_clock(tokens, start, lead) if lead or start > after else read_clock(tokens, after, "")
    if clock is None:
        return match
    instant = is_instant(tokens[start:clock])
    return match._replace(end=clock, extent=timed(match.extent) if instant else match.extent)


def _is_day(extent: Extent) -> bool:
    """Say whether an extent is a day, be it one that isn't known."""
    return extent.start == extent.end and extent.precision in {"day", "time", "unknown"}


def timed(extent: Extent) -> Extent:
    """Return a day with the precision of a time of day."""
    return extent._replace(precision="time") if extent.precision == "day" else extent


def range_of(first: Match, second: Match) -> Match | None:
    """Join two times to a range, the first moved before the second: "from Wednesday to Saturday"."""
    start, end = first.extent.start, second.extent.end
    if start is None or end is None:
        return None
    if start > end:
        week = (start - end).days < 7
        start = (shifted(start, -7) if week else date_or_none(start.year - 1, start.month, start.day)) or start
    extent = between(start, end)
    return Match(second.end, extent, second.told) if extent is not UNKNOWN else None
