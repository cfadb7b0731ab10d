"""Find faults in the ontology: what would link a name to the wrong actor, lead nowhere or have no definition.

`python -m tocsin.ontology.check` prints a line for each fault and ends with exit code 1 where there is one.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

from tocsin.errors import TocsinError
from tocsin.model import Actor
from tocsin.model.vocabulary import ATTRIBUTION_STATES, KINDS, PREDICATES, SCOPES, STANCES, STATUSES, ActorKind
from tocsin.ontology.actors import AliasEntry, Registry, load_registry
from tocsin.ontology.crosswalk import load_crosswalks
from tocsin.ontology.folding import fold
from tocsin.ontology.vocabularies import Vocabulary, load_vocabularies

_KINDS = get_args(ActorKind)
_SECTORLESS = frozenset({"person", "unknown", "group"})
_LABELS: Mapping[str, tuple[str, ...]] = {
    "kind": KINDS,
    "status": STATUSES,
    "scope": SCOPES,
    "stance": STANCES,
    "predicate": PREDICATES,
    "attribution": ATTRIBUTION_STATES,
}


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


def check_vocabularies(vocabularies: Mapping[str, Vocabulary], registry: Registry) -> tuple[Finding, ...]:
    """Return our labels that have no definition or are none of ours, and codes of actors that no vocabulary has."""
    own = vocabularies["TOCSIN"]
    found = [
        Finding("no-definition" if label in labels else "unknown-label", f"{field} {label}", own.title)
        for field, labels in _LABELS.items()
        for label in {str(term.code) for term in own.fields.get(field, ())} ^ set(labels)
    ]
    return tuple(sorted([*found, *check_codes(registry, vocabularies)]))


def check_codes(registry: Registry, vocabularies: Mapping[str, Vocabulary] | None = None) -> tuple[Finding, ...]:
    """Return the codes of actors that no vocabulary has."""
    vocabularies = vocabularies or load_vocabularies()
    found = []
    for actor in registry.actors:
        if actor.sector and not vocabularies["PLOVER"].has("sector", actor.sector):
            found.append(Finding("unknown-sector", actor.id, actor.sector))
        if actor.acled_type and not vocabularies["ACLED"].has("actor_type", actor.acled_type):
            found.append(Finding("unknown-actor-type", actor.id, str(actor.acled_type)))
    return tuple(sorted(found))


def _identities(registry: Registry) -> Iterator[Finding]:
    for actor_id, count in Counter(actor.id for actor in registry.actors).items():
        if count > 1:
            yield Finding(
                "duplicate-id",
                actor_id,
                f"defined {count} times; an own entry that shall stand for it says `replaces: true`",
            )
    for actor in registry.actors:
        if actor.sector is None and actor.kind not in _SECTORLESS:
            yield Finding("no-sector", actor.id, f"kind {actor.kind} needs a sector code")
        if actor.kind not in _KINDS:
            yield Finding("unknown-kind", actor.id, f"{actor.kind!r} is none of {', '.join(_KINDS)}")
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
        if not relation.since and (relation.subject, relation.predicate, relation.object) not in registry.undated:
            detail = f'{relation.predicate} {relation.object} has no beginning: give one, or "?" where it isn\'t known'
            yield Finding("no-date", actor.id, detail)
        if not relation.source or relation.source.startswith("tocsin:"):
            yield Finding("no-source", actor.id, f"{relation.predicate} {relation.object} rests on no source")


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


def check_all(registry: Registry) -> tuple[Finding, ...]:
    """Return every fault in the registry, the vocabularies and the crosswalks; FormatError where one can't be read."""
    return (*check(registry), *check_vocabularies(load_crosswalks().vocabularies, registry))


def main() -> int:
    """Check what comes with the package; return the exit code."""
    try:
        registry = load_registry()
        findings = check_all(registry)
    except TocsinError as error:
        sys.stdout.write(f"{error}\n")
        return 1
    sys.stdout.writelines(f"{finding}\n" for finding in findings)
    sys.stdout.write(f"{len(registry)} actors, {len(findings)} findings\n")
    return 1 if findings else 0


if __name__ == "__main__":
    raise SystemExit(main())
