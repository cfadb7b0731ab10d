"""The routes of the pages."""

import dataclasses
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import RedirectResponse, Response

from tocsin.serve import asked, wording
from tocsin.serve.api.answers import Limit, Offset
from tocsin.serve.bench import Desk
from tocsin.serve.compose import Composer
from tocsin.serve.marked import LAYERS, mark
from tocsin.serve.notes import Notes, note
from tocsin.serve.passages import outlet
from tocsin.serve.reviewing import reviewing
from tocsin.serve.together import together
from tocsin.serve.web import listing
from tocsin.serve.web.judging import add_judging
from tocsin.serve.web.render import render
from tocsin.store.interface import Store
from tocsin.store.query import IncidentQuery, Sort

_SORTS: dict[str, tuple[Sort, ...]] = {
    "when": ("-date", "date"),
    "killed": ("-killed",),
    "reports": ("-reports",),
    "title": ("title",),
}


def build_pages(store: Store, app: FastAPI, static: Path, desk: Desk) -> APIRouter:
    """Return the router of the pages over `store`; `app` is what the API page describes, `desk` is where one judges."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/")
    def incidents(request: Request) -> Response:
        if _has_blanks(request):
            return RedirectResponse(asked.address("/", asked.query_of(request)), 303)
        return render("list.html", request, _around(store, asked.chosen_or_none(store, request), "/"))

    @router.get("/map")
    def atlas(request: Request) -> Response:
        if _has_blanks(request):
            return RedirectResponse(asked.address("/map", asked.query_of(request)), 303)
        choice = asked.chosen_or_none(store, request)
        query = choice.query
        context = _around(store, choice, "/map")
        data = asked.address("/api/v1/map", query, offset=0, limit=IncidentQuery().limit)
        built = (static / "map.js").is_file()
        return render("map.html", request, {**context, "data": data, "built": built})

    @router.get("/incidents/{incident_id}")
    def incident(request: Request, incident_id: str) -> Response:
        day = asked.day_of(request)
        held = asked.whole(store, incident_id, day)
        found = held.chronicle.incident
        if found.id != incident_id or (day is None and "as_of" in request.query_params):
            return RedirectResponse(f"/incidents/{found.id}{f'?as_of={day}' if day else ''}", 303)
        dossier = Composer(held.reports, held.readings, held.comparisons).dossier(held.chronicle)
        outlets = {report.id: f"{report.outlet}: {report.title}" for report in dossier.sources}
        review = reviewing(store, found, outlets)
        why = together(store, found, outlets)
        return render("incident.html", request, {"dossier": dossier, "review": review, "desk": desk, "why": why})

    @router.get("/reports")
    def reports(request: Request, limit: Limit = asked.REPORTS, offset: Offset = 0) -> Response:
        page = asked.reports(store, "/reports", limit, offset)
        rows = [(each, outlet(each), wording.date(each.published)) for each in page.items]
        return render("reports.html", request, {"page": page, "rows": rows})

    @router.get("/reports/{report_id}")
    def report(request: Request, report_id: str) -> Response:
        return render("report.html", request, _report(store, report_id))

    @router.get("/docs")
    def documentation(request: Request) -> Response:
        return render("api.html", request, {"api": app.openapi()})

    add_judging(router, store, desk)
    return router


def _has_blanks(request: Request) -> bool:
    """Say whether the form sent fields that nobody filled in: the address should hold the query and nothing else."""
    return any(not value.strip() for value in request.query_params.values())


def _around(store: Store, choice: asked.Choice, path: str) -> dict[str, Any]:
    query = choice.query
    page = store.incidents(query)
    facets = store.facets(query)
    return {
        "page": page,
        "query": query,
        "path": path,
        "rows": listing.rows(page.items, asked.ways(page.items, choice.actors)),
        "asked": asked.asked_actors(choice.actors),
        "unclear": choice.unclear,
        "suggested": listing.suggested(query, choice.unclear, path),
        "totals": store.totals(query),
        "caption": "Incidents of the record" + (", filtered" if query.to_params() else ""),
        "empty": not store.count_reports(),
        "hidden": store.count(dataclasses.replace(query, counted=False)) if query.counted else 0,
        "groups": listing.groups(facets, query),
        "actors": facets.actor,
        "chips": listing.chips(query, path),
        "course": listing.course(facets, query, path),
        "heads": {name: _head(query, path, sorts) for name, sorts in _SORTS.items()},
        "links": {
            "next": asked.address(path, page.next) if page.next else None,
            "previous": asked.address(path, page.previous) if page.previous else None,
            "all": asked.address(path, query, counted=None, offset=0),
            "list": asked.address("/", query, offset=0),
            "map": asked.address("/map", query, offset=0),
            "json": asked.address("/api/v1/incidents", query),
            "first": asked.address(path, query, offset=0),
            "clear": path,
        },
    }


def _head(query: IncidentQuery, path: str, sorts: tuple[Sort, ...]) -> tuple[str, str]:
    """Return where a column head leads and how its column is sorted now, in the words of aria-sort."""
    now = query.sort if query.sort in sorts else None
    following = sorts[(sorts.index(now) + 1) % len(sorts)] if now else sorts[0]
    direction = "none" if now is None else "descending" if now.startswith("-") else "ascending"
    return asked.address(path, query, sort=following, offset=0), direction


def _report(store: Store, report_id: str) -> dict[str, Any]:
    report = store.report(report_id)
    reading = asked.readings(store, [report_id]).get(report_id)
    notes = note(reading) if reading else Notes()
    compared = asked.comparisons(store, reading.tallies) if reading else ()
    incidents = [(set(incident.mentions), listing.row(incident)) for incident in store.incidents_of(report_id)]
    return {
        "report": report,
        "outlet": outlet(report),
        "published": wording.date(report.published),
        "marked": mark(report, notes),
        "layers": LAYERS,
        "notes": notes,
        "compared": {f"tally-{number}": each for number, each in enumerate(compared, 1)},
        "rows": {
            group.mention.id: row for group in notes.groups for held, row in incidents if group.mention.id in held
        },
        "components": reading.components if reading else None,
        "said": reading.notes if reading else (),
        "skipped": reading.skipped if reading else None,
        "twins": [(twin.id, outlet(twin), wording.date(twin.published)) for twin in store.twins(report_id)],
    }
