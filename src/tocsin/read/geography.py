"""Distances between resolved places, whether two may be one, and which of several to record."""

import dataclasses
import re
from math import asin, cos, radians, sin, sqrt

from spacy.tokens import Token

from tocsin.model import Span, Toponym
from tocsin.read.document import Sentence
from tocsin.read.drafts import Draft

_FINENESS = {"site": 0, "district": 1, "city": 2, "admin1": 3, "region": 4, "country": 5, "unknown": 3}
_COUNTY = 2.5
_FAR_KM = {"site": 40.0, "city": 40.0, "district": 80.0, "admin1": 200.0}
_QUARTERS = {"neighbourhood", "quarter", "street"}
_NARROW = {"site", "district"}
_WIDE = {"country", "region"}
_ROUTE = re.compile(
    r"\b(?:trains?|bus(?:es)?|flights?|planes?|airliners?|ships?|ferry|ferries|convoys?|trucks?|road|route)\s+"
    r"(?:(?:bound|heading|headed)\s+(?:for|to)|en\s+route\s+to|to|from\s+[^,.;]{2,40}?\s+to)\s+"
    r"(?:the\s+)?[\w'’-]+(?:\s[A-Z][\w'’-]+)*",
    re.IGNORECASE,
)


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


def width(place: Toponym) -> float:
    """Return how wide a place is by its kind, on a scale of its own; counties are wider than towns."""
    return _COUNTY if place.feature == "admin2" else _FINENESS[place.precision]


def is_finer(one: Toponym, other: Toponym) -> bool:
    """Say whether a place is narrower than another by its kind."""
    return width(one) < width(other)


def lies_in(inner: Toponym, outer: Toponym) -> bool:
    """Say whether a narrower place lies in a wider one, as far as countries, divisions and distances tell."""
    if not inner.country or inner.country != outer.country:
        return False
    if outer.precision == "admin1":
        return bool(outer.admin1) and inner.admin1 == outer.admin1
    return outer.precision == "country" or places_agree(inner, outer)


def finest(places: tuple[Toponym, ...]) -> Toponym | None:
    """Return the place to record: the first, or a finer one that lies in it."""
    if not places:
        return None
    first = next((p for p in places if p.country or p.lat is not None), places[0])
    inside = [p for p in places if places_agree(first, p)]
    return min(inside or [first], key=lambda p: (width(p), p.lat is None, places.index(p)))


def as_told(place: Toponym, draft: Draft) -> Toponym:
    """Return the place of an act as the act's own words have it: a quarter aimed at, a point near by."""
    aimed = any(patient.target.kind == "facility" for patient in draft.patients)
    if place.feature in _QUARTERS and aimed:
        place = dataclasses.replace(place, precision="site")
    fell_near = place.precision in _NARROW and any(_is_near(trigger.token) for trigger in draft.triggers)
    return dataclasses.replace(place, relation="near") if fell_near else place


def is_route_end(sentence: Sentence, span: Span) -> bool:
    """Say whether a place is an end of a way, where nothing need have happened: "a train from Dover to Leeds"."""
    at = span.start - sentence.start
    return any(way.start() <= at < way.end() for way in _ROUTE.finditer(sentence.text))


def _is_near(trigger: Token) -> bool:
    """Say whether an act is told to have been near what it was aimed at: "rockets fell near the compound"."""
    words = {c.lower_ for c in trigger.children if c.dep_ == "prep"}
    around = {c.lemma_.lower() for c in trigger.children if c.dep_ == "dobj"}
    return bool(words & {"near", "outside", "beside"} or around & {"surroundings", "surrounding", "vicinity"})
