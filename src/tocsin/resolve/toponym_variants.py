"""Other forms of a name that the gazetteer doesn't hold as it stands: "North London", "Loudon Co.", "Ohioans"."""

from collections.abc import Iterator
from functools import lru_cache

from tocsin.model import Place
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.gazetteer_build import curated_rows
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.tokens import words
from tocsin.resolve.toponym_context import demonyms
from tocsin.resolve.toponym_spans import Hits
from tocsin.resolve.toponym_words import DIRECTIONS, DISTRICTS, HEIGHTS, KINDS, REGIONAL, SITES, STATES, WATERS

_SIDES = DIRECTIONS | words("greater metro inner outer old new")
_PEOPLE = ("ans", "ns", "ers", "rs", "ites", "er", "an", "n")
_SHORTEST = 4
_REGIONS = {"region", "admin1", "country"}
_LOS_ANGELES = "l.a."
"""What news never writes for Louisiana."""
_STATES = {fold(short).replace(" ", ""): name for short, name in STATES.items()}


def hits_of(name: str, gazetteer: Gazetteer) -> tuple[Hits, str]:
    """Return the places that a name may mean, and how far its form was changed: "", "people", "side" or "kind"."""
    key = fold(name)
    low = name.lower()
    if region := REGIONAL.get(low) or REGIONAL.get(low.removesuffix("s")):
        return _region(*region, gazetteer), "people"
    if country := demonyms().get(low):
        return _country(country, gazetteer), "people"
    state = _STATES.get(key.replace(" ", "")) if "." in name or name.isupper() else None
    if state and low != _LOS_ANGELES:
        found = tuple(hit for hit in gazetteer.look_up([fold(state)]).get(fold(state), ()) if _is_state(hit[0]))
        if found:
            return found, ""
    forms = [(key, ""), *_forms(key)]
    known = gazetteer.look_up(form for form, _ in forms)
    return next(((known[form], how) for form, how in forms if form in known), ((), ""))


def _region(country: str | None, name: str, gazetteer: Gazetteer) -> Hits:
    key = fold(name)
    found = gazetteer.look_up([key]).get(key, ())
    return tuple(hit for hit in found if hit[0].country == country and hit[0].feature in _REGIONS)


def _country(code: str, gazetteer: Gazetteer) -> Hits:
    key = fold(_names_of_countries()[code])
    return tuple(hit for hit in gazetteer.look_up([key]).get(key, ()) if hit[0].feature == "country")


@lru_cache(maxsize=1)
def _names_of_countries() -> dict[str, str]:
    return {row["iso2"]: row["name"] for row in curated_rows("countries.tsv")}


def _is_state(place: Place) -> bool:
    return place.feature == "admin1" and place.country in {"US", "CA", "AU"}


def _forms(key: str) -> Iterator[tuple[str, str]]:
    """Yield shorter forms of a folded name, the likelier first."""
    parts = key.split()
    if len(parts) > 2 and parts[1] == "of":
        yield " ".join(parts[2:]), "side"
    if len(parts) > 1 and parts[-1] == "co":
        yield " ".join([*parts[:-1], "county"]), ""
    if len(parts) > 1 and (parts[-1] in DISTRICTS or parts[-1] in _SIDES):
        yield " ".join(parts[:-1]), "side"
    if len(parts) > 1 and parts[0] in _SIDES:
        yield " ".join(parts[1:]), "side"
        if parts[-1] == "area":
            yield " ".join(parts[1:-1]), "side"
    if len(parts) > 1 and parts[-1] in WATERS | HEIGHTS | SITES | KINDS:
        yield " ".join(parts[:-1]), "kind"
        if len(parts) > 2:
            yield parts[0], "kind"
    if len(parts) == 1:
        yield from ((key.removesuffix(end), "people") for end in _PEOPLE if key.endswith(end) and len(key) > 5)
