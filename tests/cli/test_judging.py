"""`tocsin judge` and `tocsin judgements` on a real record of the examples."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from tocsin.cli.main import app
from tocsin.errors import TocsinError
from tocsin.store import open_store

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def original(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the reports on one attack, and of a bombing."""
    path = tmp_path_factory.mktemp("judging") / "record.sqlite"
    inputs = [str(each) for each in sorted(examples.glob("moscow-*.txt"))]
    bogota = str(examples / "bogota-police-academy.txt")
    result = CliRunner().invoke(app, ["ingest", *inputs, bogota, "--store", str(path)])
    assert result.exit_code == 0, result.output
    return path


@pytest.fixture
def run(original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a copy of the store, as Ann."""
    path = tmp_path / "record.sqlite"
    path.write_bytes(original.read_bytes())
    monkeypatch.setenv("TOCSIN_REVIEWER", "Ann")

    def run_(*arguments: str) -> Result:
        return CliRunner().invoke(app, [*arguments, "--store", str(path)])

    return run_


def listed(run: Run, *options: str) -> list[dict[str, Any]]:
    output = run("incidents", "--format", "json", "--sort", "-reports", *options).stdout
    return [json.loads(line) for line in output.splitlines()]


def test_merge_split_and_undo_end_where_they_began(run: Run) -> None:
    before = listed(run)
    attack = before[0]
    bombing = next(each for each in before if each["kind"]["entries"][0]["value"] == "bombing")
    merged = run("judge", "same", attack["id"], bombing["id"], "--why", "one campaign")
    assert merged.exit_code == 0, merged.output
    name = merged.output.split()[0]
    assert "Ann, " in merged.output
    assert "(4 reports)" in merged.output
    assert len(listed(run)) == len(before) - 1
    split = run("judge", "split", listed(run)[0]["id"], *bombing["reports"], "--by", "Ben")
    assert f"contradicts {name}" in split.output
    run("judge", "undo", split.output.split()[0])
    run("judge", "undo", name)
    assert listed(run) == before


def test_verdicts_and_corrections_are_listed_and_filtered(run: Run) -> None:
    attack = listed(run)[0]["id"]
    assert "killed is 145" in run("judge", "correct", attack, "killed", "145", "--why", "final toll").output
    assert "accepted" in run("judge", "accept", attack).output
    shown = run("judgements", "list", attack).output.splitlines()
    assert [line.endswith("[holds]") for line in shown] == [True, True]
    (found,) = listed(run, "--review", "corrected", "--review", "accepted")
    assert found["killed"]["best"] == 145
    run("judge", "reject", attack, "--by", "rule:film")
    assert "[set aside by jdg-" in run("judgements", "list").output
    assert [each["id"] for each in listed(run, "--review", "rejected")] == [attack]
    assert attack not in {each["id"] for each in listed(run)}


def test_judgements_go_from_one_store_to_another(run: Run, original: Path, tmp_path: Path) -> None:
    attack = listed(run)[0]
    run("judge", "reject", attack["id"])
    run("judge", "same", *(each["id"] for each in listed(run, "--counted", "all")[:2]))
    file, other = tmp_path / "cases.jsonl", tmp_path / "other.sqlite"
    assert "2 judgements" in run("judgements", "export", "-o", str(file)).stderr
    assert len(run("judgements", "export").stdout.splitlines()) == 2
    other.write_bytes(original.read_bytes())
    for words in ("2 judgements added, 0 known", "0 judgements added, 2 known"):
        result = CliRunner().invoke(app, ["judgements", "import", str(file), "--store", str(other)])
        assert words in result.stdout
    result = CliRunner().invoke(app, ["incidents", "--counted", "all", "--format", "json", "--store", str(other)])
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [
        each["id"] for each in listed(run, "--counted", "all", "--sort", "-date")
    ]


def test_what_is_not_here_yet_is_named_and_waits(run: Run, tmp_path: Path) -> None:
    attack = listed(run)[0]
    run("judge", "accept", attack["id"])
    file, empty = tmp_path / "cases.jsonl", tmp_path / "empty.sqlite"
    run("judgements", "export", "-o", str(file))
    open_store(str(empty)).close()
    result = CliRunner().invoke(app, ["judgements", "import", str(file), "--store", str(empty)])
    assert "1 judgements added" in result.stdout
    assert all(report in result.stderr for report in attack["reports"])
    assert "dormant" in CliRunner().invoke(app, ["judgements", "list", "--store", str(empty)]).output


def test_nothing_judged_says_so(run: Run) -> None:
    assert "Nobody has judged" in run("judgements", "list").output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["judge", "accept", "inc-none"], "no incident inc-none"),
        (["judge", "undo", "jdg-none"], "no judgement jdg-none"),
        (["judge", "same", "inc-none"], "needs two"),
        (["judgements", "import", "nowhere.jsonl"], "can't read nowhere.jsonl"),
        (["judgements", "export", "-o", "/nowhere/x.jsonl"], "can't write /nowhere/x.jsonl"),
    ],
)
def test_mistakes_are_named(run: Run, arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert isinstance(result.exception, TocsinError)
    assert words in str(result.exception)
