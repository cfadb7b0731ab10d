"""The forms that judge: plain posts, each answered with the way back to the page."""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from tocsin.errors import JudgementError
from tocsin.pipeline.judged_before import stand
from tocsin.pipeline.judging import Draft
from tocsin.serve import asked
from tocsin.serve.api.answers import Limit, Offset
from tocsin.serve.bench import Desk
from tocsin.serve.reviewing import history
from tocsin.serve.web.render import render
from tocsin.store.interface import Store

Form = Mapping[str, list[str]]


async def _form(request: Request) -> Form:
    """Return the fields of a posted form; its size was checked before."""
    body = (await request.body()).decode("utf-8", errors="replace")
    return parse_qs(body, max_num_fields=2000)


Posted = Annotated[Form, Depends(_form)]


def add_judging(router: APIRouter, store: Store, desk: Desk) -> None:
    """Add what the forms of pages post to, and the page of all judgements."""

    @router.get("/judgements")
    def judgements(request: Request, limit: Limit = asked.REPORTS, offset: Offset = 0) -> Response:
        held = stand(store, store.latest_judgements(limit, offset))
        owner = store.incident_ids({name for each, _ in held for name in each.subjects})
        incidents = {
            each.id: owner[each.subjects[0]] for each, _ in held if each.subjects and each.subjects[0] in owner
        }
        page = asked.paged("/judgements", store.count_judgements(), limit, offset)
        context = {"page": page, "history": history(held), "incidents": incidents, "desk": desk}
        return render("judgements.html", request, context)

    @router.post("/incidents/{incident_id}/judge")
    def judge(incident_id: str, form: Posted) -> Response:
        desk.open().judge(_draft(incident_id, form))
        return _back(incident_id)

    @router.post("/judgements/{judgement_id}/undo")
    def undo(judgement_id: str, form: Posted) -> Response:
        desk.open().undo(judgement_id, _text(form, "by"), _text(form, "why"))
        incident_id = _text(form, "incident")
        return _back(incident_id) if incident_id else RedirectResponse("/judgements", 303)


def _draft(incident_id: str, form: Form) -> Draft:
    verdict, split = _text(form, "verdict"), tuple(form.get("account", []))
    if verdict == "split" and not split:
        raise JudgementError("no account is chosen", advice="go back and tick those that tell of another incident")
    subject: tuple[str, ...] = (incident_id,)
    other = tuple(_text(form, "other").split())
    if verdict == "split":
        verdict, subject, other = "different", split, (incident_id,)
    return Draft(
        verdict=verdict,
        subject=subject,
        other=other,
        field=_text(form, "field") or None,
        value=_text(form, "value") or None,
        by=_text(form, "by"),
        why=_text(form, "why"),
    )


def _text(form: Form, name: str) -> str:
    return form.get(name, [""])[-1].strip()


def _back(incident_id: str) -> Response:
    # The incident may have become part of another: its old address leads there.
    return RedirectResponse(f"/incidents/{quote(incident_id, safe='')}#review", 303)
