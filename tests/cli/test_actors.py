"""`tocsin actors` and `tocsin eval actors`: asking, showing, checking and adding."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tocsin.cli.main import app
from tocsin.errors import ActorError, FormatError, InputError, NotFoundError, SettingsError, TocsinError

OWN = """
- id: group:silver-wolves
  name: Silver Wolves
  kind: armed_group
  country: HT
  sector: CRM
  acled_type: 3
  source: our own reports
  relations: [[fights, "group:g9", "2022"]]
"""


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "own" / "actors.yaml"
    monkeypatch.setenv("TOCSIN_ACTORS", str(path))
    return path


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "given.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["actors", *arguments])


def refused(*arguments: str) -> TocsinError:
    error = run(*arguments).exception
    assert isinstance(error, TocsinError)
    return error


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["Kataib Hizballah"], ["group:kataib-hezbollah"]),
        (["RSF", "--context", "shelled Khartoum"], ["group:rsf"]),
        (["RSF", "--context", "press freedom"], ["ngo:rsf"]),
        (["KDP", "--scheme", "ucdp"], ["group:kdp"]),
        (["Government of Niger, Government of Chad", "--scheme", "ucdp"], ["gov:NE", "gov:TD"]),
        (["the army", "--context", "Nigeria"], ["mil:NG"]),
        (["Washington"], ["gov:US"]),
    ],
)
def test_find_says_who_is_meant(arguments: list[str], ids: list[str]) -> None:
    result = run("find", *arguments)
    assert result.exit_code == 0, result.output
    assert [line.split()[0] for line in result.output.splitlines()] == ids


@pytest.mark.parametrize(("day", "name"), [("2008-05-06", "Nicolas Sarkozy"), ("2024-05-06", "Emmanuel Macron")])
def test_find_says_who_holds_an_office_that_day(day: str, name: str) -> None:
    assert f"{name}, president of gov:FR" in run("find", "the president", "--context", "France", "--on", day).output


def test_find_names_who_else_may_be_meant() -> None:
    assert "group:rsf" in refused("find", "RSF").advice
    assert isinstance(refused("find", "Nobody at all"), NotFoundError)
    assert isinstance(refused("find", "RSF", "--on", "tomorrow"), SettingsError)


def test_show_prints_names_codes_and_dated_relations() -> None:
    text = run("show", "group:sna").output
    assert "UCDP: SNA" in text
    assert "SNA  [beside syria, syrian, turkey]" in text
    assert "backed_by Government of Turkey (gov:TR)  [since 2017]" in text


def test_show_keeps_to_the_day() -> None:
    assert "[since 2002-07-09]" in run("show", "state:KE").output
    assert "org:au" not in run("show", "state:KE", "--on", "1999-01-01").output
    assert "president: Emmanuel Macron" in run("show", "gov:FR", "--on", "2024-05-06").output
    assert "as long as both exist" in run("show", "mil:FR").output
    assert "beginning not known" in run("show", "group:hamas").output


def test_show_gives_the_record_and_near_names() -> None:
    assert json.loads(run("show", "Hezbollah", "--json").output)["id"] == "group:hezbollah"
    error = refused("show", "Hezbolla")
    assert isinstance(error, ActorError)
    assert error.candidates[0][0] == "group:hezbollah"


def test_the_shipped_registry_has_no_fault() -> None:
    result = run("check")
    assert result.exit_code == 0, result.output
    assert result.output.endswith("actors, 0 faults\n")


def test_check_names_the_faults_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("- {id: group:hamas, name: X, kind: gruppe, country: ZZ}\n", encoding="utf-8")
    result = run("check", str(path))
    assert result.exit_code == 1
    assert "unknown-kind: group:hamas: 'gruppe'" in result.output
    assert "replaces: true" in result.output


def test_added_actors_are_part_of_the_registry_from_then_on(given: Path, own: Path) -> None:
    assert isinstance(refused("find", "Silver Wolves"), NotFoundError)
    assert "1 new, 0 changed, 0 unchanged" in run("add", str(given)).output
    assert "group:silver-wolves" in run("find", "Silver Wolves").output
    assert (
        "fights G9 Family and Allies (group:g9)  [since 2022]  our own reports"
        in run("show", "group:silver-wolves").output
    )
    written = own.read_bytes()
    assert "0 new, 0 changed, 1 unchanged" in run("add", str(given)).output
    assert own.read_bytes() == written
    assert run("check").exit_code == 0


def test_reading_links_to_added_actors(given: Path, tmp_path: Path) -> None:
    run("add", str(given))
    article = tmp_path / "article.txt"
    text = "Gunmen shoot three\n\nThe Silver Wolves shot three men in Port-au-Prince, Haiti, on Monday.\n"
    article.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(article), "--format", "json"])
    assert '"actor": "group:silver-wolves"' in result.output


def test_a_file_with_a_fault_is_refused_whole(given: Path, own: Path) -> None:
    given.write_text(OWN + "- {id: group:other, kind: group}\n", encoding="utf-8")
    result = run("add", str(given))
    assert isinstance(result.exception, FormatError)
    assert "nothing was added" in str(result.exception)
    assert "has no name" in result.output
    assert not own.exists()


def test_an_empty_or_missing_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").touch()
    assert isinstance(refused("add", str(tmp_path / "empty.yaml")), FormatError)
    assert isinstance(refused("add", str(tmp_path / "none.csv")), InputError)


def test_linking_is_scored_by_part(root: Path, tmp_path: Path) -> None:
    data, out = root / "tests" / "gold" / "actors.jsonl", tmp_path / "answers.jsonl"
    result = CliRunner().invoke(app, ["eval", "actors", "--data", str(data), "--out", str(out), "--json"])
    figures = json.loads(result.output)
    assert set(figures) == {"development", "held-out"}
    assert set(figures["held-out"]) == {"mentions", "recognition", "linking", "together"}
    assert len(out.read_text(encoding="utf-8").splitlines()) >= figures["held-out"]["mentions"]
    table = CliRunner().invoke(app, ["eval", "actors", "--data", str(data)]).output
    assert table.startswith("part")
