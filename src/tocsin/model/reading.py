"""What is read from one report: mentions of incidents, statements, tallies and relations."""

import datetime as dt
from dataclasses import dataclass

from tocsin.model.provenance import Span
from tocsin.model.values import ActorMention, Perpetrator, Quantity, Target, Timex, Toponym, Weapon
from tocsin.model.vocabulary import Kind, Predicate, Scope, Stance, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One report's account of one incident. Ids are unique in the report: `<report id>:m1`."""

    id: str
    report: str
    trigger: Span
    kind: Kind
    status: Status = "occurred"
    scope: Scope = "background"
    time: Timex | None = None
    place: Toponym | None = None
    perpetrators: tuple[Perpetrator, ...] = ()
    targets: tuple[Target, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    killed: Quantity | None = None
    injured: Quantity | None = None
    abducted: Quantity | None = None
    detained: Quantity | None = None
    evidence: tuple[Span, ...] = ()
    by: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who said what about whom. `about` is a mention id of the same report, or an actor's name, or None.

    `speaker.role` is the office; `speaking_for` the name of the body spoken for; `label` the name that the
    speaker gives the event; `quote` the words in quotation marks, None for reported speech.
    """

    id: str
    report: str
    speaker: ActorMention
    stance: Stance
    speaking_for: str | None = None
    about: str | None = None
    label: Span | None = None
    quote: Span | None = None
    spans: tuple[Span, ...] = ()
    by: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A count over many events, never a point on the map; or a rank ("the first since"), with the ranked mention.

    `since` and `until` are days; `incident` is a mention id of the same report.
    """

    id: str
    report: str
    what: str
    low: int | None = None
    high: int | None = None
    approximate: bool = False
    rank: int | None = None
    incident: str | None = None
    actor: str | None = None
    target: str | None = None
    place: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    spans: tuple[Span, ...] = ()
    by: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What two actors are to each other, in time. `since` and `until` keep the text's precision: "2014", "2023-10-07".

    In the registry `report` is None and `source` says who asserts it.
    """

    subject: str
    predicate: Predicate
    object: str
    since: str | None = None
    until: str | None = None
    report: str | None = None
    source: str | None = None
    spans: tuple[Span, ...] = ()
    by: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one report says, and the ids of the components that read it.

    `skipped` is the chance, 0 to 1, that the report tells of anything to read, where that was too low for it to be
    read; None for one that was read. `notes` say in plain words what was read otherwise than usual: in part, or not.
    """

    report: str
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    tallies: tuple[Tally, ...] = ()
    relations: tuple[Relation, ...] = ()
    components: tuple[str, ...] = ()
    skipped: float | None = None
    notes: tuple[str, ...] = ()
