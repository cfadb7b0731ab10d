"""The routes of judgements under /api/v1: read, make, undo."""

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from tocsin.pipeline.judged_before import stand
from tocsin.pipeline.judging import Draft, Made
from tocsin.serve import asked
from tocsin.serve.api import bodies
from tocsin.serve.api.answers import PROBLEMS, Answer, Limit, Offset
from tocsin.serve.bench import Desk
from tocsin.store.interface import Store

_REFUSED: dict[int | str, dict[str, Any]] = {
    **PROBLEMS,
    403: {"model": bodies.Problem, "description": "Asked by another site, or the server is read only"},
    422: {"model": bodies.Problem, "description": "A judgement that can't be made"},
}


class NewJudgement(BaseModel):
    """A judgement to make. Incidents (inc-…), reports and mentions (REPORT:m1) are named by their ids."""

    verdict: str = Field(description="same, different, accept, reject or correct")
    subject: list[str] = Field(description="What is judged; of same and different the one side")
    other: list[str] = Field(default=[], description="The other side; an incident that holds the subject is split")
    field: str | None = Field(default=None, description="What is corrected: kind, time, place, killed and so on")
    value: str | None = Field(default=None, description="Its right value in words, such as 5, 2024-05-03, Basra, IQ")
    by: str | None = Field(default=None, description="Who judges; the server's reviewer where nobody is named")
    why: str = Field(default="", description="The reason")


class Undo(BaseModel):
    """The undoing of a judgement."""

    by: str | None = Field(default=None, description="Who undoes it; the server's reviewer where nobody is named")
    why: str = Field(default="", description="The reason")


def add_judging(router: APIRouter, store: Store, desk: Desk) -> None:
    """Add the routes over `store`, written at `desk`."""

    @router.get("/api/v1/judgements", response_model=bodies.JudgementPage, tags=["judgements"])
    def judgements(incident: str = "", limit: Limit = asked.REPORTS, offset: Offset = 0) -> Answer:
        """List judgements with how each stands, the latest first; all, or those on an incident."""
        return Answer(asked.judgements(store, incident, limit, offset))

    @router.get("/api/v1/judgements/{judgement_id}", response_model=bodies.JudgementDetail, tags=["judgements"])
    def judgement(judgement_id: str) -> Answer:
        """Return a judgement, how it stands, and the incidents that its mentions are in now."""
        return Answer(_detail(store, judgement_id))

    @router.post(
        "/api/v1/judgements",
        response_model=bodies.JudgementMade,
        status_code=201,
        responses=_REFUSED,
        tags=["judgements"],
    )
    def judge(body: NewJudgement) -> Answer:
        """Make a judgement: it is added, never overwrites one, and the incidents that it touches are settled anew."""
        draft = Draft(
            verdict=body.verdict,
            subject=tuple(body.subject),
            other=tuple(body.other),
            field=body.field,
            value=body.value,
            by=body.by or desk.reviewer,
            why=body.why,
        )
        return _made(desk.open().judge(draft))

    @router.post(
        "/api/v1/judgements/{judgement_id}/undo",
        response_model=bodies.JudgementMade,
        status_code=201,
        responses=_REFUSED,
        tags=["judgements"],
    )
    def undo(judgement_id: str, body: Undo) -> Answer:
        """Undo a judgement by a further one; to undo an undo revives what it undid."""
        return _made(desk.open().undo(judgement_id, body.by or desk.reviewer, body.why))


def _made(made: Made) -> Answer:
    content = {"judgement": made.judgement, "incidents": made.incidents, "contradicts": made.contradicts}
    return Answer(content, 201, headers={"Location": f"/api/v1/judgements/{made.judgement.id}"})


def _detail(store: Store, judgement_id: str) -> dict[str, Any]:
    [(judgement, standing)] = stand(store, [store.judgement(judgement_id)])
    owner = store.incident_ids([*judgement.subjects, *judgement.others])
    return {"judgement": judgement, "standing": standing, "incidents": sorted(set(owner.values()))}
