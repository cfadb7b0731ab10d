"""The incident's card for the terminal: every field's accounts, the published one first, each with its words."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tocsin.export import words
from tocsin.model import Entry, Incident, Ledger, Report, Statement, Tally
from tocsin.ontology import statement_coding
from tocsin.pipeline.tally_check import Comparison

T = TypeVar("T")
Row = tuple[str, str, str, str]


def incident_card(
    incident: Incident,
    reports: Mapping[str, Report],
    statements: tuple[Statement, ...] = (),
    tallies: tuple[Tally, ...] = (),
    comparisons: tuple[Comparison, ...] = (),
) -> RenderableType:
    """Return the incident as rich text; `reports` are the reports that it rests on, by id.

    `comparisons` are the tallies beside the record.
    """
    counted = "counted" if incident.counted else "kept, not counted"
    head = Text.assemble((incident.title, "bold"), (f"   {incident.id}, {counted}", "dim"))
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    for style, ratio in (("cyan", None), (None, 2), ("italic dim", 3), ("dim", 2)):
        table.add_column(style=style, ratio=ratio, no_wrap=style == "cyan")
    rows = [*_rows(incident, reports), *((each.stance, *_said(each, reports)) for each in statements)]
    for row in (*rows, *_counted(tallies, comparisons, reports)):
        # As texts, for brackets of the news would be taken for markup.
        table.add_row(*map(Text, row))
    sources = [
        Text(f"   {report.id}  {report.title} ({report.outlet or 'outlet not said'})") for report in reports.values()
    ]
    return Group(head, table, Text("Reports", style="bold"), *sources)


def _counted(
    tallies: tuple[Tally, ...], comparisons: tuple[Comparison, ...], reports: Mapping[str, Report]
) -> Iterator[Row]:
    compared = {each.tally: each for each in comparisons}
    for tally in tallies:
        yield "tally", words.tally(tally), tally.spans[0].text if tally.spans else "", _outlet(reports, tally.report)
        if tally.id in compared:
            held = compared[tally.id]
            yield "", f"→ {held.verdict}: {held.text}", held.asked, " ".join(each.id for each in held.incidents[:5])


def _rows(incident: Incident, reports: Mapping[str, Report]) -> Iterator[Row]:
    yield from _ledger("what", incident.kind, words.label, reports)
    yield from _ledger("status", incident.status, words.label, reports)
    yield from _ledger("when", incident.time, words.day, reports)
    yield from _ledger("where", incident.place, words.place, reports)
    for held in incident.attributions:
        by = f" by {held.attributed_by}" if held.attributed_by else ""
        quoted = " … ".join(span.text for span in held.actor.spans)
        as_of = f", {held.as_of}" if held.as_of else ""
        yield "by", f"{words.name(held.actor)} ({held.state}{by})", quoted, _outlet(reports, held.report) + as_of
    yield from _ledger(
        "target", incident.targets, lambda target: _target(words.name(target.actor), target.effect), reports
    )
    yield from _ledger("weapon", incident.weapons, words.weapon, reports)
    for field in ("killed", "injured", "abducted", "detained"):
        yield from _ledger(field, getattr(incident, field).ledger, words.figure, reports)


def _target(name: str, effect: str) -> str:
    return name if effect == "unknown" else f"{name}: {words.label(effect)}"


def _ledger(field: str, ledger: Ledger[T], written: Callable[[T], str], reports: Mapping[str, Report]) -> Iterator[Row]:
    order = sorted(range(len(ledger.entries)), key=lambda number: number != ledger.published)
    for position, number in enumerate(order):
        entry = ledger.entries[number]
        quoted = " … ".join(dict.fromkeys(" ".join(span.text.split()) for span in entry.spans))
        mark = " ≠" if ledger.conflict and ledger.published is not None and number != ledger.published else ""
        label = field if position == 0 else ""
        rule = f" [{ledger.rule}]" if number == ledger.published and len(ledger.entries) > 1 and ledger.rule else ""
        yield label, f"{written(entry.value)}{mark}{rule}", quoted, _outlets(entry, reports)


def _outlets(entry: Entry[T], reports: Mapping[str, Report]) -> str:
    return ", ".join(dict.fromkeys(_outlet(reports, report) for report in entry.reports))


def _outlet(reports: Mapping[str, Report], report_id: str) -> str:
    report = reports.get(report_id)
    return (report.outlet or report.id) if report else report_id


def _said(statement: Statement, reports: Mapping[str, Report]) -> tuple[str, str, str]:
    role = f", {statement.speaker.role}" if statement.speaker.role else ""
    quote = f"“{statement.quote.text}”" if statement.quote else " … ".join(span.text for span in statement.spans)
    coding = statement_coding(statement)
    codes = [str(coding.codes[name]) for name in ("event", "mode") if coding.codes.get(name)] if coding else []
    code = f" [PLOVER {'/'.join(codes)}]" if codes else ""
    return f"{words.name(statement.speaker)}{role}{code}", quote, _outlet(reports, statement.report)
