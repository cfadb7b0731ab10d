"""A request's parameters as a query, and back to addresses; composed reads that pages and API share."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.requests import Request

from tocsin.errors import NotFoundError
from tocsin.model import Incident, Reading, Report
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


@dataclass(frozen=True, slots=True)
class Whole:
    """An incident with its reports, whole, and what was read from them."""

    incident: Incident
    reports: dict[str, Report]
    readings: dict[str, Reading]


def whole(view: View, incident_id: str) -> Whole:
    """Return an incident with everything that its page shows."""
    incident = view.incident(incident_id)
    reports = {each: view.report(each) for each in incident.reports}
    return Whole(incident, reports, readings(view, incident.reports))


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
