"""`tocsin eval false-events`: how many texts that tell of no incident give one."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tocsin.evaluate.false_events import FalseEvents, Given, count, read_texts
from tocsin.evaluate.relevance import read_judged
from tocsin.pipeline.library import read
from tocsin.settings import load

GOLD = Path("tests/gold/relevance.jsonl")


def false_events(
    data: Annotated[
        Path, typer.Option(help="JSON Lines of texts, of which those not marked as relevant are read.")
    ] = GOLD,
    corpora: Annotated[
        Path | None, typer.Option(help="Folder of the corpora that rows name; without it such rows are left out.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="File to write each false incident to, with its sentence.")] = None,
    part: Annotated[str, typer.Option(help="Read these alone: tuned, held-out, or all.")] = "all",
    json_: Annotated[bool, typer.Option("--json", help="Print the counts and shares as JSON.")] = False,
) -> None:
    """Read texts that tell of no incident, each in full, and count those that give one that counts all the same."""
    settings = load()
    wanted = {"tuned": (False,), "held-out": (True,)}.get(part, (False, True))
    texts = (each for each in read_judged(data, corpora) if each.held_out in wanted)
    given = read_texts(texts, lambda report: read(report, settings=settings))
    if out is not None:
        out.write_text("".join(f"{line}\n" for each in given for line in _lines(each)), encoding="utf-8")
    scores = count(given)
    if json_:
        typer.echo(json.dumps({name: each.figures for name, each in scores.items()}, indent=1))
        return
    typer.echo(f"{'texts':<12} {'read':>5}   {'headline incident':>18}   {'any that counts':>16}")
    for name, each in scores.items():
        typer.echo(_row(name, each))


def _row(name: str, each: FalseEvents) -> str:
    headline, counted = (f"{number:>5} {number / max(1, each.texts):>7.1%}" for number in (each.headline, each.counted))
    return f"{name:<12} {each.texts:>5}   {headline:>18}   {counted:>16}"


def _lines(given: Given) -> list[str]:
    return [
        json.dumps(
            {
                "id": given.judged.id,
                "held_out": given.judged.held_out,
                "kind": mention.kind,
                "scope": mention.scope,
                "trigger": mention.trigger.text,
                "confidence": mention.confidence,
                "sentences": [span.text for span in mention.evidence],
            },
            ensure_ascii=False,
        )
        for mention in given.mentions
    ]
