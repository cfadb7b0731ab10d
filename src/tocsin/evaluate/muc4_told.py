"""What the trained reader finds in a text, as templates of MUC-4: one for each type of incident that it tells of."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from tocsin.read.roles.fillers import Filler, Told
from tocsin.read.roles.vocabulary import ROLES, TYPES

Json = dict[str, Any]


class Thresholds(NamedTuple):
    """The chances from which on a filler counts, one counts for a type, and a type is told of."""

    filler: float
    of_type: float
    type: float


def templates_told(told: Told, least: Thresholds) -> list[Json]:
    """Return a template a type.

    A filler that counts and belongs to no type for sure goes to its likeliest; of its words the surest is given.
    """
    counting = [each for each in told.fillers if each.chance >= least.filler]
    types = [kind for kind, chance in enumerate(told.kinds) if chance >= least.type]
    if not types and counting:
        types = [max(range(len(TYPES)), key=told.kinds.__getitem__)]
    held: dict[int, list[Filler]] = {kind: [] for kind in types}
    for filler in told.fillers:
        mine = [kind for kind in types if filler.kinds[kind] >= least.of_type]
        if not mine and types and filler.chance >= least.filler:
            mine = [max(types, key=filler.kinds.__getitem__)]
        for kind in mine:
            held[kind].append(filler)
    return [_template(TYPES[kind], fillers) for kind, fillers in held.items()]


def _template(kind: str, fillers: Iterable[Filler]) -> Json:
    filled: dict[str, list[list[str]]] = {role: [] for role in ROLES}
    for filler in fillers:
        filled[filler.role].append([filler.surface])
    return {"incident_type": kind, **filled}
