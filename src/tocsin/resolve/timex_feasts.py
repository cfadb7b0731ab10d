"""Rules for the feasts that news dates by, and for days that go by a name."""

import datetime as dt

from tocsin.resolve.calendar_days import UNKNOWN, day, easter
from tocsin.resolve.timex_tense import is_coming
from tocsin.resolve.timex_words import Match, Setting
from tocsin.resolve.timex_years import its_year
from tocsin.resolve.tokens import Token, at, follows

_FIXED = {
    ("new", "year's", "day"): (1, 1),
    ("new", "year's", "eve"): (12, 31),
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("christmas",): (12, 25),
    ("boxing", "day"): (12, 26),
    ("halloween",): (10, 31),
}
_MOVING = {
    ("good", "friday"): -2,
    ("easter", "sunday"): 0,
    ("easter", "monday"): 1,
    ("palm", "sunday"): -7,
    ("ash", "wednesday"): -46,
    ("easter",): 0,
}
_LUNAR = {("ramadan",), ("eid", "al", "-", "fitr"), ("eid", "al", "-", "adha")}
"""Feasts whose day hangs on the sighting of the moon: named, and left open."""
FEAST_WORDS = {phrase[0] for phrase in (*_FIXED, *_MOVING, *_LUNAR)} | {"9"}


def read_feast(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read "Christmas Eve", "Easter Sunday 2019", "during Ramadan", "9/11"."""
    if at(tokens, index).low not in FEAST_WORDS:
        return None
    if follows(tokens, index, ("9", "/", "11")) and at(tokens, index + 3).low != "/" and at(tokens, index + 2).glued:
        return Match(index + 3, day(dt.date(2001, 9, 11)))
    for phrase in (*_FIXED, *_MOVING):
        if follows(tokens, index, phrase):
            return _of_year(tokens, index, phrase, setting)
    for phrase in _LUNAR:
        if lead and follows(tokens, index, phrase):
            return Match(its_year(tokens, index + len(phrase), setting)[1], UNKNOWN)
    return None


def _on(phrase: tuple[str, ...], year: int) -> dt.date:
    """Return the day of a feast in a year."""
    if phrase in _FIXED:
        return dt.date(year, *_FIXED[phrase])
    return easter(year) + dt.timedelta(_MOVING[phrase])


def _of_year(tokens: list[Token], index: int, phrase: tuple[str, ...], setting: Setting) -> Match:
    end = index + len(phrase)
    around, after = its_year(tokens, end, setting)
    if after > end:
        return Match(after, day(_on(phrase, around)) if around else UNKNOWN)
    if setting.anchor is None or not 1 < setting.anchor.year < dt.MAXYEAR:
        return Match(end, UNKNOWN)
    if is_coming(tokens, index, end):
        years = (setting.anchor.year, setting.anchor.year + 1)
        return Match(end, day(min(date for each in years if (date := _on(phrase, each)) >= setting.anchor)))
    dates = (_on(phrase, setting.anchor.year), _on(phrase, setting.anchor.year - 1))
    return Match(end, day(max(date for date in dates if date <= setting.anchor)))
