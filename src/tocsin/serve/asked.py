"""A request's parameters as a query, and back to addresses; composed reads that pages and API share."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

from tocsin.errors import ActorError, NotFoundError, SettingsError
from tocsin.model import Coding, Incident, Judgement, Reading, Report, Statement, Tally
from tocsin.ontology import Registry, load_registry, statement_coding
from tocsin.pipeline.chronicle import Chronicle, chronicle
from tocsin.pipeline.coding import build_coder
from tocsin.pipeline.judged_before import stand
from tocsin.pipeline.parties import Asked, Through, chain_words, resolve, through
from tocsin.pipeline.tally_check import Comparison, compare
from tocsin.reconcile.standing import Standing
from tocsin.settings import load
from tocsin.store.interface import View
from tocsin.store.query import IncidentQuery, Party

MAP_LIMIT = 2000
"""Incidents that one map draws; the page says how many more there are."""


def query_of(request: Request) -> IncidentQuery:
    """Return the query that the request's address spells out."""
    return IncidentQuery.from_params(request.query_params.multi_items())


@dataclass(frozen=True, slots=True)
class Choice:
    """A request's query with its `actors` found; `unclear` says why one of them isn't, and nothing is chosen."""

    query: IncidentQuery
    actors: tuple[Asked, ...] = ()
    unclear: ActorError | None = None


def chosen(view: View, request: Request) -> Choice:
    """Return the query that the request's address spells out with its actors; ActorError where one isn't clear."""
    return Choice(*resolve(view, query_of(request), _registry()))


def chosen_or_none(view: View, request: Request) -> Choice:
    """Return the same, and a query that chooses nothing with the error where an actor isn't clear."""
    try:
        return chosen(view, request)
    except ActorError as error:
        return Choice(replace(query_of(request), parties=(Party(),)), unclear=error)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An actor that counts for another, from `since` to `until`, null where open, and how, in words."""

    actor: str
    since: dt.date | None
    until: dt.date | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedActor:
    """An actor that the query asks for by name: who it is in the registry, null where unknown, and who counts for it.

    `part` is perpetrator, target, or null for either.
    """

    name: str
    part: str | None
    actor: str | None
    title: str
    members: tuple[Member, ...]


def asked_actors(actors: Iterable[Asked]) -> tuple[AskedActor, ...]:
    """Return the actors that were asked for with their members."""
    return tuple(
        AskedActor(
            name=each.name,
            part=each.part,
            actor=each.actor,
            title=each.title,
            members=tuple(
                Member(actor=held.actor, since=held.since, until=held.until, text=chain_words(held, _registry()))
                for held in each.memberships
            ),
        )
        for each in actors
    )


def ways(incidents: Iterable[Incident], actors: Iterable[Asked]) -> tuple[Through, ...]:
    """Return through whom incidents count for the actors asked for."""
    return through(incidents, actors, _registry())


def address(path: str, query: IncidentQuery, **changes: object) -> str:
    """Return the address of `path` with the query, after `changes` to its fields."""
    params = replace(query, **changes).to_params()  # type: ignore[arg-type]  # the callers name fields of the query
    return f"{path}?{urlencode(params)}" if params else path


REPORTS = 50
"""Records that one page lists unless asked for another number."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One page of records, and the addresses of the pages around it."""

    total: int
    limit: int
    offset: int
    next: str | None
    previous: str | None
    items: tuple[T, ...] = ()


def paged(path: str, total: int, limit: int, offset: int, **kept: str) -> Paged[Any]:
    """Return an empty page of so many records; `path`, with `kept` parameters, is where the pages around it are."""

    def at(start: int) -> str:
        pairs = {"limit": limit, "offset": start}
        defaults = {"limit": REPORTS, "offset": 0}
        changed = {name: value for name, value in pairs.items() if value != defaults[name]}
        params = urlencode({**{name: value for name, value in kept.items() if value}, **changed})
        return f"{path}?{params}" if params else path

    return Paged(
        total=total,
        limit=limit,
        offset=offset,
        next=at(offset + limit) if offset + limit < total else None,
        previous=at(max(0, offset - limit)) if offset else None,
    )


def reports(view: View, path: str, limit: int, offset: int) -> Paged[Report]:
    """Return one page of the reports, latest published first, without their bodies."""
    return replace(paged(path, view.count_reports(), limit, offset), items=view.reports(limit, offset))


@dataclass(frozen=True, slots=True)
class Stood:
    """A judgement and how it stands."""

    judgement: Judgement
    standing: Standing


def standing(view: View, chosen: Iterable[Judgement]) -> tuple[Stood, ...]:
    """Return each judgement with how it stands."""
    return tuple(Stood(judgement, held) for judgement, held in stand(view, chosen))


def judgements(view: View, incident_id: str, limit: int, offset: int) -> Paged[Stood]:
    """Return one page of the judgements, the latest made first; all, or those on an incident."""
    if not incident_id:
        total, chosen = view.count_judgements(), view.latest_judgements(limit, offset)
    else:
        held = view.judgements(view.incident(incident_id).mentions)
        total, chosen = len(held), held[::-1][offset : offset + limit]
    page = paged("/api/v1/judgements", total, limit, offset, incident=incident_id)
    return replace(page, items=standing(view, chosen))


def day_of(request: Request) -> dt.date | None:
    """Return the day that the address asks for by `as_of`; SettingsError (400) where it is none."""
    text = request.query_params.get("as_of", "").strip()
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise SettingsError(f"as_of is {text!r}", advice="it takes a day such as 2023-12-08") from error


@dataclass(frozen=True, slots=True)
class Whole:
    """An incident through time with its reports, whole, and what was read from them."""

    chronicle: Chronicle
    reports: dict[str, Report]
    readings: dict[str, Reading]
    comparisons: tuple[Comparison, ...]


def whole(view: View, incident_id: str, day: dt.date | None = None) -> Whole:
    """Return an incident with everything that its page shows, now or as of a day."""
    found = through_time(view, incident_id, day)
    reports = {each: view.report(each) for each in found.incident.reports}
    held = readings(view, found.incident.reports)
    tallies = [tally for reading in held.values() for tally in reading.tallies]
    return Whole(found, reports, held, comparisons(view, tallies))


def through_time(view: View, incident_id: str, day: dt.date | None) -> Chronicle:
    """Return an incident, now or as of a day, with its history."""
    return chronicle(view, incident_id, day, build_coder(_registry())) if day else chronicle(view, incident_id)


@cache
def _registry() -> Registry:
    return load_registry(load().actors_path)


def comparisons(view: View, tallies: Iterable[Tally]) -> tuple[Comparison, ...]:
    """Return each tally as the record bears it out."""
    return tuple(compare(view, tally, _registry()) for tally in tallies)


@dataclass(frozen=True, slots=True)
class StatementCoding:
    """What a statement is in PLOVER; statements that have no type there have no coding."""

    statement: str
    coding: Coding


def statement_codings(statements: Iterable[Statement]) -> tuple[StatementCoding, ...]:
    """Return the codings of the statements that have one."""
    found = ((each.id, statement_coding(each)) for each in statements)
    return tuple(StatementCoding(name, coding) for name, coding in found if coding)


def readings(view: View, ids: Iterable[str]) -> dict[str, Reading]:
    """Return the readings that there are of these reports."""
    held = {}
    for each in ids:
        try:
            held[each] = view.reading(each)
        except NotFoundError:
            # A report may be kept before it is read, or without anything in it.
            continue
    return held
