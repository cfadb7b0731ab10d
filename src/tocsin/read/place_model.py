"""Chooses where an act happened: a log-linear choice among the places that its report names, with learnt weights."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from tocsin.model import Toponym
from tocsin.read.place_evidence import Candidate

_FILE = "place_weights.json"


@cache
def weights() -> Mapping[str, float]:
    """Return the learnt weights by the name of the evidence; read once."""
    text = files("tocsin.read.lexicon").joinpath(_FILE).read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)
    return loaded


def choose(candidates: Sequence[Candidate], weighed: Mapping[str, float]) -> Toponym | None:
    """Return the place that most speaks for, None where most speaks for the report's not saying."""
    return max(candidates, key=lambda one: sum(weighed.get(each, 0.0) for each in one.evidence)).place
