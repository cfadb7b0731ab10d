"""A store that was brought up to date equals one that was made new."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from tocsin.store import Store, open_store


def shape(path: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(path) as held:
        found = held.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()
    held.close()
    return [(name, " ".join(sql.split())) for name, sql in found]


def set_back(path: Path) -> None:
    """Turn the store into what the first step made before there were traits."""
    with sqlite3.connect(path) as held:
        for statement in (
            "DROP TABLE traits",
            "DROP TABLE figures",
            "UPDATE incident_actors SET part = 'perpetrator' WHERE part = 'named'",
            "UPDATE alembic_version SET version_num = '0001'",
        ):
            held.execute(statement)
    held.close()


def test_traits_and_figures_are_made_of_the_incidents_kept(
    record: Store, open_: Callable[[], Store], tmp_path: Path
) -> None:
    path = tmp_path / "record.sqlite"
    fresh, made = list(record.dump()), shape(path)
    assert any(line.startswith("traits") for line in fresh)
    record.close()
    set_back(path)
    upgraded = open_()
    assert list(upgraded.dump()) == fresh
    assert shape(path) == made


def test_an_empty_old_store_becomes_an_empty_new_one(tmp_path: Path) -> None:
    new, old = tmp_path / "new.sqlite", tmp_path / "old.sqlite"
    for path in (new, old):
        open_store(str(path)).close()
    set_back(old)
    open_store(str(old)).close()
    assert shape(old) == shape(new)
