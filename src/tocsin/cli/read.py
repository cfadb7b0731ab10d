"""`tocsin read`: what reports say, without a store."""

import json
from typing import Annotated, Literal

import typer
from rich.console import Console

from tocsin.acquire import Failure, acquire
from tocsin.cli.options import Published, as_day
from tocsin.export.card import card
from tocsin.export.case import to_case
from tocsin.model import Reading, Report, to_builtins
from tocsin.pipeline.library import read
from tocsin.settings import load

Format = Literal["card", "json", "case"]


def read_reports(
    inputs: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="Files, folders, URLs, or - for standard input.")
    ],
    published: Published = None,
    format_: Annotated[
        Format,
        typer.Option("--format", help="card: for people; json: full records; case: the annotation format."),
    ] = "card",
) -> None:
    """Read reports and print what they say: incidents, statements, tallies, relations, each with its words."""
    settings, failed = load(), 0
    console = Console(highlight=False, soft_wrap=False)
    for item in acquire(inputs, settings, as_day(published)):
        if isinstance(item, Failure):
            failed += 1
            typer.echo(f"left out: {item.error}", err=True)
        elif format_ == "card":
            console.print(card(item, read(item, settings=settings)))
        else:
            typer.echo(_line(item, read(item, settings=settings), format_))
    if failed:
        raise typer.Exit(1)


def _line(report: Report, reading: Reading, format_: Format) -> str:
    data = to_case(report, reading) if format_ == "case" else _full(report, reading)
    return json.dumps(data, ensure_ascii=False)


def _full(report: Report, reading: Reading) -> dict[str, object]:
    return {"report": to_builtins(report), "reading": to_builtins(reading)}
