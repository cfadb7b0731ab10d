"""`tocsin eval triage`: how many relevant reports triage loses, and how many others it spares the parse."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from tocsin.cli.evaluate_false_events import GOLD
from tocsin.evaluate.triage import measure, unseen
from tocsin.read.triage import load_triage
from tocsin.settings import load


def triage(
    data: Annotated[Path, typer.Option(help="JSON Lines of texts of known relevance; those held out count.")] = GOLD,
    corpora: Annotated[
        Path | None, typer.Option(help="Folder of the corpora that rows name, whose unseen parts count too.")
    ] = None,
    cases: Annotated[list[Path] | None, typer.Option(help="Folder of annotated cases; may be repeated.")] = None,
    threshold: Annotated[float | None, typer.Option(help="The chance below which a report is skipped.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Say of texts that triage wasn't learnt from how many of the relevant and of the others it skips."""
    made = load_triage(load().triage_threshold if threshold is None else threshold)
    found = measure(unseen(data, corpora, cases or []), made)
    if json_:
        typer.echo(json.dumps([{**asdict(each), "share": each.share} for each in found], indent=1))
        return
    typer.echo(f"{'':<11} {'source':<22} {'texts':>6} {'skipped':>8}")
    for each in found:
        kind = "relevant" if each.relevant else "irrelevant"
        typer.echo(f"{kind:<11} {each.source:<22} {each.texts:>6} {each.skipped:>8} {each.share:>7.1%}")
