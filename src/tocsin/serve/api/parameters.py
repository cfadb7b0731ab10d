"""The query's parameters for OpenAPI; their meaning is `IncidentQuery.from_params`."""

from typing import Any, get_args

from tocsin.model.vocabulary import ATTRIBUTION_STATES, KINDS, STATUSES
from tocsin.store.query import MAX_LIMIT, REVIEWS, Sort


def _parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


def _many(choices: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string", "enum": list(choices)}}


_DAY = {"type": "string", "format": "date"}
_TEXT = {"type": "string"}
_FLAG = {"type": "string", "enum": ["yes", "no"], "default": "no"}

QUERY: list[dict[str, Any]] = [
    _parameter("kind", "Kinds of incident; repeat for more", _many(KINDS)),
    _parameter("status", "Statuses; repeat for more", _many(STATUSES)),
    _parameter("country", "ISO 3166 alpha-2 codes; repeat for more", {"type": "array", "items": _TEXT}),
    _parameter("actor", "An actor with any part: registry id, name, or part of a name that only reports have", _TEXT),
    _parameter("by", "The same, held responsible", _TEXT),
    _parameter("against", "The same, hit", _TEXT),
    _parameter("actor_exact", "yes: those actors alone, without who belonged to them on the day", _FLAG),
    _parameter("read_relations", "yes: memberships that reports told of count beside the registry's", _FLAG),
    _parameter("since", "First day, included", _DAY),
    _parameter("until", "Last day, included", _DAY),
    _parameter("bbox", "west,south,east,north in degrees", _TEXT),
    _parameter(
        "counted",
        "yes: what occurred or was attempted; no: all else; all: both",
        {"type": "string", "enum": ["yes", "no", "all"], "default": "yes"},
    ),
    _parameter("text", "Words of titles and reports", _TEXT),
    _parameter("attribution", "How someone is held responsible", _many(ATTRIBUTION_STATES)),
    _parameter("review", "What people decided; repeat for more. rejected takes in what doesn't count", _many(REVIEWS)),
    _parameter("killed_min", "At least so many killed", {"type": "integer", "minimum": 0}),
    _parameter("sort", "Order", {"type": "string", "enum": list(get_args(Sort)), "default": "-date"}),
    _parameter("limit", "Page size", {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": 50}),
    _parameter("offset", "Incidents to skip", {"type": "integer", "minimum": 0, "default": 0}),
]

AS_OF: list[dict[str, Any]] = [
    _parameter("as_of", "The incident as the reports up to this day made it, that day included", _DAY)
]
