"""An incident: what happened in the world, reconciled from mentions; each field a small ledger."""

import datetime as dt
from dataclasses import dataclass
from typing import Generic, TypeVar

from tocsin.model.provenance import Span
from tocsin.model.values import ActorMention, Quantity, Target, Timex, Toponym, Weapon
from tocsin.model.vocabulary import AttributionState, Correctable, Kind, ReviewState, Scope, Status

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Generic[T]):
    """One value of a field with the mentions and reports that support it, earliest published first.

    `first` and `last` are the days of the first and the last of these reports that are dated.
    """

    value: T
    mentions: tuple[str, ...]
    reports: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger(Generic[T]):
    """All the values of a field. `published` indexes `entries` (None: nothing published), `rule` says what chose it.

    `conflict` marks entries that can't both be right.
    """

    entries: tuple[Entry[T], ...] = ()
    published: int | None = None
    rule: str = ""
    conflict: bool = False

    @property
    def value(self) -> T | None:
        """The published value."""
        return None if self.published is None else self.entries[self.published].value


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLedger:
    """A figure over all reports: lowest, published and highest, and every account of it."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    ledger: Ledger[Quantity] = Ledger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is held responsible, by whom, as of the report's day; "unclaimed" is itself a sourced fact.

    `stands` is False for what a later report replaced. `statement` is the id of the statement that says it, where
    no more than a statement does. `judged_by` is the person who set it in a correction: such a one rests on no
    report, both its ids are empty, and no other stands beside it.
    """

    state: AttributionState
    actor: ActorMention
    attributed_by: str | None = None
    as_of: dt.date | None = None
    report: str
    mention: str
    statement: str | None = None
    stands: bool = True
    judged_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """The incident in one outside vocabulary: its codes by field name, whether it is eligible, and why."""

    scheme: str
    codes: dict[str, str | int | None]
    eligible: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """What happened in the world. `counted` is the reality filter; ids are stable and start with "inc-".

    `review` is what people decided of it last, `corrected` names the fields whose published value a person set.
    """

    id: str
    title: str
    mentions: tuple[str, ...]
    reports: tuple[str, ...]
    counted: bool
    kind: Ledger[Kind]
    status: Ledger[Status]
    scope: Scope
    time: Ledger[Timex]
    place: Ledger[Toponym]
    killed: FigureLedger = FigureLedger()
    injured: FigureLedger = FigureLedger()
    abducted: FigureLedger = FigureLedger()
    detained: FigureLedger = FigureLedger()
    targets: Ledger[Target] = Ledger()
    weapons: Ledger[Weapon] = Ledger()
    attributions: tuple[Attribution, ...] = ()
    codings: tuple[Coding, ...] = ()
    confidence: float | None = None
    review: ReviewState = "unreviewed"
    corrected: tuple[Correctable, ...] = ()
