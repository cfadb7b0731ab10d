"""`tocsin incidents` by actor: alliances, parts, unclear names."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from tocsin.cli.main import app

TEXT = """Rockets fired at base in Iraq

The Islamic Resistance in Iraq claimed a rocket attack on an American base near Erbil, Iraq, on Monday. No one was hurt.
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("alliances")
    (folder / "rockets.txt").write_text(TEXT, encoding="utf-8")
    store = str(folder / "record.sqlite")
    arguments = ["ingest", str(folder / "rockets.txt"), "--published", "2023-11-07", "--store", store]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    return store


def listed(record: str, *arguments: str) -> str:
    result = CliRunner().invoke(app, ["incidents", *arguments, "--store", record])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_an_alliance_counts_with_its_members_of_the_day(record: str) -> None:
    page = listed(record, "--by", "Axis of Resistance", "--country", "IQ", "--since", "2023-10-01")
    assert "by Axis of Resistance (org:axis-of-resistance), with" in page
    assert "through Islamic Resistance in Iraq, part of Axis of Resistance since October 2023" in page
    assert "1 of 1 incidents" in page
    assert "0 of 0 incidents" in listed(record, "--by", "Axis of Resistance", "--actor-exact")
    assert "0 of 0 incidents" in listed(record, "--against", "Axis of Resistance")


def test_a_name_that_only_the_record_has_is_said_to_be_one(record: str) -> None:
    assert "1 of 1 incidents" in listed(record, "--actor", "Islamic Resistance in Iraq")
    page = listed(record, "--by", "resistance in ir")
    assert "by any actor whose name holds “resistance in ir”: the registry doesn’t know it" in page
    assert "1 of 1 incidents" in page


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("Axis of Resistence", "did you mean org:axis-of-resistance (Axis of Resistance)?"),
        ("Islamic Jihad", "several actors go by “Islamic Jihad”: choose"),
        ("qqqq", "give a name as reports have it, or a registry id"),
    ],
)
def test_an_unclear_name_is_one_line_that_says_what_to_do(record: str, name: str, advice: str) -> None:
    command = [sys.executable, "-c", "from tocsin.cli.main import main; main()", "incidents", "--by", name]
    result = subprocess.run([*command, "--store", record], check=False, capture_output=True, text=True, timeout=120)
    assert (result.returncode, result.stdout, len(result.stderr.splitlines())) == (1, "", 1)
    assert advice in result.stderr
