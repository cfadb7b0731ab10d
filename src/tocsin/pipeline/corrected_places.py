"""A place as a person writes it: a name, a country, a point, a gazetteer id."""

import re
from collections.abc import Callable, Sequence

from tocsin.errors import JudgementError
from tocsin.model import Place, Toponym
from tocsin.model.vocabulary import PlaceRelation
from tocsin.resolve.gazetteer import precision_of

_PLACE = re.compile(
    r"(?P<near>near )?(?P<name>[^@#]*?[^@#,\s])"
    r"(?:, ?(?P<country>[A-Z]{2}))?(?: ?@ ?(?P<lat>-?[\d.]+) ?, ?(?P<lon>-?[\d.]+))?(?: ?#(?P<id>\S+))?"
)
_TAKES = 'it takes a name and, after it, what is known: "Basra", "Basra, IQ", "Basra, IQ @ 30.51,47.81", "Basra #ID"'
_PLAIN = 10
"""A place so many times as populous as any namesake is the one that people mean."""
_SHOWN = 5


def read_place(text: str, find: Callable[[str], Sequence[Place]] | None, country: str | None) -> Toponym:
    """Return the place that the text names, from the gazetteer's places of that name where `find` gives any.

    JudgementError where the text can't be read, or names several places equally well.
    """
    match = _PLACE.fullmatch(text)
    if match is None:
        raise JudgementError(f"place is {text!r}", advice=_TAKES)
    point = _point(match["lat"], match["lon"])
    relation: PlaceRelation = "near" if match["near"] else "at"
    found = find(match["name"]) if find else ()
    chosen = _choose(match["name"], found, match["country"], match["id"], country, pointed=point is not None)
    if chosen is None:
        lat, lon = point or (None, None)
        return Toponym(
            name=match["name"],
            place=match["id"],
            lat=lat,
            lon=lon,
            country=match["country"],
            precision="site" if point else "unknown",
            relation=relation,
        )
    lat, lon = point or (chosen.lat, chosen.lon)
    return Toponym(
        name=match["name"],
        place=chosen.id,
        lat=lat,
        lon=lon,
        country=chosen.country,
        admin1=chosen.admin[1] if len(chosen.admin) > 1 else None,
        feature=chosen.feature,
        precision=precision_of(chosen),
        relation=relation,
    )


def _point(lat: str | None, lon: str | None) -> tuple[float, float] | None:
    if lat is None or lon is None:
        return None
    try:
        point = float(lat), float(lon)
    except ValueError as error:
        raise JudgementError(f"{lat},{lon} is no point", advice=_TAKES) from error
    if abs(point[0]) > 90 or abs(point[1]) > 180:
        raise JudgementError(f"{lat},{lon} is no point on Earth", advice="latitude first, both in degrees")
    return point


def _choose(
    name: str, found: Sequence[Place], country: str | None, ident: str | None, usual: str | None, *, pointed: bool
) -> Place | None:
    if ident is not None:
        chosen = next((place for place in found if place.id == ident), None)
        if chosen is None and found:
            raise JudgementError(f"no place {name} has the id {ident}", advice=f"there are {_shown(found)}")
        return chosen
    if country is not None:
        found = [place for place in found if place.country == country]
    elif any(place.country == usual for place in found):
        found = [place for place in found if place.country == usual]
    # A town and the province around it share a name: who means the province gives its id.
    towns = [place for place in found if place.feature == "city"]
    ranked = sorted(towns or found, key=lambda place: (-place.population, place.id))
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0].population < _PLAIN * max(1, ranked[1].population):
        if pointed:
            return None
        raise JudgementError(f"several places are called {name}", advice=f"add the id: {_shown(ranked)}")
    return ranked[0]


def _shown(places: Sequence[Place]) -> str:
    known = [f"#{place.id} ({', '.join([*place.admin[1:2], place.country or '?'])})" for place in places]
    return "; ".join(known[:_SHOWN])
