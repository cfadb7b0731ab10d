"""What speaks for each place that a name may mean: the evidence that is weighed by the trees."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from tocsin.model import Place
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.toponym_context import Link, Spot, links
from tocsin.resolve.toponym_cues import is_beside, is_dateline
from tocsin.resolve.toponym_geometry import contains, division_of
from tocsin.resolve.toponym_ground import DISTANCES, Ground, Named, Numbers
from tocsin.resolve.toponym_senses import Sense, guess
from tocsin.resolve.toponym_spans import Page

NAMES = (
    *("size", "below the largest", "rank", "candidates", "countries", "usual", "spelt alike", "share of country's"),
    *("in the largest's country", "country", "admin1", "admin2", "city", "fits", "misfits"),
    *("area", "people", "side", "kind"),
    *("behind a comma", "inside", "not inside", "holds"),
    *("outlet's country", "times", "dateline", "side of it"),
    *("country's people", "country named", "country's share", "country's weight", "division named", "division's share"),
    *("weight of all", *DISTANCES),
)
_CANDIDATES = 14
_BACKED = 0.3
_COUNTRY_SIZE = 8.0
_READ_ON = 400.0
"""Characters over which a name's word about its neighbours fades."""


class Option(NamedTuple):
    """A place that a name may mean; `area`: that of the names around, for none that bears the name may be meant."""

    place: Place
    area: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A report's spots and senses with what they say of each other; `where` gives the sense of each spot.

    `outlet` is the country of the outlet by its domain, "" where unknown. `steady` keeps evidence that stays the same
    from pass to pass.
    """

    page: Page
    spots: Sequence[Spot]
    senses: Sequence[Sense]
    links: Sequence[Link]
    outlet: str
    where: Mapping[int, Sense]
    steady: dict[tuple[int, tuple[Option, ...]], Numbers] = field(default_factory=dict)


def set_scene(page: Page, spots: Sequence[Spot], outlet: str) -> Scene:
    """Return the scene of a report's place names with a first guess at each."""
    found = links(page, spots)
    senses = guess(spots, found)
    return Scene(page, spots, senses, found, outlet, {spot: sense for sense in senses for spot in sense.spots})


def options(sense: Sense, ground: Ground, area: Place | None) -> list[Option]:
    """Return the places to weigh: the likeliest, those that the words or other names' divisions back, and the area."""
    first, rest = sense.candidates[:_CANDIDATES], sense.candidates[_CANDIDATES:]
    own = Named()
    own.add(sense)
    backed = [place for place, _ in rest if place.id in sense.boosts or _backing(place, ground, own) > _BACKED]
    found = [Option(place) for place in (*(place for place, _ in first), *backed[:_CANDIDATES])]
    return [*found, Option(area, area=True)] if area is not None else found


def _backing(place: Place, ground: Ground, own: Named) -> float:
    division = (place.country or "", division_of(place))
    return ground.named.divisions.get(division, 0.0) - own.divisions.get(division, 0.0)


def area_of(scene: Scene, number: int) -> Place | None:
    """Return the place that the names around a sense stand for best: near in the text, often named, sure, small."""
    sense = scene.senses[number]
    starts = [scene.spots[spot].window.start for spot in sense.spots]
    best, found = 0.0, None
    for other in scene.senses:
        place = other.chosen
        if other is sense or place is None or place.country is None or place.feature == "country":
            continue
        gaps = (min(abs(scene.spots[spot].window.start - start) for start in starts) for spot in other.spots)
        weight = sum(math.exp(-gap / _READ_ON) for gap in gaps) * other.trust
        weight *= 0.25 if place.feature == "admin1" else 1.0
        if weight > best:
            best, found = weight, place
    return found


def evidence(scene: Scene, number: int, found: Sequence[Option], ground: Ground, distances: Numbers) -> Numbers:
    """Return a row of numbers by `NAMES` for each option of a sense; `distances` holds those of `DISTANCES`."""
    own = Named()
    own.add(scene.senses[number])
    backing = np.array([_of_report(option.place, ground, own) for option in found])
    return np.hstack([_steady(scene, number, tuple(found)), backing, distances])


