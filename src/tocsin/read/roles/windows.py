"""Cuts a text into windows of tokens that the encoder takes, at ends of sentences where it can."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

SIZE = 512
"""Tokens that the encoder takes at once, with those that open and close a window."""
_ENDS = frozenset({".", "!", "?"})
_OVERLAP = 8
"""The part of a window, one in so many, that the next begins with again, so that no sentence is without its context."""


class Piece(NamedTuple):
    """Tokens of a window, the characters that each stands for ((0, 0) for none), and from where on it is new."""

    tokens: NDArray[np.int64]
    offsets: tuple[tuple[int, int], ...]
    fresh: int


def cut(tokenizer: Tokenizer, text: str, size: int = SIZE) -> Iterator[Piece]:
    """Yield the windows of a text, in order; an empty text has none."""
    whole = tokenizer.encode(text, add_special_tokens=False)
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    room, start, told = size - 2, 0, 0
    while told < len(whole.ids):
        end = _end(whole.tokens, start, told, room)
        tokens = np.array([first, *whole.ids[start:end], last], dtype=np.int64)
        yield Piece(tokens, ((0, 0), *whole.offsets[start:end], (0, 0)), told - start + 1)
        told, start = end, max(end - size // _OVERLAP, 0)


def _end(tokens: list[str], start: int, told: int, room: int) -> int:
    """Return where a window ends that begins at `start`: the last end of a sentence in its second half, else full."""
    full = start + room
    if full >= len(tokens):
        return len(tokens)
    least = max(told + 1, start + room // 2)
    return next((at + 1 for at in range(full - 1, least, -1) if tokens[at] in _ENDS), full)
