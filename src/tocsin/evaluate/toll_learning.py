"""Learns the weights by which the reader chooses among possible tolls, from reports whose toll is known."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tocsin.read.toll_evidence import Evidence
from tocsin.read.toll_model import Pair, candidates, features

ROUNDS = 100
DECAY = 2.0
"""Strength of the pull to nought (L2)."""
RAREST = 20
"""In how many reports a feature must occur to be given a weight."""
_RATE, _SLOW = 0.1, 0.03
_MOMENTUM, _SPREAD = 0.9, 0.99


@dataclass(frozen=True, slots=True)
class Example:
    """A report's evidence, its known toll, and how much it counts among the others."""

    evidence: Evidence
    toll: Pair
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class _Case:
    """An example as numbers: the features of each candidate by index, and which candidate is right."""

    rows: tuple[tuple[int, ...], ...]
    right: int
    weight: float


def learn(examples: Sequence[Example], rounds: int = ROUNDS) -> dict[str, float]:
    """Return weights that make the known tolls likely: a conditional logit with L2, descended with Adam.

    Examples whose toll is not among the candidates teach nothing and are left out. The same examples give the same
    weights.
    """
    named = [
        (each, pairs, [list(features(each.evidence, pair)) for pair in pairs])
        for each in examples
        if each.toll in (pairs := candidates(each.evidence))
    ]
    seen = Counter(name for _, _, rows in named for name in sorted({name for row in rows for name in row}))
    names = [name for name, count in seen.items() if count >= RAREST]
    index = {name: number for number, name in enumerate(names)}
    cases = [
        _Case(
            tuple(tuple(index[name] for name in row if name in index) for row in rows),
            pairs.index(each.toll),
            each.weight,
        )
        for each, pairs, rows in named
    ]
    found = _descend(cases, len(names), rounds)
    return {name: round(value, 3) for name, value in sorted(zip(names, found, strict=True)) if abs(value) >= 0.001}


def _descend(cases: Sequence[_Case], size: int, rounds: int) -> list[float]:
    weights, mean, spread = [0.0] * size, [0.0] * size, [0.0] * size
    for step in range(1, rounds + 1):
        rate = _RATE if step <= rounds * 2 // 3 else _SLOW
        slope = _slope(cases, weights)
        for at, value in enumerate(slope):
            mean[at] = _MOMENTUM * mean[at] + (1 - _MOMENTUM) * value
            spread[at] = _SPREAD * spread[at] + (1 - _SPREAD) * value * value
            level = math.sqrt(spread[at] / (1 - _SPREAD**step)) + 1e-8
            weights[at] -= rate * mean[at] / (1 - _MOMENTUM**step) / level
    return weights


def _slope(cases: Sequence[_Case], weights: Sequence[float]) -> list[float]:
    """Return the gradient of the negative log-likelihood with its L2 term."""
    slope = [DECAY * weight for weight in weights]
    for case in cases:
        scores = [sum(weights[at] for at in row) for row in case.rows]
        highest = max(scores)
        raised = [math.exp(score - highest) for score in scores]
        whole = sum(raised)
        for number, row in enumerate(case.rows):
            push = case.weight * (raised[number] / whole - (number == case.right))
            if abs(push) > 1e-6:
                for at in row:
                    slope[at] += push
    return slope


def as_file(weights: Mapping[str, float]) -> str:
    """Return the weights as the data file holds them."""
    lines = (f' "{name}": {value}' for name, value in weights.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"
