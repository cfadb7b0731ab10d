"""`tocsin show`: one incident or report of the record, each fact with the words that it rests on."""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console, Group, RenderableType
from rich.text import Text

from tocsin.cli.options import Store
from tocsin.errors import NotFoundError
from tocsin.export.card import card
from tocsin.export.incident_card import incident_card
from tocsin.model import to_json
from tocsin.ontology import load_registry
from tocsin.pipeline.tally_check import compare
from tocsin.settings import load
from tocsin.store import open_store
from tocsin.store.interface import Store as Held


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="An incident's id (inc-…) or a report's.")],
    json_: Annotated[bool, typer.Option("--json", help="Print the full record as JSON.")] = False,
    store: Store = None,
) -> None:
    """Show an incident with all its accounts, or a report with what was read from it."""
    held = open_store(load({"store": store}).store_url, create=False)
    try:
        if json_:
            typer.echo(_as_json(held, id_))
        else:
            Console(highlight=False).print(_as_card(held, id_))
    finally:
        held.close()


def _as_json(held: Held, id_: str) -> str:
    return to_json(held.incident(id_) if id_.startswith("inc-") else held.reading(id_))


def _as_card(held: Held, id_: str) -> RenderableType:
    if id_.startswith("inc-"):
        incident = held.incident(id_)
        reports = {report: held.report(report) for report in incident.reports}
        tallies = held.tallies(incident.id)
        registry = load_registry() if tallies else None
        compared = tuple(compare(held, each, registry) for each in tallies) if registry else ()
        return incident_card(incident, reports, held.statements_about(incident.id), tallies, compared)
    try:
        report = held.report(id_)
    except NotFoundError as error:
        raise NotFoundError(f"the record holds no {id_!r}", advice="`tocsin incidents` lists the ids") from error
    return Group(card(report, held.reading(id_)), *_told(held, id_))


def _told(held: Held, report_id: str) -> Iterator[Text]:
    for incident in held.incidents_of(report_id):
        yield Text(f"→ {incident.id}  {incident.title}", style="dim")
