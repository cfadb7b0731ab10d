"""Traits and figures of incidents in tables of their own."""

from collections.abc import Iterator

from alembic import op
from sqlalchemy import Connection, insert, select

from tocsin.model import Incident, from_json
from tocsin.store import rows
from tocsin.store.schema import figures, incidents, metadata, traits

revision = "0002"
down_revision = "0001"


_BATCH = 1000


def upgrade() -> None:
    """Create the tables where the first step didn't, and fill them from the incidents."""
    connection = op.get_bind()
    metadata.create_all(connection, tables=[traits, figures])
    for held in _batches(connection):
        for table, make in (
            (traits, rows.trait_rows),
            (figures, rows.figure_rows),
        ):
            if made := [row for incident in held for row in make(incident)]:
                connection.execute(insert(table), made)


def _batches(connection: Connection) -> Iterator[list[Incident]]:
    wanted, last = select(incidents.c.id, incidents.c.record).order_by(incidents.c.id).limit(_BATCH), ""
    while found := connection.execute(wanted.where(incidents.c.id > last)).all():
        last = found[-1].id
        yield [from_json(row.record, Incident) for row in found]
