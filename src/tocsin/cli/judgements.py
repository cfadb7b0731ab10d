"""`tocsin judgements`: what was decided, out of the store and into another."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from tocsin.cli.judge import bench
from tocsin.cli.options import Store
from tocsin.errors import FormatError
from tocsin.export.judgements import judged
from tocsin.model import Judgement
from tocsin.pipeline.judged_before import stand
from tocsin.pipeline.judgement_files import export, read_lines
from tocsin.settings import load
from tocsin.store import open_store
from tocsin.store.interface import Store as Held

app = typer.Typer(help="Show, export and import what people and rules decided.", no_args_is_help=True)


@app.command("list")
def list_(
    id_: Annotated[
        str | None, typer.Argument(metavar="ID", help="Only those on this incident (inc-…), report or mention.")
    ] = None,
    store: Store = None,
) -> None:
    """List the judgements in the order in which they were made, each with how it stands."""
    with _opened(store) as held:
        chosen = held.judgements() if id_ is None else held.judgements(_mentions(held, id_))
        for each, stands in stand(held, chosen):
            by = f" by {', '.join(stands.by)}" if stands.by else ""
            typer.echo(f"{judged(each)} [{stands.state}{by}]")
        if not chosen:
            typer.echo("Nobody has judged anything here.")


@app.command("export")
def export_(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The file to write; standard output if none.")
    ] = None,
    store: Store = None,
) -> None:
    """Write every judgement as a line of JSON: the two accounts or the values that it was made on, and the verdict."""
    with _opened(store) as held, _written(output) as file:
        count = 0
        for line in export(held):
            file.write(f"{line}\n")
            count += 1
    typer.echo(f"{count} judgements", err=True)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `tocsin judgements export` wrote.")],
    store: Store = None,
) -> None:
    """Take in the judgements of another store, or of one that is built anew; known ones change nothing."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(f"can't read {file}: {error}", advice="name a file of `tocsin judgements export`") from error
    found = read_lines(lines, str(file))
    with bench(store) as (made_on, _):
        added = made_on.add(found)
    typer.echo(f"{len(added)} judgements added, {len(found) - len(added)} known before")
    for each in added:
        if missing := _missing(each):
            typer.echo(f"dormant till {missing} {'is' if each.dormant else 'are'} read: {judged(each)}", err=True)


def _missing(judgement: Judgement) -> str:
    return ", ".join(dict.fromkeys(f"report {each.report}" for each in judgement.anchors if each.mention is None))


def _mentions(held: Held, name: str) -> tuple[str, ...]:
    if name.startswith("inc-"):
        return held.incident(name).mentions
    return (name,) if ":" in name else tuple(mention.id for mention in held.reading(name).mentions)


@contextmanager
def _opened(store: str | None) -> Iterator[Held]:
    held = open_store(load({"store": store}).store_url, create=False)
    try:
        yield held
    finally:
        held.close()


@contextmanager
def _written(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise FormatError(f"can't write {path}: {error.strerror}", advice="name another file with -o") from error
