"""How judgements stand: which hold, which are undone or dormant, and which a later one contradicts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from tocsin.model import Judgement
from tocsin.reconcile.judgements import most_of, standing, undoings, weigh
from tocsin.reconcile.reviews import overruled

State = Literal["holds", "undone", "dormant", "set aside"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a judgement, and by which others (ids): its undo, or the later ones that contradict it.

    One that is set aside may hold in part: a person who parts one report from five leaves the other four together.
    """

    state: State
    by: tuple[str, ...] = ()


HOLDS = Standing("holds")


def standings(judgements: Iterable[Judgement], owner: Mapping[str, str]) -> dict[str, Standing]:
    """Return how each judgement stands; `owner` gives the incident that each judged mention belongs to now.

    The judgements must be all that hang together, for one may contradict another by way of a third.
    """
    held = list(judgements)
    undone = undoings(held)
    aside = {name: set(by) for name, by in weigh(held).aside.items()}
    for fellows in _by_subject(standing(held), owner):
        for name, later in overruled(fellows).items():
            aside.setdefault(name, set()).add(later)
    return {each.id: _standing(each, undone, aside) for each in held}


def _by_subject(held: Iterable[Judgement], owner: Mapping[str, str]) -> Iterable[list[Judgement]]:
    """Return the verdicts that are about one thing: a mention alone, or the incident that has most of the mentions."""
    groups: dict[str, list[Judgement]] = defaultdict(list)
    for each in held:
        there = [name for name in each.subjects if name in owner]
        if there and each.verdict not in {"same", "different"}:
            alone = each.level == "mention"
            groups[there[0] if alone else most_of(there, owner.__getitem__)].append(each)
    return groups.values()


def _standing(each: Judgement, undone: Mapping[str, str], aside: Mapping[str, set[str]]) -> Standing:
    if each.id in undone:
        return Standing("undone", (undone[each.id],))
    if each.dormant:
        return Standing("dormant")
    return Standing("set aside", tuple(sorted(aside[each.id]))) if each.id in aside else HOLDS
