"""What the gazetteer holds already, asked while a source is added: countries, divisions, and the same places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from tocsin.model import Place
from tocsin.resolve.gazetteer_layer import Layer
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.gazetteer_sources import Row
from tocsin.resolve.kilometres import kilometres

_BATCH = 900
_NEAR_KM = {"admin1": 300.0, "admin2": 100.0, "country": 3000.0}
_NEAR = 5.0
_LOCAL = frozenset({"district", "neighbourhood"})


class Known:
    """The gazetteer's countries and divisions by code and by name, and its places; `layers` begin with the default."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self._layers = layers
        countries = [place for place in layers[0].of_feature("country") if place.country]
        self._names = {place.country: place.name for place in countries}
        self._codes = {fold(place.name): place.country for place in countries}
        # a division is asked for by as many lines as it has places, one after the other
        self.division = lru_cache(maxsize=20_000)(self._division)
        self.named_division = lru_cache(maxsize=20_000)(self._named_division)

    def country(self, text: str) -> str | None:
        """Return the ISO 3166 code of a country given by code or name; None for "", ValueError where it is unknown."""
        if not text or text.upper() in self._names:
            return text.upper() or None
        key = fold(text)
        hits = (hit.place for _, hit in self._layers[0].hits([key]) if hit.place.feature == "country")
        found = self._codes.get(key) or next((place.country for place in hits), None)
        if found is None:
            raise ValueError(f"country is {text!r}: write its code of two letters, such as IQ, or its name")
        return found

    def whole(self, country: str | None) -> tuple[str, ...]:
        """Return the chain of divisions of a place that is only known to lie in the country."""
        return (self._names[country],) if country in self._names else ()

    def _division(self, ident: str) -> tuple[str, ...]:
        """Return the chain of a division given by code ("IQ.01") or id ("geonames:99592"), () where it is unknown."""
        ids = [ident, *self._layers[0].other_ids([ident]).values()]
        return next((hit.place.admin for hit in self._layers[0].by_ids(ids)), ())

    def _named_division(self, country: str | None, name: str) -> tuple[str, ...]:
        """Return the chain of a first-level division given by name, which is taken as written where it is unknown."""
        for _, hit in self._layers[0].hits([fold(name)]):
            if hit.place.feature == "admin1" and hit.place.country == country:
                return hit.place.admin
        return (*self.whole(country), name) if country else ()

    def join(self, rows: Iterable[Row]) -> Iterator[tuple[Row, bool]]:
        """Yield the rows and whether the gazetteer holds the place already, whose id they then have.

        The same place is one with the same id, or with the same name, kind and country within five kilometres. A
        preferred row is the place by its id only: it may well be another one of the name.
        """
        rows = iter(rows)
        while batch := list(islice(rows, _BATCH)):
            yield from self._join(batch)

    def _join(self, batch: Sequence[Row]) -> Iterator[tuple[Row, bool]]:
        idents = [row.place.id for row in batch]
        known = {hit.place.id: hit.place.id for layer in self._layers for hit in layer.by_ids(idents)}
        known |= self._layers[0].other_ids(idents)
        keys = list({fold(row.place.name) for row in batch if row.place.id not in known and not row.preferred})
        hits: dict[str, list[Place]] = defaultdict(list)
        for layer in self._layers:
            for key, hit in layer.hits(keys):
                hits[key].append(hit.place)
        for row in batch:
            ident = known.get(row.place.id)
            if ident is None and not row.preferred:
                ident = next((place.id for place in hits[fold(row.place.name)] if _same(place, row.place)), None)
            yield (row._replace(place=replace(row.place, id=ident)), True) if ident else (row, False)


def _same(one: Place, other: Place) -> bool:
    kinds = _LOCAL if one.feature in _LOCAL else {one.feature}
    if other.feature not in kinds or (one.country and other.country and one.country != other.country):
        return False
    reach = _NEAR_KM.get(one.feature, _NEAR)
    return abs(one.lat - other.lat) < reach / 100 and kilometres(one.lat, one.lon, other.lat, other.lon) < reach
