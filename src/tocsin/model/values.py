"""The typed values that mentions, statements and incidents are made of; each shows its words and its maker.

`None` means not examined or not said; `0` or `()` means looked, and the text says none.
Dates are local calendar days; coordinates are WGS 84 degrees.
"""

import datetime as dt
from dataclasses import dataclass

from tocsin.model.provenance import Span
from tocsin.model.vocabulary import (
    ActorKind,
    AttributionState,
    Effect,
    PlacePrecision,
    PlaceRelation,
    TargetKind,
    TimePrecision,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A count as the text gives it: "at least five" is low 5, high None; "around eighty" is 80–80, approximate.

    `said_by` names whom the report has it from, None where it says it itself; `official`: that is a public authority.
    `replaces` are earlier counts that the text says this one takes the place of: 19 in "raised to 23 from 19".
    """

    low: int | None
    high: int | None
    approximate: bool = False
    said_by: str | None = None
    official: bool = False
    replaces: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    by: str = ""
    confidence: float | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is over high {self.high}")

    @property
    def number(self) -> int | None:
        """The number that stands for the count: its lower end, else its upper."""
        return self.low if self.low is not None else self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression resolved to days: both ends included; both None where the text doesn't fix it."""

    start: dt.date | None
    end: dt.date | None
    precision: TimePrecision
    spans: tuple[Span, ...] = ()
    by: str = ""
    confidence: float | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError(f"start {self.start} is after end {self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name resolved to a gazetteer entry, or left open: `place` is the gazetteer's id, None where unknown."""

    name: str
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    feature: str | None = None
    precision: PlacePrecision = "unknown"
    relation: PlaceRelation = "at"
    spans: tuple[Span, ...] = ()
    by: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Words that refer to an actor; `actor` is the registry's id, `name` its usual or fullest name, None if unnamed.

    `country` is ISO 3166 alpha-2; `sector` a PLOVER sector code such as GOV, MIL, REB.
    """

    name: str | None
    actor: str | None = None
    kind: ActorKind = "unknown"
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    spans: tuple[Span, ...] = ()
    by: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Perpetrator:
    """Who is held responsible, how, and by whom ("accused" by the police); `attributed_by` is a name."""

    actor: ActorMention
    attribution: AttributionState
    attributed_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Who or what was hit, and what became of it."""

    actor: ActorMention
    kind: TargetKind = "other"
    effect: Effect = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon:
    """What it was done with; `quantity` counts the weapons where the text does, its spans are the weapon's words."""

    name: str
    quantity: Quantity
