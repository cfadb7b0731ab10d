"""`tocsin ingest`: reports into the record."""

from typing import Annotated

import typer

from tocsin.cli.options import Published, Store, as_day
from tocsin.settings import load


def ingest(
    inputs: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, URLs, or - for standard input.")
    ],
    published: Published = None,
    store: Store = None,
) -> None:
    """Read reports into the record; what is there already changes nothing, what can't be read is named."""
    settings, day = load({"store": store}), as_day(published)
    raise NotImplementedError((inputs, settings, day))
