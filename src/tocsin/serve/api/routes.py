"""The routes under /api/v1: the same queries as the pages, as JSON."""

import dataclasses
import datetime as dt
from typing import Any

from fastapi import APIRouter, Request

from tocsin.model import RECORDS, Report, schema
from tocsin.pipeline.explaining import compare
from tocsin.serve import asked
from tocsin.serve.api import bodies
from tocsin.serve.api.answers import PROBLEMS, Answer, Limit, Offset
from tocsin.serve.api.judging import add_judging
from tocsin.serve.api.parameters import AS_OF, QUERY
from tocsin.serve.atlas import collection
from tocsin.serve.bench import Desk
from tocsin.store.interface import Store


class GeoJSON(Answer):
    """An answer in GeoJSON."""

    media_type = "application/geo+json"


def build_api(store: Store, desk: Desk) -> APIRouter:
    """Return the router over `store`, written at `desk`."""
    router = APIRouter(responses=PROBLEMS)

    @router.get("/healthz", response_model=bodies.Health, tags=["service"])
    def health() -> Answer:
        """Say whether the store answers."""
        return Answer({"status": "ok", "reports": store.count_reports()})

    @router.get(
        "/api/v1/incidents", response_model=bodies.IncidentPage, tags=["incidents"], openapi_extra={"parameters": QUERY}
    )
    def incidents(request: Request) -> Answer:
        """List incidents; without parameters those that count, the latest first."""
        choice = asked.chosen(store, request)
        query = choice.query
        page = store.incidents(query)
        return Answer(
            {
                "total": page.total,
                "limit": query.limit,
                "offset": query.offset,
                "next": asked.address(request.url.path, page.next) if page.next else None,
                "previous": asked.address(request.url.path, page.previous) if page.previous else None,
                "totals": store.totals(query),
                "actors": asked.asked_actors(choice.actors),
                "through": asked.ways(page.items, choice.actors),
                "items": page.items,
            }
        )

    @router.get(
        "/api/v1/incidents/{incident_id}",
        response_model=bodies.IncidentDetail,
        tags=["incidents"],
        openapi_extra={"parameters": AS_OF},
    )
    def incident(request: Request, incident_id: str) -> Answer:
        """Return an incident, now or as of a day: every field with its sources and history, and what reports add."""
        return Answer(_detail(store, incident_id, asked.day_of(request)))

    @router.get("/api/v1/explanation", response_model=bodies.ExplanationDetail, tags=["incidents"])
    def explanation(one: str, other: str) -> Answer:
        """Say why two incidents, reports or mentions, by their ids, are taken for one incident or for two."""
        return Answer({"compared": compare(store, one, other)})

    @router.get("/api/v1/reports", response_model=bodies.ReportPage, tags=["reports"])
    def reports(request: Request, limit: Limit = asked.REPORTS, offset: Offset = 0) -> Answer:
        """List the reports, the latest published first."""
        return Answer(asked.reports(store, request.url.path, limit, offset))

    @router.get("/api/v1/reports/{report_id}", response_model=bodies.ReportDetail, tags=["reports"])
    def report(report_id: str) -> Answer:
        """Return a report with its reading and the incidents that it tells of."""
        held = store.report(report_id)
        reading = asked.readings(store, [report_id]).get(report_id)
        compared = asked.comparisons(store, reading.tallies) if reading else ()
        incidents = store.incidents_of(report_id)
        return Answer({"report": held, "reading": reading, "incidents": incidents, "comparisons": compared})

    add_judging(router, store, desk)
    _add_overviews(router, store)
    return router


def _add_overviews(router: APIRouter, store: Store) -> None:
    @router.get(
        "/api/v1/map",
        response_class=GeoJSON,
        response_model=bodies.FeatureCollection,
        tags=["incidents"],
        openapi_extra={"parameters": QUERY},
    )
    def points(request: Request) -> Answer:
        """Return the incidents that have coordinates as GeoJSON, with the precision of each place."""
        query = dataclasses.replace(asked.chosen(store, request).query, limit=asked.MAP_LIMIT, offset=0)
        page = store.incidents(query)
        return GeoJSON(collection(page.items, page.total))

    @router.get(
        "/api/v1/facets", response_model=bodies.FacetList, tags=["incidents"], openapi_extra={"parameters": QUERY}
    )
    def facets(request: Request) -> Answer:
        """Count the query's incidents by kind, status, country, actor, attribution and month."""
        return Answer(store.facets(asked.chosen(store, request).query))

    @router.get("/api/v1/schema", tags=["service"])
    def json_schema() -> dict[str, Any]:
        """Return the JSON Schema of every record."""
        return schema(RECORDS)


def _detail(store: Store, incident_id: str, day: dt.date | None) -> dict[str, Any]:
    found = asked.through_time(store, incident_id, day)
    held = found.incident
    readings = asked.readings(store, held.reports)
    told = set(held.reports)
    statements = tuple(each for each in store.statements_about(held.id) if each.report in told)
    tallies = tuple(each for each in store.tallies(held.id) if each.report in told)
    return {
        "incident": held,
        "as_of": found.as_of,
        "days": found.days,
        "responsibility": found.responsibility,
        "history": found.history,
        "conflicts": found.conflicts,
        "mentions": store.mentions(held.mentions),
        "statements": statements,
        "statement_codings": asked.statement_codings(statements),
        "tallies": tallies,
        "comparisons": asked.comparisons(store, tallies),
        "relations": [relation for reading in readings.values() for relation in reading.relations],
        "judgements": asked.standing(store, store.judgements(held.mentions)),
        "reports": _heads(store, held.reports),
    }


def _heads(store: Store, ids: tuple[str, ...]) -> list[Report]:
    """Return the reports in the order of the ids."""
    held = {report.id: report for report in store.heads(ids)}
    return [held[each] for each in ids if each in held]
