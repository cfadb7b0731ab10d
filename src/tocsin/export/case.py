"""The case format: one report's reading as plain JSON with names, labels and verbatim words."""

from typing import Any

from tocsin.model import (
    ActorMention,
    Mention,
    Perpetrator,
    Quantity,
    Reading,
    Relation,
    Report,
    Span,
    Statement,
    Tally,
    Target,
    Timex,
    Toponym,
    Weapon,
)

Json = dict[str, Any]


def to_case(report: Report, reading: Reading) -> Json:
    """Return the reading in the case format; mentions are numbered i1, i2 … in text order."""
    ids = {mention.id: f"i{number}" for number, mention in enumerate(reading.mentions, 1)}
    return {
        "id": report.id,
        "source": report.outlet,
        "url": report.url,
        "published": report.published.isoformat() if report.published else None,
        "title": report.title,
        "text": report.body,
        "incidents": [incident_of(mention, ids[mention.id]) for mention in reading.mentions],
        "statements": [_statement(statement, ids) for statement in reading.statements],
        "tallies": [_tally(tally, ids) for tally in reading.tallies],
        "relations": [_relation(relation) for relation in reading.relations],
    }


def _words(spans: tuple[Span, ...]) -> list[str]:
    return list(dict.fromkeys(span.text for span in spans))


def incident_of(mention: Mention, number: str) -> Json:
    """Return a mention as an incident of the case format; `number` is its id in the file."""
    return {
        "id": number,
        "scope": mention.scope,
        "status": mention.status,
        "kind": mention.kind,
        "date": _date(mention.time),
        "place": _place(mention.place),
        "perpetrators": [_perpetrator(each) for each in mention.perpetrators],
        "targets": [_target(each) for each in mention.targets],
        "weapons": [_weapon(each) for each in mention.weapons],
        "killed": _figure(mention.killed),
        "injured": _figure(mention.injured),
        "abducted": _figure(mention.abducted),
        "detained": _figure(mention.detained),
        "evidence": _words(mention.evidence),
    }


def _date(time: Timex | None) -> Json:
    if time is None:
        return {"start": None, "end": None, "precision": "unknown", "mentions": []}
    return {
        "start": time.start.isoformat() if time.start else None,
        "end": time.end.isoformat() if time.end else None,
        "precision": time.precision,
        "mentions": _words(time.spans),
    }


def _place(place: Toponym | None) -> Json | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "mentions": _words(place.spans),
        "relation": place.relation,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def _named(actor: ActorMention) -> Json:
    return {"name": actor.name, "mentions": _words(actor.spans)}


def _perpetrator(perpetrator: Perpetrator) -> Json:
    return {
        **_named(perpetrator.actor),
        "attribution": perpetrator.attribution,
        "attributed_by": perpetrator.attributed_by,
    }


def _target(target: Target) -> Json:
    return {**_named(target.actor), "kind": target.kind, "effect": target.effect}


def _weapon(weapon: Weapon) -> Json:
    quantity = weapon.quantity
    return {"name": weapon.name, "mentions": _words(quantity.spans), "low": quantity.low, "high": quantity.high}


def _figure(quantity: Quantity | None) -> Json | None:
    if quantity is None:
        return None
    return {"low": quantity.low, "high": quantity.high, "mentions": _words(quantity.spans)}


def _statement(statement: Statement, ids: dict[str, str]) -> Json:
    about = statement.about
    return {
        "speaker": statement.speaker.name,
        "speaker_role": statement.speaker.role,
        "speaker_for": statement.speaking_for,
        "stance": statement.stance,
        "about": ids.get(about, about) if about else None,
        "label": statement.label.text if statement.label else None,
        "quote": statement.quote.text if statement.quote else None,
        "mentions": _words(statement.spans),
    }


def _tally(tally: Tally, ids: dict[str, str]) -> Json:
    case: Json = {
        "what": tally.what,
        "low": tally.low,
        "high": tally.high,
        "approximate": tally.approximate,
        "actor": tally.actor,
        "target": tally.target,
        "place": tally.place,
        "since": tally.since.isoformat() if tally.since else None,
        "until": tally.until.isoformat() if tally.until else None,
        "mentions": _words(tally.spans),
    }
    if tally.rank is not None:
        case |= {"rank": tally.rank, "incident": ids.get(tally.incident or "")}
    return case


def _relation(relation: Relation) -> Json:
    return {
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "from": relation.since,
        "to": relation.until,
        "mentions": _words(relation.spans),
    }
