"""The ground that a report covers, as far as its names are placed: countries, divisions and points, each by weight."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tocsin.model import Place
from tocsin.resolve.toponym_geometry import division_of
from tocsin.resolve.toponym_senses import Sense

Numbers = NDArray[np.float64]
Division = tuple[str, str]
_DIAMETER_KM = 12742.0
DISTANCES = ("close", "nearest", "before", "after", "within")
"""What is measured between places: see `toponym_distances`."""


def _weights() -> "defaultdict[str, float]":
    return defaultdict(float)


def _division_weights() -> "defaultdict[Division, float]":
    return defaultdict(float)


@dataclass(frozen=True, slots=True)
class Named:
    """How much countries and divisions are backed by names, and how often they are named themselves."""

    countries: defaultdict[str, float] = field(default_factory=_weights)
    divisions: defaultdict[Division, float] = field(default_factory=_division_weights)
    countries_named: defaultdict[str, float] = field(default_factory=_weights)
    divisions_named: defaultdict[Division, float] = field(default_factory=_division_weights)

    def add(self, sense: Sense) -> None:
        """Count what is believed of a sense in, each place by its chance; a name counts at most three times."""
        for place, chance in sense.beliefs:
            if not place.country:
                continue
            division = (place.country, division_of(place))
            self.countries[place.country] += sense.weight * chance
            if division[1]:
                self.divisions[division] += sense.weight * chance
            if place.feature == "country":
                self.countries_named[place.country] += len(sense.spots) * chance
            elif place.feature == "admin1":
                self.divisions_named[division] += len(sense.spots) * chance


@dataclass(frozen=True, slots=True)
class Ground:
    """What the report names so far; `peoples` are countries by their people or adjective.

    `points` are the numbers of the senses that may mean places other than countries, once for each such place; `lat`
    and `lon` are its degrees in radians.
    """

    peoples: Mapping[str, int]
    named: Named
    weight: float
    points: NDArray[np.int_]
    lat: Numbers
    lon: Numbers
    weights: Numbers


def survey(senses: Sequence[Sense], peoples: Mapping[str, int]) -> Ground:
    """Add up what is believed of the names."""
    named = Named()
    for country, times in peoples.items():
        named.countries[country] += times
    points: list[tuple[int, Place, float]] = []
    for number, sense in enumerate(senses):
        named.add(sense)
        points += [(number, place, sense.weight * chance) for place, chance in sense.beliefs if is_point(place)]
    return Ground(
        peoples=peoples,
        named=named,
        weight=sum(named.countries.values()),
        points=np.array([number for number, _, _ in points], dtype=int),
        lat=np.radians([place.lat for _, place, _ in points]),
        lon=np.radians([place.lon for _, place, _ in points]),
        weights=np.array([weight for _, _, weight in points]),
    )


def is_point(place: Place) -> bool:
    """Say whether a place is small enough for distances to it to tell anything."""
    return place.feature != "country" and place.country is not None


def kilometres_between(places: Sequence[Place], lat: Numbers, lon: Numbers) -> Numbers:
    """Return the kilometres from each place (rows) to each point (columns), whose degrees are in radians."""
    own_lat = np.radians([place.lat for place in places])[:, None]
    own_lon = np.radians([place.lon for place in places])[:, None]
    half = np.sin((own_lat - lat) / 2) ** 2 + np.cos(own_lat) * np.cos(lat) * np.sin((own_lon - lon) / 2) ** 2
    found: Numbers = _DIAMETER_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))
    return found
