"""Every input that can't become a report is named in one line, with what to do, and the rest goes on."""

import datetime as dt
import gzip
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tocsin.acquire import Failure, acquire, acquire_one
from tocsin.errors import InputError
from tocsin.model import Report
from tocsin.settings import Settings, load

GOOD = "Two die in blast\n\nA bomb killed two people in the old town on Friday, police said.\n"
PAGE = "<html><body><h1>{title}</h1><article><p>{text}</p></article></body></html>"


@pytest.fixture
def settings() -> Settings:
    return load(environment={})


def failure(path: Path, settings: Settings) -> str:
    results = list(acquire([str(path)], settings))
    assert len(results) == 1
    assert isinstance(results[0], Failure), results
    message = str(results[0].error)
    assert "\n" not in message
    assert path.name in message
    assert ": " in message, "the error must say what to do"
    return message


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "is empty"),
        ("program.txt", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, "binary"),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(500), "binary"),
        ("paper.txt", b"%PDF-1.7\n" + bytes(range(128, 256)) * 9, "binary"),
        ("broken.json", b'{"text": "A bomb', "isn't JSON"),
        ("nothing.json", b'{"headline": "Blast"}', "has no text"),
        ("list.json", b"[]", "empty list"),
        ("empty.jsonl", b"\n\n", "is empty"),
        ("cut.txt.gz", gzip.compress(GOOD.encode(), mtime=0)[:40], "cut short"),
        ("menu.html", b"<html><body><nav><a href=/>Home</a></nav></body></html>", "no article"),
        (
            "login.html",
            b"<html><body><form><input type=password></form><p>Please log in to read on.</p></body></html>",
            "behind a login",
        ),
    ],
)
def test_an_input_that_is_no_report_is_named_with_what_to_do(
    name: str, data: bytes, told: str, tmp_path: Path, settings: Settings
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert told in failure(path, settings)


def test_a_page_over_the_limit_is_left_out_without_being_parsed(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "large.html"
    path.write_text(PAGE.format(title="Long", text="Lorem ipsum dolor sit amet. " * 800_000))
    assert path.stat().st_size > 20_000_000
    assert "larger than" in failure(path, settings)


def test_a_missing_file_an_empty_folder_and_an_odd_scheme_are_told_apart(tmp_path: Path, settings: Settings) -> None:
    assert "isn't there" in failure(tmp_path / "nosuch.txt", settings)
    assert "no file that can be read" in failure(tmp_path, settings)
    [odd] = acquire(["ftp://example.org/a"], settings)
    assert isinstance(odd, Failure)
    assert "only http and https" in str(odd.error)


def test_the_batch_goes_on_after_each_failure(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(GOOD)
    (tmp_path / "c.jsonl").write_text('{"text": 5}\n{bad\n{"title": "Blast", "text": "A bomb killed two people."}\n')
    results = list(acquire([str(tmp_path / "none.txt"), str(tmp_path)], settings))
    assert [type(result) for result in results] == [Failure, Failure, Report, Failure, Failure, Report]
    lines = [str(result.error) for result in results if isinstance(result, Failure)]
    assert "c.jsonl line 1" in lines[2]
    assert "c.jsonl line 2" in lines[3]


def test_broken_markup_is_read_as_far_as_it_goes(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "broken.html"
    path.write_text(
        "<html><body><div><p>Gunmen shot dead two policemen in the city on Monday, officials said.<p>A third was "
        "wounded<b> in the attack, which nobody claimed. <div></p><table><tr>"
    )
    assert "Gunmen shot dead two policemen" in acquire_one(str(path), settings).body


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_the_encoding_is_found_out(encoding: str, tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "cafe.txt"
    path.write_bytes("Bomb in café\n\nA bomb in the café killed two people, the city’s mayor said.\n".encode(encoding))
    report = acquire_one(str(path), settings)
    assert report.title == "Bomb in café"
    assert "city’s" in report.body or "city's" in report.body


def test_no_date_stays_no_date_and_the_callers_date_is_marked_as_such(tmp_path: Path, settings: Settings) -> None:

    path = tmp_path / "undated.txt"
    path.write_text(GOOD)
    assert acquire_one(str(path), settings).published is None
    day = dt.date(2024, 2, 3)
    dated = acquire_one(str(path), settings, published=day)
    assert (dated.published, dated.published_from) == (day, "caller")


def test_an_input_with_several_reports_is_no_single_report(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "A bomb killed two people."}\n{"text": "A bomb killed three people."}\n')
    with pytest.raises(InputError, match="2 reports"):
        acquire_one(str(path), settings)


@pytest.fixture
def standard_input(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    def give(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return give


def test_standard_input_takes_text_and_json_lines(standard_input: Callable[[bytes], None], settings: Settings) -> None:
    standard_input(GOOD.encode())
    assert acquire_one("-", settings).title == "Two die in blast"
    standard_input(b'{"title": "Blast", "text": "A bomb killed two people.", "published": "2024-02-03"}\n')
    report = acquire_one("-", settings)
    assert (report.title, str(report.published), report.published_from) == ("Blast", "2024-02-03", "metadata")


def test_a_line_separator_inside_a_json_string_loses_no_report(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "one.json"
    path.write_text('{"title": "Blast", "text": "A bomb killed two people.\u2028Police came."}', encoding="utf-8")
    assert "Police came." in acquire_one(str(path), settings).body
