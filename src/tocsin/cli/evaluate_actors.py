"""`tocsin eval actors`: how well actors are found and linked."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tocsin.evaluate.actor_gold import GoldReport, parts_of, read_actor_gold
from tocsin.evaluate.actors import ActorScores, answers, count, write_answers
from tocsin.settings import load


def actors(
    data: Annotated[Path, typer.Option(help="File of annotated mentions (JSONL).")] = Path("tests/gold/actors.jsonl"),
    cases: Annotated[
        Path | None, typer.Option(help="Folder of annotated cases, for the mentions that the file places in them.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="File to write each answer to, one JSON object a line.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Find and link the actors of annotated reports and score the answers, by part of the data."""
    from tocsin.pipeline.reading import build_reader  # noqa: PLC0415  # loads spaCy: other commands go without
    from tocsin.read.annotate import annotate  # noqa: PLC0415  # likewise

    settings = load()
    reader = build_reader(settings)
    gold = list(read_actor_gold(data, settings, cases))
    compared = [(each, answers(each, annotate(each.report, reader.nlp, reader.resolver).actors)) for each in gold]
    if out is not None:
        write_answers(out, compared)
    by_report = {id(each): count(found) for each, found in compared}
    scores = {part: _total(reports, by_report) for part, reports in parts_of(gold).items()}
    if json_:
        typer.echo(json.dumps({part: _figures(each) for part, each in scores.items()}, indent=1))
        return
    typer.echo(f"{'part':<13} {'P':>6} {'R':>6} {'F1':>6} {'linked':>7} {'P':>6} {'R':>6} {'F1':>6}   mentions")
    for part, each in scores.items():
        words, both = (" ".join(f"{figure:>6.3f}" for figure in row) for row in (each.recognition, each.together))
        typer.echo(f"{part:<13} {words} {each.accuracy:>7.3f} {both}   {each.gold}")


def _total(reports: list[GoldReport], by_report: dict[int, ActorScores]) -> ActorScores:
    return sum((by_report[id(each)] for each in reports), ActorScores(0, 0, 0, 0))


def _figures(scores: ActorScores) -> dict[str, object]:
    names = ("precision", "recall", "f1")
    return {
        "mentions": scores.gold,
        "recognition": dict(zip(names, (round(figure, 4) for figure in scores.recognition), strict=True)),
        "linking": round(scores.accuracy, 4),
        "together": dict(zip(names, (round(figure, 4) for figure in scores.together), strict=True)),
    }
