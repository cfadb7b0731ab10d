"""Reads a user's own places from a table: CSV, semicolons or tabs, first line the column names."""

import csv
from collections.abc import Iterator, Mapping
from typing import TextIO

from tocsin.errors import FormatError
from tocsin.model import Place
from tocsin.resolve.gazetteer_known import Known
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.gazetteer_reading import Entry, Problem, checked, inhabitants, point
from tocsin.resolve.gazetteer_sources import Row
from tocsin.resolve.tokens import words

_SPELT = {
    "latitude": "lat", "longitude": "lon", "lng": "lon", "long": "lon", "alias": "aliases", "alt_names": "aliases",
    "iso2": "country", "country_code": "country", "province": "admin1", "type": "feature", "preferred": "prefer",
}  # fmt: skip
_NEEDED = ("name", "lat", "lon")
FEATURES = words(
    "country admin1 admin2 district neighbourhood city region sea border island site base airport camp crossing dam"
)
_MEANT = {
    "town": "city", "village": "city", "settlement": "city", "neighborhood": "neighbourhood", "suburb": "neighbourhood",
    "quarter": "neighbourhood", "state": "admin1", "province": "admin1", "governorate": "admin1", "county": "admin2",
    "airfield": "airport", "air base": "base", "airbase": "base", "military base": "base", "prison": "site",
    "checkpoint": "crossing", "border crossing": "crossing", "refugee camp": "camp", "area": "region",
    "valley": "region", "mountain": "site", "hill": "site",
}  # fmt: skip
"""What users call a kind of place, and the gazetteer's word for it."""
_YES, _NO = words("yes y true 1 x"), words("no n false 0") | {""}


def read_csv(text: TextIO, known: Known, source: str, *, prefer: bool = False) -> Iterator[Entry]:
    """Yield an entry a line; `prefer` makes every place go before others of its name.

    Raises FormatError where a column that is needed is missing.
    """
    sample = text.readline()
    header = [_column(cell) for cell in next(csv.reader([sample], delimiter=_delimiter(sample)), [])]
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        raise FormatError(
            f"the first line has no column {' or '.join(missing)}",
            advice="begin the file with a line such as name,lat,lon,country,admin1,aliases,prefer",
        )
    reader = csv.reader(text, delimiter=_delimiter(sample))
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Problem(reader.line_num + 1, f"it can't be split into cells ({error}): mend its quotes")
            continue
        if any(cell.strip() for cell in cells):
            yield _entry(dict(zip(header, cells, strict=False)), known, source, reader.line_num + 1, prefer=prefer)


def _column(cell: str) -> str:
    name = cell.strip().lower().replace(" ", "_")
    return _SPELT.get(name, name)


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)


def _entry(cells: Mapping[str, str], known: Known, source: str, line: int, *, prefer: bool) -> Entry:
    try:
        row = {name: checked(cell) for name, cell in cells.items()}
        place = _place(row, known, source)
        preferred = prefer or _is_yes(row.get("prefer", ""))
    except ValueError as error:
        return Problem(line, str(error))
    return Row(place, place.aliases, (), preferred)


def _place(row: Mapping[str, str], known: Known, source: str) -> Place:
    aliases = tuple(filter(None, (name.strip() for name in row.get("aliases", "").split("|"))))
    if not row.get("name"):
        raise ValueError("it has no name: write one, or leave the line out")
    if not any(fold(name) for name in (row["name"], *aliases)):
        raise ValueError(f"{row['name']!r} isn't in Latin script: give a name in Latin script too, as an alias")
    country = known.country(row.get("country", ""))
    lat, lon = point(row.get("lat", ""), row.get("lon", ""))
    feature = _feature(row.get("feature", ""))
    admin = known.named_division(country, row["admin1"]) if row.get("admin1") else known.whole(country)
    return Place(
        id=_ident(row, country, source),
        name=row["name"],
        lat=lat,
        lon=lon,
        country=country,
        admin=(*known.whole(country), row["name"]) if feature == "admin1" else admin,
        feature=feature,
        population=inhabitants(row.get("population", "")),
        aliases=aliases,
        source=source,
    )


def _ident(row: Mapping[str, str], country: str | None, source: str) -> str:
    """Return the id as given where it names its gazetteer ("geonames:99072"), else one of this source."""
    given = row.get("id", "")
    if ":" in given:
        return given
    slug = fold(row["name"]).replace(" ", "-") or "place"
    return f"{source}:{given or '-'.join(filter(None, (slug, (country or '').lower())))}"


def _feature(text: str) -> str:
    name = text.lower().replace("_", " ")
    feature = _MEANT.get(name, name) or "city"
    if feature not in FEATURES:
        raise ValueError(f"feature is {text!r}: it takes {', '.join(sorted(FEATURES))}")
    return feature


def _is_yes(text: str) -> bool:
    if text.lower() not in _YES | _NO:
        raise ValueError(f"prefer is {text!r}: write yes or no")
    return text.lower() in _YES
