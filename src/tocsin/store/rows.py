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


def reading_row(reading: Reading) -> Row:
    """Return the row of a reading, whose mentions, statements, tallies and relations have rows of their own."""
    return {
        "report": reading.report,
        "components": " ".join(reading.components),
        "skipped": reading.skipped,
        "notes": "\n".join(reading.notes),
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
            "place": key.place,
            "profile": key.profile,
            "record": to_json(mention),
        }
        for position, (mention, key) in enumerate(zip(reading.mentions, keys, strict=True))
    ]


def term_rows(reading: Reading, keys: tuple[MentionKeys, ...]) -> list[Row]:
    """Return a row a mention and term."""
    return [
        {"term": term, "mention": mention.id, "share": share}
        for mention, key in zip(reading.mentions, keys, strict=True)
        for term, share in key.terms.items()
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
        **_days(incident),
        "month": time.start.strftime("%Y-%m") if time and time.start else None,
        "killed": incident.killed.best,
        "killed_low": incident.killed.low,
        "killed_high": incident.killed.high,
        "injured": incident.injured.best,
        "attribution": _attribution(incident),
        "report_count": len(incident.reports),
        "record": to_json(incident),
        "review": incident.review,
        "corrected": bool(incident.corrected),
    }


def _days(incident: Incident) -> Row:
    time = incident.time.value
    return {"start": time.start if time else None, "end": (time.end or time.start) if time else None}


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
    """Return a row an actor and part; who only denies it, or isn't held responsible any more, is "named"."""
    rows: dict[tuple[str, str], Row] = {}
    days = _days(incident)
    for part, actor in _actors(incident):
        if actor.name and fold(actor.name):
            folded = fold(actor.name)
            row = {"incident": incident.id, "actor": actor.actor or folded, "part": part, "name": actor.name}
            rows.setdefault((row["actor"], part), {**row, "folded": folded, **days})
    held = {actor for actor, part in rows if part == "perpetrator"}
    return [row for (actor, part), row in rows.items() if part != "named" or actor not in held]


def _actors(incident: Incident) -> Iterator[tuple[str, ActorMention]]:
    for attribution in incident.attributions:
        held = attribution.stands and attribution.state != "denied"
        yield "perpetrator" if held else "named", attribution.actor
    for entry in incident.targets.entries:
        yield "target", entry.value.actor


def trait_rows(incident: Incident) -> list[Row]:
    """Return a row a trait.

    - place: gazetteer id, name and first-level division.
    - target: "kind:military", "country:US", both together as "military:US", the noun of its words as
      "noun:journalist", and with what became of it as "killed:journalist".
    - weapon: each word of its name.
    """
    found = dict.fromkeys((*_place_traits(incident), *_target_traits(incident), *_weapon_traits(incident)))
    return [{"incident": incident.id, "sort": sort, "value": value} for sort, value in found if value]


def _place_traits(incident: Incident) -> Iterator[tuple[str, str]]:
    place = incident.place.value
    if place is not None:
        yield from (("place", value) for value in (place.place or "", fold(place.name), fold(place.admin1 or "")))


def _target_traits(incident: Incident) -> Iterator[tuple[str, str]]:
    for hit in (entry.value for entry in incident.targets.entries):
        yield "target", f"kind:{hit.kind}"
        if hit.actor.kind == "armed_group":
            yield "target", "kind:armed_group"
        if hit.actor.country:
            yield "target", f"country:{hit.actor.country}"
            yield "target", f"{hit.kind}:{hit.actor.country}"
        for noun in {noun_of(text) for text in (*(span.text for span in hit.actor.spans), hit.actor.role or "")} - {""}:
            yield "target", f"noun:{noun}"
            if hit.effect != "unknown":
                yield "target", f"{hit.effect}:{noun}"


def _weapon_traits(incident: Incident) -> Iterator[tuple[str, str]]:
    for entry in incident.weapons.entries:
        yield from (("weapon", word) for word in fold(entry.value.name).split())


def noun_of(phrase: str) -> str:
    """Return the last word of a phrase, folded and in the singular: "two local journalists" is "journalist"."""
    word = (fold(phrase).split() or [""])[-1]
    return {"men": "man", "women": "woman", "people": "person", "children": "child"}.get(word) or _singular(word)


def _singular(word: str) -> str:
    for plural, single in (("women", "woman"), ("men", "man"), ("ies", "y")):
        if word.endswith(plural):
            return word.removesuffix(plural) + single
    return word if word.endswith("ss") else word.removesuffix("s")


FIGURES = ("killed", "injured", "abducted", "detained")


def figure_rows(incident: Incident) -> list[Row]:
    """Return a row a figure that any report gives: the lowest, the published and the highest."""
    ledgers: list[tuple[str, FigureLedger]] = [(name, getattr(incident, name)) for name in FIGURES]
    return [
        {"incident": incident.id, "field": name, "low": held.low, "best": held.best, "high": held.high}
        for name, held in ledgers
        if held.low is not None and held.best is not None and held.high is not None
    ]


def search_words(incident: Incident) -> str:
    """Return what an incident is found by in full text: its title and the names in it."""
    names = [actor.name for _, actor in _actors(incident) if actor.name]
    names += [weapon.value.name for weapon in incident.weapons.entries]
    return "\n".join(dict.fromkeys([incident.title, *names]))
