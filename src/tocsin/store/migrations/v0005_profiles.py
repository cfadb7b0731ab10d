"""What mentions are compared by: a profile each, and their rare terms.

Mentions that an older Tocsin read have neither until their reports are read again, which ingest does by itself, for
the reconciler's version is part of what it notes of its work.
"""

from alembic import op
from sqlalchemy import Column, Text, inspect

from tocsin.store.schema import mention_terms, metadata

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column and the table where the first step made older ones; drop the country, which nothing asks for."""
    connection = op.get_bind()
    columns = {column["name"] for column in inspect(connection).get_columns("mentions")}
    if "profile" not in columns:
        op.add_column("mentions", Column("profile", Text, nullable=False, server_default=""))
    if "ix_mentions_country_start" in {index["name"] for index in inspect(connection).get_indexes("mentions")}:
        op.drop_index("ix_mentions_country_start", "mentions")
    if "country" in columns:
        op.drop_column("mentions", "country")
    metadata.create_all(connection, tables=[mention_terms])
