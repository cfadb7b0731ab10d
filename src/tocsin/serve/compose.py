"""Composes an incident's page from the incident, its reports and what was read from them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from tocsin.model import (
    Attribution,
    Entry,
    FigureLedger,
    Incident,
    Ledger,
    Quantity,
    Reading,
    Relation,
    Report,
    Span,
    Statement,
    Tally,
    Target,
    Timex,
    Toponym,
    Weapon,
)
from tocsin.ontology import statement_coding
from tocsin.pipeline.tally_check import Comparison
from tocsin.serve import wording
from tocsin.serve.dossier import Account, Dossier, Fact, Held, Read, Said, Source
from tocsin.serve.passages import outlet, passages

T = TypeVar("T")
_FIGURES = ("killed", "injured", "abducted", "detained")


class Composer:
    """Puts values into words and cites them, from the reports and readings at hand."""

    def __init__(
        self, reports: Mapping[str, Report], readings: Mapping[str, Reading], comparisons: Iterable[Comparison] = ()
    ) -> None:
        self._comparisons = {each.tally: each for each in comparisons}
        self._reports = reports
        self._readings = readings
        self._mentions = {mention.id: mention for reading in readings.values() for mention in reading.mentions}

    def dossier(self, incident: Incident) -> Dossier:
        """Return what the incident's page shows."""
        held = self._all_held(incident)
        originals = self._originals(incident)
        said = [self._said(each, incident) for reading in originals for each in reading.statements]
        return Dossier(
            incident=incident,
            family=wording.family(incident.kind.value),
            facts=self._facts(incident),
            held=held,
            by_whom=_strongest(held),
            statements=tuple(each for each in said if each.here),
            other_statements=tuple(each for each in said if not each.here),
            tallies=tuple(
                self._tally(each) for reading in originals for each in reading.tallies if _fits(each, incident)
            ),
            relations=self._relations(originals),
            codings=incident.codings,
            sources=tuple(self._source(report) for report in incident.reports if report in self._reports),
        )

    def _source(self, report: str) -> Source:
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
        return replace(fact, value=wording.figure(figure), span=wording.span(figure))

    def _fact(self, key: str, label: str, ledger: Ledger[T], say: Callable[[T], str], *, many: bool = False) -> Fact:
        """Return the fact with the published account first; of a list, `many`, every account is published."""
        told = [
            self._account(entry, say, published=many or number == ledger.published)
            for number, entry in enumerate(ledger.entries)
        ]
        accounts = tuple(sorted(told, key=lambda account: not account.published))
        shown = dict.fromkeys(account.text for account in accounts if account.published)
        return Fact(
            key=key,
            label=label,
            value="; ".join(shown) or "not said",
            span="",
            rule=ledger.rule,
            conflict=ledger.conflict and not many,
            accounts=accounts,
        )

    def _account(self, entry: Entry[T], say: Callable[[T], str], *, published: bool) -> Account:
        spans = entry.spans or _words(entry.value) or self._triggers(entry.mentions)
        precision = getattr(entry.value, "precision", "unknown")
        return Account(
            text=say(entry.value),
            note="" if precision in {"unknown", "range"} else f"known to the {wording.words(precision)}",
            published=published,
            sources=tuple(self._source(report) for report in entry.reports),
            passages=passages(self._reports, spans),
        )

    def _triggers(self, mentions: tuple[str, ...]) -> tuple[Span, ...]:
        return tuple(self._mentions[mention].trigger for mention in mentions if mention in self._mentions)

    def _all_held(self, incident: Incident) -> tuple[Held, ...]:
        """Return the attributions, those that say the same together, as of the earliest and with all their words."""
        grouped: dict[tuple[str, str], Held] = {}
        for each in incident.attributions:
            held = self._held(each)
            same = grouped.setdefault((held.actor, held.how), held)
            if same is not held:
                words = tuple(dict.fromkeys((*same.passages, *held.passages)))
                grouped[held.actor, held.how] = replace(same, passages=words)
        return tuple(grouped.values())

    def _held(self, held: Attribution) -> Held:
        return Held(
            actor=wording.culprit(held.actor, held.state),
            named=bool(held.actor.name),
            state=held.state,
            how=wording.held(held.state, held.attributed_by),
            as_of=wording.date(held.as_of),
            passages=passages(self._reports, held.actor.spans or self._triggers((held.mention,))),
        )

    def _said(self, statement: Statement, incident: Incident) -> Said:
        about = self._mentions.get(statement.about or "")
        quote = (statement.quote,) if statement.quote else ()
        return Said(
            speaker=wording.actor(statement.speaker),
            office=statement.speaker.role or "",
            speaking_for="" if statement.speaking_for == statement.speaker.name else statement.speaking_for or "",
            stance=statement.stance,
            label=statement.label.text if statement.label else "",
            about=wording.headline(about) if about else (statement.about or ""),
            here=statement.about in incident.mentions,
            code=_code(statement),
            passages=passages(self._reports, (*(statement.spans or statement.speaker.spans), *quote)),
        )

    def _tally(self, tally: Tally) -> Read:
        return Read(
            text=wording.tally(tally),
            passages=passages(self._reports, tally.spans),
            compared=self._comparisons.get(tally.id),
        )

    def _relations(self, readings: tuple[Reading, ...]) -> tuple[Read, ...]:
        """Return each relation once, in the words of the first report that gives it."""
        unique: dict[tuple[str, str, str], Relation] = {}
        for reading in readings:
            for each in reading.relations:
                unique.setdefault((each.subject, each.predicate, each.object), each)
        return tuple(
            Read(text=wording.relation(each), passages=passages(self._reports, each.spans)) for each in unique.values()
        )

    def _originals(self, incident: Incident) -> tuple[Reading, ...]:
        """Return the readings of the incident's reports but for copies of one another: they would repeat it."""
        held = [report for report in incident.reports if report in self._readings]
        return tuple(self._readings[report] for report in held if self._twin(report) not in held)

    def _twin(self, report: str) -> str | None:
        return self._reports[report].twin_of if report in self._reports else None


def _words(value: object) -> tuple[Span, ...]:
    """Return the words that a value rests on; a kind or status rests on the trigger alone."""
    match value:
        case Target(actor=actor):
            return actor.spans
        case Weapon(quantity=quantity):
            return quantity.spans
        case Timex() | Toponym() | Quantity():
            return value.spans
    return ()


def _code(statement: Statement) -> str:
    coding = statement_coding(statement)
    return " / ".join(str(coding.codes[name]) for name in ("event", "mode") if coding.codes.get(name)) if coding else ""


def _fits(tally: Tally, incident: Incident) -> bool:
    return tally.incident is None or tally.incident in incident.mentions


def _strongest(held: tuple[Held, ...]) -> tuple[Held, ...]:
    """Return each actor once, by the strongest attribution, at most two; the nameless where nobody has a name."""
    unique: dict[str, Held] = {}
    for each in sorted(held, key=lambda each: wording.strength(each.state)):
        unique.setdefault(each.actor, each)
    named = [each for each in unique.values() if each.named]
    return tuple(named or unique.values())[:2]
