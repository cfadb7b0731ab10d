"""Scores a reading in the case format against its annotation, block by block."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tocsin.evaluate import similarity

Json = Mapping[str, Any]
Alike = Callable[[Json, Json], float]

EXACT_FIELDS = ("kind", "scope", "status", "date", "place", "killed", "injured")
PART_FIELDS = {
    "perpetrators": "perpetrators",
    "attribution": "perpetrators",
    "targets": "targets",
    "effects": "targets",
    "weapons": "weapons",
}
FIELDS = (*EXACT_FIELDS, *PART_FIELDS)
BLOCKS = ("incidents", "fields", "statements", "tallies", "relations")
MATCH_FLOOR = 0.3
PART_FLOOR = 0.5


@dataclass(slots=True)
class Counts:
    """Hits, what the system gave and what gold holds, by slot."""

    table: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def add(self, slot: str, hit: int, system: int, gold: int) -> None:
        """Add to a slot."""
        hits, systems, golds = self.table.get(slot, (0, 0, 0))
        self.table[slot] = (hits + hit, systems + system, golds + gold)

    def f1(self, slot: str) -> float:
        """Return F1 of a slot; 1 where there is nothing to find and nothing was given."""
        hits, systems, golds = self.table.get(slot, (0, 0, 0))
        return 1.0 if systems == golds == 0 else 2 * hits / (systems + golds)

    def figures(self) -> dict[str, float]:
        """Return F1 per slot, the mean over the incident's fields and the mean of the five blocks, to 4 places."""
        slots = ("incidents", "headline_found", *FIELDS, "statements", "tallies", "relations")
        figures = {slot: round(self.f1(slot), 4) for slot in slots}
        figures["fields"] = round(sum(figures[slot] for slot in FIELDS) / len(FIELDS), 4)
        figures["overall"] = round(sum(figures[block] for block in BLOCKS) / len(BLOCKS), 4)
        return figures


def score_case(gold: Json, system: Json, counts: Counts) -> None:
    """Add one case's hits to `counts`."""
    ours, theirs = gold["incidents"], system.get("incidents") or []
    weights = {(i, j): similarity.incident(a, b) for i, a in enumerate(ours) for j, b in enumerate(theirs)}
    pairs = similarity.pair_up(weights, MATCH_FLOOR)
    found = {i for i, _ in pairs}
    headlines = [i for i, each in enumerate(ours) if each["scope"] == "headline"]
    counts.add("incidents", len(pairs), len(theirs), len(ours))
    counts.add("headline_found", len(found.intersection(headlines)), len(headlines), len(headlines))
    for i, j in pairs:
        _score_incident(ours[i], theirs[j], counts)
    for i in set(range(len(ours))) - found:
        _miss_incident(ours[i], counts)
    counts.add("statements", *_sets(gold["statements"], system.get("statements"), similarity.statement))
    counts.add("tallies", *_sets(gold["tallies"], system.get("tallies"), similarity.tally))
    counts.add("relations", *_sets(gold["relations"], system.get("relations"), similarity.relation))


def _score_incident(gold: Json, system: Json, counts: Counts) -> None:
    for name in ("kind", "scope", "status"):
        counts.add(name, int(gold[name] == system.get(name)), 1, 1)
    counts.add("date", int(similarity.same_date(gold["date"], system.get("date"))), 1, 1)
    counts.add("place", int(similarity.same_place(gold["place"], system.get("place"))), 1, 1)
    for name in ("killed", "injured"):
        counts.add(name, int(similarity.same_figure(gold[name], system.get(name))), 1, 1)
    for slot, part in PART_FIELDS.items():
        counts.add(slot, *_sets(gold[part], system.get(part), _with_label(slot)))


def _miss_incident(gold: Json, counts: Counts) -> None:
    """Charge every field of an incident that wasn't found."""
    for name in EXACT_FIELDS:
        counts.add(name, 0, 0, 1)
    for slot, part in PART_FIELDS.items():
        counts.add(slot, 0, 0, len(gold[part]))


def _with_label(slot: str) -> Alike:
    label = {"attribution": "attribution", "effects": "effect"}.get(slot)
    if label is None:
        return similarity.actor
    return lambda gold, system: similarity.actor(gold, system) * (gold[label] == system.get(label))


def _sets(gold: Sequence[Json], system: Iterable[Json] | None, alike: Alike) -> tuple[int, int, int]:
    theirs = list(system or [])
    weights = {(i, j): alike(a, b) for i, a in enumerate(gold) for j, b in enumerate(theirs)}
    return len(similarity.pair_up(weights, PART_FLOOR)), len(theirs), len(gold)
