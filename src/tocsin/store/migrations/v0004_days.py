"""The days of incidents beside their actors, who is held responsible apart from who is only named, wider indexes."""

from collections.abc import Iterator

from alembic import op
from sqlalchemy import Connection, delete, insert, inspect, select

from tocsin.model import Incident, from_json
from tocsin.store import rows
from tocsin.store.schema import incident_actors, incidents, metadata

revision = "0004"
down_revision = "0003"

_BATCH = 1000


def upgrade() -> None:
    """Make the table of actors anew where the first step made an older one, and fill it; change the indexes."""
    connection = op.get_bind()
    names = {index["name"] for index in inspect(connection).get_indexes("incidents")}
    for old in ("ix_incidents_start", "ix_incidents_country_start", "ix_incidents_kind_start"):
        if old in names:
            op.drop_index(old, "incidents")
    for index in incidents.indexes:
        if index.name in {"ix_incidents_by_day", "ix_incidents_by_country", "ix_incidents_by_kind"} - names:
            index.create(connection)
    if "start" not in {column["name"] for column in inspect(connection).get_columns("incident_actors")}:
        op.drop_table("incident_actors")
        metadata.create_all(connection, tables=[incident_actors])
    connection.execute(delete(incident_actors))
    for held in _batches(connection):
        if made := [row for incident in held for row in rows.actor_rows(incident)]:
            connection.execute(insert(incident_actors), made)


def _batches(connection: Connection) -> Iterator[list[Incident]]:
    wanted, last = select(incidents.c.id, incidents.c.record).order_by(incidents.c.id).limit(_BATCH), ""
    while found := connection.execute(wanted.where(incidents.c.id > last)).all():
        last = found[-1].id
        yield [from_json(row.record, Incident) for row in found]
