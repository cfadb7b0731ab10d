"""The card: a reading for the terminal, each value with the words that it rests on."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tocsin.export import words
from tocsin.model import Mention, Reading, Relation, Report, Span, Statement, Tally

Row = tuple[str, str, tuple[Span, ...]]

STATUS_STYLE = {"occurred": "bold red", "attempted": "bold yellow"}


def card(report: Report, reading: Reading) -> RenderableType:
    """Return the reading as rich text: the report's head, then incidents, statements, tallies, relations."""
    parts: list[RenderableType] = [Text(report.title or "(no title)", style="bold")]
    origin = [report.outlet, report.agency, report.published.isoformat() if report.published else "no date given"]
    parts += [Text(" · ".join(part for part in origin if part), style="dim"), Text()]
    parts += [Text(f"{note[:1].upper()}{note[1:]}.", style="yellow") for note in reading.notes]
    if reading.skipped is not None:
        parts.append(Text(words.skipped(reading.skipped)))
    elif not reading.mentions:
        parts.append(Text("No incident is told of in this report.\n"))
    for number, mention in enumerate(reading.mentions, 1):
        parts += [_head(number, mention), _table(_facts(mention)), Text()]
    names = {mention.id: f"incident {number}" for number, mention in enumerate(reading.mentions, 1)}
    parts += _section("Statements", (_statement(each, names) for each in reading.statements))
    parts += _section("Tallies", (_tally(each, names) for each in reading.tallies))
    parts += _section("Relations", (_relation(each) for each in reading.relations))
    return Group(*parts)


def _head(number: int, mention: Mention) -> Text:
    style = STATUS_STYLE.get(mention.status, "bold")
    return Text.assemble(
        (f"{number}. {words.headline(mention)}", style),
        (f"  [{mention.status}, {mention.scope}]", "dim"),
    )


def _facts(mention: Mention) -> Iterator[Row]:
    yield "when", words.day(mention.time), mention.time.spans if mention.time else ()
    yield "where", words.place(mention.place), mention.place.spans if mention.place else ()
    for held in mention.perpetrators:
        yield "by", words.perpetrator(held), held.actor.spans
    for target in mention.targets:
        effect = "" if target.effect == "unknown" else f": {words.label(target.effect)}"
        yield "target", f"{words.name(target.actor)} [{target.kind}]{effect}", target.actor.spans
    for weapon in mention.weapons:
        yield "weapon", words.weapon(weapon), weapon.quantity.spans
    for field in ("killed", "injured", "abducted", "detained"):
        quantity = getattr(mention, field)
        if quantity is not None:
            yield field, words.figure(quantity), quantity.spans
    yield "says", "", mention.evidence


def _statement(statement: Statement, names: dict[str, str]) -> Row:
    speaker = words.name(statement.speaker)
    role = f", {statement.speaker.role}" if statement.speaker.role else ""
    about = f" · about {names.get(statement.about, statement.about)}" if statement.about else ""
    quote = f" “{statement.quote.text}”" if statement.quote else ""
    called = f" · calls it “{statement.label.text}”" if statement.label else ""
    return statement.stance, f"{speaker}{role}{quote}{about}{called}", statement.spans


def _tally(tally: Tally, names: dict[str, str]) -> Row:
    counted = f"{_amount(tally)} {tally.what}" if tally.rank is None else f"number {tally.rank} of {tally.what}"
    details = (("by", tally.actor), ("on", tally.target), ("in", tally.place), ("since", tally.since))
    parts = [counted, *(f"{word} {value}" for word, value in details if value)]
    if tally.incident:
        parts.append(f"({names.get(tally.incident, tally.incident)})")
    return "rank" if tally.rank is not None else "count", " ".join(parts), tally.spans


def _amount(tally: Tally) -> str:
    if tally.low is None and tally.high is None:
        return ""
    if tally.low == tally.high:
        return f"about {tally.low:,}" if tally.approximate else f"{tally.low:,}"
    return f"at least {tally.low:,}" if tally.high is None else f"{tally.low or 0:,}–{tally.high:,}"


def _relation(relation: Relation) -> Row:
    years = "–".join(part for part in (relation.since, relation.until) if part)
    when = f" ({years})" if years else ""
    return words.label(relation.predicate), f"{relation.subject} → {relation.object}{when}", relation.spans


def _section(title: str, rows: Iterable[Row]) -> list[RenderableType]:
    held = list(rows)
    return [Text(title, style="bold"), _table(held), Text()] if held else []


def _table(rows: Iterable[Row]) -> Padding:
    table = Table(show_header=False, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(ratio=3)
    table.add_column(style="italic dim", ratio=2)
    for field, value, spans in rows:
        quoted = " … ".join(dict.fromkeys(" ".join(span.text.split()) for span in spans))
        if value:
            table.add_row(field, Text(value), Text(quoted))
        elif quoted:
            table.add_row(field, Text(f"“{quoted}”"), Text())
    return Padding(table, (0, 0, 0, 3))
