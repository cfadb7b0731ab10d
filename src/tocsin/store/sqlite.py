"""All that is SQLite's own: connection settings, transactions, full-text search."""

import re
import sqlite3
import time
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Select,
    Table,
    column,
    create_engine,
    event,
    literal_column,
    make_url,
    select,
    table,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.sql.dml import Insert

from tocsin.errors import StoreError
from tocsin.store.schema import documents

BUSY_MS = 30_000
MAX_VARIABLES = 500
"""How many values one `IN` may hold, well under SQLite's least limit."""

_ADD = "INSERT INTO search(rowid, words) VALUES (new.number, new.words);"
_REMOVE = "INSERT INTO search(search, rowid, words) VALUES ('delete', old.number, old.words);"
_INDEX = "words, content='documents', content_rowid='number', tokenize=\"unicode61 remove_diacritics 2\""
_SEARCH = (
    f"CREATE VIRTUAL TABLE search USING fts5({_INDEX})",
    f"CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN {_ADD} END",
    f"CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN {_REMOVE} END",
    f"CREATE TRIGGER documents_changed AFTER UPDATE OF words ON documents BEGIN {_REMOVE} {_ADD} END",
)


def open_engine(url: str, *, create: bool) -> Engine:
    """Return an engine on the file; StoreError where it can't be there."""
    path = make_url(url).database
    if path and path != ":memory:":
        _prepare(Path(path), create=create)
    engine = create_engine(url)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _prepare(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder", advice="name a file, for example record.sqlite")
    if path.exists():
        return
    if not create:
        raise StoreError(f"there is no store at {path}", advice="`tocsin ingest` makes one, `--store` names another")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"can't make the folder of the store {path}: {error.strerror}", advice="choose another with --store"
        ) from error


def _on_connect(connection: Any, _record: object) -> None:
    # Transactions are begun by us: the driver would begin them late, and never around DDL.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    _use_write_ahead_log(cursor)
    for pragma in ("synchronous = NORMAL", "foreign_keys = ON", "temp_store = MEMORY"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _use_write_ahead_log(cursor: sqlite3.Cursor) -> None:
    """Switch the file over, which SQLite gives up at once, timeout or not, while another process switches it."""
    latest = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > latest:
                raise
            time.sleep(0.01)
        else:
            return


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def create_search(connection: Connection) -> None:
    """Create the full-text index over `documents` and what keeps it in step."""
    for statement in _SEARCH:
        connection.exec_driver_sql(statement)


def matching(words: str, sort: str) -> Select[str]:
    """Return a select of the `ref` of the documents of a sort that hold all the words; "quoted words" stay together."""
    hit = literal_column("search").op("MATCH")(_match_expression(words))
    rows: Select[int] = select(column("rowid")).select_from(table("search")).where(hit)
    return select(documents.c.ref).where(documents.c.sort == sort, documents.c.number.in_(rows))


def _match_expression(words: str) -> str:
    """Quote everything, so that no user's text is read as the index's query language."""
    phrases = [quoted or bare for quoted, bare in re.findall(r'"([^"]+)"|([^\s"]+)', words)]
    kept = [phrase for phrase in phrases if any(character.isalnum() for character in phrase)]
    return " ".join(f'"{phrase}"' for phrase in kept) or '"\N{REPLACEMENT CHARACTER}"'


@lru_cache(maxsize=64)
def upsert(into: Table, values: tuple[str, ...], keys: tuple[str, ...]) -> Insert:
    """Return an insert into these columns that replaces the row with the same keys; building one takes half a ms."""
    statement = insert(into)
    changed = {name: statement.excluded[name] for name in values if name not in keys}
    if changed:
        return statement.on_conflict_do_update(index_elements=list(keys), set_=changed)
    return statement.on_conflict_do_nothing(index_elements=list(keys))
