"""Which copy of a report is read: the same title and body reach us with different outlets, addresses and dates."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import replace

from tocsin.model import Report, to_json

_SAID_BY = ("metadata", "dateline", "title", "caller")


def digest(report: Report) -> str:
    """Return the digest of all that tells copies of a report apart; when it was fetched doesn't."""
    told = replace(report, body="", title="", retrieved=None, twin_of=None)
    return hashlib.sha256(to_json(told).encode()).hexdigest()[:16]


def choose(copies: Mapping[str, Report]) -> str:
    """Return the digest of the copy to read: dated before undated, surest date first, then the earliest.

    It depends on the set of copies alone, never on the order in which they came.
    """
    return min(copies, key=lambda name: (*_rank(copies[name]), name))


def _rank(report: Report) -> tuple[int, dt.date, bool]:
    said_by = report.published_from or ""
    surest = _SAID_BY.index(said_by) if said_by in _SAID_BY else len(_SAID_BY)
    dated = surest if report.published else len(_SAID_BY) + 1
    return dated, report.published or dt.date.max, report.outlet is None
