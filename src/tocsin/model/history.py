"""How an incident came to be what it is: what would have been published as of each day, and what changed it."""

import datetime as dt
from dataclasses import dataclass
from typing import Generic, TypeVar

from tocsin.model.incident import Attribution
from tocsin.model.values import Quantity, Timex, Toponym
from tocsin.model.vocabulary import AttributionState, Kind, Status

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[T]):
    """What a field's published value became on a day, by which rule, and the report and outlet that moved it.

    `day` is None where only undated reports give it.
    """

    day: dt.date | None
    value: T | None
    rule: str
    report: str
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """Who was held responsible as of a day: the strongest state, all that stood beside it, and what was new.

    `state` is None where nothing stood any more; each attribution is given once, by the first report that says it.
    """

    day: dt.date | None
    state: AttributionState | None
    held: tuple[Attribution, ...]
    new: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The steps of each field that has one published value, and of the attribution, in the order of days."""

    kind: tuple[Step[Kind], ...] = ()
    status: tuple[Step[Status], ...] = ()
    time: tuple[Step[Timex], ...] = ()
    place: tuple[Step[Toponym], ...] = ()
    killed: tuple[Step[Quantity], ...] = ()
    injured: tuple[Step[Quantity], ...] = ()
    abducted: tuple[Step[Quantity], ...] = ()
    detained: tuple[Step[Quantity], ...] = ()
    attribution: tuple[Responsibility, ...] = ()
