"""Options that several commands share, and how the commands read them."""

import datetime as dt
from typing import Annotated

import typer

from tocsin.errors import SettingsError

Store = Annotated[
    str | None,
    typer.Option(
        help="The store: a SQLite file or a database URL. Default: TOCSIN_STORE, else the user's data folder."
    ),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The day of publication (YYYY-MM-DD) for reports that don't say theirs."),
]


def as_day(text: str | None) -> dt.date | None:
    """Return the day that the text names; SettingsError says how to write one."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(f"{text!r} is no date", advice="write it as YYYY-MM-DD, for example 2023-12-08") from error
