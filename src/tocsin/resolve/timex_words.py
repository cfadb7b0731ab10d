"""What the rules for time expressions share: the words, and what a rule is given and returns."""

import datetime as dt
from typing import NamedTuple

from tocsin.resolve.calendar_days import Extent
from tocsin.resolve.numerals import read_numeral
from tocsin.resolve.tokens import Token, at, sequence, words


class Setting(NamedTuple):
    """What an expression is resolved against: the report's day, the day last told of, the years that the text names."""

    anchor: dt.date | None
    reference: dt.date | None = None
    years: frozenset[int] = frozenset()


class Match(NamedTuple):
    """An expression read: the index after it and the days that it covers."""

    end: int
    extent: Extent


_FULL = sequence("january february march april may june july august september october november december")
FULL_MONTHS = {name: number for number, name in enumerate(_FULL, start=1)}
MONTHS = FULL_MONTHS | {name[:3]: number for name, number in FULL_MONTHS.items()} | {"sept": 9}
WEEKDAYS = {
    name: number for number, name in enumerate(sequence("monday tuesday wednesday thursday friday saturday sunday"))
}
SHORT_WEEKDAYS = {name[:3]: number for name, number in WEEKDAYS.items()} | {"tues": 1, "thurs": 3}
UNITS = {
    form: unit
    for unit in sequence("minute hour day week month year decade")
    for form in (unit, unit + "s", unit + "'s", unit + "s'")
}
PARTS = {"early": "early", "mid": "mid", "late": "late", "beginning": "early", "start": "early", "middle": "mid"} | {
    "end": "late",
    "end-": "late",
}
DAY_PARTS = words("morning afternoon evening night nights dawn midnight noon lunchtime evening's morning's night's")
CLOSERS = words(". ! ? ; : \n")
_COMING = words("will scheduled slated expected due planned plans upcoming shall")
_SAID = words(
    "said says told announced reported stated added confirmed declared claimed denied warned wrote condemned killed "
    "met signed was were had"
)


def count(tokens: list[Token], index: int) -> tuple[int | None, int] | None:
    """Read the number of units: "two", "a", "several" (None: not fixed), with the index after it."""
    word = at(tokens, index).low
    if word in {"a", "an"} and at(tokens, index + 1).low in UNITS:
        return 1, index + 1
    if word == "few":
        return None, index + 1
    numeral = read_numeral(tokens, index)
    if numeral is None:
        return None
    end = numeral.end + (at(tokens, numeral.end).low == "of")
    if at(tokens, end).low == "-" and at(tokens, end).glued:
        end += 1
    return (None if numeral.open_ else numeral.value), end


def is_coming(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether the sentence speaks of the expression at [start, end) as to come: "will meet on Friday"."""
    before = _back(tokens, start)
    if any(token.low in _SAID for token in before[-2:]):
        return False
    for token in reversed(before):
        if token.low in _COMING or token.low.endswith("'ll"):
            return True
        if token.low in _SAID or token.low in {"that", ",", '"', "“", "”"}:
            return False
    return len(before) <= 2 and any(token.low in {"will", "shall"} for token in _forth(tokens, end))


def _back(tokens: list[Token], start: int) -> list[Token]:
    found: list[Token] = []
    for index in range(start - 1, max(start - 13, -1), -1):
        if tokens[index].low in CLOSERS:
            break
        found.append(tokens[index])
    return found[::-1]


def _forth(tokens: list[Token], end: int) -> list[Token]:
    found: list[Token] = []
    for token in tokens[end : end + 8]:
        if token.low in CLOSERS or token.low in _SAID:
            break
        found.append(token)
    return found
