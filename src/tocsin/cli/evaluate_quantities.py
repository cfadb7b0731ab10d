"""`tocsin eval quantities`: how well counts are found and valued."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tocsin.evaluate.quantities import QuantityScores, answer, by_part, figures, lines, read_gold
from tocsin.resolve.quantities import Quantities

GOLD = Path("tests/gold/quantities.jsonl")


def quantities(
    data: Annotated[
        Path, typer.Option(help="JSON Lines file of texts whose counts are known; the default is the project's own.")
    ] = GOLD,
    out: Annotated[Path | None, typer.Option(help="File to write the answers to, in the format of the data.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Find the counts of texts and say how often words and bounds are exactly the known ones."""
    finder = Quantities()
    pairs = [(gold, answer(gold, finder.find)) for gold in read_gold(data)]
    if out is not None:
        out.write_text("".join(lines(pairs)), encoding="utf-8")
    scores = by_part(pairs)
    if json_:
        typer.echo(json.dumps({part: figures(each) for part, each in scores.items()}, indent=1))
    else:
        typer.echo(_table(scores))


def _table(scores: dict[str, QuantityScores]) -> str:
    rows = [f"{'part':<12} {'P':>6} {'R':>6} {'F1':>6} {'value':>6} {'both':>6}   found / given / gold"]
    rows += [
        f"{part:<12} {each.precision:>6.3f} {each.recall:>6.3f} {each.f1:>6.3f} {each.value:>6.3f} {each.both:>6.3f}"
        f"   {each.found} / {each.given} / {each.gold}"
        for part, each in scores.items()
    ]
    return "\n".join(rows)
