"""The `tocsin` command: one function a command, one line for every error."""

import os
import sys
from typing import Annotated

import typer

from tocsin import __version__
from tocsin.cli import actors, evaluate, gazetteer, judge, judgements, train
from tocsin.cli.check import check
from tocsin.cli.clean import clean
from tocsin.cli.evaluate_actors import actors as evaluate_actors
from tocsin.cli.explain import explain
from tocsin.cli.incidents import incidents
from tocsin.cli.ingest import ingest
from tocsin.cli.read import read_reports
from tocsin.cli.schema import print_schema
from tocsin.cli.serve import serve
from tocsin.cli.show import show
from tocsin.errors import TocsinError

app = typer.Typer(
    help="Reads news reports of political violence and keeps a sourced record of incidents.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("read")(read_reports)
app.command("clean")(clean)
app.command("ingest")(ingest)
app.command("incidents")(incidents)
app.command("show")(show)
app.command("check")(check)
app.command("explain")(explain)
app.command("serve")(serve)
app.command("schema")(print_schema)
app.add_typer(judge.app, name="judge")
app.add_typer(judgements.app, name="judgements")
app.add_typer(actors.app, name="actors")
app.add_typer(gazetteer.app, name="gazetteer")
evaluate.app.command("actors")(evaluate_actors)
app.add_typer(evaluate.app, name="eval")
app.add_typer(train.app, name="train")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tocsin {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Hold the options that stand before a command."""


def main() -> None:
    """Run the command line; an error that Tocsin knows becomes one line and exit code 1."""
    try:
        app()
    except TocsinError as error:
        typer.echo(f"tocsin: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output went away (`tocsin incidents | head`): that's no error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
