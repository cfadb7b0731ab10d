"""The first tables."""

from alembic import op

from tocsin.store.schema import metadata
from tocsin.store.sqlite import create_search

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create all."""
    connection = op.get_bind()
    metadata.create_all(connection)
    create_search(connection)
