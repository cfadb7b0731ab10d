import json
from pathlib import Path

from typer.testing import CliRunner

from tocsin.cli.main import app


def test_explain_says_why_in_words_and_as_json(tmp_path: Path, examples: Path) -> None:
    store = str(tmp_path / "record.sqlite")
    run = CliRunner().invoke
    inputs = [str(path) for path in sorted(examples.glob("moscow*"))]
    assert len(inputs) > 1
    assert run(app, ["ingest", *inputs, "--store", store]).exit_code == 0
    name = next(word for word in run(app, ["incidents", "--store", store]).stdout.split() if word.startswith("inc-"))
    told = run(app, ["explain", name, name, "--store", store])
    assert told.exit_code == 0
    assert f"One incident in the record, {name}." in told.stdout
    assert "in common" in told.stdout
    found = json.loads(run(app, ["explain", name, name, "--json", "--store", store]).stdout)
    assert found["together"]
    assert found["mean"] >= found["needed"]
    assert run(app, ["explain", name, "inc-none", "--store", store]).exit_code == 1
