"""The query as SQL conditions."""

import datetime as dt
from collections.abc import Callable

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.sql.elements import UnaryExpression

from tocsin.ontology.folding import fold
from tocsin.store.query import Box, IncidentQuery, Part, Party, Sort
from tocsin.store.schema import incident_actors, incident_attributions, incidents, mentions
from tocsin.store.sqlite import matching

Condition = ColumnElement[bool]

ORDER: dict[Sort, tuple[UnaryExpression[object], ...]] = {
    "-date": (incidents.c.start.desc().nulls_last(),),
    "date": (incidents.c.start.asc().nulls_last(),),
    "-killed": (incidents.c.killed.desc().nulls_last(), incidents.c.start.desc().nulls_last()),
    "-reports": (incidents.c.report_count.desc(), incidents.c.start.desc().nulls_last()),
    "title": (incidents.c.title.asc(),),
}


def conditions(query: IncidentQuery, *, but: str = "") -> list[Condition]:
    """Return what an incident must meet; `but` names one field whose restriction is left out."""
    return [condition for field, make in _CONDITIONS.items() if field != but and (condition := make(query)) is not None]


def _labels(query: IncidentQuery, field: str) -> Condition | None:
    values = getattr(query, field)
    return incidents.c[field].in_(values) if values else None


def _attribution(query: IncidentQuery) -> Condition | None:
    if not query.attribution:
        return None
    wanted = select(incident_attributions.c.incident).where(incident_attributions.c.state.in_(query.attribution))
    return incidents.c.id.in_(wanted)


def _parties(query: IncidentQuery) -> Condition | None:
    parties = query.parties
    if parties is None:
        parties = tuple(Party(words=name, part=part) for name, part in query.named)
    return and_(*map(party_condition, parties)) if parties else None


def _holding(words: str, part: Part | None) -> Condition:
    wanted = incident_actors.c.actor == words
    if folded := fold(words):
        # autoescape: a user's percent sign is a percent sign.
        wanted = or_(wanted, incident_actors.c.folded.contains(folded, autoescape=True))
    return incidents.c.id.in_(select(incident_actors.c.incident).where(wanted, *_in_part(part)))


def _in_part(part: Part | None) -> list[Condition]:
    return [] if part is None else [incident_actors.c.part == part]


def party_condition(party: Party) -> Condition:
    """Return whether one of the actors has the part, on a day of the incident that is one of its spell's.

    It asks the actors' own rows alone, by their index, which hold the incident's days.
    """
    if party.words is not None:
        return _holding(party.words, party.part)
    row = incident_actors.c
    by_days: dict[tuple[dt.date | None, dt.date | None], list[str]] = {}
    for spell in party.spells:
        by_days.setdefault((spell.since, spell.until), []).append(spell.actor)
    holds = [
        and_(
            row.actor.in_(sorted(set(names))),
            *([row.end >= since] if since else []),
            *([row.start <= until] if until else []),
        )
        for (since, until), names in by_days.items()
    ]
    ids = sorted({spell.actor for spell in party.spells})
    wanted = select(row.incident).where(row.actor.in_(ids), or_(false(), *holds), *_in_part(party.part))
    return incidents.c.id.in_(wanted)


def _text(query: IncidentQuery) -> Condition | None:
    if not query.text:
        return None
    told = select(mentions.c.incident).where(mentions.c.report.in_(matching(query.text, "report")))
    return or_(incidents.c.id.in_(matching(query.text, "incident")), incidents.c.id.in_(told))


def _review(query: IncidentQuery) -> Condition | None:
    if not query.review:
        return None
    review, corrected = incidents.c.review, incidents.c.corrected
    wanted: list[Condition] = [review.in_([state for state in query.review if state in {"accepted", "rejected"}])]
    if "corrected" in query.review:
        wanted.append(corrected.is_(True))
    if "unreviewed" in query.review:
        wanted.append(and_(review == "unreviewed", corrected.is_(False)))
    return or_(*wanted)


def _bbox(query: IncidentQuery) -> Condition | None:
    return _inside(query.bbox) if query.bbox else None


def _inside(box: Box) -> Condition:
    west, south, east, north = box
    lon = incidents.c.lon
    across = lon.between(west, east) if west <= east else or_(lon >= west, lon <= east)
    return and_(incidents.c.lat.between(south, north), across)


_CONDITIONS: dict[str, Callable[[IncidentQuery], Condition | None]] = {
    "kind": lambda query: _labels(query, "kind"),
    "status": lambda query: _labels(query, "status"),
    "country": lambda query: _labels(query, "country"),
    "counted": lambda query: None if query.counted is None else incidents.c.counted.is_(query.counted),
    "actor": _parties,
    "attribution": _attribution,
    "review": _review,
    "since": lambda query: incidents.c.end >= query.since if query.since else None,
    "until": lambda query: incidents.c.start <= query.until if query.until else None,
    "killed_min": lambda query: (
        None if query.killed_min is None else func.coalesce(incidents.c.killed, 0) >= query.killed_min
    ),
    "bbox": _bbox,
    "text": _text,
}
