"""Places the names of a report: a first guess, then passes in which each name is weighed by where the others lie."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import numpy as np

from tocsin.learned.trees import Forest
from tocsin.model import Place
from tocsin.resolve.toponym_context import Spot
from tocsin.resolve.toponym_distances import distances
from tocsin.resolve.toponym_geometry import contains
from tocsin.resolve.toponym_ground import Numbers, survey
from tocsin.resolve.toponym_placing import Option, Scene, area_of, evidence, options, set_scene
from tocsin.resolve.toponym_senses import Sense, believe
from tocsin.resolve.toponym_spans import Page

PASSES = 3
Table = list[tuple[Sense, list[Option], Numbers]]
"""The senses that have options, with a row of evidence for each option."""


def place_names(
    page: Page, spots: Sequence[Spot], peoples: Mapping[str, int], outlet: str, forest: Forest
) -> list[Sense]:
    """Return the senses of the names, each with its place chosen, `peoples` being countries named by their people."""
    scene = set_scene(page, spots, outlet)
    for _ in range(PASSES):
        take(weigh(scene, peoples), forest.log_odds)
    for link in scene.links:
        sense, outer = scene.where[link.inner], scene.where[link.outer]
        sense.holder = sense.holder or outer.chosen
        if spots[link.inner].fits:
            _expel(sense, outer.chosen)
    return list(scene.senses)


def _expel(inner: Sense, outer: Place | None) -> None:
    """Give a choice up that doesn't lie where the text says: "Alam district, Logar province" isn't the Iraqi Alam."""
    place = inner.chosen
    if place is None or outer is None or place.country is None or place.feature in {"country", "admin1"}:
        return
    if outer.feature in {"country", "admin1"} and not contains(outer, place):
        inner.chosen = inner.area = None


def weigh(scene: Scene, peoples: Mapping[str, int]) -> Table:
    """Return the evidence for every option of every sense, by the choices as they stand."""
    ground = survey(scene.senses, peoples)
    found = [options(sense, ground, area_of(scene, number)) for number, sense in enumerate(scene.senses)]
    return [
        (scene.senses[number], each, evidence(scene, number, each, ground, near))
        for number, (each, near) in enumerate(zip(found, distances(scene, found, ground), strict=True))
        if each
    ]


def take(table: Table, log_odds: Callable[[Numbers], Numbers]) -> None:
    """Believe in each sense's options by the trees, all at once."""
    if not table:
        return
    chances = 1 / (1 + np.exp(-log_odds(np.vstack([rows for _, _, rows in table]))))
    ends = np.cumsum([0, *(len(found) for _, found, _ in table)])
    for (sense, found, _), (start, end) in zip(table, pairwise(ends), strict=True):
        own = chances[start:end]
        if found[-1].area and own.argmax() == len(found) - 1:
            sense.area, sense.trust, sense.chosen, sense.beliefs = found[-1].place, float(own[-1]), None, []
            continue
        sense.area = None
        believe(
            sense, [(option.place, float(chance)) for option, chance in zip(found, own, strict=True) if not option.area]
        )
