import json
from contextlib import closing
from pathlib import Path

from typer.testing import CliRunner

from tocsin.cli.main import app
from tocsin.store import IncidentQuery, open_store


def test_explain_says_why_in_words_and_as_json(tmp_path: Path, examples: Path) -> None:
    store = str(tmp_path / "record.sqlite")
    run = CliRunner().invoke
    inputs = [str(path) for path in sorted(examples.glob("moscow*"))]
    assert len(inputs) > 1
    assert run(app, ["ingest", *inputs, "--store", store]).exit_code == 0
    with closing(open_store(store)) as held:
        name = max(held.incidents(IncidentQuery()).items, key=lambda each: len(each.reports)).id
    told = run(app, ["explain", name, name, "--store", store])
    assert told.exit_code == 0
    assert f"One incident in the record, {name}." in told.stdout
    assert "in common" in told.stdout
    found = json.loads(run(app, ["explain", name, name, "--json", "--store", store]).stdout)
    assert found["together"]
    assert found["mean"] >= found["needed"]
    assert run(app, ["explain", name, "inc-none", "--store", store]).exit_code == 1
