"""How places lie to each other: distances, and which lies in which."""

from tocsin.model import Place
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.kilometres import kilometres

_TOWN_KM, _REGION_KM = 40, 300
"""How far from a town's or a region's point a place may lie that is in it."""


def distance(one: Place, other: Place) -> float:
    """Return kilometres on the great circle."""
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def division_of(place: Place) -> str:
    """Return the folded name of the first-level division that a place is or lies in, "" where it has none."""
    return fold(place.admin[1]) if len(place.admin) > 1 else ""


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
    return distance(outer, inner) < (_TOWN_KM if outer.feature == "city" else _REGION_KM)
