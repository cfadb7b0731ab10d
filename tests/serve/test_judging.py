"""Judging over HTTP: the API, the forms of the pages, and who may write."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.pipeline.conftest import ScriptedReader, make_report

from tocsin.model import Report
from tocsin.pipeline.corrected_places import read_place
from tocsin.pipeline.ingest import Clerk
from tocsin.pipeline.judging import Bench
from tocsin.reconcile.corrections import read_correction
from tocsin.serve.app import create_app
from tocsin.serve.bench import Desk
from tocsin.store import IncidentQuery, Store, open_store

BASRA = "bombing in Basra on 2024-05-03 killed {}"
MOSUL = "bombing in Mosul on 2024-05-03 killed 9"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def reports() -> list[Report]:
    return [
        make_report("Basra one", BASRA.format(4)),
        make_report("Basra two", BASRA.format(5), outlet="Herald"),
        make_report("Mosul", MOSUL),
    ]


@pytest.fixture
def held(reports: list[Report], tmp_path: Path) -> Iterator[Store]:
    store = open_store(str(tmp_path / "record.sqlite"))
    for each in reports:
        Clerk(store, ScriptedReader(), lambda _: ()).keep(each)
    yield store
    store.close()


@pytest.fixture
def desk(held: Store) -> Desk:
    bench = Bench(
        held,
        lambda _: (),
        lambda field, text, country: read_correction(field, text, lambda place: read_place(place, None, country)),
        lambda: dt.datetime(2024, 6, 1, tzinfo=dt.UTC),
    )
    return Desk(lambda: bench, "Ann")


@pytest.fixture
def browser(held: Store, desk: Desk, tmp_path: Path) -> TestClient:
    app = create_app(held, static=tmp_path, desk=desk)
    headers = {"accept": "text/html", "origin": "http://localhost:8765", "sec-fetch-site": "same-origin"}
    return TestClient(app, base_url="http://localhost:8765", headers=headers)


@pytest.fixture
def basra(held: Store, reports: list[Report]) -> str:
    return ids(held, reports)[0]


def ids(store: Store, reports: list[Report]) -> list[str]:
    return [store.incidents_of(each.id)[0].id for each in reports]


def post(browser: TestClient, incident: str, **fields: Any) -> str:
    answer = browser.post(f"/incidents/{incident}/judge", data={"by": "Ann", **fields})
    assert answer.status_code == 200, answer.text
    page: str = answer.text
    return page


def test_a_judgement_is_made_listed_and_undone(browser: TestClient, held: Store, reports: list[Report]) -> None:
    basra, _, mosul = ids(held, reports)
    made = browser.post("/api/v1/judgements", json={"verdict": "same", "subject": [basra], "other": [mosul]})
    assert made.status_code == 201
    body = made.json()
    (merged,) = body["incidents"]
    assert (body["judgement"]["by"], body["judgement"]["number"], body["contradicts"]) == ("Ann", 1, [])
    assert browser.get(made.headers["location"]).json() == {
        "judgement": body["judgement"],
        "standing": {"state": "holds", "by": []},
        "incidents": [merged],
    }
    assert (
        browser.get(f"/api/v1/incidents/{merged}").json()["judgements"][0]["judgement"]["id"] == body["judgement"]["id"]
    )
    undone = browser.post(f"/api/v1/judgements/{body['judgement']['id']}/undo", json={"by": "Ben", "why": "no"})
    assert set(undone.json()["incidents"]) == {basra, mosul}
    page = browser.get("/api/v1/judgements?limit=1").json()
    assert (page["total"], page["items"][0]["judgement"]["verdict"]) == (2, "undo")
    rest = browser.get(page["next"]).json()
    assert rest["items"][0]["standing"]["state"] == "undone"
    on_one = browser.get(f"/api/v1/judgements?incident={mosul}&limit=1").json()
    assert (on_one["total"], on_one["next"]) == (2, f"/api/v1/judgements?incident={mosul}&limit=1&offset=1")


def test_a_later_judgement_names_what_it_contradicts(browser: TestClient, held: Store, reports: list[Report]) -> None:
    basra, _, _ = ids(held, reports)
    first = browser.post("/api/v1/judgements", json={"verdict": "accept", "subject": [basra]}).json()["judgement"]
    second = browser.post("/api/v1/judgements", json={"verdict": "reject", "subject": [basra], "by": "Ben"}).json()
    assert [each["id"] for each in second["contradicts"]] == [first["id"]]
    found = browser.get("/api/v1/incidents?review=rejected").json()
    assert [each["id"] for each in found["items"]] == [basra]
    assert browser.get("/api/v1/incidents").json()["total"] == 1


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({"verdict": "maybe", "subject": ["A"]}, 422, "no verdict"),
        ({"verdict": "accept"}, 400, "subject"),
        ({"verdict": "accept", "subject": ["inc-none"]}, 404, "inc-none"),
        ({"verdict": "correct", "subject": ["A"], "field": "kind", "value": "picnic"}, 422, "picnic"),
    ],
)
def test_mistakes_are_problem_details(
    browser: TestClient, basra: str, body: dict[str, Any], status: int, words: str
) -> None:
    if body.get("subject") == ["A"]:
        body = {**body, "subject": [basra]}
    answer = browser.post("/api/v1/judgements", json=body)
    assert browser.get("/api/v1/judgements").json()["total"] == 0
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert words in answer.json()["detail"]


def test_what_is_not_there_is_not_undone(browser: TestClient) -> None:
    assert browser.post("/api/v1/judgements/jdg-none/undo", json={}).status_code == 404
    assert browser.get("/api/v1/judgements/jdg-none").status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example"},
        {"origin": "http://localhost:9999"},
        {"origin": "null"},
        {"origin": "http://[bad"},
    ],
)
@pytest.mark.parametrize("path", ["/api/v1/judgements", "/incidents/{}/judge", "/judgements/jdg-1/undo"])
def test_no_other_site_can_write(
    browser: TestClient, held: Store, reports: list[Report], path: str, headers: dict[str, str]
) -> None:
    (basra, *_) = ids(held, reports)
    answer = browser.post(path.format(basra), headers=headers, json={"verdict": "accept", "subject": [basra]})
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"
    assert "content-security-policy" in answer.headers
    assert held.count_judgements() == 0


def test_a_program_that_is_no_browser_may_write(held: Store, desk: Desk, reports: list[Report]) -> None:
    program = TestClient(create_app(held, desk=desk), base_url="http://127.0.0.1:8765")
    body = {"verdict": "accept", "subject": ids(held, reports)[:1]}
    assert program.post("/api/v1/judgements", json=body).status_code == 201
    assert program.post("/api/v1/judgements", content=b"x" * 1_000_001).status_code == 413
    assert program.post("/api/v1/judgements", content=iter([b"x"])).status_code == 411


def test_a_server_that_others_reach_is_read_only(held: Store, reports: list[Report]) -> None:
    (basra, *_) = ids(held, reports)
    reader = TestClient(create_app(held), base_url="http://localhost")
    answer = reader.post("/api/v1/judgements", json={"verdict": "accept", "subject": [basra]})
    assert answer.status_code == 403
    assert "read only" in answer.json()["detail"]
    assert 'method="post"' not in reader.get(f"/incidents/{basra}").text


def test_the_forms_of_a_page_judge_and_lead_back(browser: TestClient, held: Store, reports: list[Report]) -> None:
    basra, _, mosul = ids(held, reports)
    assert "Nobody has judged it yet" in browser.get(f"/incidents/{basra}").text
    page = post(browser, basra, verdict="accept", why=HOSTILE)
    assert 'class="badge r-accepted"' in page
    assert HOSTILE not in page
    page = post(browser, basra, verdict="correct", field="killed", value="7", why="hospital")
    assert "corrected killed to 7" in page
    assert re.search(r"<dt>Killed</dt><dd><a[^>]*>7</a>", page)
    assert "corrected by Ann: hospital" in page
    page = post(browser, basra, verdict="same", other=mosul)
    assert "3 reports" in page
    page = post(browser, basra, verdict="split", account=[f"{reports[2].id}:m1"])
    assert "2 reports" in page
    assert "set aside" in page
    assert "made later: the later holds" in page
    assert "corrected" in browser.get("/").text


def test_undo_on_the_page_brings_the_former_state_back(browser: TestClient, held: Store, reports: list[Report]) -> None:
    (basra, *_) = ids(held, reports)
    before = held.incident(basra)
    page = post(browser, basra, verdict="reject")
    [address] = re.findall(r'action="(/judgements/[^"]+)"', page)
    answer = browser.post(address, data={"by": "Ann", "incident": basra})
    assert str(answer.url).endswith(f"/incidents/{basra}#review")
    assert "undone" in answer.text
    assert held.incident(basra) == before
    [again] = re.findall(r'action="(/judgements/[^"]+)"', answer.text)
    assert str(browser.post(again, data={"by": "Ann"}).url).endswith("/judgements")
    assert held.incident(basra).review == "rejected"


def test_all_judgements_have_a_page(browser: TestClient, held: Store, reports: list[Report]) -> None:
    assert "Nobody has judged anything" in browser.get("/judgements").text
    for verdict in ("accept", "reject"):
        post(browser, ids(held, reports)[0], verdict=verdict)
    page = browser.get("/judgements?limit=1").text
    assert "rejected the incident" in page
    assert "1–1 of 2" in page
    assert "accepted the incident" in browser.get("/judgements?limit=1&offset=1").text
    assert "end before this page" in browser.get("/judgements?offset=9").text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"verdict": "split"}, "No account is chosen"),
        ({"verdict": "correct", "field": "killed", "value": "many"}, "Killed is &#39;many&#39;"),
        ({"verdict": "correct", "field": "killed"}, "A correction names"),
        ({"verdict": "same", "other": ""}, "Same needs two"),
        ({"verdict": "accept", "by": ""}, "needs a name"),
        ({}, "no verdict"),
    ],
)
def test_a_form_that_cannot_be_taken_says_why(
    browser: TestClient, held: Store, reports: list[Report], fields: dict[str, str], words: str
) -> None:
    answer = browser.post(f"/incidents/{ids(held, reports)[0]}/judge", data={"by": "Ann", **fields})
    assert answer.status_code == 422
    assert words in answer.text
    assert held.count_judgements() == 0


def test_the_list_filters_by_review(browser: TestClient, held: Store, reports: list[Report]) -> None:
    basra, _, mosul = ids(held, reports)
    post(browser, basra, verdict="reject")
    page = browser.get("/?review=rejected").text
    assert f"/incidents/{basra}" in page
    assert f"/incidents/{mosul}" not in page
    assert "Review: rejected" in page
    assert held.count(IncidentQuery(review=("unreviewed",))) == 1
