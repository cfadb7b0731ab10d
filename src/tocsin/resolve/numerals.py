"""Reads numbers: figures, words, dozens and vague plurals."""

from fractions import Fraction
from string import digits
from typing import NamedTuple

from tocsin.resolve.tokens import Token, at, follows, sequence, words

UNITS = {
    word: value
    for value, word in enumerate(
        sequence(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(sequence("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
}
_LARGEST = 10**12
"""From here on no further word is taken in: "hundred hundred hundred …" is no count."""
_LARGE = {word for word, value in SCALES.items() if value >= 1000}
_PLURALS = {
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "lakhs": 2 * 10**5,
    "millions": 2 * 10**6,
    "crores": 2 * 10**7,
}
_OF_PLURALS = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200}
_FEW = {"tens", "dozens", "scores"}
_VAGUE = {"several": 3, "many": 3, "numerous": 3, "countless": 3, "multiple": 2}
_VAGUE_PHRASES = {
    ("a", "few"): 3,
    ("a", "handful", "of"): 3,
    ("a", "number", "of"): 3,
    ("a", "large", "number", "of"): 3,
    ("large", "numbers", "of"): 3,
    ("a", "lot", "of"): 3,
    ("lots", "of"): 3,
    ("a", "series", "of"): 2,
    ("a", "string", "of"): 2,
}
_FIXED_PHRASES = {
    ("a", "couple"): 2,
    ("a", "pair"): 2,
    ("a", "trio"): 3,
    ("half", "dozen"): 6,
    ("a", "score", "of"): 20,
}
_PARTS: tuple[tuple[tuple[str, ...], Fraction], ...] = (
    (("half", "a"), Fraction(1, 2)),
    (("half", "of", "a"), Fraction(1, 2)),
    (("a", "quarter", "of", "a"), Fraction(1, 4)),
    (("three", "quarters", "of", "a"), Fraction(3, 4)),
    (("three", "-", "quarters", "of", "a"), Fraction(3, 4)),
)
_AND_A_HALF: tuple[tuple[str, ...], ...] = (
    ("-", "and", "-", "a", "-", "half", "-"),
    ("-", "and", "-", "a", "-", "half"),
    ("and", "a", "half"),
)
_GAMES = words("test exam sat box film musical orchestral game match high low average he she his her their its")
_NOT_SCORES = words("of more others died were dead wounded injured killed arrested have had people hurt")


class Numeral(NamedTuple):
    """A number read: its value, the index after it, the multiplier that it ends in.

    `open_`: it is a floor ("dozens"); `words`: it isn't written in figures; `rough`: it is rounded or said to be about.
    """

    value: int
    end: int
    scale: int = 1
    open_: bool = False
    words: bool = False
    rough: bool = False


def read_numeral(tokens: list[Token], index: int) -> Numeral | None:
    """Return the number that starts at a token, None where none does."""
    first = at(tokens, index).low
    if not first:
        return None
    if first[0] in digits:
        return _figure(tokens, index)
    return _broken(tokens, index) or _vague(tokens, index) or _words(tokens, index)


def _broken(tokens: list[Token], index: int) -> Numeral | None:
    """Read a part of a large number: "half a million", "a quarter of a million", "one and a half million"."""
    first = tokens[index].low
    for phrase, share in _PARTS:
        scale = SCALES.get(at(tokens, index + len(phrase)).low, 1) if first == phrase[0] else 1
        if scale > 1 and follows(tokens, index, phrase):
            return Numeral(int(share * scale), index + len(phrase) + 1, words=True)
    whole = UNITS.get(first, 0)
    for phrase in _AND_A_HALF if whole else ():
        end = index + 1 + len(phrase)
        scale = SCALES.get(at(tokens, end).low, 1)
        if scale > 1 and follows(tokens, index + 1, phrase):
            return Numeral(whole * scale + scale // 2, end + 1, scale, words=True)
    return None


def _figure(tokens: list[Token], index: int) -> Numeral | None:
    text = tokens[index].low
    if len(text) > 15:
        return None
    following = at(tokens, index + 1).low
    if following in SCALES:
        scale = SCALES[following]
        return Numeral(round(float(_plain(text)) * scale), index + 2, scale)
    if "." in text:
        return None
    return Numeral(int(_plain(text)), index + 1)


def _plain(figure: str) -> str:
    """Return a figure without what groups its digits."""
    return "".join(mark for mark in figure if mark in digits or mark == ".")


def _vague(tokens: list[Token], index: int) -> Numeral | None:
    first = tokens[index].low
    if first in _PLURALS:
        return _plural(tokens, index)
    if first in _VAGUE:
        return _scaled(tokens, index + 1, _VAGUE[first])
    for phrase, value in _VAGUE_PHRASES.items():
        if first == phrase[0] and follows(tokens, index, phrase):
            # the "of" stays outside: the count is "a handful"
            return _scaled(tokens, index + len(phrase) - (phrase[-1] == "of"), value)
    for phrase, value in _FIXED_PHRASES.items():
        if first == phrase[0] and follows(tokens, index, phrase):
            return _fixed(tokens, index + len(phrase) - (phrase[-1] == "of"), value)
    return None


def _fixed(tokens: list[Token], end: int, value: int) -> Numeral | None:
    """Read "a couple" or "a score" with what may follow it: "a couple of hundred", but no "score of 3-1"."""
    linked = at(tokens, end).low == "of"
    after = at(tokens, end + linked).low
    if linked and after[:1].isdigit():
        return None
    scale = SCALES.get(after, 1) if value == 2 else 1
    return Numeral(value * scale, end + linked + 1 if scale > 1 else end, scale, words=True)


def _plural(tokens: list[Token], index: int) -> Numeral | None:
    first = tokens[index].low
    following = at(tokens, index + 1).low
    if first == "scores" and (following not in _NOT_SCORES or at(tokens, index - 1).low in _GAMES):
        return None
    third = at(tokens, index + 2).low
    if first in _OF_PLURALS and following == "of" and third in _PLURALS and third not in _FEW:
        return Numeral(_OF_PLURALS[first] * _PLURALS[third] // 2, index + 3, open_=True, words=True)
    if first == "tens" and following != "of":
        return None
    return Numeral(_PLURALS[first], index + 1, open_=True, words=True)


def _scaled(tokens: list[Token], index: int, value: int) -> Numeral:
    """Read "several" or "a few" with the scale after it: "several hundred"."""
    scale = SCALES.get(at(tokens, index).low, 1)
    return Numeral(value * scale, index + (scale > 1), scale, open_=True, words=True)


def _words(tokens: list[Token], index: int) -> Numeral | None:
    """Read number words: "twenty-three", "a hundred and five", "two dozen", "three million"."""
    position = index
    if tokens[index].low in {"a", "an"}:
        if at(tokens, index + 1).low not in SCALES:
            return None
        position += 1
        total, current, scale = 0, 1, 1
    elif tokens[index].low in SCALES:
        total, current, scale = 0, 1, 1
    else:
        small = _below_hundred(tokens, index)
        if small is None:
            return None
        current, position = small
        total, scale = 0, 1
    while total + current < _LARGEST:
        word = at(tokens, position).low
        if word in {"hundred", "dozen"}:
            scale = SCALES[word]
            current, position = current * scale, position + 1
        elif word in _LARGE:
            scale = SCALES[word]
            total, current, position = total + current * scale, 0, position + 1
        else:
            break
        tail = _tail(tokens, position, scale)
        if tail:
            current, position, scale = current + tail[0], tail[1], 1
    value = total + current
    return Numeral(value, position, scale, words=True)


def _tail(tokens: list[Token], position: int, scale: int) -> tuple[int, int] | None:
    """Read what may follow "hundred" or "thousand": "and five", "twenty"."""
    if scale == 12:
        return None
    if at(tokens, position).low == "and":
        # "a hundred and two soldiers" is read as 102 only where a number below twenty or a ten follows directly
        small = _below_hundred(tokens, position + 1)
        return small if small and at(tokens, small[1]).low not in SCALES else None
    return _below_hundred(tokens, position)


def _below_hundred(tokens: list[Token], index: int) -> tuple[int, int] | None:
    word = at(tokens, index).low
    if word in UNITS:
        return UNITS[word], index + 1
    if word not in TENS:
        return None
    dash, unit = at(tokens, index + 1), at(tokens, index + 2)
    if dash.low == "-" and dash.glued and unit.glued and 0 < UNITS.get(unit.low, 0) < 10:
        return TENS[word] + UNITS[unit.low], index + 3
    if 0 < UNITS.get(dash.low, 0) < 10:
        return TENS[word] + UNITS[dash.low], index + 2
    return TENS[word], index + 1
