"""Templates to pages; everything that goes into one is escaped."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tocsin.serve import wording
from tocsin.serve.api.description import shape


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(words=wording.words, capital=wording.capital, date=wording.date, shape=shape)
    environment.globals["FAMILIES"] = wording.FAMILIES
    return environment


def render(name: str, request: Request, context: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """Return the page; `here` is the request's path, so that the navigation knows where it is."""
    page = _environment().get_template(name).render({"here": request.url.path, **context})
    return HTMLResponse(page, status)
