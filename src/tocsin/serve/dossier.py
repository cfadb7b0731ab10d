"""All that an incident's page shows: each fact beside the words that it rests on, and what the reports add."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from tocsin.model import (
    ActorMention,
    Attribution,
    Coding,
    Entry,
    FigureLedger,
    Incident,
    Ledger,
    Mention,
    Reading,
    Relation,
    Report,
    Span,
    Statement,
    Tally,
)
from tocsin.serve import wording
from tocsin.serve.passages import Passage, outlet, passages

T = TypeVar("T")
_FIGURES = ("killed", "injured", "abducted", "detained")
_STRENGTH = ("claimed", "accused", "reported", "suspected", "unclaimed", "denied")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report as others cite it."""

    id: str
    outlet: str
    title: str
    published: str
    copy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One value of a fact, who gives it, and the sentences that say so."""

    text: str
    note: str
    published: bool
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A field of the incident: `value` in words, the rule that chose it, and every account of it."""

    key: str
    label: str
    value: str
    rule: str
    conflict: bool
    accounts: tuple[Account, ...]

    @property
    def said(self) -> bool:
        """Whether any report says it."""
        return bool(self.accounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An attribution: who, held responsible how and by whom, as of when, in which words."""

    actor: str
    state: str
    how: str
    as_of: str
    source: Source | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement: speaker, office, stance, and the sentences that hold it."""

    speaker: str
    office: str
    speaking_for: str
    stance: str
    label: str
    quote: str
    about: str
    here: bool
    source: Source
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A tally or relation in words, and the sentences that hold it."""

    text: str
    kind: str
    source: Source
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The whole page of one incident."""

    incident: Incident
    family: str
    facts: tuple[Fact, ...]
    held: tuple[Held, ...]
    by_whom: tuple[Held, ...]
    statements: tuple[Said, ...]
    other_statements: tuple[Said, ...]
    tallies: tuple[Read, ...]
    relations: tuple[Read, ...]
    codings: tuple[Coding, ...]
    sources: tuple[Source, ...]

    def fact(self, key: str) -> Fact:
        """Return the fact of that key."""
        return next(fact for fact in self.facts if fact.key == key)


class Desk:
    """Composes dossiers from the reports and readings at hand."""

    def __init__(self, reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> None:
        self._reports = reports
        self._readings = readings
        self._mentions = {
            mention.id: mention for reading in readings.values() for mention in reading.mentions
        }

    def dossier(self, incident: Incident) -> Dossier:
        """Return what the incident's page shows."""
        held = tuple(self._held(attribution) for attribution in incident.attributions)
        said = self._statements(incident)
        return Dossier(
            incident=incident,
            family=wording.family(incident.kind.value),
            facts=self._facts(incident),
            held=held,
            by_whom=_strongest(held),
            statements=tuple(statement for statement in said if statement.here),
            other_statements=tuple(statement for statement in said if not statement.here),
            tallies=self._tallies(incident),
            relations=self._relations(),
            codings=incident.codings,
            sources=tuple(self.source(report) for report in incident.reports if report in self._reports),
        )

    def source(self, report: str) -> Source:
        """Return the citation of a report; one that isn't at hand is cited by its id."""
        held = self._reports.get(report)
        if held is None:
            return Source(id=report, outlet=report, title="", published="", copy=False)
        return Source(
            id=report,
            outlet=outlet(held),
            title=held.title,
            published=wording.date(held.published),
            copy=held.twin_of is not None,
        )

    def statement(self, statement: Statement, incident: Incident | None = None) -> Said:
        """Return a statement in words; `here` where it is about the incident."""
        about = self._mentions.get(statement.about or "")
        here = incident is not None and statement.about in incident.mentions
        spans = statement.spans or statement.speaker.spans
        return Said(
            speaker=wording.actor(statement.speaker),
            office=statement.speaker.role or "",
            speaking_for=statement.speaking_for or "",
            stance=statement.stance,
            label=statement.label.text if statement.label else "",
            quote=statement.quote.text if statement.quote else "",
            about=_headline(about) if about else (statement.about or ""),
            here=here,
            source=self.source(statement.report),
            passages=passages(self._reports, spans),
        )

    def tally(self, tally: Tally) -> Read:
        """Return a tally or rank in words."""
        kind = "rank" if tally.rank is not None else "tally"
        return Read(text=_tally(tally), kind=kind, source=self.source(tally.report), passages=self._at(tally.spans))

    def relation(self, relation: Relation) -> Read:
        """Return a relation in words."""
        years = f" ({relation.since or '…'} – {relation.until or '…'})" if relation.since or relation.until else ""
        text = f"{relation.subject} {wording.words(relation.predicate)} {relation.object}{years}"
        source = self.source(relation.report or relation.source or "registry")
        return Read(text=text, kind="relation", source=source, passages=self._at(relation.spans))

    def _at(self, spans: tuple[Span, ...]) -> tuple[Passage, ...]:
        return passages(self._reports, spans)

    def _facts(self, incident: Incident) -> tuple[Fact, ...]:
        return (
            self._fact("kind", "What", incident.kind, wording.words),
            self._fact("status", "Status", incident.status, wording.words),
            self._fact("place", "Where", incident.place, wording.place),
            self._fact("time", "When", incident.time, wording.day),
            self._fact("targets", "Against whom", incident.targets, wording.target, many=True),
            self._fact("weapons", "With what", incident.weapons, wording.weapon, many=True),
            *(self._figure(name, getattr(incident, name)) for name in _FIGURES),
        )

    def _figure(self, name: str, figure: FigureLedger) -> Fact:
        fact = self._fact(name, name.capitalize(), figure.ledger, wording.count)
        return Fact(
            key=name,
            label=fact.label,
            value=wording.figure(figure),
            rule=fact.rule,
            conflict=fact.conflict,
            accounts=fact.accounts,
        )

    def _fact(
        self, key: str, label: str, ledger: Ledger[T], say: Callable[[T], str], *, many: bool = False
    ) -> Fact:
        accounts = tuple(
            self._account(entry, say, published=many or number == ledger.published)
            for number, entry in enumerate(ledger.entries)
        )
        accounts = tuple(sorted(accounts, key=lambda account: not account.published))
        shown = dict.fromkeys(account.text for account in accounts if account.published)
        return Fact(
            key=key,
            label=label,
            value="; ".join(shown) or "not said",
            rule=ledger.rule,
            conflict=ledger.conflict and not many,
            accounts=accounts,
        )

    def _account(self, entry: Entry[T], say: Callable[[T], str], *, published: bool) -> Account:
        spans = entry.spans or getattr(entry.value, "spans", ())
        precision = getattr(entry.value, "precision", None)
        note = f"known to the {precision}" if precision and precision != "unknown" else ""
        return Account(
            text=say(entry.value),
            note=note,
            published=published,
            sources=tuple(self.source(report) for report in entry.reports),
            passages=passages(self._reports, spans or self._triggers(entry.mentions)),
        )

    def _triggers(self, mentions: tuple[str, ...]) -> tuple[Span, ...]:
        return tuple(self._mentions[mention].trigger for mention in mentions if mention in self._mentions)

    def _held(self, held: Attribution) -> Held:
        spans = held.actor.spans or self._triggers((held.mention,))
        return Held(
            actor=_culprit(held.actor, held.state),
            state=held.state,
            how=wording.held(held.state, held.attributed_by),
            as_of=wording.date(held.as_of),
            source=self.source(held.report),
            passages=passages(self._reports, spans),
        )

    def _statements(self, incident: Incident) -> tuple[Said, ...]:
        """Return the statements of the incident's reports in order; syndicated copies would repeat them."""
        return tuple(
            self.statement(statement, incident)
            for reading in self._originals(incident)
            for statement in reading.statements
        )

    def _tallies(self, incident: Incident) -> tuple[Read, ...]:
        return tuple(
            self.tally(tally)
            for reading in self._originals(incident)
            for tally in reading.tallies
            if tally.incident is None or tally.incident in incident.mentions
        )

    def _relations(self) -> tuple[Read, ...]:
        unique = {
            (relation.subject, relation.predicate, relation.object): relation
            for reading in reversed(self._readings.values())
            for relation in reversed(reading.relations)
        }
        return tuple(self.relation(relation) for relation in reversed(unique.values()))

    def _originals(self, incident: Incident) -> tuple[Reading, ...]:
        held = [report for report in incident.reports if report in self._readings]
        own = [report for report in held if self._twin(report) not in held]
        return tuple(self._readings[report] for report in own)

    def _twin(self, report: str) -> str | None:
        return self._reports[report].twin_of if report in self._reports else None


def _culprit(actor: ActorMention, state: str) -> str:
    name = wording.actor(actor)
    return "No one" if name == "unknown" and state == "unclaimed" else name


def _strongest(held: tuple[Held, ...]) -> tuple[Held, ...]:
    """Return each actor once, as held by the strongest attribution, at most three."""
    ranked = sorted(held, key=lambda each: _STRENGTH.index(each.state))
    unique = {each.actor: each for each in reversed(ranked)}
    return tuple(each for each in ranked if unique[each.actor] is each)[:3]


def _headline(mention: Mention) -> str:
    where = f", {wording.place(mention.place)}" if mention.place else ""
    when = f", {wording.day(mention.time)}" if mention.time and mention.time.start else ""
    return f"{wording.words(mention.kind)}{where}{when}"


def _tally(tally: Tally) -> str:
    """Return the tally in words: what, how many, by and against whom, where, since when."""
    parts = [wording.capital(tally.what)]
    if tally.rank is not None:
        parts = [f"Rank {tally.rank}: {tally.what}"]
    elif tally.low is not None or tally.high is not None:
        low, high = tally.low, tally.high
        number = f"{low:,}" if low == high and low is not None else f"{low or 0:,}{'–' + format(high, ',') if high else '+'}"
        parts = [f"{'about ' if tally.approximate else ''}{number} {tally.what}"]
    pairs = (("by", tally.actor), ("against", tally.target), ("in", tally.place))
    parts += [f"{word} {value}" for word, value in pairs if value]
    parts += [f"since {wording.date(tally.since)}"] if tally.since else []
    parts += [f"until {wording.date(tally.until)}"] if tally.until else []
    return wording.capital(" ".join(parts))
