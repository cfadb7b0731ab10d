"""`tocsin ingest`: reports into the record."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Annotated

import typer
from rich.console import Console

from tocsin.acquire import Failure
from tocsin.cli.options import Published, Store, as_day
from tocsin.errors import StoreError
from tocsin.pipeline.ingest import Outcome
from tocsin.pipeline.ingest import ingest as ingest_all
from tocsin.pipeline.ingest_summary import Summary
from tocsin.settings import Settings, load
from tocsin.store import open_store

_EVERY = 5.0
"""Seconds between two lines of progress where no terminal shows it."""
_INTERRUPTED = 130
"""What a shell expects of a command that Ctrl-C ended."""

Show = Callable[[str], None]


def ingest(
    inputs: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, URLs, or - for standard input.")
    ],
    published: Published = None,
    store: Store = None,
    triage: Annotated[
        bool | None,
        typer.Option(help="Skip reports that surely tell of nothing to read, or read all. Default: TOCSIN_TRIAGE, on."),
    ] = None,
) -> None:
    """Read reports into the record; what is there already changes nothing, what can't be read is named.

    Reports that triage skips are kept, counted, and marked as skipped.
    """
    settings, day, summary = load({"store": store, "triage": triage}), as_day(published), Summary()
    items = _outcomes(inputs, settings, day)
    try:
        with _progress(Console(stderr=True, highlight=False)) as show:
            for item in items:
                summary.add(item)
                if isinstance(item, Failure):
                    typer.echo(f"left out: {item.error}", err=True)
                show(str(summary))
    except KeyboardInterrupt:
        typer.echo(summary)
        typer.echo("stopped: all reports counted are kept, the same command goes on with the rest", err=True)
        raise typer.Exit(_INTERRUPTED) from None
    except StoreError:
        typer.echo(summary)
        raise
    typer.echo(summary)
    if summary.left_out:
        raise typer.Exit(1)


def _outcomes(inputs: list[str], settings: Settings, day: dt.date | None) -> Iterator[Outcome | Failure]:
    # The store first: one that can't be written is known at once, and loading the reader takes seconds.
    with closing(open_store(settings.store_url)) as held:
        from tocsin.ontology.actors import load_registry  # noqa: PLC0415  # only now is it needed
        from tocsin.pipeline.coding import build_coder  # noqa: PLC0415  # likewise
        from tocsin.pipeline.reading import build_reader  # noqa: PLC0415  # likewise, it loads spaCy
        from tocsin.pipeline.triaging import with_triage  # noqa: PLC0415  # likewise

        registry = load_registry(settings.actors_path)
        reader, code = with_triage(build_reader(settings, registry), settings), build_coder(registry)
        typer.echo(f"into {settings.store_url.removeprefix('sqlite:///')}", err=True)
        yield from ingest_all(inputs, held, reader, settings, published=day, code=code)


@contextmanager
def _progress(console: Console) -> Iterator[Show]:
    """Show how far it is: one changing line on a terminal, a line now and then elsewhere."""
    if console.is_terminal:
        with console.status("loading") as status:
            yield status.update
        return
    shown: float | None = None

    def show(text: str) -> None:
        nonlocal shown
        now = time.monotonic()
        if shown is not None and now - shown >= _EVERY:
            typer.echo(text, err=True)
        if shown is None or now - shown >= _EVERY:
            shown = now

    yield show
