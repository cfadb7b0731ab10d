"""`tocsin clean`: reports as they were acquired."""

from collections.abc import Iterator
from typing import Annotated

import typer

from tocsin.acquire import Failure, acquire
from tocsin.cli.options import Published, as_day
from tocsin.model import Report, to_json
from tocsin.settings import load


def clean(
    inputs: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="Files, folders, URLs, or - for standard input.")
    ],
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object a report.")] = False,
    published: Published = None,
) -> None:
    """Print reports as acquired: title, outlet, date and body, without what the page added."""
    failed = 0
    for number, item in enumerate(acquire(inputs, load(), as_day(published))):
        if isinstance(item, Failure):
            failed += 1
            typer.echo(f"left out: {item.error}", err=True)
        else:
            typer.echo(to_json(item) if json_ else "\n".join(_lines(item, first=not number)))
    if failed:
        typer.echo(f"{failed} left out", err=True)
        raise typer.Exit(1)


def _lines(report: Report, *, first: bool) -> Iterator[str]:
    if not first:
        yield "\n" + "=" * 72 + "\n"
    for label, value in (
        ("Title", report.title),
        ("Outlet", report.outlet),
        ("Agency", report.agency),
        ("Author", report.author),
        ("URL", report.url),
        ("Published", f"{report.published} ({report.published_from})" if report.published else None),
        ("Dateline", report.dateline),
        ("Language", report.language),
    ):
        if value:
            yield f"{label}: {value}"
    yield f"\n{report.body}"
