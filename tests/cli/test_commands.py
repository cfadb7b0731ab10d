import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tocsin.cli.main import app
from tocsin.errors import TocsinError

REPORT = """Two killed by bomb in Mosul

Two soldiers were killed when a roadside bomb exploded in Mosul, Iraq, on Monday, police said.
"""


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def tocsin(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from tocsin.cli.main import main; main()", *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, input=stdin, timeout=120)


def test_read_prints_a_card_with_the_words(runner: CliRunner, article: Path) -> None:
    result = runner.invoke(app, ["read", str(article), "--published", "2024-05-07"])
    assert result.exit_code == 0, result.output
    assert "2024-05-06" in result.output
    assert "Mosul" in result.output
    assert "\x1b[" not in result.output


def test_read_gives_json_and_case_a_line_a_report(runner: CliRunner, article: Path) -> None:
    record = json.loads(runner.invoke(app, ["read", str(article), "--format", "json"]).stdout)
    assert record["reading"]["mentions"][0]["kind"] == "bombing"
    case = json.loads(runner.invoke(app, ["read", str(article), "--format", "case"]).stdout)
    assert case["incidents"][0]["killed"]["low"] == 2
    assert case["incidents"][0]["date"]["start"] is None


def test_read_takes_standard_input() -> None:
    result = tocsin("read", "-", "--format", "case", stdin=REPORT)
    assert json.loads(result.stdout)["incidents"][0]["kind"] == "bombing"


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(runner: CliRunner, article: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = runner.invoke(app, ["read", str(empty), str(article)])
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    assert "Mosul" in result.stdout


def test_an_error_is_one_line_and_exit_code_one() -> None:
    result = tocsin("read", "x.txt", "--published", "yesterday")
    assert result.returncode == 1
    assert result.stderr.strip() == "tocsin: 'yesterday' is no date: write it as YYYY-MM-DD, for example 2023-12-08"


def test_schema_lists_every_record(runner: CliRunner) -> None:
    defined = json.loads(runner.invoke(app, ["schema"]).stdout)["$defs"]
    assert {"Report", "Mention", "Incident", "Actor", "Place", "Judgement"} <= set(defined)


def test_version_and_help(runner: CliRunner) -> None:
    assert runner.invoke(app, ["--version"]).output.startswith("tocsin ")
    assert "ingest" in runner.invoke(app, ["--help"]).output


def test_ingest_then_incidents_then_show(runner: CliRunner, article: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "record.sqlite")
    first = runner.invoke(app, ["ingest", str(article), "--published", "2024-05-07", "--store", store])
    assert first.exit_code == 0, first.output
    listed = runner.invoke(app, ["incidents", "--store", store, "--country", "iq", "--format", "json"])
    incident = json.loads(listed.stdout)
    assert incident["killed"]["best"] == 2
    shown = runner.invoke(app, ["show", incident["id"], "--store", store])
    assert "Two soldiers" in " ".join(shown.output.split())
    report = runner.invoke(app, ["show", incident["reports"][0], "--store", store])
    assert incident["id"] in report.output


def test_show_names_the_rule_that_chose_among_differing_accounts(
    runner: CliRunner, examples: Path, tmp_path: Path
) -> None:
    store = str(tmp_path / "record.sqlite")
    accounts = [str(path) for path in sorted(examples.glob("moscow-*.txt"))]
    runner.invoke(app, ["ingest", *accounts, "--store", store])
    listed = runner.invoke(app, ["incidents", "--store", store, "--sort", "-reports", "--format", "json"])
    incident = json.loads(listed.stdout.splitlines()[0])
    assert (incident["killed"]["low"], incident["killed"]["best"], incident["killed"]["high"]) == (40, 137, 137)
    shown = runner.invoke(app, ["show", incident["id"], "--store", store])
    assert "[latest official" in shown.output
    ledger = " ".join(runner.invoke(app, ["show", incident["id"], "--ledger", "--store", store]).output.split())
    assert "history: at least 40 → at least 133 → 137" in ledger
    assert "at least 40 given by Russian Federal Security Service (official) ≠ can't be right beside" in ledger
    assert "+ denied by Ukraine Example Weekly, 2024-03-25" in ledger
    assert "no longer stands: unclaimed" in ledger
    assert ledger.index("● 137") < ledger.index("○ at least 40")
    past = ["show", incident["id"], "--as-of", "2024-03-23", "--store", store]
    then = json.loads(runner.invoke(app, [*past, "--json"]).output)
    assert (then["killed"]["best"], len(then["reports"])) == (133, 2)
    whole = json.loads(runner.invoke(app, [*past, "--json", "--ledger"]).output)
    assert [step["value"]["low"] for step in whole["history"]["killed"]] == [40, 133]
    assert "137" not in runner.invoke(app, past).output


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["inc-1", "--as-of", "yesterday"], "'yesterday' is no date"),
        (["0123456789abcdef", "--as-of", "2024-01-01"], "is no incident"),
        (["0123456789abcdef", "--ledger"], "is no incident"),
    ],
)
def test_a_day_that_is_none_and_a_report_s_ledger_are_refused(
    runner: CliRunner, tmp_path: Path, asked: list[str], said: str
) -> None:
    result = runner.invoke(app, ["show", *asked, "--store", str(tmp_path / "s.sqlite")])
    assert isinstance(result.exception, TocsinError)
    assert said in str(result.exception)


