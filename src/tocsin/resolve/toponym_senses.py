"""The names of a report as senses, each one place throughout, and a first guess at which place that is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from tocsin.model import Place
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.toponym_context import Link, Spot
from tocsin.resolve.toponym_geometry import contains

_USUAL, _SPELT, _SECOND, _FIT, _INSIDE = 1.0, 0.2, 1.2, 2.0, 4.0
"""Weights of the first guess; a unit is tenfold population. Tuned by hand on half of LGL and TR-News."""
_SHARP = 1.5
"""How fast belief falls with the rate."""
_LEAST = 0.02
"""The chance below which a place is left out of what the others are weighed by."""
_LARGE_SEAT = 50_000
_SIZES = {"country": 7.5, "admin1": 6.0}
_CURATED = 5.5


@dataclass(slots=True)
class Sense:
    """A name that means one place throughout the report; `holder` is the place that the text puts it into.

    `candidates` are rated by what is known before the report is read; `boosts` are added by place id for what the words
    around say. `beliefs` are the places that may be meant by now, with their chances; `chosen` is the likeliest and
    `trust` its chance. `area` stands for a place that isn't among the candidates: that of the names around.
    """

    key: str
    spots: list[int]
    candidates: list[tuple[Place, float]]
    beliefs: list[tuple[Place, float]] = field(default_factory=list)
    chosen: Place | None = None
    area: Place | None = None
    holder: Place | None = None
    trust: float = 0.0
    boosts: dict[str, float] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        """Return how much a certain choice would say about the others, 1 to 3."""
        return float(min(len(self.spots), 3))


def guess(spots: Sequence[Spot], found: Sequence[Link]) -> list[Sense]:
    """Return the senses of the names with a first guess."""
    senses = _senses(spots, found)
    where = {spot: sense for sense in senses for spot in sense.spots}
    holders = {id(where[link.outer]) for link in found if _asks_for_more(where[link.inner], where[link.outer], link)}
    for sense in senses:
        if id(sense) not in holders and not any(spots[spot].fits for spot in sense.spots):
            _prefer_towns(sense)
    for link in found:
        _join(where[link.inner], where[link.outer], _INSIDE * (1.0 if link.close else 0.7))
    for sense in senses:
        _decide(sense)
    return senses


def _senses(spots: Sequence[Spot], found: Sequence[Link]) -> list[Sense]:
    """Group the spots by name; a name that the text puts into two places ("Paris, Texas") stands for two."""
    holders: dict[str, dict[int, str]] = {}
    for link in found:
        if link.close:
            holders.setdefault(spots[link.inner].window.key, {})[link.inner] = spots[link.outer].window.key
    senses: dict[tuple[str, str], Sense] = {}
    for index, spot in enumerate(spots):
        key = spot.window.key
        inside = holders.get(key, {})
        holder = inside.get(index, "") if len(set(inside.values())) > 1 else ""
        sense = senses.get((key, holder))
        if sense is None:
            sense = senses[key, holder] = Sense(key, [], _candidates(key, spot))
        sense.spots.append(index)
        if spot.fits:
            for place, _ in sense.candidates:
                fit = _FIT if place.feature in spot.fits else -_FIT / 2
                sense.boosts[place.id] = max(sense.boosts.get(place.id, fit), fit)
    return list(senses.values())


def _candidates(key: str, spot: Spot) -> list[tuple[Place, float]]:
    """Rate the places of a name."""
    found = [(place, _prior(key, place) + (_USUAL if usual else 0.0)) for place, usual in spot.hits]
    return sorted(found, key=lambda pair: -pair[1])


def _asks_for_more(inner: Sense, outer: Sense, link: Link) -> bool:
    """Say whether what holds a name must be wider than a town: "Hit, Anbar", or all places lie around the town."""
    if link.close:
        return True
    held = [holder for holder, _ in outer.candidates if any(contains(holder, place) for place, _ in inner.candidates)]
    return bool(held) and not any(holder.feature == "city" for holder in held)


def _prefer_towns(sense: Sense) -> None:
    """Leave divisions out that a large town of the name lies in: news mean the town, unless the words ask for more."""
    towns = [p for p, _ in sense.candidates if p.feature == "city" and p.population >= _LARGE_SEAT]
    sense.candidates = [
        (place, score)
        for place, score in sense.candidates
        if place.feature not in {"admin1", "admin2"} or not any(contains(place, town) for town in towns)
    ]


def _prior(key: str, place: Place) -> float:
    """Return how likely a place is meant before the report is read, about the logarithm of its population."""
    size = math.log10(place.population + 100)
    if fold(place.name) == key:
        size += _SPELT
    if place.feature == "country" or place.country is None:
        return max(size, _SIZES["country"])
    if place.feature == "admin2":
        return size - _SECOND
    if place.source == "tocsin":
        return max(size, _SIZES.get(place.feature, _CURATED))
    return size


def _join(inner: Sense, outer: Sense, weight: float) -> None:
    """Raise the candidates of two names that fit into each other."""
    if inner is outer:
        return
    for place, _ in inner.candidates:
        if any(contains(holder, place) for holder, _ in outer.candidates):
            inner.boosts[place.id] = max(inner.boosts.get(place.id, 0.0), weight)
    for holder, _ in outer.candidates:
        if any(contains(holder, place) for place, _ in inner.candidates):
            outer.boosts[holder.id] = max(outer.boosts.get(holder.id, 0.0), weight)


def _decide(sense: Sense) -> None:
    """Believe in the candidates by their rates; the sum of chances is 1."""
    rated = [(place, score + sense.boosts.get(place.id, 0.0)) for place, score in sense.candidates]
    if not rated:
        return
    highest = max(score for _, score in rated)
    odds = [(place, math.exp(_SHARP * (score - highest))) for place, score in rated]
    whole = sum(each for _, each in odds)
    believe(sense, [(place, each / whole) for place, each in odds])


def believe(sense: Sense, chances: Sequence[tuple[Place, float]]) -> None:
    """Take the likeliest place for the one meant, and keep those that may be."""
    sense.beliefs = [(place, chance) for place, chance in chances if chance >= _LEAST]
    sense.chosen, sense.trust = max(chances, key=lambda pair: pair[1])
