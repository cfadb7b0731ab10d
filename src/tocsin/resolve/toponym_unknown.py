"""Place names that the gazetteer doesn't hold: where they lie, as far as the report says."""

from collections import Counter

from tocsin.model import Place
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.gazetteer_names import fold, loosen
from tocsin.resolve.toponym_geometry import contains, distance
from tocsin.resolve.toponym_senses import Sense

_TELLING = 4
"""Consonants that a name must have to be known by them alone."""
_APART_KM = 40.0


def main_country(senses: "list[Sense]", peoples: Counter[str]) -> str | None:
    """Return the country that most of the report's places and peoples are of, None where none has half of them."""
    counts = Counter(peoples)
    for sense in senses:
        if sense.chosen is not None and sense.chosen.country:
            counts[sense.chosen.country] += len(sense.spots)
    country, count = counts.most_common(1)[0] if counts else (None, 0)
    return country if 2 * count > counts.total() else None


def find_alike(
    gazetteer: Gazetteer, name: str, fits: frozenset[str], holder: Place | None, country: str | None
) -> Place | None:
    """Return the place that a name spelt otherwise may mean, None where none or several lie apart."""
    country = holder.country if holder is not None and holder.country else country
    if country is None or (not fits and len(loosen(fold(name))) < _TELLING):
        return None
    found = [place for place in gazetteer.find_loosely(name, country) if not fits or place.feature in fits]
    if holder is not None:
        found = [place for place in found if contains(holder, place)]
    if not found or any(distance(found[0], place) > _APART_KM for place in found):
        return None
    return max(found, key=lambda place: place.population)
