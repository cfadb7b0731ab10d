"""A report's text cut where any words that something rests on start or end."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from tocsin.model import Report, Span
from tocsin.serve.notes import Note

LAYERS: dict[str, str] = {
    "trigger": "What happened",
    "time": "When",
    "place": "Where",
    "perpetrator": "By whom",
    "target": "Against whom",
    "weapon": "With what",
    "figure": "How many",
    "tally": "Tally or rank",
    "relation": "Relation",
    "statement": "Statement",
}
"""What words can stand for, in the order of the legend; where several do, the first gives the colour and the link."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters with the same layers; `why` names each value that rests on them, `ref` is the anchor of the first."""

    text: str
    start: int
    layers: tuple[str, ...] = ()
    why: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked report: its title, its paragraphs, and how many stretches of words each layer has."""

    title: tuple[Run, ...]
    paragraphs: tuple[tuple[Run, ...], ...]
    counts: dict[str, int] = field(default_factory=dict)


Mark = tuple[Span, Note]
_RANK = {layer: rank for rank, layer in enumerate(LAYERS)}


def mark(report: Report, notes: Iterable[Note]) -> Marked:
    """Cut the report's text into runs; spans of other reports are left out."""
    ranked = sorted(notes, key=lambda note: _RANK[note.layer])
    marks = [(span, note) for note in ranked for span in note.spans if span.report == report.id]
    head = len(report.title)
    paragraphs = tuple(tuple(_runs(report.text, *ends, marks)) for ends in _paragraphs(report.text, head))
    counts = Counter(layer for layer, _ in {(note.layer, span) for span, note in marks})
    return Marked(tuple(_runs(report.text, 0, head, marks)), paragraphs, {name: counts[name] for name in LAYERS})


def _paragraphs(text: str, start: int) -> Iterator[tuple[int, int]]:
    at = start
    for line in text[start:].splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)


def _runs(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[Run]:
    here = [mark for mark in marks if mark[0].start < end and start < mark[0].end]
    inner = {edge for span, _ in here for edge in (span.start, span.end) if start < edge < end}
    for first, last in pairwise([start, *sorted(inner), end]):
        covering = [note for span, note in here if span.start <= first and last <= span.end]
        layers = tuple(dict.fromkeys(note.layer for note in covering))
        why = "; ".join(dict.fromkeys(f"{note.label}: {note.value}" for note in covering))
        yield Run(text[first:last], first, layers, why, covering[0].ref if covering else "")
