"""How near the places that a name may mean lie to those of the other names: of all, and of those beside it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from tocsin.resolve.toponym_ground import DISTANCES, Ground, Numbers, is_point, kilometres_between
from tocsin.resolve.toponym_placing import Option, Scene

_REACH_KM, _WITHIN_KM, _FAR_KM = 180.0, 161.0, 20_000.0
"""Where closeness has fallen to 1/e, what counts as within reach, and what stands for "nowhere near"."""


def distances(scene: Scene, found: Sequence[Sequence[Option]], ground: Ground) -> Iterator[Numbers]:
    """Yield for each sense a row of numbers by `DISTANCES` for each of its options; all are measured at once."""
    places = [option.place for each in found for option in each]
    if not places:
        yield from (np.empty((0, len(DISTANCES))) for _ in found)
        return
    kilometres = kilometres_between(places, ground.lat, ground.lon)
    closeness, within = np.exp(-kilometres / _REACH_KM), kilometres < _WITHIN_KM
    chosen = _to_chosen(scene, places_of=[option for each in found for option in each])
    order = {id(sense): number for number, sense in enumerate(scene.senses)}
    ends = np.cumsum([0, *map(len, found)])
    for number, (start, end) in enumerate(pairwise(ends)):
        weights = np.where(ground.points == number, 0.0, ground.weights)
        mine = chosen[start:end]
        others = np.delete(mine, number, axis=1)
        yield np.column_stack(
            [
                closeness[start:end] @ weights,
                others.min(axis=1, initial=_FAR_KM),
                *(mine[:, _beside(scene, number, step, order)].min(axis=1, initial=_FAR_KM) for step in (-1, 1)),
                within[start:end] @ weights / max(float(weights.sum()), 1e-9),
            ]
        )


def _to_chosen(scene: Scene, places_of: Sequence[Option]) -> Numbers:
    """Return the kilometres from each option (rows) to the place chosen for each sense (columns), far where none is."""
    chosen = [sense.chosen if sense.chosen and is_point(sense.chosen) else None for sense in scene.senses]
    lat = np.radians([place.lat if place else 0.0 for place in chosen])
    lon = np.radians([place.lon if place else 0.0 for place in chosen])
    found = kilometres_between([option.place for option in places_of], lat, lon)
    found[:, [place is None for place in chosen]] = _FAR_KM
    return found


def _beside(scene: Scene, number: int, step: int, order: dict[int, int]) -> list[int]:
    """Return the numbers of the placed senses that stand next before (-1) or after (1) a sense's names."""
    sense, found = scene.senses[number], []
    for spot in sense.spots:
        other = scene.where.get(spot + step)
        at = spot + step
        while other is not None and (other is sense or other.chosen is None or not is_point(other.chosen)):
            at += step
            other = scene.where.get(at)
        if other is not None:
            found.append(order[id(other)])
    return found
