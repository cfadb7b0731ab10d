"""Distances between resolved places, whether two may be one, and which of several to record."""

from math import asin, cos, radians, sin, sqrt

from tocsin.model import Toponym
from tocsin.read.document import Document
from tocsin.read.drafts import Draft

_FINENESS = {"site": 0, "district": 1, "city": 2, "admin1": 3, "region": 4, "country": 5, "unknown": 3}
_FAR_KM = {"site": 40.0, "city": 40.0, "district": 80.0, "admin1": 200.0}
_NEARBY = 2
_WIDE = {"country", "region"}


def kilometres(one: Toponym, other: Toponym) -> float | None:
    """Return the distance of two places, None where one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat1, lat2 = radians(one.lat), radians(other.lat)
    dlat, dlon = lat2 - lat1, radians(other.lon - one.lon)
    return 12742 * asin(sqrt(sin(dlat / 2) ** 2 + cos(lat1) * cos(lat2) * sin(dlon / 2) ** 2))


def places_agree(one: Toponym | None, other: Toponym | None) -> bool:
    """Say whether two places may be one or one inside the other."""
    if one is None or other is None:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if _WIDE & {one.precision, other.precision}:
        return True
    if one.precision == other.precision == "admin1" and one.admin1 and other.admin1:
        return one.admin1 == other.admin1
    far = kilometres(one, other)
    limit = max(_FAR_KM.get(one.precision, 200.0), _FAR_KM.get(other.precision, 200.0))
    return far is None or far <= limit


def finest(places: tuple[Toponym, ...]) -> Toponym | None:
    """Return the place to record: the first, or a finer one that lies in it."""
    if not places:
        return None
    first = next((p for p in places if p.country or p.lat is not None), places[0])
    inside = [p for p in places if places_agree(first, p)]
    return min(inside or [first], key=lambda p: (_FINENESS[p.precision], p.lat is None, places.index(p)))


def place_of(document: Document, draft: Draft) -> Toponym | None:
    """Return where a joined draft happened; where its words don't say, the first place that its lead names."""
    own = finest(draft.places)
    if own is not None or not draft.lead:
        return own
    for sentence in sorted(draft.sentences, key=lambda s: s.index)[:_NEARBY]:
        for place in document.toponyms:
            if place.country and any(sentence.start <= span.start < sentence.end for span in place.spans):
                return place
    return None
