"""What stands before every request: the Host check and the headers that keep pages to themselves."""

from collections.abc import Sequence
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
        "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = frozenset({"same-origin", "none"})
MOST_BYTES = 1_000_000
"""More than this no write may bring."""


class Guard:
    """Refuses requests for a name that isn't ours (DNS rebinding), and adds the security headers to every answer.

    Writes that a page of another site sends (its browser says so) are refused too, and those that are too large.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str] = ()) -> None:
        self._app = app
        self._hosts = LOOPBACK | {host.lower() for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name(host) not in self._hosts:
            text = "This server answers to localhost only; start it with --allow-host NAME to answer to another name.\n"
            await PlainTextResponse(text, 421)(scope, receive, send_guarded)
        elif scope["method"] not in _SAFE and (refused := _refused(headers, host)):
            status, detail = refused
            await _problem(scope["path"], status, detail)(scope, receive, send_guarded)
        else:
            await self._app(scope, receive, send_guarded)


def _refused(headers: Headers, host: str) -> tuple[int, str] | None:
    """Return the status and the reason that a write is refused with, None where it may go on.

    Browsers say where a request comes from; what says nothing is a program, which no site can steer.
    """
    site, origin = headers.get("sec-fetch-site", "none"), headers.get("origin")
    if site not in _OURS or (origin is not None and _netloc(origin) != host.lower()):
        return 403, "only this server's own pages may write"
    length = headers.get("content-length", "")
    if "transfer-encoding" in headers or not (length or "0").isdigit():
        return 411, "a write must say its length"
    return (413, f"a write may bring {MOST_BYTES:,} bytes at most") if int(length or 0) > MOST_BYTES else None


def _problem(path: str, status: int, detail: str) -> JSONResponse:
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    return JSONResponse({**body, "detail": detail, "instance": path}, status, media_type="application/problem+json")


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


def _name(host: str) -> str:
    """Return the name of a Host header without its port; "" where it is malformed."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
