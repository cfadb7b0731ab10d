"""Learns the weights by which the reader chooses among possible tolls, from reports whose toll is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.evaluate.conditional_logit import ROUNDS, Choice, learn_choices
from tocsin.read.toll_evidence import Evidence
from tocsin.read.toll_model import Pair, candidates, features

RAREST = 20
"""In how many reports a feature must occur to be given a weight."""


@dataclass(frozen=True, slots=True)
class Example:
    """A report's evidence, its known toll, and how much it counts among the others."""

    evidence: Evidence
    toll: Pair
    weight: float = 1.0


def learn(examples: Sequence[Example], rounds: int = ROUNDS) -> dict[str, float]:
    """Return weights that make the known tolls likely; one that is not among the candidates teaches nothing."""
    return learn_choices([_choice(each) for each in examples], rarest=RAREST, rounds=rounds)


def _choice(example: Example) -> Choice:
    pairs = candidates(example.evidence)
    rows = tuple(tuple(features(example.evidence, pair)) for pair in pairs)
    right = frozenset(number for number, pair in enumerate(pairs) if pair == example.toll)
    return Choice(rows, right, example.weight)
