"""Tells ages from counts: "aged 23", "Bahus, 56,", "a man (31)", "two sons, 4 and 6"."""

from tocsin.resolve.numerals import Numeral
from tocsin.resolve.tokens import Token, at, words

_PERSONS = words("man woman boy girl child son daughter teenager brother sister toddler baby infant wife husband")
_PEOPLE = words("men women boys girls children sons daughters teenagers brothers sisters kids pupils twins")
_AGES = words("age aged ages")
_SPANS = words("between from")
_IS = words("is was are were")
_PRONOUNS = words("he she they who both")
_SAID_OF = words("he's she's i'm both")
_PLACED = words("in at near from of on to")
_JUNIOR = words("jr sr")

_THRESHOLDS = frozenset({12, 14, 15, 16, 17, 18, 21, 25, 30, 65})
_CLOSERS = words(", . ; ) : — – - and from (")
_OLDEST = 110


def is_age(tokens: list[Token], start: int, end: int, first: Numeral) -> bool:
    """Say whether the number at tokens [start, end) is an age, or a range of ages."""
    if not 0 < first.value <= _OLDEST:
        return False
    if first.words:
        return _is_worded_age(tokens, start, end)
    before, earlier, after = at(tokens, start - 1), at(tokens, start - 2), at(tokens, end)
    if (before.low in _SPANS and earlier.low in _AGES) or (after.low == "'s" and first.value % 10 == 0):
        return True
    open_end = not after.low.isalpha()
    return (
        before.low in _AGES
        or (before.low == "of" and (earlier.low in _AGES or (first.value > 12 and earlier.low in _PERSONS)))
        or (before.low == "now" and open_end)
        or (before.low in {"under", "over", "turned"} and first.value in _THRESHOLDS and open_end)
        or (before.low == "turned" and after.low in {"in", "on", "this", "last"})
        or after.low in {"year", "years"}
        or ((before.low in _SAID_OF or (before.low == "only" and earlier.low in _SAID_OF)) and not after.low.isalnum())
        or _is_behind_person(tokens, start, after, first)
        or (before.low in _IS and earlier.low in _PERSONS | _PEOPLE | _PRONOUNS and not after.low.isalnum())
        or _is_listed(tokens, start, end)
    )


def _is_worded_age(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether a number in words is an age: "aged twelve", "a girl, six,"."""
    before, earlier, after = at(tokens, start - 1), at(tokens, start - 2), at(tokens, end)
    if before.low in _AGES:
        return True
    return before.low == "," and earlier.low in _PERSONS and after.low in {",", ".", ";"}


def _is_behind_person(tokens: list[Token], start: int, after: Token, first: Numeral) -> bool:
    """Say whether it stands behind a person: "Bahus, 56,", "a man (31)"."""
    before, name = at(tokens, start - 1), at(tokens, start - 2)
    if name.low == "." and at(tokens, start - 3).low in _JUNIOR:
        name = at(tokens, start - 3)
    person = name.capital or name.low in _PERSONS
    if before.low == "(" and after.low == ")":
        return person
    closes = not after.low or after.low in _CLOSERS
    wire = name.text.isalpha() and not name.capital and after.low == ","
    full = name.capital and at(tokens, start - 3).low not in _PLACED and after.low == ","
    young = 0 if full or name.low in _PERSONS else 5
    return before.low == "," and first.value > young and closes and (person or wire) and name.low.isalpha()


def _is_listed(tokens: list[Token], start: int, end: int) -> bool:
    """Say whether it is one of the ages behind several persons: the 4 and the 6 of "two sons, 4 and 6,"."""
    index = start - 1 - (at(tokens, start - 1).low == "and" and at(tokens, start - 2).low == ",")
    while at(tokens, index).low in {",", "and"} and at(tokens, index - 1).low.isdigit() and start - index < 9:
        index -= 2
    if at(tokens, index).low in _AGES or (at(tokens, index).low == "of" and at(tokens, index - 1).low in _AGES):
        return True
    if at(tokens, index).low in _IS:
        return index < start - 1 and at(tokens, index - 1).low in _PEOPLE
    if at(tokens, index).low != "," or at(tokens, index - 1).low not in _PEOPLE:
        return False
    while at(tokens, end).low in {",", "and"} and at(tokens, end + 1).low.isdigit() and end - start < 9:
        end += 2
    return not at(tokens, end).low.isalnum()
