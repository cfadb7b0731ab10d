"""Fetching, over HTTP on loopback: redirects, limits, refusals."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tocsin.acquire import acquire_one
from tocsin.acquire.fetch import fetch, is_public
from tocsin.errors import FetchError
from tocsin.settings import Settings, load

PAGE = (
    "<html><head><meta property='og:site_name' content='Example Daily'>"
    "<meta property='article:published_time' content='2024-02-06'></head><body><article><h1>Blast in market</h1>"
    "<p>A bomb in a market killed four people on Monday, the police said.</p>"
    "<p>Shops were closed on the day after the explosion, which hurt twelve more.</p></article></body></html>"
)


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answers = {
            "/page": 200,
            "/login": 401,
            "/gone": 410,
            "/wall": 402,
            "/broken": 500,
            "/picture": 200,
            "/large": 200,
        }
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to"))
            self.end_headers()
        elif self.path == "/inside":
            self.send_response(302)
            self.send_header("Location", "http://169.254.169.254/latest/meta-data")
            self.end_headers()
        elif self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
        else:
            self.send_response(answers.get(self.path, 404))
            self.send_header("Content-Type", "image/png" if self.path == "/picture" else "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE.encode() if self.path != "/large" else b"<p>" + b"Long. " * 4000)

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def trusting() -> Settings:
    return load({"allow_private_hosts": True, "max_input_bytes": 10_000, "fetch_timeout": 5}, environment={})


def test_a_page_becomes_a_report_with_its_address(site: str, trusting: Settings) -> None:
    report = acquire_one(f"{site}/to/page", trusting)
    assert (report.title, report.outlet, str(report.published)) == ("Blast in market", "Example Daily", "2024-02-06")
    assert report.url == f"{site}/page"
    assert report.retrieved is not None


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/login", "behind a login"),
        ("/wall", "paywall"),
        ("/gone", "is gone"),
        ("/nowhere", "404"),
        ("/broken", "error 500"),
        ("/picture", "image/png"),
        ("/large", "larger than"),
        ("/loop", "redirects more than"),
    ],
)
def test_what_gives_no_page_is_told_in_one_line(path: str, told: str, site: str, trusting: Settings) -> None:
    with pytest.raises(FetchError, match=told) as raised:
        fetch(f"{site}{path}", trusting)
    assert raised.value.advice
    assert f"{site}{path}" in str(raised.value)


def test_an_internal_address_is_refused_at_first_and_after_a_redirect(site: str) -> None:
    with pytest.raises(FetchError, match="internal address"):
        fetch(f"{site}/page", load(environment={}))


def test_a_redirect_inside_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:

    public = is_public
    monkeypatch.setattr("tocsin.acquire.fetch.is_public", lambda ip: ip == "127.0.0.1" or public(ip))
    with pytest.raises(FetchError, match=r"internal address 169\.254"):
        fetch(f"{site}/inside", load(environment={}))


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "::1", "fe80::1", "fc00::1",  # noqa: S104  # addresses to refuse
     "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1", "100.64.0.1"],
)  # fmt: skip
def test_addresses_inside_are_told_from_those_on_the_open_internet(address: str) -> None:
    assert not is_public(address)
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")
