from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tocsin.model import Incident, Mention, Reading, Report, Statement, Tally, from_builtins

Document = dict[str, Any]


@pytest.fixture(scope="module")
def document(client: TestClient) -> Document:
    held: Document = client.get("/openapi.json").json()
    return held


TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def faults(value: Any, kind: Document, document: Document, at: str = "$") -> Iterator[str]:
    """Yield where a value doesn't fit its schema, as far as types, properties and references go."""
    if "$ref" in kind:
        kind = document["components"]["schemas"][kind["$ref"].rsplit("/", maxsplit=1)[-1]]
    if "anyOf" in kind:
        if all(list(faults(value, each, document, at)) for each in kind["anyOf"]):
            yield f"{at}: fits no choice"
    elif not isinstance(value, TYPES.get(kind.get("type", ""), object)):
        yield f"{at}: {value!r} is no {kind['type']}"
    elif isinstance(value, dict):
        yield from (f"{at}: lacks {name}" for name in kind.get("required", []) if name not in value)
        for name in value.keys() & kind.get("properties", {}).keys():
            yield from faults(value[name], kind["properties"][name], document, f"{at}.{name}")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from faults(each, kind.get("items", {}), document, f"{at}[{number}]")


def paths(document: Document, record: ModuleType) -> list[tuple[str, str]]:
    """Return every path with one that can be asked for."""
    filled = {"{incident_id}": record.MOSUL, "{report_id}": record.WIRE.id, "{judgement_id}": record.JUDGED.id}
    queries = {"/api/v1/explanation": f"?one={record.MOSUL}&other={record.ROCKETS}"}
    asked = []
    for path in (each for each, methods in document["paths"].items() if "get" in methods):
        address = path
        for hole, value in filled.items():
            address = address.replace(hole, value)
        asked.append((path, address + queries.get(path, "")))
    return asked


def test_every_answer_is_what_openapi_says(client: TestClient, document: Document, record: ModuleType) -> None:
    for path, address in paths(document, record):
        answer = client.get(address)
        assert answer.status_code == 200, path
        [(media, content)] = document["paths"][path]["get"]["responses"]["200"]["content"].items()
        assert answer.headers["content-type"] == media
        assert list(faults(answer.json(), content["schema"], document)) == [], path


def test_openapi_names_the_records_and_each_reference_leads_somewhere(document: Document) -> None:
    schemas = document["components"]["schemas"]
    assert schemas["IncidentPage"]["properties"]["items"]["items"] == {"$ref": "#/components/schemas/Incident"}
    assert {"Span", "Mention", "Toponym", "Totals", "FacetValue"} <= set(schemas)

    def references(part: Any) -> Iterator[str]:
        if isinstance(part, dict):
            yield from ([part["$ref"]] if "$ref" in part else [])
            part = list(part.values())
        if isinstance(part, list):
            for each in part:
                yield from references(each)

    assert {each.removeprefix("#/components/schemas/") for each in references(document)} <= set(schemas)


def test_incidents_come_page_by_page_as_records(client: TestClient, record: ModuleType) -> None:
    page = client.get("/api/v1/incidents?limit=2").json()
    assert page["total"] == 3
    assert page["previous"] is None
    assert [from_builtins(each, Incident).id for each in page["items"]] == [record.MOSUL, record.ROCKETS]
    rest = client.get(page["next"]).json()
    assert [each["id"] for each in rest["items"]] == [record.MARCH]
    assert rest["next"] is None
    assert page["totals"] == {"incidents": 3, "reports": 4, "killed": 9, "injured": 15}


def test_an_incident_comes_whole(client: TestClient, record: ModuleType) -> None:
    held = client.get(f"/api/v1/incidents/{record.MOSUL}").json()
    assert from_builtins(held["incident"], Incident) == record.INCIDENTS[0]
    assert {from_builtins(each, Mention).report for each in held["mentions"]} == {record.WIRE.id, record.LANTERN.id}
    assert from_builtins(held["statements"][0], Statement).stance == "accuse"
    assert from_builtins(held["tallies"][0], Tally).rank == 1
    assert held["comparisons"][0]["tally"] == held["tallies"][0]["id"]
    assert held["comparisons"][0]["outcome"] == "agrees"
    assert held["statement_codings"][0]["statement"] == held["statements"][0]["id"]
    assert held["statement_codings"][0]["coding"]["codes"]["event"] == "ACCUSE"
    assert held["relations"][0]["predicate"] == "part_of"
    assert all(each["body"] == "" for each in held["reports"])


def test_a_report_comes_with_its_reading_and_incidents(client: TestClient, record: ModuleType) -> None:
    held = client.get(f"/api/v1/reports/{record.WIRE.id}").json()
    assert from_builtins(held["report"], Report) == record.WIRE
    assert from_builtins(held["reading"], Reading) == record.WIRE_READING
    assert [each["id"] for each in held["incidents"]] == [record.MOSUL]
    assert client.get(f"/api/v1/reports/{record.COPY.id}").json()["reading"] is None


