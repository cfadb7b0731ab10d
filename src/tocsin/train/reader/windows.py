"""Cuts texts into windows of tokens, with a label a token and role."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from tocsin.read.roles.vocabulary import ROLES, TYPES
from tocsin.read.roles.windows import cut
from tocsin.train.reader.examples import Example

Ints = NDArray[np.int64]


class Window(NamedTuple):
    """Tokens (n), tags (n × roles; 0 outside, 1 begins, 2 inside) and what its text tells of (relevant, then types)."""

    tokens: Ints
    tags: Ints
    tells: NDArray[np.float32]


def windows(examples: Sequence[Example], tokenizer: Tokenizer, size: int) -> list[Window]:
    """Cut each example into windows of at most `size` tokens."""
    found: list[Window] = []
    for example in examples:
        tells = np.array([bool(example.types), *(name in example.types for name in TYPES)], dtype=np.float32)
        pieces = cut(tokenizer, example.text, size)
        found.extend(Window(piece.tokens, _tags(piece.offsets, example), tells) for piece in pieces)
    return found


def _tags(offsets: Sequence[tuple[int, int]], example: Example) -> Ints:
    tags = np.zeros((len(offsets), len(ROLES)), dtype=np.int64)
    for role, start, end in example.marks:
        inside = [n for n, (a, b) in enumerate(offsets) if a < end and b > start and b > a]
        for n in inside:
            tags[n, ROLES.index(role)] = 1 if n == inside[0] else 2
    return tags
