"""Readings say whether the report was skipped, and what of it was read otherwise than usual."""

from alembic import op
from sqlalchemy import Column, Float, Text, inspect

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the columns where an older first step made the table without."""
    columns = {column["name"] for column in inspect(op.get_bind()).get_columns("readings")}
    if "skipped" not in columns:
        op.add_column("readings", Column("skipped", Float))
    if "notes" not in columns:
        op.add_column("readings", Column("notes", Text, nullable=False, server_default=""))
