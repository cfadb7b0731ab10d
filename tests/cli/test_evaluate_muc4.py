import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tocsin.cli.main import app

ROW = {
    "docid": "D1",
    "doctext": "gunmen kidnapped the judge ana ruiz in bogota, colombia, yesterday, police said.",
    "templates": [{"incident_type": "kidnapping", "PerpInd": [[["gunmen", 0]]], "Victim": [[["ana ruiz", 27]]]}],
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.jsonl"
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    return path


def test_templates_are_filled_written_and_scored_again_without_reading(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    first = CliRunner().invoke(app, ["eval", "muc4", "--data", str(data), "--out", str(out), "--json", "--rules"])
    assert first.exit_code == 0, first.output
    assert "read 1 of 1" in first.stderr
    row = json.loads(out.read_text(encoding="utf-8"))
    assert (row["docid"], row["templates"][0]["PerpInd"]) == ("D1", [["gunmen"]])
    again = CliRunner().invoke(app, ["eval", "muc4", "--data", str(data), "--predictions", str(out), "--json"])
    assert json.loads(again.stdout) == json.loads(first.stdout)
    assert json.loads(first.stdout)["tf"]["incident_type"]["f1"] == 1.0


def test_figures_are_printed_by_role(data: Path, tmp_path: Path) -> None:
    none = tmp_path / "none.jsonl"
    none.touch()
    result = CliRunner().invoke(app, ["eval", "muc4", "--data", str(data), "--predictions", str(none)])
    assert "CEAF-REE" in result.stdout
    assert "0 / 0, 0 / 1" in result.stdout


def test_further_slots_are_filled_written_and_scored(data: Path, tmp_path: Path) -> None:
    keys, out = tmp_path / "keys.json", tmp_path / "out.jsonl"
    key = {"MESSAGE: ID": ["D1 (SITE)"], "MESSAGE: TEMPLATE": ["1"], "INCIDENT: TYPE": ["KIDNAPPING"]}
    key |= {"INCIDENT: LOCATION": ["COLOMBIA: BOGOTA (CITY)"], "INCIDENT: STAGE OF EXECUTION": ["ACCOMPLISHED"]}
    keys.write_text(json.dumps([key]), encoding="utf-8")
    command = ["eval", "muc4-slots", "--data", str(keys), "--texts", str(data)]
    first = CliRunner().invoke(app, [*command, "--out", str(out), "--json"])
    assert first.exit_code == 0, first.output
    assert json.loads(first.stdout)["slots"]["country"]["f1"] == 1.0
    assert json.loads(out.read_text(encoding="utf-8"))["templates"][0]["places"] == ["Bogota"]
    again = CliRunner().invoke(app, [*command, "--predictions", str(out)])
    assert "1 documents with a key" in again.stdout
