from types import ModuleType

import pytest
from fastapi.testclient import TestClient

from tocsin.serve.app import create_app
from tocsin.store.interface import Store


@pytest.mark.parametrize("path", ["/", "/map", "/incidents/inc-march", "/?text=%3Cscript%3Ealert(1)%3C/script%3E"])
def test_words_of_the_news_never_become_markup(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert "&lt;script&gt;alert(" in page
    assert "<script>" not in page
    assert "<img" not in page
    assert "<b>" not in page


def test_a_hostile_report_is_shown_as_text(client: TestClient, record: ModuleType) -> None:
    page = client.get(f"/reports/{record.CROWD.id}").text
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "<script>" not in page
    assert "<img" not in page


def test_an_address_of_a_report_that_is_no_web_address_is_no_link(store: Store, record: ModuleType) -> None:
    page = TestClient(create_app(store), base_url="http://localhost").get(f"/reports/{record.CROWD.id}").text
    assert 'href="javascript:' not in page
    assert "original" not in page


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8765", "[::1]:8765", "LOCALHOST:1"])
def test_the_machine_s_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:8765", "[bad", "", "192.168.1.2"])
def test_another_host_name_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "--allow-host" in answer.text
    assert "Content-Security-Policy" in answer.headers


def test_a_host_name_that_is_allowed_is_answered(store: Store) -> None:
    browser = TestClient(create_app(store, hosts=["Desk.example"]), base_url="http://desk.example")
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize("path", ["/", "/nothing", "/api/v1/incidents", "/assets/desk.css"])
def test_every_answer_keeps_the_page_to_itself(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"


def test_an_unforeseen_error_tells_nothing_of_the_inside(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("the secret path")

    monkeypatch.setattr(store, "count_reports", fail)
    browser = TestClient(create_app(store), base_url="http://localhost", raise_server_exceptions=False)
    answer = browser.get("/healthz")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Content-Security-Policy" in answer.headers


def test_nothing_can_be_written(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert client.request(method, "/api/v1/incidents").status_code == 405
