"""Real `tocsin ingest` processes, killed at random moments or run two at once, end in the store of one clean run."""

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tocsin.store import open_store

KILLS = 20
REPORTS = [
    ("Bomb kills three in Basra", "A car bomb killed three people at a market in Basra, Iraq, on Monday, police said."),
    ("Four dead in Basra blast", "A car bomb killed four people at a market in Basra, Iraq, on Monday, a medic said."),
    ("Basra market bombed", "Five people died when a car bomb exploded at a market in Basra, Iraq, on Monday."),
    ("Gunmen kill two in Mosul", "Gunmen shot dead two policemen in Mosul, Iraq, on Tuesday, officials said."),
    ("Two policemen shot dead", "Two policemen were shot dead by gunmen in Mosul, Iraq, on Tuesday, the army said."),
    ("Rockets hit Kirkuk", "Rockets hit an air base near Kirkuk, Iraq, on Wednesday. No one was hurt, the army said."),
    ("Mortar fire in Aleppo", "Mortar shells killed six people in Aleppo, Syria, on Sunday, residents said."),
    (
        "Aleppo shelled",
        "Six people were killed by mortar shells in Aleppo, Syria, on Sunday. No one claimed it.",
    ),
    (
        "Minister condemns attack",
        "The interior minister of Iraq condemned Monday's bombing in Basra that killed five.",
    ),
    ("Bomb kills three in Basra", "A car bomb killed three people in Basra, Iraq, on Monday. Police closed the roads."),
    ("Team wins at home", "The home side shot down the visitors with a late strike on Saturday, their coach said."),
    ("Bomba en el mercado", "Tres personas murieron el lunes cuando una bomba estalló en un mercado, dijo la policía."),
]


@dataclass(frozen=True, slots=True)
class Clean:
    """What one clean run leaves, and the seconds that it took to be ready, and from one report to the next."""

    dump: list[str]
    loading: float
    step: float


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for number, (title, text) in enumerate(REPORTS):
        (folder / f"{number:02d}.txt").write_text(f"{title}\n\n{text}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def clean(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Clean:
    store = tmp_path_factory.mktemp("clean") / "record.sqlite"
    started = time.monotonic()
    with ingesting(store, inputs) as process:
        wait_until_kept(store, 1, process)
        first = time.monotonic()
        wait_until_kept(store, len(REPORTS), process)
        last = time.monotonic()
        assert process.wait(120) == 0
    return Clean(dump(store), first - started, (last - first) / (len(REPORTS) - 1))


@contextmanager
def ingesting(store: Path, *inputs: Path) -> Iterator[subprocess.Popen[str]]:
    program = [sys.executable, "-c", "from tocsin.cli.main import main; main()", "ingest"]
    options = ["--published", "2024-05-08", "--store", str(store)]
    command = [*program, *(str(each) for each in inputs), *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True) as process:
        yield process


def wait_until_kept(store: Path, number: int, process: subprocess.Popen[str]) -> None:
    """Wait until the store holds so many reports, or the process has ended."""
    while held(store) < number and not ended(process, 0.002):
        pass


def ended(process: subprocess.Popen[str], within: float) -> bool:
    """Say whether the process ends within so many seconds."""
    try:
        process.wait(within)
    except subprocess.TimeoutExpired:
        return False
    return True


def held(path: Path) -> int:
    """Return how many reports the file holds, without making or mending anything."""
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'reports'").fetchall():
            return 0
        return int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])


def dump(path: Path) -> list[str]:
    store = open_store(str(path))
    lines = list(store.dump())
    store.close()
    return lines


def sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)] and not broken


def test_a_clean_run_keeps_every_report(clean: Clean) -> None:
    assert sum(line.startswith("reports\t") for line in clean.dump) == len(REPORTS)
    assert sum(line.startswith("incidents\t") for line in clean.dump) >= 4
    assert sum(line.startswith("links\t") for line in clean.dump) >= 3


def killed_again_and_again(clean: Clean, inputs: Path, folder: Path, seed: int) -> list[int]:
    """Kill `KILLS / 2` runs, each going on with what the one before left; return how much each had kept.

    One in five is killed while it loads. The others are killed when they have kept some more reports and then some
    part of a report's time has passed, so that however loaded the machine is the moments are spread over the work.
    """
    chance, kept, number = random.Random(seed), list[int](), 0  # noqa: S311  # the same choices in every run
    while len(kept) < KILLS / 2:
        store = folder / f"{seed}-{number}.sqlite"
        with ingesting(store, inputs) as process:
            if len(kept) % 5 == 4:
                delay = chance.random() * clean.loading
            else:
                wait_until_kept(store, held(store) + chance.choice([1, 2, 3]), process)
                delay = chance.random() * clean.step
            done = ended(process, delay)
            process.kill()
        assert sound(store)
        if done:
            assert process.returncode == 0
            assert dump(store) == clean.dump
            number += 1
        else:
            kept.append(held(store))
    with ingesting(store, inputs) as process:
        assert process.wait(120) == 0
    assert dump(store) == clean.dump
    return kept


def test_kills_at_random_moments_lose_and_double_nothing(clean: Clean, inputs: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        runs = [pool.submit(killed_again_and_again, clean, inputs, tmp_path, seed) for seed in (1, 2)]
        kept = [number for run in runs for number in run.result()]
    assert len(kept) == KILLS
    assert len(set(kept)) > 4, f"the kills came at too few different moments, with {kept} reports kept"


def test_two_processes_at_once_neither_fail_nor_double(clean: Clean, inputs: Path, tmp_path: Path) -> None:
    store = tmp_path / "record.sqlite"
    files = sorted(inputs.iterdir())
    with ingesting(store, *files) as one, ingesting(store, *reversed(files)) as other:
        assert (one.wait(120), other.wait(120)) == (0, 0)
    assert dump(store) == clean.dump
