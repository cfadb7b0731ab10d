"""Opening a SQLite store: made where it is missing, brought up to date, and refused with a reason."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, create_engine, inspect

from tocsin.errors import StoreError
from tocsin.store import open_store
from tocsin.store.migrate import FOLDER, HEAD
from tocsin.store.schema import metadata


def test_an_empty_place_becomes_a_store_with_all_tables(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "record.sqlite"
    open_store(str(path)).close()
    with sqlite3.connect(path) as held:
        assert held.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
        assert held.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert held.execute("PRAGMA foreign_key_check").fetchall() == []
    held.close()
    engine = create_engine(f"sqlite:///{path}")
    found = MetaData()
    found.reflect(engine)
    assert set(metadata.tables) <= set(found.tables)
    for name, table in metadata.tables.items():
        assert [column["name"] for column in inspect(engine).get_columns(name)] == [column.name for column in table.c]
    engine.dispose()


def test_the_newest_step_is_the_one_that_the_code_names() -> None:
    assert ScriptDirectory(str(FOLDER), version_locations=[str(FOLDER)]).get_current_head() == HEAD


def test_a_store_of_a_newer_tocsin_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    open_store(str(path)).close()
    with sqlite3.connect(path) as held:
        held.execute("UPDATE alembic_version SET version_num = '9999'")
    held.close()
    with pytest.raises(StoreError, match=r"record\.sqlite was written by a newer Tocsin.*9999.*: upgrade Tocsin"):
        open_store(str(path))


def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("This is no database, but long enough to look at. " * 20)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"can't open the store .*notes\.txt: file is not a database"):
        open_store(str(path))
    assert path.read_bytes() == before


def test_another_programs_database_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as held:
        held.execute("CREATE TABLE songs (title TEXT)")
    held.close()
    with pytest.raises(StoreError, match="is a database, but not a store of Tocsin"):
        open_store(str(path))
    with sqlite3.connect(path) as held:
        assert held.execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]
    held.close()


def test_places_that_hold_no_file_say_why(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="is a folder: name a file"):
        open_store(str(tmp_path))
    with pytest.raises(StoreError, match="can't make the folder of the store"):
        open_store(str(tmp_path / "file" / "record.sqlite"))
    with pytest.raises(StoreError, match=r"there is no store at .*: `tocsin ingest` makes one"):
        open_store(str(tmp_path / "none.sqlite"), create=False)
    assert not (tmp_path / "none.sqlite").exists()


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may write anywhere")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="unable to open database file: is it a file of Tocsin's"):
            open_store(str(tmp_path / "record.sqlite"))
    finally:
        tmp_path.chmod(0o700)


def test_a_store_in_a_folder_of_the_kernel_says_that_it_cannot_be_opened() -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("needs a folder in which nobody can make a file")
    with pytest.raises(StoreError, match=r"can't open the store /proc/record\.sqlite: unable to open database file"):
        open_store("/proc/record.sqlite")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://host/db", "mysql isn't supported yet"),
        ("postgresql://host/db", "postgresql isn't supported yet: give a SQLite file's path"),
        ("://", "is no database URL"),
    ],
)
def test_other_databases_are_refused(url: str, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        open_store(url)


def test_a_store_that_is_only_read_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    open_store(str(path)).close()
    path.chmod(0o444)
    store = open_store(str(path))
    assert store.count_reports() == 0
    store.close()


def test_many_open_a_new_store_at_once(tmp_path: Path) -> None:
    failed: list[BaseException] = []

    def open_it() -> None:
        try:
            open_store(str(tmp_path / "record.sqlite")).close()
        except BaseException as error:  # noqa: BLE001  # an assertion in a thread would go unseen
            failed.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
