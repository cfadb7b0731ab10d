"""Judgements in an order of their own, with where their mentions stand now; what people decided, beside incidents."""

import sqlalchemy as sa
from alembic import op

from tocsin.store.schema import anchors, judgements

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Change the tables of stores that were made before; the first step makes new ones as they are today.

    The table of judgements is made anew: nothing wrote any before.
    """
    connection = op.get_bind()
    if "number" not in {column["name"] for column in sa.inspect(connection).get_columns("judgements")}:
        op.drop_table("judgements")
        judgements.create(connection)
        anchors.create(connection)
    if "review" not in {column["name"] for column in sa.inspect(connection).get_columns("incidents")}:
        op.add_column("incidents", sa.Column("review", sa.String, nullable=False, server_default="unreviewed"))
        op.add_column("incidents", sa.Column("corrected", sa.Boolean, nullable=False, server_default=sa.false()))
        op.create_index("ix_incidents_review", "incidents", ["review"])
