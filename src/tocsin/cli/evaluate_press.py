"""`tocsin eval press`: how well military press releases are coded."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from tocsin.evaluate.press import FIELDS, PressScores, code, read_releases, score, write_answers
from tocsin.evaluate.press import last_third as cut
from tocsin.export.press import to_press
from tocsin.model import Report
from tocsin.pipeline.library import read
from tocsin.settings import load


def press(
    data: Annotated[Path, typer.Option(help="JSON Lines file of releases: text, and gold with the coders' fields.")],
    out: Annotated[Path | None, typer.Option(help="JSON Lines file to write the answers to, one a release.")] = None,
    last_third: Annotated[bool, typer.Option("--last-third", help="Code the last third of the file only.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print the shares as JSON.")] = False,
) -> None:
    """Code press releases of a military force and say how often each field is exactly that of its coders.

    Fields are day, type of event, province, least killed and least captured.
    """
    settings = load()

    def answer(report: Report) -> dict[str, Any]:
        return to_press(report, read(report, settings=settings))

    releases = read_releases(data)
    answers = code(cut(releases) if last_third else releases, answer)
    if out is not None:
        write_answers(out, answers)
    scores = score(answers)
    typer.echo(json.dumps(asdict(scores), indent=1) if json_ else _table(scores))


def _table(scores: PressScores) -> str:
    rows = [f"{'field':<9} {'exact':>6} {'any':>6}"]
    for name in FIELDS:
        shared = f"{scores.shared[name]:>6.3f}" if name in scores.shared else ""
        rows.append(f"{name:<9} {scores.exact[name]:>6.3f} {shared}".rstrip())
    return "\n".join([*rows, f"{scores.releases} releases"])
