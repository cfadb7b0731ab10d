"""Brings a store's tables to this version's, step by step, in one transaction."""

from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from tocsin.errors import StoreError

HEAD = "0006"
"""The newest step; a test holds it equal to the folder's."""

FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine, name: str) -> None:
    """Run the steps that the store lacks. StoreError where it comes from a newer Tocsin, or is no store of ours."""
    with engine.connect() as connection:
        if _current(connection) == HEAD:
            return
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        # Asked again under the write lock: another process may have been quicker.
        current = _current(connection)
        if current == HEAD:
            return
        scripts = ScriptDirectory(str(FOLDER), version_locations=[str(FOLDER)])
        _check(current, connection, scripts, name)
        _run(connection, scripts)


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _check(current: str | None, connection: Connection, scripts: ScriptDirectory, name: str) -> None:
    if current is None:
        if inspect(connection).get_table_names():
            raise StoreError(f"{name} is a database, but not a store of Tocsin", advice="name another with --store")
    elif current not in {script.revision for script in scripts.walk_revisions()}:
        raise StoreError(
            f"{name} was written by a newer Tocsin (its tables are version {current}, this one knows up to {HEAD})",
            advice="upgrade Tocsin, or name another store with --store",
        )


def _run(connection: Connection, scripts: ScriptDirectory) -> None:
    def steps(revision: Any, _context: MigrationContext) -> Any:
        return scripts._upgrade_revs("head", revision)  # noqa: SLF001  # what alembic's own `upgrade` command calls

    context = MigrationContext.configure(connection, opts={"fn": steps, "transactional_ddl": True})
    with Operations.context(context):
        context.run_migrations()
