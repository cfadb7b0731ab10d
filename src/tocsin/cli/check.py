"""`tocsin check`: what a report counts or ranks, beside what the record holds."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from tocsin.acquire import Failure, acquire
from tocsin.cli.options import Published, Store, as_day
from tocsin.errors import NotFoundError
from tocsin.export import words
from tocsin.model import to_builtins
from tocsin.ontology import Registry, load_registry
from tocsin.pipeline.report_check import Checked, ReportCheck, check_new, check_stored
from tocsin.pipeline.tally_check import LISTED
from tocsin.settings import Settings, load
from tocsin.store import open_store
from tocsin.store.interface import Store as Held

_ID = re.compile(r"[0-9a-f]{16}")
_STYLES = {"agrees": "green", "contradicted": "bold red", "more": "red", "fewer": "yellow", "unchecked": "dim"}
_SHOWN = 20


def check(
    report: Annotated[
        str,
        typer.Argument(metavar="REPORT", help="A report's id; or a file, URL or - that is read but not kept."),
    ],
    published: Published = None,
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object a report.")] = False,
    store: Store = None,
) -> None:
    """Compare every tally and rank of a report with the store's own count."""
    settings, failed = load({"store": store}), 0
    console = Console(highlight=False)
    with closing(open_store(settings.store_url, create=False)) as held:
        for item in _checked(held, report, settings, published):
            if isinstance(item, Failure):
                failed += 1
                typer.echo(f"left out: {item.error}", err=True)
            elif json_:
                typer.echo(json.dumps(_as_json(item), ensure_ascii=False))
            else:
                for line in _lines(item):
                    console.print(line, soft_wrap=True)
    if failed:
        raise typer.Exit(1)


def _checked(held: Held, report: str, settings: Settings, published: str | None) -> Iterator[ReportCheck | Failure]:
    registry = load_registry(settings.actors_path)
    if _ID.fullmatch(report) and not Path(report).exists():
        yield _stored(held, report, registry)
        return
    from tocsin.pipeline.coding import build_coder  # noqa: PLC0415  # only now is it needed
    from tocsin.pipeline.reading import build_reader  # noqa: PLC0415  # likewise, it loads spaCy

    reader, code = build_reader(settings, registry), build_coder(registry)
    for item in acquire([report], settings, as_day(published)):
        yield item if isinstance(item, Failure) else check_new(held, reader, code, item, registry)


def _stored(held: Held, report: str, registry: Registry) -> ReportCheck:
    try:
        return check_stored(held, report, registry)
    except NotFoundError as error:
        advice = "`tocsin show inc-…` names the reports of an incident; a file is read without being kept"
        raise NotFoundError(f"the record holds no report {report}", advice=advice) from error


def _as_json(item: ReportCheck) -> dict[str, object]:
    found: dict[str, object] = to_builtins(item)
    return {**found, "report": {**to_builtins(item.report), "body": ""}}


def _lines(item: ReportCheck) -> Iterator[Text]:
    yield Text.assemble((item.report.title, "bold"), (f"   {item.report.id}", "dim"))
    if item.unread:
        yield Text("Nothing was read from this report: it isn’t in English.")
    elif item.skipped is not None:
        yield Text(words.skipped(item.skipped))
    elif not item.tallies:
        yield Text("The report holds no tally or rank.")
    for each in item.tallies:
        yield Text()
        yield from _tally(each)


def _tally(checked: Checked) -> Iterator[Text]:
    tally, compared = checked.tally, checked.compared
    yield Text(f"“{' '.join(tally.spans[0].text.split())}”" if tally.spans else words.tally(tally))
    yield Text(f"  read as: {words.tally(tally)}", style="dim")
    if compared.asked:
        yield Text(f"  looked for: {compared.asked}", style="dim")
    yield Text(f"  → {compared.verdict}", style=_STYLES[compared.outcome])
    yield Text(f"    {compared.text}")
    for each in compared.incidents[:_SHOWN]:
        figure = "" if each.figure is None else f"  {each.figure:,}"
        background = "" if each.counted else "  (background)"
        yield Text(f"    {each.id}  {each.day or 'no day'!s:10}  {each.title}{figure}{background}")
    if compared.found > _SHOWN:
        yield Text(f"    and {compared.found - _SHOWN:,} more (--json lists up to {LISTED:,})", style="dim")
