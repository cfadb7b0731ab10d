"""The gazetteer: names to places, from read-only SQLite files: the default one and those that the user added."""

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tocsin.errors import MissingPartError
from tocsin.model import Place
from tocsin.model.vocabulary import PlacePrecision
from tocsin.resolve.gazetteer_added import added_files
from tocsin.resolve.gazetteer_build import build_gazetteer, fingerprint
from tocsin.resolve.gazetteer_layer import Hit, Layer
from tocsin.resolve.gazetteer_names import fold

_MOST_KEPT = 50_000
_MOST_HELD = 80_000
_LARGE = 1_000_000
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
    """Looks names up; keeps a connection a file and what it found, so that a warm look-up takes microseconds.

    `common` holds the folded names that are English words too. A place that several files hold is one: its row is
    that of the first file, or the one that is preferred, and its names are those of all.
    """

    def __init__(self, path: Path, added: Sequence[Path] = ()) -> None:
        self.path = path
        self._layers = [Layer(path), *map(Layer, added)]
        default, others = self._layers[0], frozenset[str]().union(*(layer.common for layer in self._layers[1:]))
        # what the default holds, it has weighed: a village called Mobile makes no word of the city
        self.common = default.common | (others - default.knows(sorted(others)))
        self._places: dict[str, tuple[tuple[Place, bool], ...]] = {}
        self._held = 0

    def close(self) -> None:
        """Close the files."""
        for layer in self._layers:
            layer.close()

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of that name, in any spelling that folds alike, the most populous first."""
        key = fold(name)
        places = [hit.place for hit in self._asked([key])[key]] if key else []
        return tuple(sorted(places, key=lambda place: -place.population))

    def look_up(self, keys: Iterable[str]) -> dict[str, tuple[tuple[Place, bool], ...]]:
        """Return, for those folded names that are known, the places and whether it is their usual name.

        Where the user prefers places for a name, only those; and they count as large, for size is what tells a
        place's name from a person's.
        """
        wanted = list(dict.fromkeys(keys))
        missing = [key for key in wanted if key and key not in self._places]
        if len(self._places) > _MOST_KEPT or self._held > _MOST_HELD:
            self._places.clear()
            self._held = 0
            missing = [key for key in wanted if key]
        if missing:
            self._fetch(missing)
        return {key: self._places[key] for key in wanted if self._places.get(key)}

    def find_loosely(self, name: str, country: str) -> tuple[Place, ...]:
        """Return the places of a country whose name has the same consonants: "Safayd" finds "Safed"."""
        hits = [hit for layer in self._layers for hit in layer.alike(name, country)]
        return tuple(hit.place for hit in _joined(hits, self._rows(hits)))

    def info(self) -> dict[str, str]:
        """Return what the default file was built from and how many places it holds."""
        return self._layers[0].facts()

    def countries(self) -> Iterator[Place]:
        """Yield the countries."""
        return self._layers[0].of_feature("country")

    def _fetch(self, keys: list[str]) -> None:
        asked = self._asked(keys)
        self._held += sum(map(len, asked.values()))
        self._places |= {key: tuple((_weighed(hit), hit.main) for hit in hits) for key, hits in asked.items()}

    def _asked(self, keys: Sequence[str]) -> dict[str, tuple[Hit, ...]]:
        found: dict[str, list[Hit]] = {key: [] for key in keys}
        for layer in self._layers:
            for key, hit in layer.hits(keys):
                found[key].append(hit)
        rows = self._rows([hit for hits in found.values() for hit in hits])
        return {key: _joined(hits, rows) for key, hits in found.items()}

    def _rows(self, hits: Sequence[Hit]) -> dict[str, Hit]:
        """Return the row that counts for each place, by id."""
        if len(self._layers) == 1:
            return {}
        idents = list({hit.place.id for hit in hits})
        rows: dict[str, Hit] = {}
        for layer in self._layers:
            for row in layer.by_ids(idents):
                known = rows.get(row.place.id)
                if known is None or (row.preferred and not known.preferred):
                    rows[row.place.id] = row
        return rows


def _joined(hits: Sequence[Hit], rows: dict[str, Hit]) -> tuple[Hit, ...]:
    """Return one name's places, each once, and those that the user prefers alone where there are any."""
    found: dict[str, Hit] = {}
    for hit in hits:
        row = rows.get(hit.place.id, hit)
        main = hit.main or (hit.place.id in found and found[hit.place.id].main)
        found[hit.place.id] = Hit(row.place, main, hit.preferred)
    return tuple(hit for hit in found.values() if hit.preferred) or tuple(found.values())


def _weighed(hit: Hit) -> Place:
    return replace(hit.place, population=max(hit.place.population, _LARGE)) if hit.preferred else hit.place


def open_gazetteer(path: Path, *, build: bool = True, added: bool = True) -> Gazetteer:
    """Open the file and, if `added`, the user's sources; builds it where it is missing or stale, and says so on stderr.

    With `build` false a missing or stale file raises MissingPartError. So does a source that this version can't use.
    """
    if not _is_fresh(path):
        if not build:
            raise MissingPartError(f"no fresh gazetteer at {path}", advice="run `tocsin gazetteer build`")
        sys.stderr.write(f"tocsin: building the gazetteer {path} (once, about half a minute)\n")
        build_gazetteer(path)
    return Gazetteer(path, added_files(path) if added else ())


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
