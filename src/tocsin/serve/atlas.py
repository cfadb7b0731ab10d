"""Incidents as GeoJSON that is honest about precision: an extent in metres goes with every point."""

from collections.abc import Iterable
from typing import Any

from tocsin.model import Incident, Toponym
from tocsin.model.vocabulary import PlacePrecision
from tocsin.serve import wording

EXTENT: dict[PlacePrecision, int] = {
    "site": 500,
    "city": 8_000,
    "district": 40_000,
    "admin1": 120_000,
    "country": 350_000,
    "region": 500_000,
    "unknown": 350_000,
}
"""How far from its point an incident may have been, in metres: our estimate of a usual place of each precision."""

_EXACT: frozenset[PlacePrecision] = frozenset({"site", "city"})


def placed(incident: Incident) -> Toponym | None:
    """Return the published place where it has coordinates."""
    place = incident.place.value
    return place if place is not None and place.lat is not None and place.lon is not None else None


def sign(place: Toponym) -> str:
    """Return how the place is drawn: "area" where only the district or wider is known, "ring" for near, else "dot"."""
    if place.precision not in _EXACT:
        return "area"
    return "ring" if place.relation == "near" else "dot"


def feature(incident: Incident) -> dict[str, Any] | None:
    """Return the incident as a GeoJSON feature; None where nothing says its coordinates."""
    place = placed(incident)
    if place is None:
        return None
    extent = EXTENT[place.precision]
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "id": incident.id,
            "title": incident.title,
            "kind": incident.kind.value,
            "family": wording.family(incident.kind.value),
            "status": incident.status.value,
            "counted": incident.counted,
            "when": wording.day(incident.time.value),
            "where": wording.place(place),
            "precision": place.precision,
            "sign": sign(place),
            "extent": max(extent, 10_000) if place.relation == "near" else extent,
            "killed": wording.count(incident.killed.ledger.value),
            "injured": wording.count(incident.injured.ledger.value),
            "reports": len(incident.reports),
        },
    }


def collection(incidents: Iterable[Incident], total: int) -> dict[str, Any]:
    """Return a feature collection; `total` and `unplaced` say what the map can't show."""
    held = list(incidents)
    features = [drawn for incident in held if (drawn := feature(incident))]
    return {
        "type": "FeatureCollection",
        "features": features,
        "total": total,
        "unplaced": len(held) - len(features),
    }
