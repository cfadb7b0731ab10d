"""`tocsin eval times`: how well time expressions are found and resolved."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tocsin.acquire import acquire
from tocsin.errors import InputError
from tocsin.evaluate.time_gold import read_times
from tocsin.evaluate.times import TimeScores, judge_times, score_times, write_judged
from tocsin.model import Report
from tocsin.resolve.timexes import Timexes
from tocsin.settings import load

GOLD = Path("tests/gold/times.jsonl")


def times(
    data: Annotated[
        list[Path] | None,
        typer.Option(help="JSON Lines of annotated times, repeat for more; the default is the project's own."),
    ] = None,
    cases: Annotated[Path | None, typer.Option(help="Folder of the cases that the data names.")] = None,
    out: Annotated[Path | None, typer.Option(help="File to write each expression to, with gold and answer.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print the counts and figures as JSON.")] = False,
) -> None:
    """Find the time expressions of annotated texts, and say how many spans and values are right.

    Once for the texts that rules were written on, once for those held out, once for cases.
    """
    texts = [text for path in data or [GOLD] for text in read_times(path, cases, _one_report)]
    judged = judge_times(texts, Timexes().find)
    if out is not None:
        write_judged(out, judged)
    scores = score_times(judged)
    if json_:
        typer.echo(json.dumps({part: each.figures for part, each in scores.items()}, indent=1))
        return
    typer.echo(_table(scores))


def _table(scores: dict[str, TimeScores]) -> str:
    rows = [f"{'part':<9} {'span P':>7} {'R':>6} {'F1':>6} {'value':>6} {'both P':>7} {'R':>6} {'F1':>6}   gold"]
    for part, each in scores.items():
        spans = f"{each.precision:>7.3f} {each.recall:>6.3f} {each.spans_f1:>6.3f} {each.accuracy:>6.3f}"
        both = f"{each.both_precision:>7.3f} {each.both_recall:>6.3f} {each.f1:>6.3f}"
        rows.append(f"{part:<9} {spans} {both}   {each.gold}")
    return "\n".join(rows)


def _one_report(path: Path) -> Report:
    """Read one file's report; InputError where there is none."""
    found = next(iter(acquire([str(path)], load())), None)
    if not isinstance(found, Report):
        raise InputError(f"{path} gives no report", advice="check the file that the gold names")
    return found
