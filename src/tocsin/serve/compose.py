"""Composes an incident's page from the incident, its reports and what was read from them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from tocsin.model import (
    Attribution,
    Entry,
    FigureLedger,
    Incident,
    Quantity,
    Reading,
    Relation,
    Report,
    Span,
    Statement,
    Step,
    Tally,
    Target,
    Timex,
    Toponym,
    Weapon,
)
from tocsin.ontology import statement_coding
from tocsin.pipeline.chronicle import Chronicle
from tocsin.pipeline.tally_check import Comparison
from tocsin.reconcile.clashes import ledger_of
from tocsin.reconcile.figures import FIGURES
from tocsin.serve import wording
from tocsin.serve.attributed import all_held, strongest, turns
from tocsin.serve.dossier import Account, Dossier, Fact, Moved, Read, Said, Source
from tocsin.serve.passages import Passage, outlet, passages


class Composer:
    """Puts values into words and cites them, from the reports and readings at hand."""

    def __init__(
        self, reports: Mapping[str, Report], readings: Mapping[str, Reading], comparisons: Iterable[Comparison] = ()
    ) -> None:
        self._comparisons = {each.tally: each for each in comparisons}
        self._reports = reports
        self._readings = readings
        self._mentions = {mention.id: mention for reading in readings.values() for mention in reading.mentions}

    def dossier(self, chronicle: Chronicle) -> Dossier:
        """Return what the incident's page shows."""
        incident = chronicle.incident
        held = all_held(incident.attributions, self._cited)
        originals = self._originals(incident)
        said = [self._said(each, incident) for reading in originals for each in reading.statements]
        return Dossier(
            incident=incident,
            as_of=chronicle.as_of,
            days=chronicle.days,
            family=wording.family(incident.kind.value),
            facts=self._facts(chronicle),
            held=held,
            by_whom=strongest(held),
            turns=turns(chronicle.history.attribution, self._cited),
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

    def _facts(self, held: Chronicle) -> tuple[Fact, ...]:
        return (
            self._fact("kind", "What", held, wording.words),
            self._fact("status", "Status", held, wording.words),
            self._fact("place", "Where", held, wording.place),
            self._fact("time", "When", held, wording.day),
            self._fact("targets", "Against whom", held, wording.target, many=True),
            self._fact("weapons", "With what", held, wording.weapon, many=True),
            *(self._figure(name, held) for name in FIGURES),
        )

    def _figure(self, name: str, held: Chronicle) -> Fact:
        figure: FigureLedger = getattr(held.incident, name)
        fact = self._fact(name, name.capitalize(), held, wording.count)
        return replace(fact, value=wording.figure(figure), span=wording.span(figure))

    def _fact(self, key: str, label: str, held: Chronicle, say: Callable[[Any], str], *, many: bool = False) -> Fact:
        """Return the fact with the published account first; of a list, `many`, every account is published."""
        ledger = ledger_of(held.incident, key)
        against = _against(held.conflicts.get(key, ()))
        told = [
            replace(
                self._account(entry, say, published=many or number == ledger.published),
                against=tuple(say(ledger.entries[other].value) for other in against.get(number, ())),
            )
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
            history=tuple(self._moved(step, say) for step in getattr(held.history, key, ())),
        )

    def _moved(self, step: Step[Any], say: Callable[[Any], str]) -> Moved:
        day = wording.date(step.day) or "undated"
        return Moved(text=say(step.value), day=day, rule=step.rule, source=self._source(step.report))

    def _account(self, entry: Entry[Any], say: Callable[[Any], str], *, published: bool) -> Account:
        spans = entry.spans or _words(entry.value) or self._triggers(entry.mentions)
        precision = getattr(entry.value, "precision", "unknown")
        return Account(
            text=say(entry.value),
            note="" if precision in {"unknown", "range"} else f"known to the {wording.words(precision)}",
            published=published,
            says=wording.source(entry.value) if isinstance(entry.value, Quantity) else "",
            against=(),
            sources=tuple(self._source(report) for report in entry.reports),
            passages=passages(self._reports, spans),
        )

    def _triggers(self, mentions: tuple[str, ...]) -> tuple[Span, ...]:
        return tuple(self._mentions[mention].trigger for mention in mentions if mention in self._mentions)

    def _cited(self, held: Attribution) -> tuple[Passage, ...]:
        return passages(self._reports, held.actor.spans or self._triggers((held.mention,)))

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


def _against(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


def _code(statement: Statement) -> str:
    coding = statement_coding(statement)
    return " / ".join(str(coding.codes[name]) for name in ("event", "mode") if coding.codes.get(name)) if coding else ""


def _fits(tally: Tally, incident: Incident) -> bool:
    return tally.incident is None or tally.incident in incident.mentions
