"""`tocsin incidents`: what the record holds."""

import sys
from collections.abc import Callable
from contextlib import closing
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tocsin.cli.options import Store
from tocsin.export import words
from tocsin.model import Incident, to_json
from tocsin.ontology import load_registry
from tocsin.pipeline import parties
from tocsin.settings import load
from tocsin.store import IncidentQuery, Page, open_store
from tocsin.store.interface import Store as Held

Many = list[str] | None


def incidents(
    kind: Annotated[Many, typer.Option(help="Only this kind, for example bombing; may be given again.")] = None,
    status: Annotated[Many, typer.Option(help="Only this status, for example attempted; may be given again.")] = None,
    country: Annotated[Many, typer.Option(help="Only this country, by two-letter code; may be given again.")] = None,
    actor: Annotated[
        str | None, typer.Option(help="Only where this actor has a part: a name or a registry id.")
    ] = None,
    by: Annotated[str | None, typer.Option(help="Only where this actor is held responsible.")] = None,
    against: Annotated[str | None, typer.Option(help="Only where this actor was hit.")] = None,
    actor_exact: Annotated[
        bool, typer.Option("--actor-exact", help="The named actors alone, without who belonged to them on the day.")
    ] = False,
    read_relations: Annotated[
        bool,
        typer.Option("--read-relations", help="Count memberships that reports told of, beside the registry's."),
    ] = False,
    since: Annotated[str | None, typer.Option(help="On or after this day, YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option(help="On or before this day, YYYY-MM-DD.")] = None,
    bbox: Annotated[str | None, typer.Option(help="In this box: west,south,east,north in degrees.")] = None,
    counted: Annotated[
        str | None,
        typer.Option(help="yes: what occurred or was attempted (the default); no: the rest; all: both."),
    ] = None,
    text: Annotated[str | None, typer.Option(help="Words of the incident's title or of its reports.")] = None,
    attribution: Annotated[Many, typer.Option(help="Only with this attribution, for example claimed.")] = None,
    killed_min: Annotated[str | None, typer.Option(help="At least so many killed.")] = None,
    review: Annotated[
        Many,
        typer.Option(help="accepted, rejected, corrected, or unreviewed: what people decided; may be given again."),
    ] = None,
    sort: Annotated[str | None, typer.Option(help="-date, date, -killed, -reports or title.")] = None,
    limit: Annotated[int, typer.Option(help="At most so many.")] = 50,
    offset: Annotated[int, typer.Option(help="Leave out the first so many.")] = 0,
    format_: Annotated[
        Literal["table", "json"], typer.Option("--format", help="A table for people, or one JSON object a line.")
    ] = "table",
    store: Store = None,
) -> None:
    """List the incidents of the record, filtered."""
    singles = {
        "actor": actor,
        "by": by,
        "against": against,
        "actor_exact": "yes" if actor_exact else None,
        "read_relations": "yes" if read_relations else None,
        "since": since,
        "until": until,
        "bbox": bbox,
        "counted": counted,
        "text": text,
        "killed_min": killed_min,
        "sort": sort,
        "limit": str(limit),
        "offset": str(offset),
    }
    several = {"kind": kind, "status": status, "country": country, "attribution": attribution, "review": review}
    params = [(name, value) for name, value in singles.items() if value]
    params += [(name, value) for name, values in several.items() for value in values or ()]
    query = IncidentQuery.from_params(params)
    with closing(open_store(load({"store": store}).store_url, create=False)) as held:
        page, asked, ways = _found(held, query)
    if format_ == "json":
        for incident in page.items:
            typer.echo(to_json(incident))
        return
    # Into a file or a pipe go whole lines, whatever the terminal's width is.
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _PIPED)
    for each in asked:
        console.print(_meant(each), style="dim")
    console.print(_table(page.items, console.width) if page.items else "No incident of the record fits.")
    for way in ways:
        console.print(Text(f"{way.incident}  through {way.text}", style="dim"))
    console.print(f"{len(page.items)} of {page.total} incidents", style="dim")


def _found(
    held: Held, query: IncidentQuery
) -> tuple[Page[Incident], tuple[parties.Asked, ...], tuple[parties.Through, ...]]:
    if not query.named:
        return held.incidents(query), (), ()
    registry = load_registry(load().actors_path)
    chosen, asked = parties.resolve(held, query, registry)
    page = held.incidents(chosen)
    return page, asked, parties.through(page.items, asked, registry)


def _meant(asked: parties.Asked) -> Text:
    role = {"perpetrator": "by ", "target": "against ", None: ""}[asked.part]
    if asked.actor is None:
        return Text(f"{role}any actor whose name holds “{asked.title}”: the registry doesn’t know it")
    below = len({each.actor for each in asked.memberships})
    rest = f", with {below} that belonged to it on the day (--actor-exact leaves them out)" if below else ""
    return Text(f"{role}{asked.title} ({asked.actor}){rest}")


def _table(found: tuple[Incident, ...], width: int) -> Table:
    columns = _COLUMNS if width >= _WIDE else _COLUMNS[:_NARROW]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, _ in columns:
        right = name in {"killed", "injured", "reports"}
        most = _RESPONSIBLE if name == "held responsible" else None
        table.add_column(name, justify="right" if right else "left", no_wrap=True, overflow="ellipsis", max_width=most)
    for incident in found:
        table.add_row(*(Text(shown(incident)) for _, shown in columns))
    return table


_COLUMNS: tuple[tuple[str, Callable[[Incident], str]], ...] = (
    ("id", lambda incident: incident.id),
    ("when", lambda incident: words.short_day(incident.time.value)),
    ("what", lambda incident: words.label(incident.kind.value or "unknown")),
    ("where", lambda incident: words.short_place(incident.place.value)),
    ("killed", lambda incident: words.band(incident.killed)),
    ("injured", lambda incident: words.band(incident.injured)),
    ("reports", lambda incident: str(len(incident.reports))),
    ("held responsible", lambda incident: words.responsible(incident.attributions)),
)
_NARROW = 5
"""So many columns fit a terminal of fewer characters than `_WIDE`."""
_WIDE, _PIPED, _RESPONSIBLE = 120, 180, 60
