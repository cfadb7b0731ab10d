"""Weighs possible tolls against the evidence: a log-linear choice among (killed, injured), with trained weights."""

import json
import math
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from tocsin.read.toll_evidence import DEATH, SURVIVAL, Evidence, Fact, sentence_sums

Pair = tuple[int, int]
"""Killed and injured."""
_FILE = "toll_weights.json"
_ATTACKER_DEAD = {"self", "attacker"}
_LIVING = {"survives", "condition", "threatening"}


@cache
def weights() -> Mapping[str, float]:
    """Return the trained weights by feature; read once."""
    text = files("tocsin.read.lexicon").joinpath(_FILE).read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)
    return loaded


def candidates(evidence: Evidence) -> list[Pair]:
    """Return the tolls that the evidence allows: its numbers, their sums, and of N shot those who didn't die."""
    killed, injured = {0, 1}, {0, 1}
    victims: set[int] = set()
    for fact in evidence.facts:
        numbers = {fact.number, fact.number + 1} if fact.others else {fact.number}
        if fact.fate == "killed":
            killed |= numbers
        else:
            victims |= numbers
            injured |= {fact.number}
    for _, fates, counts in sentence_sums(evidence.told):
        (killed if "killed" in fates else victims).add(sum(counts))
    if evidence.names & _ATTACKER_DEAD:
        killed |= {number + 1 for number in killed}
    pairs = {(dead, hurt) for dead in killed for hurt in injured | victims}
    return sorted(pairs | {(dead, whole - dead) for dead in killed for whole in victims if whole >= dead})


def features(evidence: Evidence, pair: Pair) -> Iterator[str]:
    """Yield the features of a toll: how each fact, cue and denial stands to it."""
    killed, injured = pair
    dead, hurt = _size(killed), _size(injured)
    for fact in evidence.facts:
        yield from _of_fact(fact, killed, injured)
    for place, name in evidence.cues:
        yield from _of_cue(f"{place} {name}", name, pair)
    for place, effect in evidence.zeros:
        yield f"{place} no one {effect}: {'none' if (killed if effect == 'killed' else injured) == 0 else 'some'}"
    yield f"killed {dead}"
    yield f"injured {hurt}"
    yield f"killed {dead}, injured {hurt}"
    fates = {fact.fate for fact in evidence.facts}
    if "killed" not in fates:
        yield f"no count of killed: {dead}"
    if "injured" not in fates:
        yield f"no count of injured: {hurt}"
    if not fates:
        yield f"no count: {dead} {hurt}"
    if not evidence.names.intersection(DEATH):
        yield f"no word of death: {dead}"


def _of_fact(fact: Fact, killed: int, injured: int) -> Iterator[str]:
    """Compare one number with the toll; who is shot is killed or injured, "others" are so beside one more."""
    name, number, whole = fact.name, fact.number, killed + injured
    if fact.fate == "killed":
        yield f"{name}: killed {_against(killed, number)}"
        if fact.others and killed != number:
            yield f"{name}: killed and one {_against(killed, number + 1)}"
        return
    one, other = (injured, whole) if fact.fate == "injured" else (whole, injured)
    first, second = ("injured", "all") if fact.fate == "injured" else ("all", "injured")
    yield f"{name}: {first} {_against(one, number)}"
    if one != number:
        yield f"{name}: {second} {_against(other, number)}"
        if fact.fate != "injured" and killed == number:
            yield f"{name}: killed same"
        if fact.others:
            yield f"{name}: {first} and one {_against(one, number + 1)}"


def _of_cue(full: str, name: str, pair: Pair) -> Iterator[str]:
    killed, injured = pair
    if name in DEATH or name in _LIVING:
        yield f"{full}: killed {'none' if killed == 0 else 'some'}"
    if name in SURVIVAL:
        yield f"{full}: injured {'none' if injured == 0 else 'some'}"
    if name not in DEATH and name not in SURVIVAL:
        yield f"{full}: killed {_size(killed)}"
        yield f"{full}: injured {_size(injured)}"


def _size(number: int) -> str:
    return ("none", "one")[number] if number < 2 else "several"


def _against(number: int, told: int) -> str:
    return "same" if number == told else "fewer" if number < told else "more"


def chances(evidence: Evidence, weighed: Mapping[str, float]) -> dict[Pair, float]:
    """Return how likely each possible toll is; the sum is 1."""
    scores = {pair: sum(weighed.get(name, 0.0) for name in features(evidence, pair)) for pair in candidates(evidence)}
    highest = max(scores.values())
    raised = {pair: math.exp(score - highest) for pair, score in scores.items()}
    whole = sum(raised.values())
    return {pair: value / whole for pair, value in raised.items()}
