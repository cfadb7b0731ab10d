"""Reads shares of a number that is told: "half of the 40", "two-thirds of its 300", "one in five of the 250"."""

from fractions import Fraction
from typing import NamedTuple

from tocsin.resolve.numerals import UNITS, Numeral, read_numeral
from tocsin.resolve.tokens import Token, at, follows, words

_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
}
_PLURALS = {f"{name}s": part for name, part in _PARTS.items() if name != "half"}
_OWNERS = words("the its their our his her these those all")
_ROUGH = words("roughly about around some approximately nearly almost estimated")
_HALVES_OF_TIME = words("first second latter other")
_PERCENT = ((("percent",), 1), (("per", "cent"), 2), (("%",), 1), (("pct",), 1))
_LINKS = ((("in",), 1), (("out", "of"), 2))


class _Share(NamedTuple):
    """A share and the index after its words."""

    value: Fraction
    end: int


def is_parted(tokens: list[Token], end: int) -> bool:
    """Say whether a number ending there counts the parts of a whole: "three quarters", "two-thirds"."""
    return at(tokens, end + (at(tokens, end).low == "-")).low in _PLURALS


def read_fraction(tokens: list[Token], index: int) -> Numeral | None:
    """Return the number that a share of a told number makes, None where no such words start at a token.

    What doesn't come out even is rounded and rough: a third of 100 is about 33.
    """
    share = _share(tokens, index)
    if share is None or not 0 < share.value <= 1:
        return None
    base = _base(tokens, share.end)
    if base is None:
        return None
    exact = share.value * base.value
    value = round(exact)
    return Numeral(value, base.end, open_=base.open_, words=True, rough=base.rough or value != exact)


def _share(tokens: list[Token], index: int) -> _Share | None:
    """Read a share up to its "of", or "half" with the article of what it is half of."""
    first, following = tokens[index].low, at(tokens, index + 1).low
    if first == "half":
        if at(tokens, index - 1).low in _HALVES_OF_TIME:
            return None
        linked = following == "of"
        return _Share(Fraction(1, 2), index + 1 + linked) if linked or following in _OWNERS else None
    found: _Share | None
    if first in {"a", "one"} and following in _PARTS:
        found = _Share(Fraction(1, _PARTS[following]), index + 2)
    elif first in UNITS or first[:1].isdigit():
        number = _small(tokens, index)
        found = _of_number(tokens, index + 1, number) if number is not None else None
    else:
        return None
    if found is None or at(tokens, found.end).low != "of":
        return None
    return found._replace(end=found.end + 1)


def _of_number(tokens: list[Token], index: int, number: int) -> _Share | None:
    """Read what makes a share of a number before it: "-thirds", "percent", "in five", "out of ten"."""
    dash = at(tokens, index).low == "-"
    part = _PLURALS.get(at(tokens, index + dash).low)
    if part is not None:
        return _Share(Fraction(number, part), index + dash + 1)
    for phrase, length in _PERCENT:
        if follows(tokens, index, phrase):
            return _Share(Fraction(number, 100), index + length)
    for phrase, length in _LINKS:
        if follows(tokens, index, phrase):
            whole = _small(tokens, index + length)
            return _Share(Fraction(number, whole), index + length + 1) if whole else None
    return None


def _small(tokens: list[Token], index: int) -> int | None:
    word = at(tokens, index).low
    return int(word) if word.isdecimal() and word.isascii() and len(word) < 4 else UNITS.get(word)


def _base(tokens: list[Token], index: int) -> Numeral | None:
    """Read the number that the share is of, with what may stand before it: "the village's nearly"."""
    if at(tokens, index).low in _OWNERS:
        index += 1
    if at(tokens, index).low.endswith("'s"):
        index += 1
    rough = at(tokens, index).low in _ROUGH
    word, following = at(tokens, index + rough).low, at(tokens, index + rough + 1)
    if not word or (word.isdigit() and len(word) == 4 and "1700" <= word < "2060" and not following.low.isalpha()):
        return None
    base = read_numeral(tokens, index + rough)
    if base is None or base.value < 2 or (at(tokens, base.end).glued and at(tokens, base.end).low[:1].isalnum()):
        return None
    return base._replace(rough=rough)
