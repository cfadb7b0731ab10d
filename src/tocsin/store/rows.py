"""Records to the columns that queries need."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tocsin.model import ActorMention, FigureLedger, Incident, Reading, Report, to_json
from tocsin.ontology.folding import fold
from tocsin.store.interface import MentionKeys

Row = dict[str, Any]

_STRONGEST = ("claimed", "accused", "reported", "suspected", "denied", "unclaimed")


def report_row(report: Report) -> Row:
    """Return the row of a report; whose copy it is gets noted apart."""
    return {
        "id": report.id,
        "outlet": report.outlet,
        "published": report.published,
        "language": report.language,
        "body": report.body,
        "record": to_json(replace(report, body="", twin_of=None)),
    }


def mention_rows(reading: Reading, keys: tuple[MentionKeys, ...]) -> list[Row]:
    """Return a row a mention."""
    return [
        {
            "id": mention.id,
            "report": reading.report,
            "position": position,
            "own": key.own,
            "start": key.start,
            "end": key.end,
            "brief": key.brief,
            "country": key.country,
            "place": key.place,
            "record": to_json(mention),
        }
        for position, (mention, key) in enumerate(zip(reading.mentions, keys, strict=True))
    ]


def statement_rows(reading: Reading) -> list[Row]:
    """Return a row a statement, with the mention that it is about."""
    known = {mention.id for mention in reading.mentions}
    return [
        {
            "report": reading.report,
            "position": position,
            "mention": statement.about if statement.about in known else None,
            "stance": statement.stance,
            "record": to_json(statement),
        }
        for position, statement in enumerate(reading.statements)
    ]


def tally_rows(reading: Reading) -> list[Row]:
    """Return a row a tally, with the mention that it ranks."""
    return [
        {"report": reading.report, "position": position, "mention": tally.incident, "record": to_json(tally)}
        for position, tally in enumerate(reading.tallies)
    ]


def relation_rows(reading: Reading) -> list[Row]:
    """Return a row a relation."""
    return [
        {
            "report": reading.report,
            "position": position,
            "subject": fold(relation.subject),
            "predicate": relation.predicate,
            "object": fold(relation.object),
            "record": to_json(relation),
        }
        for position, relation in enumerate(reading.relations)
    ]


def incident_row(incident: Incident) -> Row:
    """Return the row of an incident: its published values."""
    place, time = incident.place.value, incident.time.value
    located = place is not None and place.lat is not None and place.lon is not None
    return {
        "id": incident.id,
        "title": incident.title,
        "kind": incident.kind.value or "other_violence",
        "status": incident.status.value or "alleged",
        "scope": incident.scope,
        "counted": incident.counted,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "lat": place.lat if place and located else None,
        "lon": place.lon if place and located else None,
        "precision": place.precision if place else None,
        "cell": cell(place.lat, place.lon) if place else None,
        "start": time.start if time else None,
        "end": (time.end or time.start) if time else None,
        "month": time.start.strftime("%Y-%m") if time and time.start else None,
        "killed": incident.killed.best,
        "killed_low": incident.killed.low,
        "killed_high": incident.killed.high,
        "injured": incident.injured.best,
        "attribution": _attribution(incident),
        "report_count": len(incident.reports),
        "record": to_json(incident),
    }


def cell(lat: float | None, lon: float | None) -> str | None:
    """Return the tenth of a degree that a point lies in, by its centre: "33.3,44.4"."""
    if lat is None or lon is None:
        return None
    # Adding zero turns -0.0 into 0.0.
    return f"{round(lat, 1) + 0.0:.1f},{round(lon, 1) + 0.0:.1f}"


def _attribution(incident: Incident) -> str | None:
    states = {attribution.state for attribution in incident.attributions if attribution.stands}
    return next((state for state in _STRONGEST if state in states), None)


def attribution_rows(incident: Incident) -> list[Row]:
    """Return a row a state of attribution that stands."""
    states = sorted({attribution.state for attribution in incident.attributions if attribution.stands})
    return [{"incident": incident.id, "state": state} for state in states]


def actor_rows(incident: Incident) -> list[Row]:
    """Return a row an actor and part; whoever denies and nobody else accuses is still listed."""
    rows: dict[tuple[str, str], Row] = {}
    for part, actor in _actors(incident):
        if actor.name and fold(actor.name):
            folded = fold(actor.name)
            row = {"incident": incident.id, "actor": actor.actor or folded, "part": part, "name": actor.name}
            rows.setdefault((row["actor"], part), {**row, "folded": folded})
    return list(rows.values())


def _actors(incident: Incident) -> Iterator[tuple[str, ActorMention]]:
    for attribution in incident.attributions:
        yield "perpetrator", attribution.actor
    for entry in incident.targets.entries:
        yield "target", entry.value.actor


def search_words(incident: Incident) -> str:
    """Return what an incident is found by in full text: its title and the names in it."""
    names = [actor.name for _, actor in _actors(incident) if actor.name]
    names += [weapon.value.name for weapon in incident.weapons.entries]
    return "\n".join(dict.fromkeys([incident.title, *names]))


def figure(ledger: FigureLedger) -> int:
    """Return the published figure, 0 where there is none."""
    return ledger.best or 0
