"""A store that was brought up to date equals one that was made new."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from tocsin.store import Store, open_store

_BEFORE_JUDGEMENTS = """
DROP TABLE anchors; DROP TABLE judgements;
CREATE TABLE judgements (id VARCHAR NOT NULL PRIMARY KEY, subject VARCHAR NOT NULL, record TEXT NOT NULL);
CREATE INDEX ix_judgements_subject ON judgements (subject);
DROP INDEX ix_incidents_review;
ALTER TABLE incidents DROP COLUMN review; ALTER TABLE incidents DROP COLUMN corrected;
UPDATE alembic_version SET version_num = '0002';
"""


def shape(path: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(path) as held:
        found = held.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()
    held.close()
    return [(name, " ".join(sql.split())) for name, sql in found]


_BEFORE_TRAITS = """
DROP TABLE traits; DROP TABLE figures; DROP TABLE incident_actors;
CREATE TABLE incident_actors (incident VARCHAR NOT NULL, actor VARCHAR NOT NULL, part VARCHAR NOT NULL,
  name VARCHAR NOT NULL, folded VARCHAR NOT NULL, PRIMARY KEY (incident, actor, part));
CREATE INDEX ix_incident_actors_actor ON incident_actors (actor);
DROP INDEX ix_incidents_by_day; DROP INDEX ix_incidents_by_country; DROP INDEX ix_incidents_by_kind;
CREATE INDEX ix_incidents_start ON incidents (start);
CREATE INDEX ix_incidents_country_start ON incidents (country, start);
CREATE INDEX ix_incidents_kind_start ON incidents (kind, start);
UPDATE alembic_version SET version_num = '0001';
"""


def set_back(path: Path) -> None:
    """Turn the store into what the first step made before there were traits."""
    with sqlite3.connect(path) as held:
        held.executescript(_BEFORE_TRAITS)
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


def tables(path: Path) -> dict[str, object]:
    """Return the columns and indexes of every table."""
    with sqlite3.connect(path) as held:
        names = [name for (name,) in held.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {
            name: (
                held.execute(f"PRAGMA table_info({name})").fetchall(),
                sorted(row[1:3] for row in held.execute(f"PRAGMA index_list({name})")),
                sorted(row[2:5] for row in held.execute(f"PRAGMA foreign_key_list({name})")),
            )
            for name in names
        }
    held.close()
    return dict(found)


def test_a_store_from_before_judgements_becomes_one_of_today(tmp_path: Path) -> None:
    new, old = tmp_path / "new.sqlite", tmp_path / "old.sqlite"
    for path in (new, old):
        open_store(str(path)).close()
    with sqlite3.connect(old) as held:
        held.executescript(_BEFORE_JUDGEMENTS)
    held.close()
    assert tables(old) != tables(new)
    open_store(str(old)).close()
    assert tables(old) == tables(new)


_BEFORE_PROFILES = """
DROP TABLE mention_terms; ALTER TABLE mentions DROP COLUMN profile;
ALTER TABLE mentions ADD COLUMN country VARCHAR;
CREATE INDEX ix_mentions_country_start ON mentions (country, start);
UPDATE alembic_version SET version_num = '0004';
"""


def test_a_store_from_before_profiles_keeps_its_mentions(
    record: Store, open_: Callable[[], Store], tmp_path: Path
) -> None:
    path = tmp_path / "record.sqlite"
    fresh, made = list(record.dump()), tables(path)
    record.close()
    with sqlite3.connect(path) as held:
        held.executescript(_BEFORE_PROFILES)
    held.close()
    upgraded = open_()
    assert tables(path) == made
    assert list(upgraded.dump()) == fresh
