import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import httpx
import pytest
from typer.testing import CliRunner

from tocsin.cli.main import app

COMMAND = [sys.executable, "-c", "from tocsin.cli.main import main; main()", "serve"]


@pytest.fixture
def path(record: ModuleType, tmp_path: Path) -> str:
    path = str(tmp_path / "record.sqlite")
    record.write_record(path)
    return path


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        free: int = listener.getsockname()[1]
        return free


def test_it_says_where_it_serves_and_ends_cleanly_at_ctrl_c(path: str, port: int) -> None:
    command = [*COMMAND, "--store", path, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert f"http://127.0.0.1:{port}" in line
        assert path in line
        assert "Bombing in Mosul" in httpx.get(f"http://127.0.0.1:{port}/", trust_env=False, timeout=30).text
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert errors == ""


def test_a_port_in_use_is_one_line_that_says_what_to_do(path: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [*COMMAND, "--store", path, "--port", str(port)]
        result = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert f"port {port} on 127.0.0.1 is in use" in result.stderr
    assert f"--port {port + 1}" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--host", "192.0.2.1"], "can't listen on 192.0.2.1"),
        (["--port", "70000"], "up to 65535"),
        (["--port", "0"], "above 0"),
    ],
)
def test_an_address_that_cannot_be_is_named(path: str, arguments: list[str], word: str) -> None:
    result = CliRunner().invoke(app, ["serve", "--store", path, *arguments])
    assert result.exit_code == 1
    assert word in str(result.exception)


def test_a_store_that_is_not_there_is_named_and_not_made(tmp_path: Path) -> None:
    missing = tmp_path / "missing.sqlite"
    result = CliRunner().invoke(app, ["serve", "--store", str(missing)])
    assert result.exit_code == 1
    assert "missing.sqlite" in str(result.exception)
    assert not missing.exists()


def test_a_public_address_is_warned_of(path: str, port: int) -> None:
    everywhere = "0.0.0.0"  # noqa: S104  # what the test is about
    command = [*COMMAND, "--store", path, "--host", everywhere, "--port", str(port), "--allow-host", "desk.example"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as process:
        assert process.stderr is not None
        assert "other machines" in process.stderr.readline()
        address = f"http://127.0.0.1:{port}/healthz"
        for name, status in (("desk.example", 200), ("other.example", 421)):
            answer = httpx.get(address, headers={"host": name}, trust_env=False, timeout=30)
            assert answer.status_code == status
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
