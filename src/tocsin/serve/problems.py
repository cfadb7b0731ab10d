"""Errors as answers: problem details (RFC 9457) for programs, a page for people, by one handler."""

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from tocsin.errors import TocsinError
from tocsin.serve.guard import HEADERS
from tocsin.serve.web.render import render


def handle_problems(app: FastAPI) -> None:
    """Register the handler for every kind of error that can reach it."""
    for kind in (TocsinError, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, _answer)


async def _answer(request: Request, error: Exception) -> Response:
    response = _compose(request, error)
    # An unforeseen error is answered outside of the guard.
    response.headers.update(HEADERS)
    return response


def _compose(request: Request, error: Exception) -> Response:
    status, detail, advice = _describe(error)
    title = HTTPStatus(status).phrase
    if _wants_page(request):
        context = {"status": status, "title": title, "detail": detail, "advice": advice}
        return render("problem.html", request, context, status)
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, "instance": request.url.path}
    if advice:
        body["advice"] = advice
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    return JSONResponse(body, status, headers=headers, media_type="application/problem+json")


def _describe(error: Exception) -> tuple[int, str, str]:
    """Return status, detail and advice; an error that nobody foresaw says nothing of the inside, the log does."""
    if isinstance(error, TocsinError):
        return error.status, error.message, error.advice
    if isinstance(error, RequestValidationError):
        faults = (f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}" for fault in error.errors())
        return 400, "; ".join(faults), "see /docs for what each address takes"
    if isinstance(error, HTTPException):
        missing = error.status_code == HTTPStatus.NOT_FOUND
        return error.status_code, "there is nothing at this address" if missing else str(error.detail), ""
    return 500, "something went wrong inside Tocsin", "the server's log says what; please report it"


def _wants_page(request: Request) -> bool:
    machine = request.url.path.startswith("/api/") or request.url.path in {"/openapi.json", "/healthz"}
    return not machine and "text/html" in request.headers.get("accept", "")
