"""One file of the gazetteer, read only: the default one or one that a user added."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tocsin.model import Place
from tocsin.resolve.gazetteer_names import fold, loosen

_BATCH = 900
_COLUMNS = "p.id, p.name, p.lat, p.lon, p.country, p.admin, p.feature, p.population, p.source, p.preferred"


class Hit(NamedTuple):
    """A place that a name may mean: whether it is its usual name, and whether it goes before all others of the name."""

    place: Place
    main: bool
    preferred: bool


class Layer:
    """Asks one file; SQLite keeps at most 2 MB of it in memory."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        self.common = frozenset(key for (key,) in self._database.execute("SELECT key FROM common"))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def hits(self, keys: Sequence[str]) -> Iterator[tuple[str, Hit]]:
        """Yield the places of those folded names, each with its name."""
        query = f"SELECT {_COLUMNS}, a.main, a.key FROM alias a JOIN place p ON p.row = a.place WHERE a.key"  # noqa: S608  # constant columns
        return ((row[-1], _hit(row, main=bool(row[-2]))) for row in self._each(query, keys))

    def by_ids(self, idents: Sequence[str]) -> Iterator[Hit]:
        """Yield the places of those ids."""
        query = f"SELECT {_COLUMNS} FROM place p WHERE p.id"  # noqa: S608  # likewise
        return (_hit(row) for row in self._each(query, idents))

    def other_ids(self, idents: Sequence[str]) -> dict[str, str]:
        """Return, for those codes and ids of other gazetteers that are known, the ids of the places."""
        return {row[0]: row[1] for row in self._each("SELECT other, id FROM identity WHERE other", idents)}

    def alike(self, name: str, country: str) -> Iterator[Hit]:
        """Yield the places of a country whose name has the same consonants."""
        key = loosen(fold(name))
        query = f"SELECT {_COLUMNS} FROM loose l JOIN place p ON p.row = l.place WHERE l.key = ? AND l.country = ?"  # noqa: S608  # constant columns
        return (_hit(row) for row in self._database.execute(query, (key, country))) if key else iter(())

    def of_feature(self, feature: str) -> Iterator[Place]:
        """Yield the places of a feature."""
        query = f"SELECT {_COLUMNS} FROM place p WHERE p.feature = ?"  # noqa: S608  # likewise
        return (_hit(row).place for row in self._database.execute(query, (feature,)))

    def knows(self, keys: Sequence[str]) -> set[str]:
        """Return those of the folded names that some place bears."""
        return {key for (key,) in self._each("SELECT DISTINCT key FROM alias WHERE key", keys)}

    def facts(self) -> dict[str, str]:
        """Return what the file was built from and how many places it holds."""
        return dict(self._database.execute("SELECT key, value FROM meta"))

    def _each(self, query: str, values: Sequence[str]) -> Iterator[tuple[str, ...]]:
        for start in range(0, len(values), _BATCH):
            some = values[start : start + _BATCH]
            marks = ", ".join("?" * len(some))
            yield from self._database.execute(f"{query} IN ({marks})", some)


def _hit(row: Sequence[str | float | None], *, main: bool = False) -> Hit:
    ident, name, lat, lon, country, admin, feature, population, source, preferred = row[:10]
    place = Place(
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
    return Hit(place, main, bool(preferred))
