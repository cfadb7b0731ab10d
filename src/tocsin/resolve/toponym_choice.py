"""Which of the places of a name is meant: inhabitants as the prior, and what the report says as the evidence."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from tocsin.model import Place
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.toponym_context import Link, Setting, Spot, division_of

_CANDIDATES = 14
_PASSES = 2
_SEAT = 50_000


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts; a unit is tenfold population. Tuned on half of LGL and TR-News."""

    usual: float = 1.0
    country: float = 4.0
    division: float = 1.2
    near: float = 1.5
    inside: float = 4.0
    fit: float = 2.0
    second_level: float = 1.2
    seat: float = 2.0
    spelt: float = 0.2
    reach: float = 180.0


@dataclass(slots=True)
class Sense:
    """A name that means one place throughout the report; `holder` is the place that the text puts it into."""

    key: str
    spots: list[int]
    candidates: list[tuple[Place, float]]
    chosen: Place | None = None
    holder: Place | None = None
    margin: float = 0.0
    boosts: dict[str, float] = field(default_factory=dict)


def choose(spots: Sequence[Spot], found: Sequence[Link], base: Setting, weights: Weights) -> list[Sense]:
    """Return the senses of the names, each with its place chosen."""
    senses = _senses(spots, found, weights)
    where = {spot: sense for sense in senses for spot in sense.spots}
    for link in found:
        _join(where[link.inner], where[link.outer], weights.inside * (1.0 if link.close else 0.7))
    for sense in senses:
        _decide(sense, base, (), weights)
    for _ in range(_PASSES):
        setting, others = _setting(senses, base), [s for s in senses if s.chosen and s.chosen.feature != "country"]
        for sense in senses:
            if len(sense.candidates) > 1:
                _decide(sense, setting, others, weights)
    for link in found:
        where[link.inner].holder = where[link.inner].holder or where[link.outer].chosen
        if spots[link.inner].fits:
            _expel(where[link.inner], where[link.outer].chosen)
    return senses


def _expel(inner: Sense, outer: Place | None) -> None:
    """Give a choice up that doesn't lie where the text says: "Alam district, Logar province" isn't the Iraqi Alam."""
    place = inner.chosen
    if place is None or outer is None or place.country is None or place.feature in {"country", "admin1"}:
        return
    if outer.feature in {"country", "admin1"} and not contains(outer, place):
        inner.chosen = None


def _senses(spots: Sequence[Spot], found: Sequence[Link], weights: Weights) -> list[Sense]:
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
            sense = senses[key, holder] = Sense(key, [], _candidates(key, spot, weights))
        sense.spots.append(index)
        if spot.fits:
            for place, _ in sense.candidates:
                fit = weights.fit if place.feature in spot.fits else -weights.fit / 2
                sense.boosts[place.id] = max(sense.boosts.get(place.id, fit), fit)
    return list(senses.values())


def _candidates(key: str, spot: Spot, weights: Weights) -> list[tuple[Place, float]]:
    """Rate the places of a name; a division loses to a town of its name in the country, which news mean by it."""
    seats = {p.country for p, usual in spot.hits if usual and p.feature == "city" and p.population >= _SEAT}
    found = []
    for place, usual in spot.hits:
        score = prior(key, place, weights) + (weights.usual if usual else 0.0)
        score -= weights.seat * (place.feature == "admin1" and place.country in seats)
        found.append((place, score))
    return sorted(found, key=lambda pair: -pair[1])


def prior(key: str, place: Place, weights: Weights) -> float:
    """Return how likely a place is meant before the report is read, about the logarithm of its population."""
    size = math.log10(place.population + 100)
    if fold(place.name) == key:
        size += weights.spelt
    if place.feature == "country" or place.country is None:
        return max(size, 7.5)
    if place.feature == "admin2":
        return size - weights.second_level
    if place.source == "tocsin":
        return max(size, 6.0 if place.feature == "admin1" else 5.5)
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


def contains(outer: Place, inner: Place) -> bool:
    """Say whether a place lies in another."""
    if outer.feature == "country":
        return outer.country == inner.country and inner.feature != "country"
    if outer.country and inner.country and outer.country != inner.country:
        return False
    if outer.feature == "admin1":
        return inner.feature not in {"country", "admin1"} and division_of(outer) == division_of(inner)
    if outer.feature == "admin2":
        return len(inner.admin) > 2 and inner.admin[-1] == outer.admin[-1] and division_of(outer) == division_of(inner)
    if inner.feature in {"country", "admin1"}:
        return False
    return distance(outer, inner) < (40 if outer.feature == "city" else 300)


def distance(one: Place, other: Place) -> float:
    """Return kilometres on the great circle."""
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the kilometres between two points by the haversine formula."""
    one, two = math.radians(lat), math.radians(other_lat)
    half = math.sin((two - one) / 2) ** 2
    half += math.cos(one) * math.cos(two) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


def _setting(senses: Sequence[Sense], base: Setting) -> Setting:
    setting = Setting(base.countries.copy(), base.divisions.copy())
    for sense in senses:
        if sense.chosen:
            setting.add(sense.chosen, min(len(sense.spots), 3) * _trust(sense))
    return setting


def _trust(sense: Sense) -> float:
    """Return how far a choice may speak for others, 0 to 1."""
    return 1.0 if len(sense.candidates) == 1 else max(0.1, min(1.0, sense.margin / 3))


def _decide(sense: Sense, setting: Setting, others: Sequence[Sense], weights: Weights) -> None:
    own = min(len(sense.spots), 3) * _trust(sense) if others or sense.chosen else 0.0
    scored = []
    for place, score in _shortlist(sense, setting):
        mine = own if sense.chosen is not None and sense.chosen.country == place.country else 0.0
        total = score + sense.boosts.get(place.id, 0.0)
        total += weights.country * _share(setting.countries, place.country or "", mine)
        division = (place.country or "", division_of(place))
        total += weights.division * _share(setting.divisions, division, mine if sense.chosen is place else 0.0)
        total += weights.near * math.log1p(_closeness(place, sense, others, weights.reach))
        scored.append((total, place))
    if not scored:
        return
    scored.sort(key=lambda pair: -pair[0])
    sense.chosen = scored[0][1]
    sense.margin = scored[0][0] - scored[1][0] if len(scored) > 1 else 5.0


def _shortlist(sense: Sense, setting: Setting) -> list[tuple[Place, float]]:
    first, rest = sense.candidates[:_CANDIDATES], sense.candidates[_CANDIDATES:]
    backed = [pair for pair in rest if pair[0].id in sense.boosts or _backed(pair[0], setting)]
    return first + backed[:_CANDIDATES]


def _backed(place: Place, setting: Setting) -> bool:
    return (place.country or "", division_of(place)) in setting.divisions


def _share(counts: "dict[object, float] | object", key: object, own: float) -> float:
    """Return how much of the evidence, less a name's own, backs a key: 0 to 1, half for being named at all."""
    weights: dict[object, float] = counts  # type: ignore[assignment]
    value = weights.get(key, 0.0) - own
    if value <= 0.05:
        return 0.0
    total = sum(weights.values()) - own
    return 0.5 * min(1.0, value) + 0.5 * value / max(total, 1.0)


def _closeness(place: Place, sense: Sense, others: Sequence[Sense], reach: float) -> float:
    near = 0.0
    for other in others:
        there = other.chosen
        if other is sense or there is None or abs(there.lat - place.lat) > 5 or there.id == place.id:
            continue
        near += min(len(other.spots), 3) * _trust(other) * math.exp(-distance(place, there) / reach)
    return near
