"""`tocsin check`: stored reports, files that aren't kept, and what can't be checked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tocsin.cli.main import app
from tocsin.store import open_store

BEFORE = """Bomb at market in Mosul

A car bomb killed three people at a market in Mosul, Iraq, on 2 May 2023, police said.
"""
LATER = """Car bomb in Mosul

A car bomb killed two people in Mosul, Iraq, on Monday, police said. It was the first bombing in the city since October
2022. There have been 20 attacks in Iraq since January 2024.
"""
PLAIN = """Storm in the bay

A storm closed the harbour of Manila on Monday, officials said.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store that knows the earlier attack, and the files of the later ones."""
    made = tmp_path_factory.mktemp("checks")
    for name, text in (("before", BEFORE), ("later", LATER), ("plain", PLAIN)):
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    arguments = ["ingest", str(made / "before.txt"), "--published", "2023-05-03"]
    assert CliRunner().invoke(app, [*arguments, "--store", str(made / "record.sqlite")]).exit_code == 0
    return made


def checked(folder: Path, *arguments: str, store: str = "record.sqlite") -> str:
    result = CliRunner().invoke(app, ["check", *arguments, "--store", str(folder / store)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_file_is_checked_without_being_kept(folder: Path) -> None:
    store = open_store(str(folder / "record.sqlite"))
    before = list(store.dump())
    (earlier,) = (line.split("\t")[1] for line in before if line.startswith("incidents\t"))
    known = json.loads(earlier)["id"]
    page = checked(folder, str(folder / "later.txt"), "--published", "2024-03-05")
    assert f"→ contradicted by incident {known}" in page
    assert f"{known}  2023-05-02" in page
    assert "looked for: bombings in Mosul (where the ranked incident was) from 1 Nov 2022 to 3 Mar 2024" in page
    assert "→ record holds fewer" in page
    assert list(store.dump()) == before
    store.close()


def test_json_holds_the_tallies_with_their_comparisons(folder: Path) -> None:
    held = json.loads(checked(folder, str(folder / "later.txt"), "--published", "2024-03-05", "--json"))
    outcomes = {each["tally"]["rank"]: each["compared"]["outcome"] for each in held["tallies"]}
    assert outcomes == {1: "contradicted", None: "fewer"}
    (rank,) = (each["compared"] for each in held["tallies"] if each["tally"]["rank"])
    assert rank["found"] == len(rank["incidents"]) == 1
    assert rank["verdict"].endswith(rank["incidents"][0]["id"])
    assert (held["report"]["title"], held["report"]["body"], held["unread"]) == ("Car bomb in Mosul", "", False)


def test_a_report_of_the_store_is_named_by_its_id(folder: Path) -> None:
    store = open_store(str(folder / "record.sqlite"))
    (report,) = store.reports()
    store.close()
    assert "The report holds no tally or rank." in checked(folder, report.id)
    assert "The report holds no tally or rank." in checked(folder, str(folder / "plain.txt"))


def test_an_empty_store_cant_tell(folder: Path) -> None:
    open_store(str(folder / "empty.sqlite")).close()
    page = checked(folder, str(folder / "later.txt"), "--published", "2024-03-05", store="empty.sqlite")
    assert "Can’t be checked: the record holds nothing at all from that time." in page


def test_another_language_is_said_to_be_unread(folder: Path) -> None:
    text = "Bomba\n\nTres personas murieron el lunes cuando una bomba estalló en un mercado, dijo la policía local."
    (folder / "bomba.txt").write_text(text, encoding="utf-8")
    assert "Nothing was read from this report" in checked(folder, str(folder / "bomba.txt"))


@pytest.mark.parametrize(
    ("report", "message"),
    [
        ("0123456789abcdef", "the record holds no report 0123456789abcdef: `tocsin show inc-…` names the reports"),
        ("nowhere.txt", "left out:"),
    ],
)
def test_what_isnt_there_is_named(folder: Path, report: str, message: str) -> None:
    command = [sys.executable, "-c", "from tocsin.cli.main import main; main()", "check", report]
    store = ["--store", str(folder / "record.sqlite")]
    result = subprocess.run([*command, *store], check=False, capture_output=True, text=True, timeout=120)
    assert (result.returncode, result.stdout) == (1, "")
    assert message in result.stderr
