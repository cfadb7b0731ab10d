"""A report's text with all that was read from it, cut where any span starts or ends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tocsin.model import Mention, Reading, Report, Span
from tocsin.serve import wording

LAYERS: dict[str, str] = {
    "trigger": "What happened",
    "time": "When",
    "place": "Where",
    "perpetrator": "By whom",
    "target": "Against whom",
    "weapon": "With what",
    "figure": "How many",
    "statement": "Statement",
    "tally": "Tally or rank",
    "relation": "Relation",
}
"""What a span can stand for, in the order of the legend; the last three cover whole sentences."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters with the same layers; `why` names each value that rests on them."""

    text: str
    start: int
    layers: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked report: its title, its paragraphs, and how many spans each layer has."""

    title: tuple[Run, ...]
    paragraphs: tuple[tuple[Run, ...], ...]
    counts: dict[str, int] = field(default_factory=dict)


Layer = tuple[Span, str, str]


def mark(report: Report, reading: Reading) -> Marked:
    """Cut the report's text into runs; spans of other reports are left out."""
    layers = list(dict.fromkeys(layer for layer in _layers(reading) if layer[0].report == report.id))
    head = len(report.title)
    paragraphs = tuple(
        tuple(_runs(report.text, start, end, layers)) for start, end in _paragraphs(report.text, head)
    )
    counts = {name: sum(layer[1] == name for layer in layers) for name in LAYERS}
    return Marked(tuple(_runs(report.text, 0, head, layers)), paragraphs, counts)


def _paragraphs(text: str, start: int) -> Iterator[tuple[int, int]]:
    at = start
    for line in text[start:].splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)


def _runs(text: str, start: int, end: int, layers: list[Layer]) -> Iterator[Run]:
    here = [layer for layer in layers if layer[0].start < end and start < layer[0].end]
    inner = {edge for span, *_ in here for edge in (span.start, span.end) if start < edge < end}
    cuts = [start, *sorted(inner), end]
    for first, last in zip(cuts, cuts[1:], strict=False):
        covering = [layer for layer in here if layer[0].start <= first and last <= layer[0].end]
        names = tuple(name for name in LAYERS if any(layer[1] == name for layer in covering))
        why = "; ".join(dict.fromkeys(layer[2] for layer in covering))
        if first < last:
            yield Run(text[first:last], first, names, why)


def _layers(reading: Reading) -> Iterator[Layer]:
    for mention in reading.mentions:
        yield from _of_mention(mention)
    for statement in reading.statements:
        why = f"Statement: {wording.actor(statement.speaker)}, {statement.stance}"
        yield from _each((*statement.spans, *([statement.quote] if statement.quote else [])), "statement", why)
    for tally in reading.tallies:
        yield from _each(tally.spans, "tally", f"Tally: {tally.what}")
    for relation in reading.relations:
        why = f"Relation: {relation.subject} {wording.words(relation.predicate)} {relation.object}"
        yield from _each(relation.spans, "relation", why)


def _of_mention(mention: Mention) -> Iterator[Layer]:
    yield mention.trigger, "trigger", f"What: {wording.words(mention.kind)}, {mention.status}"
    if mention.time:
        yield from _each(mention.time.spans, "time", f"When: {wording.day(mention.time)}")
    if mention.place:
        yield from _each(mention.place.spans, "place", f"Where: {wording.place(mention.place)}")
    for culprit in mention.perpetrators:
        how = wording.held(culprit.attribution, culprit.attributed_by)
        yield from _each(culprit.actor.spans, "perpetrator", f"By whom: {wording.actor(culprit.actor)}, {how}")
    for target in mention.targets:
        yield from _each(target.actor.spans, "target", f"Against whom: {wording.target(target)}")
    for weapon in mention.weapons:
        yield from _each(weapon.quantity.spans, "weapon", f"With what: {wording.weapon(weapon)}")
    for name in ("killed", "injured", "abducted", "detained"):
        quantity = getattr(mention, name)
        if quantity:
            yield from _each(quantity.spans, "figure", f"{name.capitalize()}: {wording.count(quantity)}")


def _each(spans: Iterable[Span], layer: str, why: str) -> Iterator[Layer]:
    return ((span, layer, why) for span in spans)
