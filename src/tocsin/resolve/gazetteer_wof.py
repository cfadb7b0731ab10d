"""Reads places of Who's On First from one table: tab-separated, first line the column names."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

from tocsin.errors import FormatError
from tocsin.model import Place
from tocsin.resolve.gazetteer_known import Known
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.gazetteer_reading import Entry, Problem, checked, inhabitants, open_text, point
from tocsin.resolve.gazetteer_sources import Row

_NEEDED = ("wof_id", "name", "country", "placetype", "lat", "lon")
_FEATURE = {
    "country": "country", "region": "admin1", "county": "admin2", "localadmin": "district", "locality": "city",
    "borough": "neighbourhood", "macrohood": "neighbourhood", "neighbourhood": "neighbourhood",
    "microhood": "neighbourhood", "campus": "site",
}  # fmt: skip
_FLIGHT = ("airport", "airfield", "aerodrome", "air base", "airbase")

Chains = Mapping[str, tuple[str, ...]]


def read_chains(path: Path, known: Known) -> dict[str, tuple[str, ...]]:
    """Return the chain of divisions for each region and county of the table, by its Who's On First id.

    Divisions stand anywhere in the table, so it is read once for them before it is read for places.
    """
    found: dict[str, tuple[str, ...]] = {}
    counties = []
    with open_text(path) as text:
        for _, row in _rows(text):
            if row.get("placetype") == "region":
                named = known.named_division(row["country"], row["name"])
                found[row["wof_id"]] = known.division(f"geonames:{row.get('geonames_id')}") or named
            elif row.get("placetype") == "county":
                counties.append(row)
    for row in counties:
        above = found.get(row.get("region_id", "")) or known.whole(row["country"])
        found[row["wof_id"]] = known.division(f"geonames:{row.get('geonames_id')}") or (*above, row["name"])
    return found


def read_wof(text: TextIO, known: Known, source: str, chains: Chains) -> Iterator[Entry]:
    """Yield an entry a line; streets, venues and the like give none."""
    for number, row in _rows(text):
        try:
            yield _entry(row, known, source, chains)
        except ValueError as error:
            yield Problem(number, str(error))


def _rows(text: TextIO) -> Iterator[tuple[int, dict[str, str]]]:
    header = text.readline().rstrip("\r\n").split("\t")
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        raise FormatError(
            f"the first line has no column {' or '.join(missing)}",
            advice=f"a table of Who's On First places has {', '.join(_NEEDED)}, parted by tabs",
        )
    for number, line in enumerate(text, 2):
        cells = line.rstrip("\r\n").split("\t")
        # a line that is too short has empty cells, which are then named as what is wrong with it
        yield number, dict(zip(header, cells + [""] * len(header), strict=False))


def _entry(row: Mapping[str, str], known: Known, source: str, chains: Chains) -> Entry:
    name, aliases = checked(row["name"]), tuple(filter(None, checked(row.get("alt_names", "")).split("|")))
    feature = _feature(row["placetype"], name)
    if feature is None or not any(fold(one) for one in (name, *aliases)):
        return None
    lat, lon = point(row["lat"], row["lon"])
    geonames = row.get("geonames_id", "")
    country = row["country"] or None
    own = [row["wof_id"]] if feature in {"admin1", "admin2"} else []
    above = [*own, row.get("county_id", ""), row.get("region_id", "")]
    place = Place(
        id=f"geonames:{int(geonames)}" if geonames else f"wof:{int(row['wof_id'])}",
        name=name,
        lat=lat,
        lon=lon,
        country=country,
        admin=next((chains[ident] for ident in above if ident in chains), known.whole(country)),
        feature=feature,
        population=inhabitants(row.get("population", "")),
        aliases=aliases,
        source=source,
    )
    return Row(place)


def _feature(placetype: str, name: str) -> str | None:
    if placetype == "campus" and any(word in name.lower() for word in _FLIGHT):
        return "airport"
    if not placetype:
        raise ValueError("it has no placetype: the line is cut or empty")
    return _FEATURE.get(placetype)
