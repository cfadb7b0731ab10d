"""Reads numbers: figures, words, dozens and vague plurals."""

from string import digits
from typing import NamedTuple

from tocsin.resolve.tokens import Token, at, sequence, words

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
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_LARGE = {word for word, value in SCALES.items() if value >= 1000}
_PLURALS = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2 * 10**6}
_OF_PLURALS = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200}
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
    ("half", "a", "dozen"): 6,
    ("half", "dozen"): 6,
    ("half", "a", "million"): 500_000,
}
_NOT_SCORES = words("of more others died were dead wounded injured killed arrested have had people hurt")


class Numeral(NamedTuple):
    """A number read: its value, the index after it, the multiplier that it ends in; `open_` where it is a floor."""

    value: int
    end: int
    scale: int = 1
    open_: bool = False
    words: bool = False


def read_numeral(tokens: list[Token], index: int) -> Numeral | None:
    """Return the number that starts at a token, None where none does."""
    first = at(tokens, index).low
    if not first:
        return None
    if first[0] in digits:
        return _figure(tokens, index)
    return _vague(tokens, index) or _words(tokens, index)


def _figure(tokens: list[Token], index: int) -> Numeral | None:
    text = tokens[index].low
    if len(text) > 15:
        return None
    following = at(tokens, index + 1).low
    if following in SCALES:
        scale = SCALES[following]
        return Numeral(round(float(text.replace(",", "")) * scale), index + 2, scale)
    if "." in text:
        return None
    return Numeral(int(text.replace(",", "")), index + 1)


def _vague(tokens: list[Token], index: int) -> Numeral | None:
    first = tokens[index].low
    if first in _PLURALS:
        return _plural(tokens, index)
    if first in _VAGUE:
        return _scaled(tokens, index + 1, _VAGUE[first])
    for phrase, value in _VAGUE_PHRASES.items():
        if first == phrase[0] and all(at(tokens, index + n).low == word for n, word in enumerate(phrase)):
            # the "of" stays outside: the count is "a handful"
            return _scaled(tokens, index + len(phrase) - (phrase[-1] == "of"), value)
    for phrase, value in _FIXED_PHRASES.items():
        if first == phrase[0] and all(at(tokens, index + n).low == word for n, word in enumerate(phrase)):
            return Numeral(value, index + len(phrase), words=True)
    return None


def _plural(tokens: list[Token], index: int) -> Numeral | None:
    first = tokens[index].low
    if first == "scores" and at(tokens, index + 1).low not in _NOT_SCORES:
        return None
    third = at(tokens, index + 2).low
    if first in _OF_PLURALS and at(tokens, index + 1).low == "of" and third in {"hundreds", "thousands", "millions"}:
        return Numeral(_OF_PLURALS[first] * _PLURALS[third] // 2, index + 3, open_=True, words=True)
    if first == "tens":
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
    while True:
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
