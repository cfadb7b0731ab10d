"""Finds the fullest name that a report gives someone."""

import re
from collections.abc import Sequence

from tocsin.read.lexicon import words

_PARTICLES = frozenset(words("names")["particles"])


def key(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell persons apart."""
    parts = re.findall(r"[\w’']+", name.lower().replace("-", " "))
    return tuple(part for part in parts if part not in _PARTICLES) or tuple(parts)


def fullest(start: int, name: str, named: Sequence[tuple[int, str]]) -> str:
    """Return the name that holds all words of one that stands at `start`: the nearest before it, else the first."""
    own = set(key(name))
    longer = [(at, other) for at, other in named if own < set(key(other)) and len(key(other)) <= 5]
    if len(own) >= 3 or not longer:
        return name
    before = [other for at, other in longer if at < start]
    return before[-1] if before else longer[0][1]
