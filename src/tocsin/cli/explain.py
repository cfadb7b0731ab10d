"""`tocsin explain`: why two accounts are one incident, or two."""

import json
from collections.abc import Iterator
from contextlib import closing
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from tocsin.cli.options import Store
from tocsin.model import to_builtins
from tocsin.pipeline.explaining import Compared, compare
from tocsin.settings import load
from tocsin.store import open_store

_JUDGED = {
    "same": "Judged to be one, whatever the score:",
    "different": "Judged to be two, whatever the score:",
    "alone": "One of the two was judged to be no account of an incident:",
}


def explain(
    one: Annotated[str, typer.Argument(metavar="ONE", help="An incident, report or mention, by its id.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The one to compare it with.")],
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    store: Store = None,
) -> None:
    """Say why two accounts are taken for one incident or for two: what was weighed, and how much it counted."""
    with closing(open_store(load({"store": store}).store_url, create=False)) as held:
        found = compare(held, one, other)
    if json_:
        typer.echo(json.dumps(to_builtins(found), ensure_ascii=False))
        return
    console = Console(highlight=False)
    for line in _lines(found):
        console.print(line, soft_wrap=True)


def _lines(found: Compared) -> Iterator[Text]:
    one, other = found.incidents
    held = (
        f"One incident in the record, {one}." if found.together else f"Two incidents in the record, {one} and {other}."
    )
    yield Text(held, style="bold")
    why = found.explanation
    yield Text(f"{found.one} and {found.other} score {why.score:.2f} of 1.")
    if found.pairs > 1:
        yield Text(f"They agree best of {found.pairs} pairs, which score {found.mean:.2f} on the mean.", style="dim")
    yield Text(f"Groups become one from a mean score of {found.needed:.2f} on.", style="dim")
    if why.veto:
        yield Text(f"No score joins them: {why.veto}.", style="red")
    yield Text(f"{why.start:+6.2f}  what any two that are compared start from", style="dim")
    for reason in why.reasons:
        yield Text(f"{reason.weight:+6.2f}  {reason.words}", style="green" if reason.weight > 0 else "yellow")
    if found.judged:
        yield Text(_JUDGED[found.judged], style="bold")
    for each in found.judgements:
        yield Text(f"  {each.verdict}, by {each.by}: {each.why or 'no reason given'}  ({each.id})")
