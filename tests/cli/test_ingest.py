"""`tocsin ingest`: what it says, what it leaves out, how it ends."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tocsin.cli.main import app
from tocsin.errors import StoreError
from tocsin.store import IncidentQuery, open_store

BASRA = "Three people were killed when a car bomb exploded in Basra, Iraq, on Monday, police said."
MOSUL = "Gunmen shot dead two policemen in Mosul, Iraq, on Tuesday, officials said."


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "basra.txt").write_text(f"Bomb kills three in Basra\n\n{BASRA}\n", encoding="utf-8")
    (folder / "mosul.txt").write_text(f"Gunmen kill two in Mosul\n\n{MOSUL}\n", encoding="utf-8")
    return folder


@pytest.fixture
def record(tmp_path: Path) -> str:
    return str(tmp_path / "record.sqlite")


def test_a_batch_is_summed_up_and_a_second_run_changes_nothing(runner: CliRunner, articles: Path, record: str) -> None:
    arguments = ["ingest", str(articles), "--published", "2024-05-08", "--store", record]
    first = runner.invoke(app, arguments)
    assert (first.exit_code, first.stdout) == (0, "2 reports: 2 new; 2 new incidents\n"), first.output
    assert first.stderr.startswith(f"into {record}\n")
    store = open_store(record)
    before = list(store.dump())
    second = runner.invoke(app, arguments)
    assert (second.exit_code, second.stdout) == (0, "2 reports: 2 unchanged; no incident changed\n")
    assert list(store.dump()) == before
    found = store.incidents(IncidentQuery(sort="date")).items
    assert [each.time.value and str(each.time.value.start) for each in found] == ["2024-05-06", "2024-05-07"]
    assert all(each.codings for each in found)
    store.close()


def test_what_is_left_out_is_named_and_counted(runner: CliRunner, articles: Path, record: str) -> None:
    (articles / "empty.txt").touch()
    (articles / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0" * 40)
    result = runner.invoke(app, ["ingest", str(articles), str(articles / "gone.txt"), "--store", record])
    assert result.exit_code == 1
    assert result.stdout == "2 reports: 2 new; 2 new incidents; left out: 3\n"
    left_out = [line for line in result.stderr.splitlines() if line.startswith("left out: ")]
    assert [name in line for name, line in zip(("empty", "picture", "gone"), left_out, strict=True)] == [True] * 3


def test_another_language_is_kept_and_said_to_be_unread(runner: CliRunner, tmp_path: Path, record: str) -> None:
    spanish = "Tres personas murieron el lunes cuando una bomba estalló en un mercado de la ciudad, dijo la policía."
    lines = [{"title": "Bomba en el mercado", "text": spanish}, {"title": "Bomb kills three in Basra", "text": BASRA}]
    path = tmp_path / "two.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    result = runner.invoke(app, ["ingest", str(path), "--store", record])
    assert (result.exit_code, result.stdout) == (0, "2 reports: 2 new; 1 new incident; kept unread: 1 in es\n")


def test_a_store_that_cannot_be_opened_is_said_before_anything_is_read(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(app, ["ingest", "x.txt", "--store", str(tmp_path)])
    assert isinstance(result.exception, StoreError)
    assert "is a folder" in str(result.exception)


def test_ctrl_c_says_what_is_kept_and_how_to_go_on(tmp_path: Path, record: str) -> None:
    path = tmp_path / "many.jsonl"
    lines = [{"title": f"Bomb kills {number} in Basra", "text": f"{number} dead. {BASRA}"} for number in range(2, 3000)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    command = [sys.executable, "-c", "from tocsin.cli.main import main; main()", "ingest", str(path), "--store", record]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == f"into {record}\n"
        store = open_store(record)
        while not store.count_reports():
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    kept = store.count_reports()
    assert 1 <= kept < len(lines)
    assert stdout.startswith((f"{kept} report", f"{kept - 1} report")), "the last one may be kept but not yet counted"
    assert "Traceback" not in stderr
    assert "the same command goes on with the rest" in stderr
    store.close()
