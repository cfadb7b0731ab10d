import re
from pathlib import Path
from types import ModuleType

import pytest
from fastapi.testclient import TestClient

from tocsin.serve.app import create_app
from tocsin.store.interface import Store

PAGES = ["/", "/map"]


def shown(page: str) -> list[str]:
    return re.findall(r'<a href="/incidents/(inc-\w+)">', page)


def test_the_list_shows_what_happened_latest_first(client: TestClient, record: ModuleType) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert shown(answer.text) == [record.MOSUL, record.ROCKETS, record.MARCH]
    for words in ("4 Mar 2024", "Mosul, Iraq", "near Erbil, Iraq", "Islamic State", "claimed it", "≥9", "6–9", "≥15"):
        assert words in answer.text
    assert "reports differ" in answer.text
    assert "1 more is told only as background" in answer.text


def test_a_row_counts_outlets(client: TestClient) -> None:
    rows = client.get("/").text
    assert 'data-label="Reports">2' in rows
    assert "<caption" in rows


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("kind=bombing", ["inc-mosul"]),
        ("kind=bombing&counted=all", ["inc-mosul", "inc-hamburg"]),
        ("counted=no", ["inc-hamburg"]),
        ("country=DE&counted=all", ["inc-hamburg"]),
        ("since=2024-02-01", ["inc-mosul"]),
        ("killed_min=1", ["inc-mosul"]),
        ("actor=islamic", ["inc-mosul"]),
        ("attribution=claimed", ["inc-mosul"]),
        ("text=rockets", ["inc-erbil"]),
        ("bbox=43.5,35,45,37", ["inc-erbil"]),
        ("sort=date&limit=1", ["inc-erbil"]),
        ("text=nowhere", []),
    ],
)
def test_filters_choose_the_same_on_list_and_map(client: TestClient, path: str, asked: str, found: list[str]) -> None:
    assert shown(client.get(f"{path}?{asked}").text) == found


def test_the_query_goes_along_between_list_map_and_api(client: TestClient) -> None:
    page = client.get("/?kind=bombing&counted=all&limit=1").text
    for address in ("/map?kind=bombing&amp;counted=all&amp;limit=1", "/api/v1/incidents?kind=bombing&amp;counted=all"):
        assert f'href="{address}' in page
    assert 'rel="next" href="/?kind=bombing&amp;counted=all&amp;limit=1&amp;offset=1"' in page
    assert 'value="bombing" checked' in page


def test_every_filter_in_force_can_be_taken_away(client: TestClient) -> None:
    page = client.get("/?kind=bombing&country=IQ&text=bomb").text
    ways_out = re.findall(r'<li><a href="([^"]*)"><span class="hidden">Remove', page)
    assert ways_out == ["/?country=IQ&amp;text=bomb", "/?kind=bombing&amp;text=bomb", "/?kind=bombing&amp;country=IQ"]


def test_fields_left_blank_leave_the_address(client: TestClient) -> None:
    answer = client.get("/?text=&since=&kind=bombing")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/?kind=bombing"


def test_a_filter_that_makes_no_sense_is_named(client: TestClient) -> None:
    answer = client.get("/?since=yesterday")
    assert answer.status_code == 400
    assert "yesterday" in answer.text
    assert "2023-12-08" in answer.text


def test_nothing_found_says_how_to_go_on(client: TestClient) -> None:
    assert "Clear them" in client.get("/?text=nowhere").text
    assert "To the first page" in client.get("/?offset=50").text


@pytest.mark.parametrize("path", [*PAGES, "/reports"])
def test_an_empty_record_says_how_to_fill_it(empty: TestClient, path: str) -> None:
    answer = empty.get(path)
    assert answer.status_code == 200
    assert "tocsin ingest" in answer.text


def test_the_map_page_works_before_the_front_end_is_built(client: TestClient, record: ModuleType) -> None:
    page = client.get("/map").text
    assert "python frontend/build.py" in page
    assert "<script" not in page.replace("&lt;script", "")
    assert shown(page)[0] == record.MOSUL
    assert client.get("/static/map.js").status_code == 404


def test_the_map_asks_for_the_page_s_own_query(store: Store, tmp_path: Path) -> None:
    (tmp_path / "map.js").touch()
    browser = TestClient(create_app(store, static=tmp_path), base_url="http://localhost")
    page = browser.get("/map?kind=bombing&limit=1&offset=1").text
    assert 'data-source="/api/v1/map?kind=bombing"' in page
    assert 'src="/static/map.js"' in page


def test_sorting_turns_round(client: TestClient, record: ModuleType) -> None:
    assert 'aria-sort="descending"><a href="/?sort=date"' in client.get("/").text
    assert shown(client.get("/?sort=date").text)[0] == record.ROCKETS


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("by=islamic", ["inc-mosul"]),
        ("against=islamic", []),
        ("by=islamic&actor_exact=yes", []),
    ],
)
def test_who_did_it_and_who_was_hit_are_asked_apart(
    client: TestClient, path: str, asked: str, found: list[str]
) -> None:
    assert shown(client.get(f"{path}?{asked}").text) == found


def test_members_of_an_alliance_are_shown_with_their_days(client: TestClient) -> None:
    page = client.get("/?by=Axis+of+Resistance").text
    assert "Islamic Resistance in Iraq, part of Axis of Resistance since October 2023" in page
    assert "By Axis of Resistance" in page
    assert "Without members" not in page
    assert "Without members" in client.get("/?by=Axis+of+Resistance&actor_exact=yes").text


@pytest.mark.parametrize("path", PAGES)
def test_a_name_that_isnt_clear_is_met_with_choices(client: TestClient, path: str) -> None:
    unknown = client.get(f"{path}?by=Axis+of+Resistence&kind=bombing")
    assert unknown.status_code == 200
    assert "Neither registry nor record knows an actor “Axis of Resistence”" in unknown.text
    assert f'<a href="{path}?kind=bombing&amp;by=org%3Aaxis-of-resistance">Axis of Resistance</a>' in unknown.text
    several = client.get(f"{path}?against=Islamic+Jihad").text
    assert "Several actors go by “Islamic Jihad”" in several
    assert "against=group%3Apij" in several
    assert shown(several) == []
