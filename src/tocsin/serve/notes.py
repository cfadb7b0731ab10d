"""What was read from a report, value by value, for the margin beside its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.model import Mention, Quantity, Reading, Span, Statement
from tocsin.serve import wording

_FIGURES = ("killed", "injured", "abducted", "detained")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A value and the words that it rests on; `ref` is its anchor in the margin, `layer` how its words are marked."""

    ref: str
    layer: str
    label: str
    value: str
    spans: tuple[Span, ...]

    @property
    def start(self) -> int | None:
        """Where its first words start, None where it has none."""
        return min((span.start for span in self.spans), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A mention with its values."""

    mention: Mention
    title: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """All that was read from one report."""

    groups: tuple[Group, ...] = ()
    statements: tuple[Note, ...] = ()
    tallies: tuple[Note, ...] = ()
    relations: tuple[Note, ...] = ()

    def __iter__(self) -> Iterator[Note]:
        for group in self.groups:
            yield from group.notes
        yield from (*self.statements, *self.tallies, *self.relations)


def note(reading: Reading) -> Notes:
    """Return the reading as notes."""
    return Notes(
        groups=tuple(_group(number, mention) for number, mention in enumerate(reading.mentions, 1)),
        statements=tuple(_statement(number, each) for number, each in enumerate(reading.statements, 1)),
        tallies=tuple(
            Note(ref=f"tally-{number}", layer="tally", label="Tally", value=wording.tally(each), spans=each.spans)
            for number, each in enumerate(reading.tallies, 1)
        ),
        relations=tuple(
            Note(
                ref=f"relation-{number}",
                layer="relation",
                label="Relation",
                value=wording.relation(each),
                spans=each.spans,
            )
            for number, each in enumerate(reading.relations, 1)
        ),
    )


def _group(number: int, mention: Mention) -> Group:
    notes = tuple(
        Note(ref=f"m{number}-{position}", layer=layer, label=label, value=value, spans=spans)
        for position, (layer, label, value, spans) in enumerate(_values(mention), 1)
    )
    return Group(mention=mention, title=wording.capital(wording.words(mention.kind)), notes=notes)


def _values(mention: Mention) -> Iterator[tuple[str, str, str, tuple[Span, ...]]]:
    """Yield layer, label, value and words of each value, in the order of an analyst's questions."""
    yield "trigger", "What", f"{wording.words(mention.kind)}, {mention.status}", (mention.trigger,)
    if mention.place:
        yield "place", "Where", wording.place(mention.place), mention.place.spans
    if mention.time:
        yield "time", "When", wording.day(mention.time), mention.time.spans
    for culprit in mention.perpetrators:
        how = wording.held(culprit.attribution, culprit.attributed_by)
        name = wording.culprit(culprit.actor, culprit.attribution)
        yield "perpetrator", "By whom", f"{name}: {how}", culprit.actor.spans
    for target in mention.targets:
        yield "target", "Against whom", wording.target(target), target.actor.spans
    for weapon in mention.weapons:
        yield "weapon", "With what", wording.weapon(weapon), weapon.quantity.spans
    for name in _FIGURES:
        quantity: Quantity | None = getattr(mention, name)
        if quantity:
            yield "figure", name.capitalize(), wording.count(quantity), quantity.spans


def _statement(number: int, statement: Statement) -> Note:
    quote = (statement.quote,) if statement.quote else ()
    return Note(
        ref=f"statement-{number}",
        layer="statement",
        label=statement.stance,
        value=wording.speaker(statement),
        spans=(*(statement.spans or statement.speaker.spans), *quote),
    )
