"""Reads who fills which role in a text, and which types of incident it tells of: encoder, counts and trees together."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from tocsin.learned.trees import Forest
from tocsin.read.roles.candidates import Candidate, candidates
from tocsin.read.roles.counts import Counts, load_counts
from tocsin.read.roles.encoder import Encoder, checked
from tocsin.read.roles.evidence import Evidence
from tocsin.read.roles.hints import NO_HINTS, Hints
from tocsin.read.roles.pairs import compare
from tocsin.read.roles.parse import Parse
from tocsin.read.roles.sight import Sight
from tocsin.read.roles.types import TypeEvidence
from tocsin.read.roles.vocabulary import ROLES, TYPES

Same = Callable[[str, str, int], bool]
"""Says whether two normalised strings of a role mean one."""
LEAST = 0.12
"""The chance below which a filler isn't weighed further."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Words that fill a role: how likely, by type of incident how likely in one of it, and all words for the same."""

    role: str
    chance: float
    kinds: tuple[float, ...]
    words: tuple[Candidate, ...]

    @property
    def surface(self) -> str:
        """The words that most surely fill it, as they stand first."""
        return self.words[0].surface


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells: the chance that it tells of each type of incident, and its fillers, surest first."""

    kinds: tuple[float, ...]
    fillers: tuple[Filler, ...]


class Weighed(NamedTuple):
    """A candidate for a role, and how likely it fills it."""

    role: int
    candidate: Candidate
    chance: float


@dataclass(frozen=True)
class Trees:
    """The learnt trees: whether words fill a role, which types a text tells of, whose fillers, which are one."""

    fills: Forest
    text: Forest
    filler: Forest
    same: Forest

    @classmethod
    def of(cls, made: dict[str, Any]) -> "Trees":
        """Make them of what `tocsin train reader` writes."""
        return cls(*(Forest(made[name]) for name in ("fills", "text", "filler", "same")))


class FillerReader:
    """Reads fillers with the weights of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.encoder = Encoder(folder)

    @property
    def id(self) -> str:
        """Name and hash of the weights."""
        return self.encoder.id

    @property
    def thresholds(self) -> dict[str, float]:
        """The chances from which on something counts, as learnt."""
        return dict(self.encoder.card["thresholds"])

    @cached_property
    def counts(self) -> Counts:
        """What was counted on training texts."""
        return load_counts(checked(self._folder / "counts.npz", self.encoder.card))

    @cached_property
    def trees(self) -> Trees:
        """The learnt trees."""
        return Trees.of(json.loads(checked(self._folder / "trees.json", self.encoder.card).read_text("utf-8")))

    def read(self, doc: Doc, hints: Hints = NO_HINTS) -> Told:
        """Return what a parsed text tells; `hints` are what the rules see in it."""
        parse = Parse(doc)
        return tell(Sight(parse, self.encoder.mark(parse.text), hints), self.counts, self.trees)


def tell(sight: Sight, counts: Counts, trees: Trees) -> Told:
    """Weigh the candidates of a text, and put together what is one."""
    weighed = weigh(sight, counts, trees.fills)
    evidence = TypeEvidence(sight, counts)
    kinds = chances(trees.text, evidence.of_text([each.chance for each in weighed]))
    likely = [each for each in weighed if each.chance >= LEAST]
    rows = [evidence.of_filler(each.candidate, each.role, each.chance, kinds) for each in likely]
    by_type = chances(trees.filler, np.concatenate(rows)) if rows else []
    return put_together(likely, kinds, by_type, same_by(trees.same))


def put_together(likely: Sequence[Weighed], kinds: Sequence[float], by_type: Sequence[float], same: Same) -> Told:
    """Join candidates of a role that mean the same; `by_type` has each one's chances for all types in a row."""
    held = {id(each): tuple(by_type[n * len(TYPES) : (n + 1) * len(TYPES)]) for n, each in enumerate(likely)}
    fillers = [
        Filler(ROLES[role], group[0].chance, _most([held[id(one)] for one in group]), tuple(g.candidate for g in group))
        for role in range(len(ROLES))
        for group in grouped([each for each in likely if each.role == role], same)
    ]
    return Told(tuple(kinds), tuple(sorted(fillers, key=lambda each: -each.chance)))


def weigh(sight: Sight, counts: Counts, fills: Forest) -> list[Weighed]:
    """Return all candidates for all roles with their chances."""
    evidence = Evidence(sight, candidates(sight.parse, sight.marked, counts), counts)
    found: list[Weighed] = []
    for role in range(len(ROLES)):
        rivals, rows = evidence.of(role)
        found += [Weighed(role, one, each) for one, each in zip(rivals, chances(fills, rows), strict=True)]
    return found


def chances(forest: Forest, rows: NDArray[np.float64]) -> list[float]:
    """Return the chance of each row of evidence."""
    return [float(each) for each in 1 / (1 + np.exp(-forest.log_odds(rows)))]


def same_by(same: Forest) -> Same:
    """Return what says whether two strings of a role mean one."""
    return lambda one, other, role: bool(same.log_odds([compare(one, other, role)])[0] > 0)


def grouped(weighed: Sequence[Weighed], same: Same) -> list[list[Weighed]]:
    """Put candidates of one role together that mean the same, the likeliest first of each."""
    groups: list[list[Weighed]] = []
    for each in sorted(weighed, key=lambda one: (-one.chance, one.candidate.key)):
        mine = (g for g in groups if any(same(each.candidate.key, other.candidate.key, each.role) for other in g))
        group = next(mine, None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return groups


def _most(rows: Sequence[tuple[float, ...]]) -> tuple[float, ...]:
    return tuple(max(column) for column in zip(*rows, strict=True))
