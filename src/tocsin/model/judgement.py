"""Judgements: what a person or a rule decided about incidents, append only."""

import datetime as dt
from dataclasses import dataclass

from tocsin.model.provenance import Span
from tocsin.model.reading import Mention
from tocsin.model.values import Perpetrator, Quantity, Timex, Toponym
from tocsin.model.vocabulary import Correctable, Kind, Level, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A mention as it was when it was judged: what it is found by again, whoever reads its report then.

    `mention` is the id that it goes by now, None while no reading of the report holds it (or the report isn't there).
    `evidence` are the characters [start, end) of its sentences; `place` and `day` tell apart what shares a trigger.
    """

    report: str
    mention: str | None
    trigger: Span
    kind: Kind
    evidence: tuple[tuple[int, int], ...] = ()
    place: str | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """The value that a field is given: `text` in words, and beside it the value itself where it isn't a word.

    A field whose value isn't known any more has `text` "unknown" and no value.
    """

    field: Correctable
    text: str
    time: Timex | None = None
    place: Toponym | None = None
    figure: Quantity | None = None
    perpetrator: Perpetrator | None = None

    @property
    def unknown(self) -> bool:
        """Whether the field is to have no value."""
        return self.text == UNKNOWN


UNKNOWN = "unknown"
"""What a correction says to withdraw a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision, never changed once it is made; an undo is a further one, and names the one that it undoes.

    `same`: all of `subject` and `other` are one incident. `different`: `subject` is one incident, `other` is another.
    `accept`, `reject`, `correct`: of the incident that `subject` makes, or with level "mention" of that account alone.
    `by` is a person's name, or "rule:" and a rule's. `at` is the clock's time (UTC) and may be wrong: what came first
    is told by `number`, which the store gives (0 before it did).
    """

    id: str
    verdict: Verdict
    by: str
    at: dt.datetime
    why: str = ""
    level: Level = "incident"
    subject: tuple[Anchor, ...] = ()
    other: tuple[Anchor, ...] = ()
    correction: Correction | None = None
    undoes: str | None = None
    number: int = 0

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """All mentions that it names."""
        return (*self.subject, *self.other)

    @property
    def subjects(self) -> tuple[str, ...]:
        """The ids of its subject's mentions that are there now."""
        return _present(self.subject)

    @property
    def others(self) -> tuple[str, ...]:
        """The ids of the other side's mentions that are there now."""
        return _present(self.other)

    @property
    def dormant(self) -> bool:
        """Whether it binds nothing now, because a side of it has no mention left."""
        if self.undoes is not None:
            return False
        return not self.subjects or (self.verdict in {"same", "different"} and not self.others)


def anchor(mention: Mention) -> Anchor:
    """Return what a mention is found by again."""
    return Anchor(
        report=mention.report,
        mention=mention.id,
        trigger=mention.trigger,
        kind=mention.kind,
        evidence=tuple((span.start, span.end) for span in mention.evidence),
        place=mention.place.name if mention.place else None,
        day=mention.time.start if mention.time else None,
    )


def _present(anchors: tuple[Anchor, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.mention for each in anchors if each.mention is not None))
