"""The incident's whole ledger for the terminal: every value, who gives it and when, the rule, and what came before."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from tocsin.export import words
from tocsin.model import Attribution, Entry, Ledger, Quantity, Report, Responsibility, Span, Step, Target
from tocsin.pipeline.chronicle import Chronicle
from tocsin.pipeline.sentences import sentence_around
from tocsin.reconcile.clashes import RULES, ledger_of

_LABELS = {"kind": "What", "status": "Status", "time": "When", "place": "Where", "targets": "Targets"}


def ledger_card(held: Chronicle, reports: Mapping[str, Report]) -> RenderableType:
    """Return the ledger as rich text; `reports` are those that the incident rests on, whole, by id."""
    incident = held.incident
    when = f", as of {held.as_of}" if held.as_of else ""
    parts: list[RenderableType] = [Text.assemble((incident.title, "bold"), (f"   {incident.id}{when}", "dim"))]
    for name in RULES:
        entries = ledger_of(incident, name)
        if entries.entries:
            parts += _field(name, entries, held, reports)
    parts += _attribution(held.history.attribution, incident.attributions, reports)
    return Group(*parts)


def _field(name: str, ledger: Ledger[Any], held: Chronicle, reports: Mapping[str, Report]) -> Iterator[RenderableType]:
    say = _SAY.get(name, words.figure)
    shown = "" if ledger.published is None else say(ledger.value)
    yield Text.assemble(
        "\n", (_LABELS.get(name, name.capitalize()), "bold cyan"), "  ", shown, (f"  [{ledger.rule}]", "dim")
    )
    against = _against(held.conflicts.get(name, ()))
    for number in sorted(range(len(ledger.entries)), key=lambda number: number != ledger.published):
        clashing = [say(ledger.entries[other].value) for other in against.get(number, ())]
        yield from _entry(ledger.entries[number], say, reports, published=number == ledger.published, clashing=clashing)
    yield from _history(getattr(held.history, name, ()), say)


def _against(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


def _entry(
    entry: Entry[Any],
    say: Callable[[Any], str],
    reports: Mapping[str, Report],
    *,
    published: bool,
    clashing: Sequence[str],
) -> Iterator[RenderableType]:
    value = Text.assemble(("● " if published else "○ ", "cyan"), (say(entry.value), "bold" if published else ""))
    if isinstance(entry.value, Quantity) and entry.value.said_by:
        value.append(f"  given by {entry.value.said_by}{' (official)' if entry.value.official else ''}", "dim")
    if isinstance(entry.value, Quantity) and entry.value.replaces:
        value.append(f"  replaces {', '.join(map(str, entry.value.replaces))}", "dim")
    yield Padding(value, (0, 0, 0, 2))
    if clashing:
        yield _line(f"≠ can't be right beside {', '.join(clashing)}", 4, "yellow")
    for report in entry.reports:
        yield _line(_cited(report, reports), 4)
        for sentence in _sentences(report, entry.spans, reports):
            yield _line(f"“{sentence}”", 6, "italic dim")


def _history(steps: Sequence[Step[Any]], say: Callable[[Any], str]) -> Iterator[RenderableType]:
    if len(steps) > 1:
        yield _line("history: " + " → ".join(say(step.value) for step in steps), 2, "cyan")
        for step in steps:
            day = step.day.isoformat() if step.day else "undated"
            yield _line(f"{day}  {say(step.value)}  {step.outlet or step.report}  [{step.rule}]", 4, "dim")


def _attribution(
    course: Sequence[Responsibility], all_: Sequence[Attribution], reports: Mapping[str, Report]
) -> Iterator[RenderableType]:
    if not course:
        return
    yield Text.assemble("\n", ("Attribution", "bold cyan"), "  ", course[-1].state or "nothing stands")
    for step in course:
        day = step.day.isoformat() if step.day else "undated"
        yield _line(f"{day}  {step.state or 'nothing stands'}", 2)
        for each in step.new:
            yield _line(f"+ {words.attribution(each)}  {_cited(each.report, reports)}", 4)
            for sentence in _sentences(each.report, each.actor.spans, reports):
                yield _line(f"“{sentence}”", 6, "italic dim")
    for gone in dict.fromkeys(words.attribution(each) for each in all_ if not each.stands):
        yield _line(f"no longer stands: {gone}", 2, "dim")


def _cited(report_id: str, reports: Mapping[str, Report]) -> str:
    report = reports.get(report_id)
    if report is None:
        return report_id
    day = report.published.isoformat() if report.published else "undated"
    copy = ", a syndicated copy" if report.twin_of else ""
    return f"{report.outlet or 'outlet not said'}, {day} ({report.id}{copy})"


def _sentences(report_id: str, spans: Iterable[Span], reports: Mapping[str, Report]) -> dict[str, None]:
    """Return the sentences of a report that hold the spans, each once."""
    report = reports.get(report_id)
    found: dict[str, None] = {}
    for span in spans:
        if report is not None and span.report == report_id:
            start, end = sentence_around(report.text, span)
            found[" ".join(report.text[start:end].split())] = None
    return found


def _line(text: str, indent: int, style: str = "") -> Padding:
    return Padding(Text(text, style=style), (0, 0, 0, indent))


def _target(target: Target) -> str:
    fate = "" if target.effect == "unknown" else f": {words.label(target.effect)}"
    return words.name(target.actor) + fate


_SAY: dict[str, Callable[[Any], str]] = {
    "kind": words.label,
    "status": words.label,
    "time": words.day,
    "place": words.place,
    "targets": _target,
    "weapons": words.weapon,
}
