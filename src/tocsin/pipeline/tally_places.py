"""Where what a tally counts happened, as spots that the record can be searched by."""

import math
import re
from functools import cache

from tocsin.model import Incident, Toponym
from tocsin.ontology.folding import fold
from tocsin.ontology.states import load_countries
from tocsin.pipeline.tally_words import UnclearError
from tocsin.store import Spot
from tocsin.store.interface import View

_NEAR_KM = 15.0
_EXACT = frozenset({"site", "city", "district"})
_HERE = frozenset({"city", "town", "village", "district", "area", "here", "there"})
_WORLD = frozenset({"world", "worldwide", "around world"})
_JOINED = re.compile(r",\s*(?:and\s+)?|\s+and\s+")


def where(
    view: View, place: str | None, ranked: Incident | None, told: tuple[Incident, ...], *, needed: bool
) -> tuple[tuple[Spot, ...], str]:
    """Return the spots, () for anywhere, and the place in words.

    "The city", and no place at all where one is `needed`, are where the ranked incident was. `told` are the incidents
    of the report, whose country decides between places of one name. UnclearError for a place that no incident of the
    record lies in, since it can't be told from a wrong spelling, or that lies in several countries.
    """
    anchor, name = (ranked.place.value if ranked else None), fold(place or "")
    if name in _WORLD:
        return (), "worldwide"
    if name in _HERE or (not name and needed):
        if anchor is None:
            raise UnclearError("nothing says where the ranked incident was")
        return (_at(anchor),), f"in {anchor.name} (where the ranked incident was)"
    if not place:
        return (), ""
    parts = [part for part in _JOINED.split(place.strip(" .")) if part]
    return tuple(_spot(view, part, anchor, told) for part in parts), f"in {place.strip(' .')}"


def _spot(view: View, name: str, anchor: Toponym | None, told: tuple[Incident, ...]) -> Spot:
    folded = fold(name)
    if folded in _countries():
        return Spot(country=_countries()[folded])
    if anchor is not None and fold(anchor.name) == folded:
        return _at(anchor)
    places = [each.place.value for each in told]
    near = {place.country for place in places if place and folded in {fold(place.name), fold(place.admin1 or "")}}
    known = view.trait_countries("place", folded)
    if not known:
        raise UnclearError(f"the record knows no place called {name}")
    countries = (near & known) or known
    if len(countries) > 1:
        raise UnclearError(f"places called {name} lie in {', '.join(sorted(each or '?' for each in countries))}")
    return Spot(country=next(iter(countries)), names=(folded,))


def _at(anchor: Toponym) -> Spot:
    if anchor.precision == "country":
        return Spot(country=anchor.country)
    names = tuple(name for name in (anchor.place, fold(anchor.name)) if name)
    if anchor.precision not in _EXACT or anchor.lat is None or anchor.lon is None:
        return Spot(country=anchor.country, names=names)
    squeeze = math.cos(math.radians(anchor.lat))
    return Spot(country=anchor.country, names=names, lat=anchor.lat, lon=anchor.lon, squeeze=squeeze, km=_NEAR_KM)


@cache
def _countries() -> dict[str, str]:
    return {fold(alias.name): country.code for country in load_countries() for alias in country.names}
