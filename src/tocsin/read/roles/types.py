"""The evidence for a text's telling of a type of incident, and for a filler's belonging to one of that type."""

import math
from collections.abc import Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from tocsin.read.roles.candidates import Candidate
from tocsin.read.roles.counts import FILL_HEADS, FILLS, LEMMAS, Counts, share
from tocsin.read.roles.evidence import Row
from tocsin.read.roles.sight import Sight
from tocsin.read.roles.vocabulary import ROLES, TYPES

TEXT_NAMES = (
    "type",
    "tells incident",
    "tells it",
    "tells another",
    *(f"tells {name}" for name in TYPES),
    *(f"words of text, {many}" for many in ("strongest", "few", "many")),
    "words of text for another",
    "words of a sentence, strongest",
    "words of a sentence, few",
    "best filler",
    "fillers",
    "sentences",
    "rules see it",
    "rules see another",
)
FILLER_NAMES = (
    "type",
    "role",
    "filler",
    "text tells it",
    "text tells another",
    "encoder tells it",
    "sentence, strongest",
    "sentence, few",
    "first sentence, few",
    "sentence, another",
    "sentence, over another",
    "filled before",
    "head filled before",
    "head seen before",
    "first place",
    "places",
    "rules see it",
)
_FEW, _MANY = 5, 20
_PRIOR = 0.3
_SENTENCES, _TEXTS = len(ROLES), len(ROLES) + len(TYPES)
"""Where the ratios of sentences and of texts begin in a row of lemmas."""


class TypeEvidence:
    """Evidence from one parsed text."""

    def __init__(self, sight: Sight, counts: Counts) -> None:
        self._parse, self._marked, self._hints = sight
        self._counts = counts

    def of_text(self, chances: Sequence[float]) -> NDArray[np.float64]:
        """Return the evidence for each type (types × names), given the chances of the text's fillers."""
        words = self._words(frozenset().union(*self._parse.lemmas), _TEXTS)
        sentences = [self._sentence(number) for number in range(len(self._parse.lemmas))]
        told = [float(each) for each in self._marked.tells]
        rows: list[Row] = []
        for kind in range(len(TYPES)):
            others = [other for other in range(len(TYPES)) if other != kind]
            rows.append(
                [
                    kind,
                    told[0],
                    told[1 + kind],
                    max(told[1 + other] for other in others),
                    *told[1:],
                    *(float(words[part][kind]) for part in range(3)),
                    max(float(words[1][other]) for other in others),
                    *(max((float(each[part][kind]) for each in sentences), default=0.0) for part in range(2)),
                    max(chances, default=0.0),
                    sum(chances),
                    len(sentences),
                    self._hints.types[kind],
                    sum(self._hints.types[other] for other in others),
                ]
            )
        return np.array(rows, dtype=np.float64)

    def of_filler(self, one: Candidate, role: int, chance: float, kinds: Sequence[float]) -> NDArray[np.float64]:
        """Return the evidence for each type (types × names), given the filler's chance and those of the types."""
        held = [self._sentence(self._parse.sentence_of[place.head]) for place in one.places]
        fills, heads = self._counts[FILLS].row(one.key), self._counts[FILL_HEADS].row(one.key.split()[-1])
        rows: list[Row] = []
        for kind in range(len(TYPES)):
            others = [other for other in range(len(TYPES)) if other != kind]
            few = [float(each[1][kind]) for each in held]
            other = [max(float(each[1][one]) for one in others) for each in held]
            rows.append(
                [
                    kind,
                    role,
                    chance,
                    kinds[kind],
                    max(kinds[each] for each in others),
                    float(self._marked.tells[1 + kind]),
                    max(float(each[0][kind]) for each in held),
                    max(few),
                    few[0],
                    max(other),
                    max(mine - theirs for mine, theirs in zip(few, other, strict=True)),
                    share(fills, kind, _PRIOR),
                    share(heads, kind, _PRIOR),
                    math.log1p(float(heads[0])),
                    one.places[0].first / self._size,
                    len(one.places),
                    self._hints.types[kind],
                ]
            )
        return np.array(rows, dtype=np.float64)

    @cached_property
    def _size(self) -> int:
        return max(1, len(self._parse.doc))

    @lru_cache(maxsize=512)  # noqa: B019  # the object lives as long as one text is read
    def _sentence(self, number: int) -> NDArray[np.float32]:
        return self._words(self._parse.lemmas[number], _SENTENCES)

    def _words(self, lemmas: frozenset[str], begin: int) -> NDArray[np.float32]:
        """Return the strongest, a few and many of the words' log ratios, by type (3 × types)."""
        rows = np.sort(self._counts[LEMMAS].all(sorted(lemmas))[:, begin : begin + len(TYPES)], axis=0)
        if not len(rows):
            return np.zeros((3, len(TYPES)), np.float32)
        return np.stack([rows[-1], rows[-_FEW:].sum(0), rows[-_MANY:].sum(0)])
