"""Finds the words that may fill a role: those that the encoder marks at any strictness, and known fillers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tocsin.read.roles.counts import STRINGS, Counts
from tocsin.read.roles.encoder import Marked
from tocsin.read.roles.parse import Parse
from tocsin.read.roles.vocabulary import ROLES
from tocsin.read.roles.wording import normalise, places, trimmed

LEVELS = (0.6, 0.4, 0.25, 0.12, 0.05)
"""How sure the encoder must be of a token, from strict to lax."""
KNOWN, OTHER = 0.0, -0.1
"""Levels of words that are known from training only, and of those that are candidates for another role."""
_OFFERED = 0.12
_LONGEST = 100
"""Characters of a filler at most."""
_MOST_WORDS = 6
_LEAST = 0.01
"""What the encoder must at least give words that it doesn't mark itself."""


class Place(NamedTuple):
    """Where a candidate stands: characters, tokens of the parse, its head, and what the encoder gives each role.

    `chances` (roles × 6): mean and least chance of being inside, of beginning at its first token, of going on after its
    last, of being inside before its first, and of being inside at its last.
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    chances: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words, normalised and as they stand first, where they stand, and by role how strictly the encoder marks them."""

    key: str
    surface: str
    places: tuple[Place, ...]
    levels: dict[str, float] = field(default_factory=dict)

    def best(self, role: int) -> float:
        """Return the highest mean chance that the encoder gives the words anywhere."""
        return max(float(place.chances[role, 0]) for place in self.places)


def candidates(parse: Parse, marked: Marked, counts: Counts) -> list[Candidate]:
    """Return what may fill a role, in order of first being found."""
    text = parse.text
    surfaces, levels = _marked_words(text, marked)
    for start, end in _known(parse, counts):
        key = normalise(text[start:end])
        surfaces.setdefault(key, text[start:end])
        for role in ROLES:
            if counts[STRINGS].row(key)[1 + ROLES.index(role)]:
                levels.setdefault((key, role), KNOWN)
    for key in surfaces:
        if max(levels.get((key, role), OTHER) for role in ROLES) >= _OFFERED:
            for role in ROLES:
                levels.setdefault((key, role), OTHER)
    found = []
    for key, surface in surfaces.items():
        stands = tuple(_places(parse, marked, surface))
        if stands:
            held = {role: levels[key, role] for role in ROLES if (key, role) in levels}
            one = Candidate(key, surface, stands, held)
            kept = {r: level for r, level in held.items() if level > 0 or one.best(ROLES.index(r)) > _LEAST}
            found.append(Candidate(key, surface, stands, kept))
    return found


def _marked_words(text: str, marked: Marked) -> tuple[dict[str, str], dict[tuple[str, str], float]]:
    surfaces: dict[str, str] = {}
    levels: dict[tuple[str, str], float] = {}
    for number, role in enumerate(ROLES):
        inside, begins = 1 - marked.tags[:, number, 0], marked.tags[:, number, 1]
        for level in LEVELS:
            for first, last in _runs(inside, begins, level):
                start, end = trimmed(text, int(marked.offsets[first][0]), int(marked.offsets[last - 1][1]))
                key = normalise(text[start:end])
                if key and end - start <= _LONGEST:
                    surfaces.setdefault(key, text[start:end])
                    levels.setdefault((key, role), level)
    return surfaces, levels


def _runs(inside: NDArray[np.float32], begins: NDArray[np.float32], level: float) -> Iterator[tuple[int, int]]:
    """Yield runs of tokens above a level, parted where one more likely begins than goes on."""
    first = None
    for number in range(len(inside)):
        if inside[number] <= level:
            if first is not None:
                yield first, number
            first = None
        elif first is None:
            first = number
        elif begins[number] > max(level, 0.5 * inside[number]):
            yield first, number
            first = number
    if first is not None:
        yield first, len(inside)


def _known(parse: Parse, counts: Counts) -> Iterator[tuple[int, int]]:
    """Yield the characters of words that filled some role in training texts."""
    plain = [normalise(token.text) for token in parse.doc]
    for first, word in enumerate(plain):
        if not word:
            continue
        words: list[str] = []
        for last in range(first, min(first + 2 * _MOST_WORDS, len(plain))):
            if parse.sentence_of[last] != parse.sentence_of[first] or len(words) == _MOST_WORDS:
                break
            if not plain[last]:
                continue
            words.append(plain[last])
            if " ".join(words) in counts[STRINGS]:
                yield parse.starts[first], parse.ends[last]


def _places(parse: Parse, marked: Marked, surface: str) -> Iterator[Place]:
    starts, ends = marked.offsets[:, 0], marked.offsets[:, 1]
    for start, end in places(parse.text, surface):
        low = int(np.searchsorted(ends, start, side="right"))
        high = int(np.searchsorted(starts, end, side="left"))
        first, last = parse.tokens(start, end)
        if low < high and first < last:
            yield Place(start, end, first, last, parse.head(first, last), _chances(marked, low, high))


def _chances(marked: Marked, low: int, high: int) -> NDArray[np.float64]:
    tags = marked.tags.astype(np.float64)
    inside = 1 - tags[low:high, :, 0]
    mean = np.exp(np.log(np.clip(inside, 1e-4, 1)).mean(0))
    none = np.zeros(len(ROLES))
    goes_on = tags[high, :, 2] if high < len(tags) else none
    before = 1 - tags[low - 1, :, 0] if low else none
    return np.stack([mean, inside.min(0), tags[low, :, 1], goes_on, before, inside[-1]], axis=1)
