"""What the rules for time expressions share: the words, and what a rule is given and returns."""

import datetime as dt
from typing import NamedTuple

from tocsin.resolve.calendar_days import UNKNOWN, Extent
from tocsin.resolve.numerals import read_numeral
from tocsin.resolve.tokens import Token, at, sequence, words


class Setting(NamedTuple):
    """What an expression is resolved against.

    The report's day, the day and the time last told of, the years that the text names; and of this paragraph the time
    last told of (`here`) and its story: a time fixed by its own year, from which later ones count.
    """

    anchor: dt.date | None
    reference: dt.date | None = None
    years: frozenset[int] = frozenset()
    last: Extent = UNKNOWN
    here: Extent = UNKNOWN
    story: Extent = UNKNOWN


class Match(NamedTuple):
    """An expression read: the index after it, the days that it covers, and whether it counts from a time told of."""

    end: int
    extent: Extent
    told: bool = False


_FULL = sequence("january february march april may june july august september october november december")
FULL_MONTHS = {name: number for number, name in enumerate(_FULL, start=1)}
MONTHS = FULL_MONTHS | {name[:3]: number for name, number in FULL_MONTHS.items()} | {"sept": 9}
SHORT_MONTHS = {name for name in MONTHS if name not in FULL_MONTHS}
WEEKDAYS = {
    name: number for number, name in enumerate(sequence("monday tuesday wednesday thursday friday saturday sunday"))
}
SHORT_WEEKDAYS = {name[:3]: number for name, number in WEEKDAYS.items()} | {"tues": 1, "thurs": 3}
UNITS = {
    form: unit
    for unit in sequence("minute hour day week month year decade")
    for form in (unit, unit + "s", unit + "'s", unit + "s'")
}
PARTS = words("early mid late beginning start middle end")
DAY_PARTS = words("morning afternoon evening night nights dawn midnight noon lunchtime evening's morning's night's")
CLOSERS = words(". ! ? ; : \n")


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


def opens_clause(tokens: list[Token], index: int) -> bool:
    """Say whether a token stands first in its sentence or clause."""
    before = at(tokens, index - 1).low
    return before in {"", ",", ".", ";", ":", "!", "?", "and", "but", "(", "-", "–", "—", '"', "“", "”"}
