"""OpenAPI with the records' own schemas in it."""

from typing import Any

from fastapi import FastAPI

from tocsin.model import RECORDS, schema
from tocsin.pipeline.explaining import Compared
from tocsin.pipeline.parties import Through
from tocsin.pipeline.tally_check import Comparison
from tocsin.reconcile.standing import Standing
from tocsin.serve.asked import AskedActor, StatementCoding, Stood
from tocsin.store.query import FacetValue, Totals

Document = dict[str, Any]

_HELD = {
    "IncidentPage": {"items": "Incident", "totals": "Totals", "actors": "AskedActor", "through": "Through"},
    "IncidentDetail": {
        "incident": "Incident",
        "responsibility": "Responsibility",
        "history": "History",
        "mentions": "Mention",
        "statements": "Statement",
        "statement_codings": "StatementCoding",
        "tallies": "Tally",
        "comparisons": "Comparison",
        "relations": "Relation",
        "judgements": "Stood",
        "reports": "Report",
    },
    "JudgementPage": {"items": "Stood"},
    "JudgementDetail": {"judgement": "Judgement", "standing": "Standing"},
    "JudgementMade": {"judgement": "Judgement", "contradicts": "Judgement"},
    "ExplanationDetail": {"compared": "Compared"},
    "ReportPage": {"items": "Report"},
    "ReportDetail": {"report": "Report", "reading": "Reading", "incidents": "Incident", "comparisons": "Comparison"},
    "FacetList": dict.fromkeys(("kind", "status", "country", "actor", "attribution", "month"), "FacetValue"),
}
"""Which record a field of an answer holds, or a list of which."""


def describe(app: FastAPI) -> None:
    """Make the application's OpenAPI document name the records that its answers hold."""
    plain = app.openapi

    def openapi() -> Document:
        if app.openapi_schema is None:
            app.openapi_schema = _with_problems(_with_records(plain()))
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # how FastAPI's documentation extends OpenAPI


def shape(kind: Document) -> str:
    """Return a schema in a few words: "list of Incident", "string or null"."""
    if "$ref" in kind:
        return str(kind["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in kind:
        return " or ".join(shape(each) for each in kind["anyOf"])
    if kind.get("type") == "array":
        return f"list of {shape(kind['items'])}"
    return str(kind.get("type", "anything"))


def _with_records(document: Document) -> Document:
    schemas = document["components"]["schemas"]
    known = (*RECORDS, Totals, FacetValue, StatementCoding, Comparison, AskedActor, Through, Stood, Standing, Compared)
    records = schema(known)["$defs"]
    schemas.update(_moved(records))
    for body, held in _HELD.items():
        for field, record in held.items():
            properties = schemas[body]["properties"]
            properties[field] = _holding(properties[field], {"$ref": f"#/components/schemas/{record}"})
    return document


def _holding(field: Document, record: Document) -> Document:
    if field.get("type") == "array":
        return {**field, "items": record}
    kept = {name: text for name, text in field.items() if name in {"title", "description"}}
    return {**kept, "anyOf": [record, {"type": "null"}]} if "anyOf" in field else {**kept, **record}


def _moved(part: Any) -> Any:
    """Return the part with its references pointing into OpenAPI's components."""
    if isinstance(part, dict):
        return {name: _moved(each) for name, each in part.items()}
    if isinstance(part, list):
        return [_moved(each) for each in part]
    return part.replace("#/$defs/", "#/components/schemas/") if isinstance(part, str) else part


def _with_problems(document: Document) -> Document:
    """Say that errors are problem details; FastAPI's own form of them is never answered."""
    for methods in document["paths"].values():
        for operation in methods.values():
            operation["responses"].pop("422", None)
            for status, response in operation["responses"].items():
                if status >= "400":
                    response["content"] = {"application/problem+json": next(iter(response["content"].values()))}
    for name in ("HTTPValidationError", "ValidationError"):
        document["components"]["schemas"].pop(name, None)
    return document
