"""Whether two place names may be one spot, and how much their agreement says."""

from math import asin, cos, radians, sin, sqrt

from tocsin.model import Toponym
from tocsin.model.vocabulary import PlacePrecision
from tocsin.ontology import fold

_RADIUS_KM: dict[PlacePrecision, float] = {"site": 30.0, "city": 40.0, "district": 80.0, "admin1": 250.0}
"""How far two accounts' points of one incident may be apart, by the coarser place's precision."""

_WEIGHT: dict[PlacePrecision, float] = {"site": 1.0, "city": 1.0, "district": 0.8, "admin1": 0.4, "unknown": 0.8}
_BORDER_KM = 30.0
_SURE = 0.6


def kilometres(one: Toponym, other: Toponym) -> float | None:
    """Return the great-circle distance of two places, None where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat1, lat2 = radians(one.lat), radians(other.lat)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 12742.0 * asin(min(1.0, sqrt(half)))


def apart(one: Toponym | None, other: Toponym | None) -> bool:
    """Say whether the two can't be one spot: other countries, or farther apart than their precision allows.

    Where the resolver is unsure of one, or took one name for two entries, or one name holds the other ("Springs",
    "Colorado Springs"), the matter stays open: the distance may be the resolver's error.
    """
    if one is None or other is None or _unsure(one) or _unsure(other) or same_name(one, other):
        return False
    far = kilometres(one, other)
    if one.country and other.country and one.country != other.country:
        return far is None or far > _BORDER_KM
    limit = _limit(one, other)
    return limit is not None and far is not None and far > limit and not _names_meet(one, other)


def agreement(one: Toponym | None, other: Toponym | None) -> float:
    """Return 0 (nothing known) to 1 (the same city or site); one place inside the other's area lies between.

    Two spots that are far apart, though not surely so, give -0.5.
    """
    if one is None or other is None:
        return 0.0
    weight = min(_WEIGHT.get(one.precision, 0.1), _WEIGHT.get(other.precision, 0.1))
    if (one.place and one.place == other.place) or same_name(one, other):
        return weight
    limit, far = _limit(one, other), kilometres(one, other)
    if limit is None or far is None:
        return 0.1 if one.country and one.country == other.country else 0.0
    if far <= limit:
        return weight * (0.8 - 0.4 * far / limit)
    return 0.0 if _names_meet(one, other) else -0.5


def same_name(one: Toponym, other: Toponym) -> bool:
    """Say whether both go by one name."""
    return fold(one.name) == fold(other.name)


def _unsure(place: Toponym) -> bool:
    return place.confidence is not None and place.confidence < _SURE


def _names_meet(one: Toponym, other: Toponym) -> bool:
    left, right = set(fold(one.name).split()), set(fold(other.name).split())
    return left <= right or right <= left


def _limit(one: Toponym, other: Toponym) -> float | None:
    """Return the farthest that the two may be apart, None where one of them is no spot."""
    limits = [_RADIUS_KM.get(place.precision) for place in (one, other)]
    return None if None in limits else max(limit for limit in limits if limit is not None)
