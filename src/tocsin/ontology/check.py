"""Find faults in the registry: what would link a name to the wrong actor or lead nowhere."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tocsin.model import Actor
from tocsin.model.vocabulary import PREDICATES
from tocsin.ontology.actors import AliasEntry, Registry
from tocsin.ontology.folding import fold

_SECTORLESS = frozenset({"person", "unknown", "group"})


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault: `rule` names the kind of fault, `subject` the actor or name that has it."""

    rule: str
    subject: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.rule}: {self.subject}: {self.detail}"


def check(registry: Registry) -> tuple[Finding, ...]:
    """Return every fault in the registry, sorted; none means that each name leads to one actor or says what decides."""
    found = [*_identities(registry), *_ambiguous(registry)]
    for actor in registry.actors:
        found += _aliases(actor)
        found += _relations(actor, registry)
    return tuple(sorted(found))


def _identities(registry: Registry) -> Iterator[Finding]:
    for actor_id, count in Counter(actor.id for actor in registry.actors).items():
        if count > 1:
            yield Finding("duplicate-id", actor_id, f"defined {count} times")
    for actor in registry.actors:
        if actor.sector is None and actor.kind not in _SECTORLESS:
            yield Finding("no-sector", actor.id, f"kind {actor.kind} needs a sector code")
        if actor.country is not None and actor.country not in registry.countries:
            yield Finding("unknown-country", actor.id, f"{actor.country!r} is no code in states.tsv")


def _aliases(actor: Actor) -> Iterator[Finding]:
    for (name, _), count in Counter((alias.name, alias.context) for alias in actor.aliases).items():
        if count > 1:
            yield Finding("duplicate-alias", actor.id, f"{name!r} stands {count} times")
    for alias in actor.aliases:
        if not fold(alias.name):
            yield Finding("empty-alias", actor.id, f"nothing is left of {alias.name!r}")
        if alias.since and alias.until and alias.since[: len(alias.until)] > alias.until:
            yield Finding("bad-dates", actor.id, f"{alias.name!r} ends before it begins")


def _relations(actor: Actor, registry: Registry) -> Iterator[Finding]:
    for relation in actor.relations:
        if relation.predicate not in PREDICATES:
            yield Finding("unknown-predicate", actor.id, relation.predicate)
        if relation.object not in registry:
            yield Finding("unknown-actor", actor.id, f"{relation.predicate} {relation.object!r}")
        if relation.object == actor.id:
            yield Finding("self-relation", actor.id, relation.predicate)
        if relation.since and relation.until and relation.since[: len(relation.until)] > relation.until:
            yield Finding("bad-dates", actor.id, f"{relation.predicate} {relation.object} ends before it begins")


def _ambiguous(registry: Registry) -> Iterator[Finding]:
    """Yield each name of several actors that nothing decides: one of them may go without context, as the usual one."""
    by_key: dict[tuple[str, bool], list[AliasEntry]] = defaultdict(list)
    for entry in registry.aliases():
        by_key[entry.key, entry.metonym].append(entry)
    for (key, _), entries in by_key.items():
        plain = [entry for entry in entries if not entry.alias.context]
        contexts = [(entry.actor.id, fold(word)) for entry in entries for word in entry.alias.context]
        if len({entry.actor.id for entry in plain}) > 1 and not _apart(plain):
            yield Finding("ambiguous-alias", key, " and ".join(sorted({entry.actor.id for entry in plain})))
        for word, count in Counter(word for _, word in set(contexts)).items():
            if count > 1:
                yield Finding("ambiguous-context", key, f"{word!r} decides for {count} actors")


def _apart(entries: list[AliasEntry]) -> bool:
    """Say whether the aliases were in use at different times, so that the report's day decides."""
    spans = sorted((entry.alias.since or "", entry.alias.until or "9999") for entry in entries)
    return all(before[1] < after[0] for before, after in pairwise(spans))
