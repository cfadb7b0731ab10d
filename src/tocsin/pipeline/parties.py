"""The actors that a query asks for: who is meant, who rolled up to them when, and through whom an incident counts."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tocsin.errors import ActorError
from tocsin.model import ActorMention, Incident, Relation
from tocsin.ontology.actors import Registry
from tocsin.ontology.folding import fold
from tocsin.ontology.rolling_up import UPWARD, Membership
from tocsin.store.interface import View
from tocsin.store.query import IncidentQuery, Part, Party, Spell

_ALL = 1_000_000
"""So many relations of reports are taken into account at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A name that was asked for: `actor` and `title` are the registry's id and name, None and the words without one.

    `memberships` are those that count for it, nearest first; `party` is what is searched for.
    """

    name: str
    part: Part | None
    actor: str | None
    title: str
    memberships: tuple[Membership, ...]
    party: Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Through:
    """An actor of an incident that counts for the one asked for, and how: "A, part of B since 2023"."""

    incident: str
    actor: str
    text: str


def resolve(view: View, query: IncidentQuery, registry: Registry) -> tuple[IncidentQuery, tuple[Asked, ...]]:
    """Return the query with what its names mean, and that in full.

    A name of the registry is that actor, with whoever rolled up to it; any other is a part of a name in the record.
    Memberships are the registry's, with those that reports told of only where `read_relations` asks for them.
    ActorError where no actor of registry or record has the name, or several of the registry go by it.
    """
    if not query.named:
        return query, ()
    if query.read_relations:
        registry = registry.extended(_read(view, registry))
    asked = tuple(_asked(view, name, part, registry, exact=query.actor_exact) for name, part in query.named)
    return replace(query, parties=tuple(each.party for each in asked)), asked


def _asked(view: View, name: str, part: Part | None, registry: Registry, *, exact: bool) -> Asked:
    actors = registry.meant(name)
    if len(actors) > 1:
        choices = tuple((actor.id, actor.name) for actor in actors)
        advice = f"choose {_listed(choices)}"
        raise ActorError(f"several actors go by “{name}”", name=name, advice=advice, candidates=choices)
    if actors:
        (actor,) = actors
        memberships = () if exact else registry.memberships(actor.id)
        party = party_of(actor.id, memberships, (name, actor.name), part)
        return Asked(name=name, part=part, actor=actor.id, title=actor.name, memberships=memberships, party=party)
    if not view.has_actor(name):
        choices = tuple((actor.id, actor.name) for actor in registry.near(name))
        advice = f"did you mean {_listed(choices)}?" if choices else "give a name as reports have it, or a registry id"
        unknown = f"neither registry nor record knows an actor “{name}”"
        raise ActorError(unknown, name=name, advice=advice, candidates=choices)
    party = Party(spells=(Spell(actor=fold(name)),), part=part) if exact else Party(words=name, part=part)
    return Asked(name=name, part=part, actor=None, title=name, memberships=(), party=party)


def party_of(actor: str, memberships: Iterable[Membership], names: Iterable[str], part: Part | None) -> Party:
    """Return what to search for: the actor, by its names too where nothing linked them, and whoever rolls up to it."""
    own = [Spell(actor=key) for key in dict.fromkeys((actor, *map(fold, names))) if key]
    spells = (Spell(actor=each.actor, since=each.since, until=each.until) for each in memberships)
    return Party(spells=tuple(dict.fromkeys((*own, *spells))), part=part)


def _listed(choices: Iterable[tuple[str, str]]) -> str:
    return " or ".join(f"{ident} ({name})" for ident, name in choices)


def _read(view: View, registry: Registry) -> Iterator[Relation]:
    """Yield the memberships that reports told of, between actors that the registry knows for certain."""
    for relation in view.relations(limit=_ALL):
        if relation.predicate in UPWARD:
            ends = [registry.meant(name) for name in (relation.subject, relation.object)]
            if all(len(found) == 1 for found in ends):
                yield replace(relation, subject=ends[0][0].id, object=ends[1][0].id)


def through(incidents: Iterable[Incident], asked: Iterable[Asked], registry: Registry) -> tuple[Through, ...]:
    """Return by whom incidents count for an actor asked for that has no part in them itself."""
    named = tuple(asked)
    return tuple(
        Through(incident=incident.id, actor=found.actor, text=text)
        for incident in incidents
        for each in named
        if (found := _member(incident, each)) and (text := chain_words(found, registry))
    )


def _member(incident: Incident, asked: Asked) -> Membership | None:
    present = {actor.actor for actor in _actors(incident, asked.part)}
    if asked.actor is None or asked.actor in present:
        return None
    time = incident.time.value
    start, end = (time.start, time.end) if time else (None, None)
    return next((each for each in asked.memberships if each.actor in present and each.holds(start, end)), None)


def _actors(incident: Incident, part: Part | None) -> Iterator[ActorMention]:
    if part != "target":
        held = (each for each in incident.attributions if part is None or (each.stands and each.state != "denied"))
        yield from (each.actor for each in held)
    if part != "perpetrator":
        yield from (entry.value.actor for entry in incident.targets.entries)


def chain_words(membership: Membership, registry: Registry) -> str:
    """Return how an actor rolls up: "A, part of B since October 2023, part of C"; "" where all have one name."""
    last = registry.get(membership.actor).name
    parts = [last]
    for relation in membership.chain:
        name = registry.get(relation.object).name
        # A state and its government may go by one name.
        if name != last:
            parts.append(" ".join(filter(None, (relation.predicate.replace("_", " "), name, _years(relation)))))
        last = name
    return ", ".join(parts) if len(parts) > 1 else ""


def _years(relation: Relation) -> str:
    since, until = _when(relation.since), _when(relation.until)
    if since and until:
        return f"from {since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else ""


def _when(text: str | None) -> str:
    """Return "2014", "October 2023" or "7 Oct 2023"."""
    parts = [int(part) for part in (text or "").split("-") if part]
    if len(parts) < 2:
        return text or ""
    day = dt.date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    return f"{day.day} {day:%b %Y}" if len(parts) > 2 else f"{day:%B %Y}"
