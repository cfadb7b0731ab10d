"""The store's whole content as lines in a fixed order, to compare two stores by."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

from tocsin.store.schema import metadata

_CLOCK = {"reports": "retrieved", "copies": "retrieved"}
_ARBITRARY = {"documents": "number"}


def dump(connection: Connection) -> Iterator[str]:
    """Yield a line a row: table, then its columns as JSON. Clock times and row numbers are left out."""
    for table in sorted(metadata.tables.values(), key=lambda each: each.name):
        yield from sorted(f"{table.name}\t{line}" for line in _lines(connection, table))


def _lines(connection: Connection, table: Table) -> Iterator[str]:
    kept = [column for column in table.columns if column.name != _ARBITRARY.get(table.name)]
    for row in connection.execute(select(*kept)).mappings():
        content: dict[str, Any] = dict(row)
        if table.name in _CLOCK:
            content["record"] = {**json.loads(content["record"]), _CLOCK[table.name]: None}
        yield json.dumps(content, sort_keys=True, default=str, ensure_ascii=False)
