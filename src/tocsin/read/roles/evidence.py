"""The evidence for a candidate's filling a role, as a row of numbers."""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tocsin.read.roles.candidates import Candidate, Place
from tocsin.read.roles.counts import CONTEXTS, HEADS, LEMMAS, STRINGS, Counts, share
from tocsin.read.roles.hints import PARTS
from tocsin.read.roles.sight import Sight
from tocsin.read.roles.vocabulary import ROLES, TYPES
from tocsin.read.roles.wording import within

Row = list[float]
FORMS = ("nsubj", "nsubjpass", "dobj", "pobj", "appos", "compound", "conj", "poss", "amod", "ROOT", "nmod", "attr")
SPEECH = ("NOUN", "PROPN", "PRON", "NUM", "VERB", "ADJ")
_TELLS = ("incident", *TYPES)
_AT_PLACE = ("mean inside", "least inside", "begins", "goes on", "inside before", "inside at last")
_OF_PHRASE = ("phrase", "longer phrase", "counts", "determiner", "number before", "noun before", "noun after")
NAMES = (
    *_AT_PLACE,
    "mean of places",
    "any place",
    "places",
    "least inside anywhere",
    "level",
    "rank",
    "rivals",
    "first place",
    "best place",
    "words",
    "characters",
    "other role",
    *(f"as {role}" for role in ROLES),
    "in a longer",
    "holds a shorter",
    *(f"tells {what}" for what in _TELLS),
    "length of text",
    "filled before",
    "seen before",
    "head filled before",
    "head seen before",
    "role",
    *(f"{grain} {what}" for grain in CONTEXTS for what in ("filled", "seen")),
    *(f"{grain} filled, anywhere" for grain in CONTEXTS),
    "sentence, strongest",
    "sentence, mean",
    "sentence, strongest anywhere",
    "form",
    "part of speech",
    *_OF_PHRASE,
    *(f"rules see {part}" for part in PARTS),
    *(f"rules see {part} anywhere" for part in PARTS),
)
_PRIOR, _CONTEXT_PRIOR = 0.02, 0.05
_STRONGEST = 4


class Evidence:
    """Evidence from one parsed text, for all its candidates."""

    def __init__(self, sight: Sight, found: Sequence[Candidate], counts: Counts) -> None:
        self._parse, self._marked, self._hints = sight
        self._found, self._counts = found, counts
        self._length = max(1, len(sight.parse.text))

    def of(self, role: int) -> tuple[list[Candidate], NDArray[np.float64]]:
        """Return the candidates for a role, and their evidence (candidates × names)."""
        rivals = [each for each in self._found if ROLES[role] in each.levels]
        best = {each.key: each.best(role) for each in rivals}
        ranks = {key: rank for rank, key in enumerate(sorted(best, key=lambda key: -best[key]))}
        rows = [self._row(each, role, best, ranks) for each in rivals]
        return rivals, np.array(rows, dtype=np.float64).reshape(-1, len(NAMES))

    def _row(self, one: Candidate, role: int, best: dict[str, float], ranks: dict[str, int]) -> Row:
        chances = np.stack([place.chances for place in one.places])
        strongest = int(chances[:, role, 0].argmax())
        place = one.places[strongest]
        roles = [float(chances[:, other, 0].max()) for other in range(len(ROLES))]
        return [
            *map(float, place.chances[role]),
            float(chances[:, role, 0].mean()),
            1 - float(np.prod(1 - 0.98 * chances[:, role, 0])),
            len(one.places),
            float(chances[:, role, 1].max()),
            one.levels[ROLES[role]],
            ranks[one.key],
            len(best),
            one.places[0].start / self._length,
            place.start / self._length,
            len(one.key.split()),
            len(one.key),
            max(chance for other, chance in enumerate(roles) if other != role),
            *roles,
            max((chance for key, chance in best.items() if within(one.key, key)), default=-1),
            max((chance for key, chance in best.items() if within(key, one.key)), default=-1),
            *map(float, self._marked.tells),
            self._length,
            *self._seen_before(one.key, role),
            role,
            *self._surroundings(one, place, role),
            *self._phrase(place),
            *self._hinted(one, place),
        ]

    def _hinted(self, one: Candidate, strongest: Place) -> Row:
        held = [self._hints.of(place.start, place.end) for place in one.places]
        return [*held[_at(one, strongest)], *(max(column) for column in zip(*held, strict=True))]

    def _seen_before(self, key: str, role: int) -> Row:
        whole, head = self._counts[STRINGS].row(key), self._counts[HEADS].row(key.rsplit(maxsplit=1)[-1])
        return [
            share(whole, role, _PRIOR),
            math.log1p(float(whole[0])),
            share(head, role, _PRIOR),
            math.log1p(float(head[0])),
        ]

    def _surroundings(self, one: Candidate, strongest: Place, role: int) -> Row:
        held = [self._governed(place.head, role) for place in one.places]
        at = _at(one, strongest)
        sentences = [self._sentence(self._parse.sentence_of[place.head], role) for place in one.places]
        anywhere = [max(each[column] for each in held) for column in (0, 2, 4)]
        return [*held[at], *anywhere, *sentences[at], max(each[0] for each in sentences)]

    def _governed(self, token: int, role: int) -> Row:
        found: Row = []
        for table, context in zip(CONTEXTS, self._parse.contexts(token), strict=True):
            row = self._counts[table].row(context)
            found += [share(row, role, _CONTEXT_PRIOR), min(3.0, math.log1p(float(row[0])))]
        return found

    def _sentence(self, number: int, role: int) -> tuple[float, float]:
        return self._sentences(number)[role]

    @lru_cache(maxsize=256)  # noqa: B019  # the object lives as long as one text is read
    def _sentences(self, number: int) -> list[tuple[float, float]]:
        rows = np.sort(self._counts[LEMMAS].all(self._parse.lemmas[number])[:, : len(ROLES)], axis=0)
        if not len(rows):
            return [(0.0, 0.0)] * len(ROLES)
        strongest, mean = rows[-_STRONGEST:].sum(0), rows.mean(0)
        return [(float(strongest[role]), float(mean[role])) for role in range(len(ROLES))]

    def _phrase(self, place: Place) -> Row:
        doc, chunks = self._parse.doc, self._parse.chunks
        first, last, head = place.first, place.last, doc[place.head]
        before = doc[first - 1].pos_ if first else ""
        after = doc[last].pos_ if last < len(doc) else ""
        return [
            FORMS.index(head.dep_) if head.dep_ in FORMS else -1,
            SPEECH.index(head.pos_) if head.pos_ in SPEECH else -1,
            (first, last) in chunks or (first - 1, last) in chunks,
            any((a < first - 1 and b == last) or (a <= first and b > last) for a, b in chunks),
            doc[first].pos_ in {"NUM", "ADJ"},
            doc[first].dep_ == "det",
            before == "NUM",
            before in {"ADJ", "NOUN", "PROPN"},
            after in {"NOUN", "PROPN"},
        ]


def _at(one: Candidate, place: Place) -> int:
    return next(number for number, each in enumerate(one.places) if each is place)