def _steady(scene: Scene, number: int, found: tuple[Option, ...]) -> Numbers:
    """Return what doesn't depend on where the other names are placed."""
    kept = scene.steady.get((number, found))
    if kept is None:
        sense = scene.senses[number]
        kept = np.hstack(
            [_of_sizes(sense, scene, found), _of_words(sense, scene, found), _of_sense(sense, scene, found)]
        )
        scene.steady[number, found] = kept
    return kept


def _size(place: Place) -> float:
    return _COUNTRY_SIZE if place.feature == "country" else math.log10(place.population + 100)


def _of_sizes(sense: Sense, scene: Scene, found: Sequence[Option]) -> Numbers:
    real = [option.place for option in found if not option.area]
    sizes = [_size(option.place) for option in found]
    largest = max(map(_size, real), default=0.0)
    ranks = np.argsort(np.argsort([-size for size in sizes]))
    top = max(real, key=lambda place: place.population, default=None)
    tops = Counter[str | None]()
    for place in real:
        tops[place.country] = max(tops[place.country], place.population)
    usual = {place.id for place, is_usual in scene.spots[sense.spots[0]].hits if is_usual}
    return np.array(
        [
            [
                size,
                size - largest,
                float(rank),
                float(len(real)),
                float(len(tops)),
                float(option.place.id in usual),
                float(fold(option.place.name) == sense.key),
                0.0 if option.area else option.place.population / max(tops[option.place.country], 1),
                float(top is not None and top.country == option.place.country),
                *(float(option.place.feature == feature) for feature in ("country", "admin1", "admin2", "city")),
            ]
            for option, size, rank in zip(found, sizes, ranks, strict=True)
        ]
    )


def _of_words(sense: Sense, scene: Scene, found: Sequence[Option]) -> Numbers:
    """Compare with what the words around ask for: a kind of place, a place that it lies in, places that lie in it."""
    spots, where = scene.spots, scene.where
    fits = frozenset[str]().union(*(spots[spot].fits for spot in sense.spots))
    how = spots[sense.spots[0]].how
    holders = [where[link.outer] for link in scene.links if link.inner in sense.spots]
    close = [where[link.outer] for link in scene.links if link.inner in sense.spots and link.close]
    inner = [where[link.inner] for link in scene.links if link.outer in sense.spots]
    rows = []
    for place, area in found:
        inside = any(_may_hold(holder, place) for holder in holders)
        rows.append(
            [
                float(place.feature in fits),
                float(bool(fits) and place.feature not in fits),
                float(area),
                *(float(how == each) for each in ("people", "side", "kind")),
                float(any(_may_hold(holder, place) for holder in close)),
                float(inside),
                float(bool(holders) and not inside),
                float(any(contains(place, other) for each in inner for other, _ in each.candidates[:_CANDIDATES])),
            ]
        )
    return np.array(rows)


def _may_hold(holder: Sense, place: Place) -> bool:
    return any(contains(other, place) for other, _ in holder.candidates[:_CANDIDATES])


def _of_report(place: Place, ground: Ground, own: Named) -> list[float]:
    """Say how much the other names speak for a place's country and division."""
    country = place.country or ""
    division = (country, division_of(place))
    named = ground.named
    whole = max(ground.weight - sum(own.countries.values()), 1.0)
    weight = named.countries.get(country, 0.0) - own.countries.get(country, 0.0)
    return [
        float(ground.peoples.get(country, 0)),
        named.countries_named.get(country, 0.0) - own.countries_named.get(country, 0.0),
        weight / whole,
        weight,
        named.divisions_named.get(division, 0.0) - own.divisions_named.get(division, 0.0),
        (named.divisions.get(division, 0.0) - own.divisions.get(division, 0.0)) / whole,
        ground.weight,
    ]


def _of_sense(sense: Sense, scene: Scene, found: Sequence[Option]) -> Numbers:
    windows = [scene.spots[spot].window for spot in sense.spots]
    dateline = any(is_dateline(scene.page, window) for window in windows)
    beside = any(is_beside(scene.page, window) for window in windows)
    outlet = [0.0 if not scene.outlet else 1.0 if option.place.country == scene.outlet else -1.0 for option in found]
    return np.array([[each, float(len(sense.spots)), float(dateline), float(beside)] for each in outlet])
