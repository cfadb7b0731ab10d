"""`tocsin gazetteer` on a small default of invented places."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tocsin.cli.main import app
from tocsin.errors import TocsinError
from tocsin.model import Place
from tocsin.resolve.gazetteer_build import build_gazetteer
from tocsin.resolve.gazetteer_sources import Row

WORDS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
TEN = "name,lat,lon,country,prefer\n" + "".join(
    f"Stone Post {word},33.{at},44.1,,yes\n" for at, word in enumerate(WORDS)
)


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "g.sqlite"
    old = Place(
        id="geonames:1", name="Stone Post One", lat=10, lon=20, feature="city", population=90_000, source="test"
    )
    build_gazetteer(path, [Row(old)])
    monkeypatch.setenv("TOCSIN_GAZETTEER", str(path))
    (tmp_path / "posts.csv").write_text(TEN, encoding="utf-8")
    return tmp_path / "posts.csv"


def test_ten_places_in_one_command_win_over_the_default(table: Path) -> None:
    runner = CliRunner()
    assert "10.000 20.000" in runner.invoke(app, ["gazetteer", "find", "Stone Post One"]).output
    added = runner.invoke(app, ["gazetteer", "add", "csv", str(table)])
    assert (added.exit_code, added.output) == (0, "posts: 10 places added\n")
    found = runner.invoke(app, ["gazetteer", "find", "Stone Post One"]).output
    assert "33.000 44.100" in found
    assert "10.000" not in found
    listed = runner.invoke(app, ["gazetteer", "info"]).output
    assert "source: posts" in listed
    assert "sha256" in listed
    assert runner.invoke(app, ["gazetteer", "remove", "posts"]).output == "posts removed\n"
    assert "10.000 20.000" in runner.invoke(app, ["gazetteer", "find", "Stone Post One"]).output


def test_lines_that_are_left_out_are_named(table: Path) -> None:
    table.write_text(TEN + "North Pole,91,0,,\n" * 25, encoding="utf-8")
    added = CliRunner().invoke(app, ["gazetteer", "add", "csv", str(table)])
    assert added.exit_code == 1
    assert f"{table}:12: left out, lat is 91" in added.stderr
    assert "further lines" in added.stderr
    assert "25 lines were left out" in added.stderr
    assert "10 places added" in added.stdout


def test_a_file_that_isnt_there_is_an_error(table: Path) -> None:
    result = CliRunner().invoke(app, ["gazetteer", "add", "geonames", str(table.with_name("IQ.txt"))])
    assert isinstance(result.exception, TocsinError)
    assert "IQ.txt" in str(result.exception)
