"""Counts over many incidents: facets, map points and cells."""

from sqlalchemy import Column, Connection, func, select

from tocsin.store.filters import ORDER, conditions
from tocsin.store.query import Cell, Facets, FacetValue, IncidentQuery, Point
from tocsin.store.schema import incident_actors, incident_attributions, incidents

MOST_VALUES = 50
"""A facet shows so many values at most; months are all shown."""


def facets(connection: Connection, query: IncidentQuery) -> Facets:
    """Return counts by field."""
    return Facets(
        kind=_by_column(connection, query, incidents.c.kind),
        status=_by_column(connection, query, incidents.c.status),
        country=_by_column(connection, query, incidents.c.country),
        actor=_actors(connection, query),
        attribution=_attributions(connection, query),
        month=_months(connection, query),
    )


def _by_column(connection: Connection, query: IncidentQuery, column: Column[str]) -> tuple[FacetValue, ...]:
    counted = func.count().label("counted")
    wanted = select(column, counted).where(*conditions(query, but=column.name), column.is_not(None))
    ordered = wanted.group_by(column).order_by(counted.desc(), column).limit(MOST_VALUES)
    return tuple(FacetValue(value, count, value) for value, count in connection.execute(ordered))


def _months(connection: Connection, query: IncidentQuery) -> tuple[FacetValue, ...]:
    month = incidents.c.month
    wanted = select(month, func.count()).where(*conditions(query), month.is_not(None)).group_by(month).order_by(month)
    return tuple(FacetValue(value, count, value) for value, count in connection.execute(wanted))


def _actors(connection: Connection, query: IncidentQuery) -> tuple[FacetValue, ...]:
    actor, counted = incident_actors.c.actor, func.count(incidents.c.id.distinct()).label("counted")
    joined = select(actor, counted, func.min(incident_actors.c.name)).join(
        incidents, incidents.c.id == incident_actors.c.incident
    )
    wanted = joined.where(*conditions(query, but="actor"), incident_actors.c.part == "perpetrator")
    ordered = wanted.group_by(actor).order_by(counted.desc(), actor).limit(MOST_VALUES)
    return tuple(FacetValue(value, count, label) for value, count, label in connection.execute(ordered))


def _attributions(connection: Connection, query: IncidentQuery) -> tuple[FacetValue, ...]:
    state, counted = incident_attributions.c.state, func.count().label("counted")
    joined = select(state, counted).join(incidents, incidents.c.id == incident_attributions.c.incident)
    ordered = joined.where(*conditions(query, but="attribution")).group_by(state).order_by(counted.desc(), state)
    return tuple(FacetValue(value, count, value) for value, count in connection.execute(ordered))


def points(connection: Connection, query: IncidentQuery, limit: int) -> tuple[Point, ...]:
    """Return the incidents that have coordinates."""
    columns = ("id", "title", "kind", "status", "lat", "lon", "precision", "start", "killed", "report_count")
    wanted = select(*(incidents.c[name] for name in columns)).where(*conditions(query), incidents.c.lat.is_not(None))
    ordered = wanted.order_by(*ORDER[query.sort], incidents.c.id).limit(limit)
    return tuple(Point(*row) for row in connection.execute(ordered))


def cells(connection: Connection, query: IncidentQuery) -> tuple[Cell, ...]:
    """Return counts by stored cell."""
    cell, killed = incidents.c.cell, func.coalesce(func.sum(incidents.c.killed), 0)
    wanted = select(cell, func.count(), killed).where(*conditions(query), cell.is_not(None))
    found = connection.execute(wanted.group_by(cell).order_by(cell))
    return tuple(_cell(at, count, dead) for at, count, dead in found)


def _cell(centre: str, count: int, killed: int) -> Cell:
    lat, lon = (float(part) for part in centre.split(","))
    return Cell(lat, lon, count, killed)
