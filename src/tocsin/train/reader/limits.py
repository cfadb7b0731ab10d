"""Chooses the chances from which on fillers and types count, on texts that nothing was fitted to."""

from collections.abc import Sequence
from itertools import product

from tocsin.evaluate.muc4_score import ceaf_ree, ceaf_tf
from tocsin.evaluate.muc4_told import Thresholds, templates_told
from tocsin.read.roles.fillers import Told
from tocsin.train.reader.examples import Example, as_templates

STEPS = (0.16, 0.2, 0.24, 0.28, 0.32, 0.36)
Place = tuple[int, ...]
"""A choice of thresholds, as numbers of steps."""


def choose(examples: Sequence[Example], told: Sequence[Told]) -> tuple[Thresholds, float, float]:
    """Return thresholds, and the F1 of fillers (CEAF-REE) and of templates (CEAF-TF) that they give.

    The sum of both is to be high, and so it is to be one step to each side: on a few hundred texts a single peak is
    chance.
    """
    gold = {example.id: as_templates(example) for example in examples}

    def grade(least: Thresholds) -> tuple[float, float]:
        found = {example.id: templates_told(each, least) for example, each in zip(examples, told, strict=True)}
        return ceaf_ree(gold, found).all.f1, ceaf_tf(gold, found).all.f1

    every = list(product(range(len(STEPS)), repeat=len(Thresholds._fields)))
    grades = {place: grade(_at(place)) for place in every}
    sums = {place: sum(both) for place, both in grades.items()}
    best = max(every, key=lambda place: sum(sums[near] for near in _near(place)) / len(_near(place)))
    return _at(best), *grades[best]


def _at(place: Place) -> Thresholds:
    return Thresholds(*(STEPS[number] for number in place))


def _near(place: Place) -> list[Place]:
    """Return the places at most one step away in each threshold, within bounds."""
    ranges = (range(max(0, number - 1), min(len(STEPS), number + 2)) for number in place)
    return list(product(*ranges))