def test_the_map_is_geojson_that_says_how_sure_each_place_is(client: TestClient, record: ModuleType) -> None:
    held = client.get("/api/v1/map?sort=date").json()
    assert (held["total"], held["unplaced"]) == (3, 1)
    near, exact = held["features"]
    assert near["geometry"] == {"type": "Point", "coordinates": [44.01, 36.19]}
    assert (near["properties"]["sign"], exact["properties"]["sign"]) == ("ring", "dot")
    assert near["properties"]["extent"] > exact["properties"]["extent"]
    assert exact["properties"]["where"] == "Mosul, Iraq"
    assert exact["id"] == record.MOSUL


def test_facets_count_the_same_query(client: TestClient) -> None:
    held = client.get("/api/v1/facets?country=IQ").json()
    assert {each["value"] for each in held["kind"]} == {"bombing", "rocket_or_shelling"}
    assert held["month"] == [
        {"value": "2024-01", "count": 1, "label": "2024-01"},
        {"value": "2024-03", "count": 1, "label": "2024-03"},
    ]


@pytest.mark.parametrize(
    ("path", "status", "word"),
    [
        ("/api/v1/incidents?kind=picnic", 400, "picnic"),
        ("/api/v1/incidents?limit=0", 400, "limit"),
        ("/api/v1/reports?limit=0", 400, "limit"),
        ("/api/v1/incidents/inc-nothing", 404, "inc-nothing"),
        ("/api/v1/reports/nothing", 404, "nothing"),
        ("/api/v1/nothing", 404, "nothing at this address"),
    ],
)
def test_problems_are_problem_details(client: TestClient, path: str, status: int, word: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["status"], problem["instance"]) == (status, path.partition("?")[0])
    assert word in problem["detail"]


def test_the_page_of_the_api_shows_every_path(client: TestClient, document: Document) -> None:
    page = client.get("/docs").text
    assert all(path in page for path in document["paths"])
    assert "list of Incident" in page


def test_health_counts_the_reports(client: TestClient, record: ModuleType) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "reports": len(record.REPORTS)}


def test_actors_asked_for_come_with_who_counts_for_them_and_when(client: TestClient) -> None:
    held = client.get("/api/v1/incidents?by=Axis+of+Resistance&against=Islamic+State").json()
    axis, state = held["actors"]
    assert (axis["name"], axis["part"], axis["actor"]) == (
        "Axis of Resistance",
        "perpetrator",
        "org:axis-of-resistance",
    )
    front = next(each for each in axis["members"] if each["actor"] == "group:islamic-resistance-iraq")
    assert (front["since"], front["until"]) == ("2023-10-01", None)
    assert front["text"] == "Islamic Resistance in Iraq, part of Axis of Resistance since October 2023"
    assert state["part"] == "target"
    assert held["through"] == []
    exact = client.get("/api/v1/incidents?by=Axis+of+Resistance&actor_exact=yes").json()
    assert exact["actors"][0]["members"] == []


@pytest.mark.parametrize("path", ["/api/v1/incidents", "/api/v1/map", "/api/v1/facets"])
def test_a_name_that_isnt_clear_is_a_problem_with_advice(client: TestClient, path: str) -> None:
    answer = client.get(f"{path}?by=Axis+of+Resistence")
    assert answer.status_code == 400
    assert answer.json()["advice"] == "did you mean org:axis-of-resistance (Axis of Resistance)?"


def test_an_incident_is_given_as_of_a_day_with_its_history(client: TestClient, record: ModuleType) -> None:
    path = f"/api/v1/incidents/{record.MOSUL}"
    now, first = client.get(path).json(), record.WIRE.published.isoformat()
    assert now["as_of"] is None
    assert [step["value"]["low"] for step in now["history"]["killed"]] == [6, 9]
    assert now["conflicts"]["killed"] == [[0, 1]]
    assert now["responsibility"]["state"] == "claimed"
    then = client.get(f"{path}?as_of={first}").json()
    assert (then["as_of"], then["days"]) == (first, now["days"])
    assert [step["value"]["low"] for step in then["history"]["killed"]] == [6]
    assert {each["id"] for each in then["reports"]} == set(then["incident"]["reports"]) == {record.WIRE.id}
    assert {each["report"] for each in then["statements"] + then["tallies"] + then["mentions"]} <= {record.WIRE.id}


@pytest.mark.parametrize(("day", "status"), [("2024-13-01", 400), ("yesterday", 400), ("1999-01-01", 404)])
def test_a_day_without_an_answer_is_a_problem(client: TestClient, record: ModuleType, day: str, status: int) -> None:
    answer = client.get(f"/api/v1/incidents/{record.MOSUL}?as_of={day}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["advice"]
