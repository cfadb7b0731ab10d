"""The application by a factory: a store goes in, pages and JSON come out."""

from collections.abc import Sequence
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from tocsin.serve.api.description import describe
from tocsin.serve.api.routes import build_api
from tocsin.serve.bench import Desk
from tocsin.serve.guard import Guard
from tocsin.serve.problems import handle_problems
from tocsin.serve.web.pages import build_pages
from tocsin.store.interface import Store

_WEB = Path(__file__).parent / "web"
STATIC = _WEB / "static"
"""What `frontend/build.py` builds; the pages work without it."""


READ_ONLY = Desk()


class _Built(StaticFiles):
    """The built front end, which may be missing, or be built while the server runs."""

    async def check_config(self) -> None:
        """Let a missing folder be: its files are answered with 404."""


def create_app(
    store: Store, *, version: str = "", hosts: Sequence[str] = (), static: Path = STATIC, desk: Desk = READ_ONLY
) -> FastAPI:
    """Return the application over `store`, which stays the caller's to close.

    `hosts` are Host headers that are answered besides the loopback names; `static` is the built front end; `desk` is
    where judgements are made, and without one nothing can be written.
    """
    app = FastAPI(
        title="Tocsin",
        version=version or "0",
        summary="A sourced record of incidents of political violence.",
        description="Every figure carries the reports and the words that it rests on. All that can be written are "
        "judgements, and those by this site's own pages and by programs alone.",
        docs_url=None,
        redoc_url=None,
    )
    app.add_middleware(Guard, hosts=tuple(hosts))
    app.mount("/assets", StaticFiles(directory=_WEB / "assets"), name="assets")
    app.mount("/static", _Built(directory=static, check_dir=False), name="static")
    app.include_router(build_api(store, desk))
    app.include_router(build_pages(store, app, static, desk))
    describe(app)
    handle_problems(app)
    return app
