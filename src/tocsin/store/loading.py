"""Rows back to records."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from tocsin.model import Report, from_json
from tocsin.store.sqlite import MAX_VARIABLES


def report_head(row: Any) -> Report:
    """Return the report of a row with `record` and `twin_of`, without its body."""
    return replace(from_json(row.record, Report), twin_of=row.twin_of)


def report_whole(row: Any) -> Report:
    """Return the report of a row that has its `body` too."""
    return replace(from_json(row.record, Report), twin_of=row.twin_of, body=row.body)


def in_chunks(ids: Collection[Any]) -> Iterator[list[Any]]:
    """Cut ids into sorted lists that one `IN` can hold."""
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), MAX_VARIABLES):
        yield ordered[start : start + MAX_VARIABLES]