def test_filters_are_checked(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(app, ["incidents", "--kind", "picnic", "--store", str(tmp_path / "s.sqlite")])
    assert isinstance(result.exception, TocsinError)
    assert "picnic" in str(result.exception)


@pytest.mark.parametrize("command", [["incidents"], ["show", "inc-nothing"]])
def test_looking_into_a_store_that_is_not_there_makes_none(
    command: list[str], runner: CliRunner, tmp_path: Path
) -> None:
    path = tmp_path / "none" / "s.sqlite"
    result = runner.invoke(app, [*command, "--store", str(path)])
    assert isinstance(result.exception, TocsinError)
    assert "tocsin ingest" in str(result.exception)
    assert not path.parent.exists()


def test_an_unknown_id_says_where_to_look(runner: CliRunner, article: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "s.sqlite")
    runner.invoke(app, ["ingest", str(article), "--store", store])
    result = runner.invoke(app, ["show", "inc-nothing", "--store", store])
    assert isinstance(result.exception, TocsinError)
    assert "tocsin incidents" in str(result.exception)


def test_eval_cases_prints_figures(runner: CliRunner, tmp_path: Path) -> None:
    title, _, text = REPORT.partition("\n\n")
    gold: dict[str, object] = {
        "title": title,
        "text": text,
        "published": None,
        "incidents": [],
        "statements": [],
        "tallies": [],
    }
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text(json.dumps({**gold, "relations": []}))
    arguments = ["eval", "cases", str(tmp_path / "gold"), "--out", str(tmp_path / "out")]
    table = runner.invoke(app, arguments)
    assert "overall" in table.stdout
    assert "1 cases" in table.stdout
    figures = json.loads(runner.invoke(app, [*arguments, "--json"]).stdout)
    assert figures["cases"] == 1
    assert (tmp_path / "out" / "a.json").exists()


def test_eval_quantities_prints_figures_and_writes_answers(runner: CliRunner, tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "answers.jsonl"
    gold.write_text(json.dumps({"text": "Five fell.", "counts": [{"start": 0, "end": 4, "low": 5, "high": 5}]}))
    arguments = ["eval", "quantities", "--data", str(gold), "--out", str(out)]
    assert "1 / 1 / 1" in runner.invoke(app, arguments).stdout
    assert json.loads(runner.invoke(app, [*arguments, "--json"]).stdout)["all"]["both"] == 1
    assert json.loads(out.read_text())["counts"][0]["words"] == "Five"


def test_the_library_reads_in_one_line() -> None:
    import tocsin  # noqa: PLC0415  # as a user would write it

    reading = tocsin.read(REPORT, title="Two killed by bomb in Mosul")
    assert reading.mentions[0].kind == "bombing"
