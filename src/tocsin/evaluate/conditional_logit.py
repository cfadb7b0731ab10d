"""Learns weights of named features by which one of several candidates is chosen: a conditional logit."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ROUNDS = 100
DECAY = 2.0
"""Strength of the pull to nought (L2)."""
_RATE, _SLOW = 0.1, 0.03
_MOMENTUM, _SPREAD = 0.9, 0.99


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice with known answers: the features of each candidate, which are right, and how much the choice counts."""

    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class _Case:
    """A choice as numbers: the features of each candidate by index."""

    rows: tuple[tuple[int, ...], ...]
    right: frozenset[int]
    weight: float


def learn_choices(
    choices: Sequence[Choice], *, rarest: int, decay: float = DECAY, rounds: int = ROUNDS
) -> dict[str, float]:
    """Return weights that make the right candidates likely, with L2, descended with Adam.

    `rarest` says in how many choices a feature must occur to be given a weight. A choice of which no candidate is right
    teaches nothing and is left out. The same choices give the same weights.
    """
    known = [choice for choice in choices if choice.right]
    seen = Counter(name for each in known for name in sorted({name for row in each.rows for name in row}))
    names = [name for name, count in seen.items() if count >= rarest]
    index = {name: number for number, name in enumerate(names)}
    cases = [
        _Case(tuple(tuple(index[name] for name in row if name in index) for row in each.rows), each.right, each.weight)
        for each in known
    ]
    found = _descend(cases, len(names), decay, rounds)
    return {name: round(value, 3) for name, value in sorted(zip(names, found, strict=True)) if abs(value) >= 0.001}


def _descend(cases: Sequence[_Case], size: int, decay: float, rounds: int) -> list[float]:
    weights, mean, spread = [0.0] * size, [0.0] * size, [0.0] * size
    for step in range(1, rounds + 1):
        rate = _RATE if step <= rounds * 2 // 3 else _SLOW
        slope = _slope(cases, weights, decay)
        for at, value in enumerate(slope):
            mean[at] = _MOMENTUM * mean[at] + (1 - _MOMENTUM) * value
            spread[at] = _SPREAD * spread[at] + (1 - _SPREAD) * value * value
            level = math.sqrt(spread[at] / (1 - _SPREAD**step)) + 1e-8
            weights[at] -= rate * mean[at] / (1 - _MOMENTUM**step) / level
    return weights


def _slope(cases: Sequence[_Case], weights: Sequence[float], decay: float) -> list[float]:
    """Return the gradient of the negative log-likelihood with its L2 term."""
    slope = [decay * weight for weight in weights]
    for case in cases:
        scores = [sum(weights[at] for at in row) for row in case.rows]
        highest = max(scores)
        raised = [math.exp(score - highest) for score in scores]
        whole, good = sum(raised), sum(raised[number] for number in case.right)
        for number, row in enumerate(case.rows):
            wanted = raised[number] / good if number in case.right and good else 0.0
            push = case.weight * (raised[number] / whole - wanted)
            if abs(push) > 1e-6:
                for at in row:
                    slope[at] += push
    return slope


def as_file(weights: Mapping[str, float]) -> str:
    """Return the weights as a data file holds them."""
    lines = (f' "{name}": {value}' for name, value in weights.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"
