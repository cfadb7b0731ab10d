import csv
import json
from pathlib import Path

from typer.testing import CliRunner

from tocsin.cli.main import app

SHOOTING = (
    "Two men were shot dead outside the Blue Lantern bar on Elm Street in Springfield on Saturday night, police said."
)
NAMED = (
    "Police named the two men shot dead at the Blue Lantern bar in Springfield on Saturday: Ann Other and Abe Sample."
)
FIRE = "A gunman killed a guard at the Riverside mill in Dayton on Sunday, the sheriff said. The guard was 61."


def corpus(folder: Path) -> Path:
    rows = [("r1", "i1", "Two shot dead at bar", SHOOTING), ("r2", "i1", "Victims of bar shooting named", NAMED)]
    rows += [("r3", "i2", "Mill guard killed", FIRE), ("r4", "i2", "Mill guard killed", FIRE)]
    lines = [
        json.dumps({"id": name, "incident": incident, "title": title, "content": text, "dct": "2015-03-02"})
        for name, incident, title, text in rows
    ]
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_eval_incidents_grades_and_writes_the_groups(tmp_path: Path) -> None:
    out = tmp_path / "groups.csv"
    arguments = ["eval", "incidents", "--data", str(corpus(tmp_path)), "--out", str(out)]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0
    assert "B-cubed" in done.stdout
    assert "4 reports of 2 incidents in 2 groups" in done.stdout
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["report_id"]: row["cluster"] for row in rows} == {"r1": "r1", "r2": "r1", "r3": "r3", "r4": "r3"}
    found = json.loads(CliRunner().invoke(app, [*arguments, "--json"]).stdout)
    assert (found["B-cubed"]["f1"], found["CoNLL"], found["reports"]) == (1.0, 1.0, 4)
