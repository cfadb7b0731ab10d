"""Points that a report gives by the way to them: "40 km south of Mosul"."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tocsin.model import Report, Span, Toponym
from tocsin.model.vocabulary import PlacePrecision
from tocsin.resolve.numerals import TENS, UNITS

_SIDES = {"north": 0, "east": 90, "south": 180, "west": 270}
"""Degrees clockwise."""
_KILOMETRES = {"k": 1.0, "mi": 1.609, "na": 1.852, "me": 0.001}
"""The length of a unit by the letters that it begins with."""
_KM_A_DEGREE = 111.2
_FARTHEST_KM = 400.0
_NUMBER = "|".join(sorted({*UNITS, *TENS}, key=len, reverse=True))
_UNIT = r"kilomet(?:er|re)s?|kms?|miles?|mi|nautical\smiles?|met(?:er|re)s?"
_AMOUNT = rf"(?:\d+(?:[.,]\d+)*|(?:{_NUMBER})(?:[\s-](?:{_NUMBER}))?)"
_SIDE = r"(?:north|south|east|west)(?:[\s-]?(?:north|south)?[\s-]?(?:east|west))?"
_WAY = re.compile(
    rf"(?<![\w.,])(?P<amount>{_AMOUNT})(?:\s|-)?(?P<unit>{_UNIT})\s(?:\([^()]{{1,20}}\)\s)?(?:away\s)?(?:to\sthe\s|due\s)?"
    rf"(?P<side>{_SIDE})(?:wards?|ern\sside)?\s(?:of|from)\s"
    r"(?:the\s)?(?:\w+\s){0,2}?(?:(?:city|town|village|capital|port|centre|center)(?:\sof)?,?\s)?$",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(r",\s(?:an?\s(?:\w+\s){1,3}|some\s|about\s|around\s|roughly\s|which\s(?:is|lies)\s)?$")
_REACH = 110
_TWO = 2


class Way(NamedTuple):
    """A way from a place: kilometres, degrees from north, and the characters of the report that tell it."""

    kilometres: float
    bearing: float
    span: Span


def move_by_ways(report: Report, toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """Return the toponyms, moved where the text tells a way from them; `toponyms` are in text order.

    The words of the way become the second span. A name before the way that no place bears lies at its end as well
    ("Zal Qala, 12 km south of Ghazni").
    """
    moved = list(toponyms)
    for index, toponym in enumerate(toponyms):
        way = way_to(report, toponym)
        if way is None or toponym.lat is None or toponym.lon is None:
            continue
        point = _moved(toponym, toponym.lat, toponym.lon, way)
        moved[index] = replace(point, relation="near", spans=(*toponym.spans[:1], way.span, *toponym.spans[1:]))
        if index and _is_there(report, toponyms[index - 1], way):
            before = toponyms[index - 1]
            moved[index - 1] = replace(point, name=before.name, spans=(*before.spans, way.span), relation="at")
    return tuple(moved)


def way_to(report: Report, toponym: Toponym) -> Way | None:
    """Return the way that the words before a name tell, None where they tell none."""
    end = toponym.spans[0].start
    start = max(0, end - _REACH)
    found = _WAY.search(report.text[start:end])
    if found is None:
        return None
    length = _number(found["amount"]) * _length(found["unit"])
    if not 0 < length <= _FARTHEST_KM:
        return None
    return Way(length, _bearing(found["side"]), report.span(start + found.start(), end - len(_blank(found[0]))))


def _blank(words: str) -> str:
    return words[len(words.rstrip()) :]


def _number(words: str) -> float:
    if words[0].isdigit():
        whole = re.sub(r",(?=\d{3}\b)", "", words).replace(",", ".")
        return float(whole) if whole.count(".") < 2 else 0.0
    return float(sum(UNITS.get(word, TENS.get(word, 0)) for word in re.split(r"[\s-]", words.lower())))


def _length(unit: str) -> float:
    return next(length for letters, length in _KILOMETRES.items() if unit.lower().startswith(letters))


def _bearing(side: str) -> float:
    """Return the degrees of a side: "south-east" is 135; east-northeast lies between east and northeast."""
    winds = re.findall("north|south|east|west", side.lower())
    east, north = 0.0, 0.0
    for index, wind in enumerate(winds):
        weight = math.sqrt(2) if index == 0 and len(winds) > _TWO else 1.0
        east += weight * math.sin(math.radians(_SIDES[wind]))
        north += weight * math.cos(math.radians(_SIDES[wind]))
    return math.degrees(math.atan2(east, north)) % 360


def _moved(toponym: Toponym, lat: float, lon: float, way: Way) -> Toponym:
    """Return the end of a way from a toponym's latitude and longitude."""
    bearing = math.radians(way.bearing)
    north, east = (way.kilometres * part / _KM_A_DEGREE for part in (math.cos(bearing), math.sin(bearing)))
    end = lon + east / max(math.cos(math.radians(lat)), 0.05)
    return replace(
        toponym,
        lat=round(min(max(lat + north, -90.0), 90.0), 4),
        lon=round((end + 180) % 360 - 180, 4),
        precision=_precision(way.kilometres, toponym),
    )


def _precision(length: float, toponym: Toponym) -> PlacePrecision:
    """Return how exact a point is: a side is good for an eighth of a circle, so the error grows with the way."""
    if toponym.precision in {"admin1", "country", "region", "unknown"}:
        return toponym.precision
    return "city" if length <= 25 else "district"  # 10 km to either side


def _is_there(report: Report, before: Toponym, way: Way) -> bool:
    """Say whether a name that no place bears stands right before a way: "Zal Qala, a village 12 km south of"."""
    gap = report.text[before.spans[0].end : way.span.start]
    return before.place is None and bool(_NAMED_BEFORE.search(gap)) and len(gap) < 40
