"""The gazetteer: names to places, from one read-only SQLite file."""

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tocsin.errors import MissingPartError
from tocsin.model import Place
from tocsin.model.vocabulary import PlacePrecision
from tocsin.resolve.gazetteer_build import build_gazetteer, fingerprint
from tocsin.resolve.gazetteer_names import fold, loosen

_BATCH = 900
_COLUMNS = "p.id, p.name, p.lat, p.lon, p.country, p.admin, p.feature, p.population, p.source"
_PRECISION: dict[str, PlacePrecision] = {
    "country": "country",
    "admin1": "admin1",
    "admin2": "district",
    "district": "district",
    "neighbourhood": "district",
    "city": "city",
    "region": "region",
    "sea": "region",
    "border": "region",
    "island": "region",
}


def precision_of(place: Place) -> PlacePrecision:
    """Return how narrow a place is: bases, camps, dams, airports, crossings and the like are sites."""
    return _PRECISION.get(place.feature, "site")


class Gazetteer:
    """Looks names up; keeps one connection and what it found, so that a warm look-up takes microseconds.

    `common` holds the folded names that are English words too.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._database = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=False)
        self.common = frozenset(key for (key,) in self._database.execute("SELECT key FROM common"))
        self._places: dict[str, tuple[tuple[Place, bool], ...]] = {}

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of that name, in any spelling that folds alike, the most populous first."""
        key = fold(name)
        found = sorted(self.look_up([key]).get(key, ()), key=lambda hit: -hit[0].population)
        return tuple(place for place, _ in found)

    def look_up(self, keys: Iterable[str]) -> dict[str, tuple[tuple[Place, bool], ...]]:
        """Return, for those folded names that are known, the places and whether it is their usual name."""
        wanted = list(dict.fromkeys(keys))
        missing = [key for key in wanted if key and key not in self._places]
        if len(self._places) > 200_000:
            self._places.clear()
            missing = [key for key in wanted if key]
        for start in range(0, len(missing), _BATCH):
            self._fetch(missing[start : start + _BATCH])
        return {key: self._places[key] for key in wanted if self._places.get(key)}

    def find_loosely(self, name: str, country: str) -> tuple[Place, ...]:
        """Return the places of a country whose name has the same consonants: "Safayd" finds "Safed"."""
        key = loosen(fold(name))
        query = f"SELECT {_COLUMNS} FROM loose l JOIN place p ON p.row = l.place WHERE l.key = ? AND l.country = ?"  # noqa: S608  # constant columns
        return tuple(_place(row) for row in self._database.execute(query, (key, country))) if key else ()

    def info(self) -> dict[str, str]:
        """Return what the file was built from and how many places it holds."""
        return dict(self._database.execute("SELECT key, value FROM meta"))

    def countries(self) -> Iterator[Place]:
        """Yield the countries."""
        query = f"SELECT {_COLUMNS} FROM place p WHERE p.feature = 'country'"  # noqa: S608  # constant columns
        return (_place(row) for row in self._database.execute(query))

    def _fetch(self, keys: list[str]) -> None:
        found: dict[str, list[tuple[Place, bool]]] = {key: [] for key in keys}
        marks = ", ".join("?" * len(keys))
        query = (
            f"SELECT {_COLUMNS}, a.key, a.main FROM alias a JOIN place p ON p.row = a.place WHERE a.key IN ({marks})"  # noqa: S608  # only question marks
        )
        for row in self._database.execute(query, keys):
            found[row[-2]].append((_place(row), bool(row[-1])))
        self._places |= {key: tuple(hits) for key, hits in found.items()}


def _place(row: tuple[str | float | int | None, ...]) -> Place:
    ident, name, lat, lon, country, admin, feature, population, source = row[:9]
    return Place(
        id=str(ident),
        name=str(name),
        lat=float(lat or 0),
        lon=float(lon or 0),
        country=str(country) if country else None,
        admin=tuple(str(admin).split("|")) if admin else (),
        feature=str(feature),
        population=int(population or 0),
        source=str(source),
    )


def open_gazetteer(path: Path, *, build: bool = True) -> Gazetteer:
    """Open the file; builds it where it is missing or was built from something else, and says so on stderr.

    With `build` false a missing or stale file raises MissingPartError.
    """
    if not _is_fresh(path):
        if not build:
            raise MissingPartError(f"no fresh gazetteer at {path}", advice="run `tocsin gazetteer build`")
        sys.stderr.write(f"tocsin: building the gazetteer {path} (once, about half a minute)\n")
        build_gazetteer(path)
    return Gazetteer(path)


def _is_fresh(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return False
    try:
        row = database.execute("SELECT value FROM meta WHERE key = 'built from'").fetchone()
    except sqlite3.Error:
        return False
    finally:
        database.close()
    return bool(row) and row[0] == fingerprint()
