"""Learns the trees that decide on fillers and types, from texts that the encoder wasn't fitted to."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tocsin.learned.trees import Forest
from tocsin.read.roles import evidence, pairs, types
from tocsin.read.roles.candidates import candidates
from tocsin.read.roles.counts import Counts
from tocsin.read.roles.evidence import Evidence
from tocsin.read.roles.fillers import LEAST, Told, Weighed, chances, put_together, same_by
from tocsin.read.roles.pairs import compare
from tocsin.read.roles.sight import Sight
from tocsin.read.roles.types import TypeEvidence
from tocsin.read.roles.vocabulary import ROLES, TYPES
from tocsin.train.forests import Shape, grow
from tocsin.train.reader.examples import Example

Numbers = NDArray[np.float64]
FILLS = Shape(leaf=15, trees=250, leaves=7, rate=0.04, damping=5, share=0.4, forests=3)
TEXT = Shape(leaf=10, trees=60, leaves=7, rate=0.04, damping=5, share=0.4, forests=3)
FILLER = Shape(leaf=10, trees=100, leaves=7, rate=0.04, damping=5, share=0.4, forests=3)
SAME = Shape(leaf=20, trees=120, leaves=8, rate=0.05, damping=5, share=0.4, forests=3)
_PARTS = 5


class Sample(NamedTuple):
    """A text as the choice sees it."""

    example: Example
    sight: Sight


class Rows(NamedTuple):
    """Evidence, whether each row is right, and the text that it comes from."""

    evidence: Numbers
    right: Numbers
    texts: NDArray[np.int64]


def learn(
    samples: Sequence[Sample], fitted: Sequence[Example], counts: Counts, seed: int
) -> tuple[dict[str, Any], list[Told]]:
    """Return the trees by name, as `Trees.of` takes them, and what trees that don't know a text read in it.

    Types are learnt from chances of fillers that trees grown on the other texts give, as strange as they will be.
    """
    weighed, rows = _fill_rows(samples, counts)
    fills = grow(evidence.NAMES, rows.evidence, rows.right, FILLS, seed=seed)
    blind = _blind(rows, evidence.NAMES, FILLS, seed)
    at = 0
    judged: list[list[Weighed]] = []
    for each in weighed:
        judged.append([one._replace(chance=float(blind[at + n])) for n, one in enumerate(each)])
        at += len(each)
    text_rows = _text_rows(samples, judged, counts)
    text = grow(types.TEXT_NAMES, text_rows.evidence, text_rows.right, TEXT, seed=seed)
    kinds = _blind(text_rows, types.TEXT_NAMES, TEXT, seed).reshape(-1, len(TYPES))
    filler_rows = _filler_rows(samples, judged, kinds, counts)
    filler = grow(types.FILLER_NAMES, filler_rows.evidence, filler_rows.right, FILLER, seed=seed)
    pairs_, one = _pairs(fitted)
    same = grow(pairs.NAMES, pairs_, one, SAME, seed=seed)
    blind_told = _told(judged, kinds, _blind(filler_rows, types.FILLER_NAMES, FILLER, seed), Forest(same))
    return {"fills": fills, "text": text, "filler": filler, "same": same}, blind_told


def _told(judged: Sequence[Sequence[Weighed]], kinds: Numbers, by_type: Numbers, same: Forest) -> list[Told]:
    found, at = [], 0
    for number, mine in enumerate(judged):
        likely = [each for each in mine if each.chance >= LEAST]
        end = at + len(likely) * len(TYPES)
        found.append(put_together(likely, list(kinds[number]), list(by_type[at:end]), same_by(same)))
        at = end
    return found


def _fill_rows(samples: Sequence[Sample], counts: Counts) -> tuple[list[list[Weighed]], Rows]:
    found, rows, right, texts = [], [], [], []
    for number, (example, sight) in enumerate(samples):
        given = Evidence(sight, candidates(sight.parse, sight.marked, counts), counts)
        mine: list[Weighed] = []
        for role, name in enumerate(ROLES):
            rivals, held = given.of(role)
            keys = example.keys(name)
            mine += [Weighed(role, one, 0.0) for one in rivals]
            rows.append(held)
            right += [float(one.key in keys) for one in rivals]
            texts += [number] * len(rivals)
        found.append(mine)
    return found, Rows(np.concatenate(rows), np.array(right), np.array(texts))


def _text_rows(samples: Sequence[Sample], judged: Sequence[Sequence[Weighed]], counts: Counts) -> Rows:
    rows, right = [], []
    for (example, sight), mine in zip(samples, judged, strict=True):
        rows.append(TypeEvidence(sight, counts).of_text([each.chance for each in mine]))
        right += [float(kind in example.types) for kind in TYPES]
    return Rows(np.concatenate(rows), np.array(right), np.repeat(np.arange(len(samples)), len(TYPES)))


def _filler_rows(
    samples: Sequence[Sample], judged: Sequence[Sequence[Weighed]], kinds: Numbers, counts: Counts
) -> Rows:
    rows, right, texts = [], [], []
    for number, (example, sight) in enumerate(samples):
        given = TypeEvidence(sight, counts)
        keys = {(role, kind): example.keys(role, kind) for role in ROLES for kind in TYPES}
        for one in judged[number]:
            if one.chance < LEAST:
                continue
            rows.append(given.of_filler(one.candidate, one.role, one.chance, list(kinds[number])))
            right += [float(one.candidate.key in keys[ROLES[one.role], kind]) for kind in TYPES]
            texts += [number] * len(TYPES)
    return Rows(np.concatenate(rows), np.array(right), np.array(texts))


def _blind(rows: Rows, names: Sequence[str], shape: Shape, seed: int) -> Numbers:
    """Return each row's chance by trees grown without its part of the texts."""
    found = np.zeros(len(rows.right))
    for part in range(_PARTS):
        out = rows.texts % _PARTS == part
        forest = Forest(grow(names, rows.evidence[~out], rows.right[~out], shape, seed=seed))
        found[out] = chances(forest, rows.evidence[out])
    return found


def _pairs(examples: Sequence[Example]) -> tuple[Numbers, Numbers]:
    """Return evidence for pairs of words of one role in one text, and whether they mean one filler."""
    rows, one = [], []
    for example in examples:
        for role, name in enumerate(ROLES):
            entities = [sorted(each) for each in example.entities(name)]
            for number, words in enumerate(entities):
                for at, mine in enumerate(words):
                    rows += [compare(mine, other, role) for other in words[:at]]
                    one += [1.0] * at
                    others = [o for held in entities[:number] if not set(held) & set(words) for o in held]
                    rows += [compare(mine, other, role) for other in others]
                    one += [0.0] * len(others)
    return np.array(rows, dtype=np.float64), np.array(one)
