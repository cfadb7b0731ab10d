"""Reads words for none: "no", "nobody", "not a single"."""

from tocsin.resolve.quantity_vetoes import TIMES
from tocsin.resolve.tokens import Token, at, words

_IS = words("is was are were be been being")
_NO_AFTER = words(
    "longer doubt matter less fewer more idea way means comment sign reason need question wonder date further deal "
    "word details detail immediate intention plans plan choice good other such place room problem later sooner "
    "evidence information indication group organization organisation faction claim confirmation "
    "peace mercy justice money fuel electricity access respect hope fear surprise secret proof trace mention "
    "answer response agreement progress danger risk commitment return relation use food names change changes"
)


def is_nothing(tokens: list[Token], index: int) -> int:
    """Return the index after a word for none ("no", "nobody", "no one", "not a single"), 0 where there is none."""
    word, following = tokens[index].low, at(tokens, index + 1)
    if word in {"none", "nobody"}:
        return index + 1
    if word == "not" and following.low == "a" and at(tokens, index + 2).low == "single":
        return index + 3
    if word == "not" and at(tokens, index - 1).low in _IS:
        return 0
    if word == "not" and following.low == "one" and at(tokens, index + 2).low[:1].isalpha():
        return index + 2 if at(tokens, index + 2).low not in {"but", "or", "who", "to"} else 0
    if word != "no" or not following.low or not (following.low[0].isalpha() or following.low == "-"):
        return 0
    if following.low == "one":
        return index + 2
    if following.low == "-":
        return index + 3 if following.glued and at(tokens, index + 2).low == "one" else 0
    return 0 if following.low in _NO_AFTER or following.low in TIMES else index + 1
