"""A request's parameters as a query, and back to addresses; composed reads that pages and API share."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import urlencode

from starlette.requests import Request

from tocsin.errors import NotFoundError
from tocsin.model import Coding, Incident, Reading, Report, Statement, Tally
from tocsin.ontology import Registry, load_registry, statement_coding
from tocsin.pipeline.tally_check import Comparison, compare
from tocsin.store.interface import View
from tocsin.store.query import IncidentQuery

MAP_LIMIT = 2000
"""Incidents that one map draws; the page says how many more there are."""


def query_of(request: Request) -> IncidentQuery:
    """Return the query that the request's address spells out."""
    return IncidentQuery.from_params(request.query_params.multi_items())


def address(path: str, query: IncidentQuery, **changes: object) -> str:
    """Return the address of `path` with the query, after `changes` to its fields."""
    params = replace(query, **changes).to_params()  # type: ignore[arg-type]  # the callers name fields of the query
    return f"{path}?{urlencode(params)}" if params else path


REPORTS = 50
"""Reports that one page lists unless asked for another number."""


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One page of reports, latest published first, and the addresses of the pages around it."""

    items: tuple[Report, ...]
    total: int
    limit: int
    offset: int
    next: str | None
    previous: str | None


def reports(view: View, path: str, limit: int, offset: int) -> ReportPage:
    """Return one page of the reports, without their bodies; `path` is where the pages around it are."""
    total = view.count_reports()

    def at(start: int) -> str:
        pairs = {"limit": limit, "offset": start}
        defaults = {"limit": REPORTS, "offset": 0}
        params = urlencode({name: value for name, value in pairs.items() if value != defaults[name]})
        return f"{path}?{params}" if params else path

    return ReportPage(
        items=view.reports(limit, offset),
        total=total,
        limit=limit,
        offset=offset,
        next=at(offset + limit) if offset + limit < total else None,
        previous=at(max(0, offset - limit)) if offset else None,
    )


@dataclass(frozen=True, slots=True)
class Whole:
    """An incident with its reports, whole, and what was read from them."""

    incident: Incident
    reports: dict[str, Report]
    readings: dict[str, Reading]
    comparisons: tuple[Comparison, ...]


def whole(view: View, incident_id: str) -> Whole:
    """Return an incident with everything that its page shows."""
    incident = view.incident(incident_id)
    reports = {each: view.report(each) for each in incident.reports}
    held = readings(view, incident.reports)
    tallies = [tally for reading in held.values() for tally in reading.tallies]
    return Whole(incident, reports, held, comparisons(view, tallies))


@cache
def _registry() -> Registry:
    return load_registry()


def comparisons(view: View, tallies: Iterable[Tally]) -> tuple[Comparison, ...]:
    """Return each tally as the record bears it out."""
    return tuple(compare(view, tally, _registry()) for tally in tallies)


@dataclass(frozen=True, slots=True)
class StatementCoding:
    """What a statement is in PLOVER; statements that have no type there have no coding."""

    statement: str
    coding: Coding


def statement_codings(statements: Iterable[Statement]) -> tuple[StatementCoding, ...]:
    """Return the codings of the statements that have one."""
    found = ((each.id, statement_coding(each)) for each in statements)
    return tuple(StatementCoding(name, coding) for name, coding in found if coding)


def readings(view: View, ids: Iterable[str]) -> dict[str, Reading]:
    """Return the readings that there are of these reports."""
    held = {}
    for each in ids:
        try:
            held[each] = view.reading(each)
        except NotFoundError:
            # A report may be kept before it is read, or without anything in it.
            continue
    return held
