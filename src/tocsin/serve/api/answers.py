"""What every route under /api/v1 shares: how it answers, and what it takes for a page."""

from typing import Annotated, Any

from fastapi import Query
from fastapi.responses import JSONResponse

from tocsin.model import to_json
from tocsin.serve.api import bodies
from tocsin.store.query import MAX_LIMIT

Limit = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="Page size")]
Offset = Annotated[int, Query(ge=0, le=10**9, description="Records to skip")]
PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"model": bodies.Problem, "description": "A parameter that can't be read"},
    404: {"model": bodies.Problem, "description": "No such record"},
}


class Answer(JSONResponse):
    """Records as they are: they were checked when they were made."""

    def render(self, content: object) -> bytes:
        """Encode the content."""
        return to_json(content).encode()
