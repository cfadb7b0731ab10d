"""`tocsin eval`: how good the reading is, on data with known answers."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from tocsin.cli.corpora import read_corpus
from tocsin.cli.evaluate_coding import coding
from tocsin.cli.evaluate_false_events import false_events
from tocsin.cli.evaluate_muc4 import muc4
from tocsin.cli.evaluate_muc4_slots import muc4_slots
from tocsin.cli.evaluate_places import places
from tocsin.cli.evaluate_press import press
from tocsin.cli.evaluate_quantities import quantities
from tocsin.cli.evaluate_times import times
from tocsin.cli.evaluate_triage import triage
from tocsin.evaluate.case_score import FIELDS
from tocsin.evaluate.cases import CaseScores, evaluate_cases
from tocsin.evaluate.figures import known_figures, on_gold, on_own, score_figures, write_tolls
from tocsin.evaluate.incidents import known_groups, own_groups, write_groups
from tocsin.evaluate.reconciling import MEASURES, conll
from tocsin.evaluate.report_groups import Corpus, load_corpus
from tocsin.export.case import to_case
from tocsin.model import Report
from tocsin.pipeline.library import read
from tocsin.settings import load

app = typer.Typer(help="Measure quality on data with known answers.", no_args_is_help=True)
app.command()(places)


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


@app.command()
def figures(
    data: Annotated[Path, typer.Option(help="Folder with reports.jsonl (or .xz) and incidents.json.")],
    out: Annotated[Path | None, typer.Option(help="CSV file to write the figures to: incident,killed,injured.")] = None,
    last_third: Annotated[bool, typer.Option("--last-third", help="Measure on the last third in time only.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print the shares as JSON.")] = False,
) -> None:
    """Publish the killed and injured of incidents whose toll is known, and say how often they are exact.

    Once with the reports grouped as the data says, once grouped by ourselves. The file holds the former.
    """
    corpus = _corpus(data, last_third)
    known = known_figures(corpus)
    accounts = read_corpus(corpus)
    tolls = on_gold(corpus, accounts)
    if out is not None:
        write_tolls(out, tolls)
    scores = {"gold": score_figures(known, tolls), "own": score_figures(known, on_own(corpus, accounts))}
    if json_:
        typer.echo(json.dumps({name: asdict(each) for name, each in scores.items()}, indent=1))
        return
    typer.echo(f"{'groups':<8} {'killed':>7} {'injured':>7} {'both':>7}   incidents")
    for name, each in scores.items():
        typer.echo(f"{name:<8} {each.killed:>7.3f} {each.injured:>7.3f} {each.both:>7.3f}   {each.incidents}")


@app.command()
def incidents(
    data: Annotated[Path, typer.Option(help="Folder with reports.jsonl (or .xz), and perhaps incidents.json.")],
    out: Annotated[Path | None, typer.Option(help="CSV file to write the groups to: report_id,cluster.")] = None,
    last_third: Annotated[bool, typer.Option("--last-third", help="Measure on the last third in time only.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print the grades as JSON.")] = False,
) -> None:
    """Group reports by incident and say how well the groups fit the known ones.

    Each report stands for the one incident that it is told for.
    """
    corpus = _corpus(data, last_third)
    accounts = read_corpus(corpus)
    gold, own = known_groups(corpus), own_groups(corpus, accounts)
    if out is not None:
        write_groups(out, own)
    grades = {name: measure(gold, own) for name, measure in MEASURES.items()}
    if json_:
        found = {name: {**asdict(grade), "f1": grade.f1} for name, grade in grades.items()}
        typer.echo(json.dumps({**found, "CoNLL": conll(gold, own), "reports": len(gold)}, indent=1))
        return
    typer.echo(f"{'measure':<9} {'P':>6} {'R':>6} {'F1':>6}")
    for name, grade in grades.items():
        typer.echo(f"{name:<9} {grade.precision:>6.3f} {grade.recall:>6.3f} {grade.f1:>6.3f}")
    typer.echo(f"{'CoNLL':<9} {'':>6} {'':>6} {conll(gold, own):>6.3f}")
    typer.echo(f"{len(gold)} reports of {len(set(gold.values()))} incidents in {len(set(own.values()))} groups")


app.command()(muc4)
app.command("muc4-slots")(muc4_slots)
app.command()(coding)
app.command()(press)
app.command()(quantities)
app.command()(times)
app.command()(false_events)
app.command()(triage)


def _corpus(data: Path, last_third: bool) -> Corpus:
    corpus = load_corpus(data)
    return corpus.part(2, 3) if last_third else corpus


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
