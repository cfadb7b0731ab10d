"""Rules for years: "2008", "1992-95", "the 1990s", and the year behind a date ("August 14 last year")."""

import datetime as dt

from tocsin.resolve.calendar_days import between, decade, year
from tocsin.resolve.timex_words import Match, Setting
from tocsin.resolve.tokens import Token, at, words

_NOT_AFTER = words(
    "people men women soldiers troops km miles meters metres civilians feet kilometers dead hours hrs gmt"
)
_NOT_BEFORE = words(
    "$ # no resolution bus flight route about than least nearly room highway page kilometre kilometer unit "
    "act article section case bill level"
)
_OPENERS = words("( [ - – — . ' \" “ ‘ /")
_DASHES = words("- – —")
_JOINTS = words("- – — to until through")


def read_year(tokens: list[Token], index: int) -> int | None:
    """Return the year that a token is, None where it is another number."""
    token = at(tokens, index)
    if len(token.low) != 4 or not token.low.isdecimal() or not 1600 <= int(token.low) < 2100:
        return None
    after = at(tokens, index + 1)
    letters = after.low.isalpha() and after.low != "s" and not after.text.istitle()
    joined = after.glued and (after.low in {"%", ":"} or letters)
    return None if joined or after.low in _NOT_AFTER else int(token.low)


def read_years(tokens: list[Token], index: int, lead: str) -> Match | None:
    """Read "2008", "2014-2017", "1995 and 1996", "the 1990s", "the '80s"."""
    if at(tokens, index).low in {"'", "’", "‘"}:
        return _short_decade(tokens, index + 1)
    first = read_year(tokens, index)
    before = at(tokens, index - 1)
    if first is None or (tokens[index].glued and before.low not in _OPENERS):
        return None
    if before.low in _NOT_BEFORE and not (before.low == "least" and lead):
        return None
    after = at(tokens, index + 1)
    if after.glued and after.low == "s":
        return _decades(tokens, index + 2, first)
    last = _last(tokens, index, first, lead)
    if _is_number_of_paper(tokens, index + (3 if last else 1)):
        return None
    if last is not None and first < last:
        return Match(index + 3, between(dt.date(first, 1, 1), dt.date(last, 12, 31)))
    if not lead and first < 1900:
        return None
    return Match(index + 1, year(first))


def _is_number_of_paper(tokens: list[Token], end: int) -> bool:
    """Say whether a year goes on as a file's number does: "2011-03-S-081"."""
    return at(tokens, end).low == "-" and at(tokens, end).glued and at(tokens, end + 1).glued


def _decades(tokens: list[Token], end: int, first: int) -> Match:
    """Read what may follow a decade: "the 1960s-1990s"."""
    last = read_year(tokens, end + 1) if at(tokens, end).low in _JOINTS else None
    if last is None or at(tokens, end + 2).low != "s" or last <= first:
        return Match(end, decade(first))
    return Match(end + 3, between(dt.date(first // 10 * 10, 1, 1), dt.date(last // 10 * 10 + 9, 12, 31)))


def _last(tokens: list[Token], index: int, first: int, lead: str) -> int | None:
    """Return the second year of "1992-95", "2005 and 2006"."""
    after, second = at(tokens, index + 1), at(tokens, index + 2)
    if after.low not in _JOINTS and not (after.low == "and" and lead in {"between", "in"}):
        return None
    if after.glued and second.glued and len(second.low) == 2 and second.low.isdecimal():
        return first // 100 * 100 + int(second.low)
    return read_year(tokens, index + 2)


def _short_decade(tokens: list[Token], index: int) -> Match | None:
    token, after = at(tokens, index), at(tokens, index + 1)
    tens = len(token.low) == 2 and token.low.isdecimal() and token.low[1] == "0" and token.glued
    if not tens or not after.glued or after.low != "s":
        return None
    return Match(index + 2, decade((1900 if int(token.low) >= 20 else 2000) + int(token.low)))


def its_year(tokens: list[Token], index: int, setting: Setting) -> tuple[int | None, int]:
    """Read the year behind a date with the index after it: ", 2008", "of last year", "that year".

    The year is None, and the index moved, where it counts from a day that isn't known.
    """
    after = index + (at(tokens, index).low in {",", "of", "in"})
    number = read_year(tokens, after)
    if number is not None:
        return number, after + 1
    word = at(tokens, after).low
    after += word == "the"
    which = at(tokens, after).low
    if at(tokens, after + 1).low not in {"year", "year's"}:
        return None, index
    if which in {"last", "this", "next"} and word != "the":
        return year_of(which, setting), after + 2
    if which in {"that", "same"}:
        told = setting.last.start
        return told.year if told else None, after + 2
    return None, index


def year_of(which: str, setting: Setting) -> int | None:
    """Return the year that "last", "this" or "next" year is."""
    step = {"last": -1, "next": 1}.get(which, 0)
    return setting.anchor.year + step if setting.anchor and 1 < setting.anchor.year < dt.MAXYEAR else None


def short_year(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Read the two figures of a year behind a date, with the index after them: "9 mar 89 (", "4 July '94"."""
    quoted = at(tokens, index).low in {"'", "’"}
    token = at(tokens, index + quoted)
    if len(token.low) != 2 or not token.low.isdecimal() or (quoted and not token.glued):
        return None
    after = at(tokens, index + quoted + 1)
    if not quoted and after.low not in _DASHES | {"(", "]", "["}:
        return None
    return int(token.low) + (1900 if int(token.low) >= 40 else 2000), index + quoted + 1
