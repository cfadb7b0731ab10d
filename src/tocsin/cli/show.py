"""`tocsin show`: one incident or report of the record, each fact with the words that it rests on."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console, Group, RenderableType
from rich.text import Text

from tocsin.cli.options import Store, as_day
from tocsin.errors import NotFoundError, SettingsError
from tocsin.export.card import card
from tocsin.export.incident_card import incident_card
from tocsin.export.ledger_card import ledger_card
from tocsin.model import Report, to_json
from tocsin.ontology import load_registry
from tocsin.pipeline.chronicle import Chronicle, chronicle
from tocsin.pipeline.coding import build_coder
from tocsin.pipeline.tally_check import compare
from tocsin.settings import load
from tocsin.store import open_store
from tocsin.store.interface import Store as Held


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="An incident's id (inc-…) or a report's.")],
    ledger: Annotated[
        bool,
        typer.Option(
            "--ledger", help="Show every value of every field with its reports, days and sentences, and its history."
        ),
    ] = False,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Show the incident as the reports up to this day (YYYY-MM-DD) made it."),
    ] = None,
    json_: Annotated[
        bool, typer.Option("--json", help="Print the full record as JSON; with --ledger also its history.")
    ] = False,
    store: Store = None,
) -> None:
    """Show an incident with all its accounts, or a report with what was read from it."""
    day = as_day(as_of)
    if (ledger or day) and not id_.startswith("inc-"):
        raise SettingsError(f"{id_!r} is no incident", advice="--ledger and --as-of take the id of one, inc-…")
    held = open_store(load({"store": store}).store_url, create=False)
    try:
        if id_.startswith("inc-"):
            _show_incident(held, id_, day, ledger=ledger, json_=json_)
        elif json_:
            typer.echo(to_json(held.reading(id_)))
        else:
            _print(_report(held, id_))
    finally:
        held.close()


def _print(shown: RenderableType) -> None:
    Console(highlight=False).print(shown)


def _show_incident(held: Held, id_: str, day: dt.date | None, *, ledger: bool, json_: bool) -> None:
    found = chronicle(held, id_, day, build_coder(load_registry(load().actors_path))) if day else chronicle(held, id_)
    if json_:
        typer.echo(to_json(found if ledger else found.incident))
        return
    reports = {report: held.report(report) for report in found.incident.reports}
    _print(ledger_card(found, reports) if ledger else _incident(held, found, reports))


def _incident(held: Held, found: Chronicle, reports: dict[str, Report]) -> RenderableType:
    tallies = tuple(each for each in held.tallies(found.incident.id) if each.report in reports)
    statements = tuple(each for each in held.statements_about(found.incident.id) if each.report in reports)
    registry = load_registry(load().actors_path) if tallies else None
    compared = tuple(compare(held, each, registry) for each in tallies) if registry else ()
    return incident_card(found.incident, reports, statements, tallies, compared)


def _report(held: Held, id_: str) -> RenderableType:
    try:
        report = held.report(id_)
    except NotFoundError as error:
        raise NotFoundError(f"the record holds no {id_!r}", advice="`tocsin incidents` lists the ids") from error
    return Group(card(report, held.reading(id_)), *_told(held, id_))


def _told(held: Held, report_id: str) -> Iterator[Text]:
    for incident in held.incidents_of(report_id):
        yield Text(f"→ {incident.id}  {incident.title}", style="dim")
