"""`tocsin eval`: how good the reading is, on data with known answers."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from tocsin.evaluate.case_score import FIELDS
from tocsin.evaluate.cases import CaseScores, evaluate_cases
from tocsin.export.case import to_case
from tocsin.model import Report
from tocsin.pipeline.library import read
from tocsin.settings import load

app = typer.Typer(help="Measure quality on data with known answers.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Measure quality on data with known answers."""


@app.command()
def cases(
    gold_dir: Annotated[Path, typer.Argument(help="Folder of annotated cases, one *.json each.")],
    out: Annotated[Path | None, typer.Option(help="Folder to write the answers to, one file a case.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Read annotated reports and score the answers; only title, text and date of each case are read."""
    settings = load()

    def answer(report: Report) -> dict[str, Any]:
        return to_case(report, read(report, settings=settings))

    scores = evaluate_cases(gold_dir, answer, out, lambda name: typer.echo(f"read {name}", err=True))
    if json_:
        typer.echo(json.dumps({**scores.figures, "cases": scores.cases, "counts": scores.counts}, indent=1))
    else:
        typer.echo(_table(scores))


def _table(scores: CaseScores) -> str:
    slots = ["incidents", "headline_found", *FIELDS, "statements", "tallies", "relations", "fields", "overall"]
    lines = [f"{'slot':<15} {'P':>6} {'R':>6} {'F1':>6}   hit / given / gold"]
    for slot in slots:
        if slot not in scores.counts:
            lines.append(f"{slot:<15} {'':>6} {'':>6} {scores.figures[slot]:>6.3f}")
            continue
        hit, given, gold = scores.counts[slot]
        precision, recall = hit / given if given else 0.0, hit / gold if gold else 0.0
        row = f"{slot:<15} {precision:>6.3f} {recall:>6.3f} {scores.figures[slot]:>6.3f}"
        lines.append(f"{row}   {hit} / {given} / {gold}")
    return "\n".join([*lines, f"{scores.cases} cases"])
