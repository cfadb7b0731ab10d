"""`tocsin eval muc4`: how well incidents and who did what to whom are found, on the documents of MUC-4."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tocsin.evaluate.muc4 import (
    Source,
    figures,
    predict,
    read_documents,
    read_predictions,
    relevance,
    score,
    shares,
    write_predictions,
)
from tocsin.evaluate.muc4_score import Scores
from tocsin.evaluate.muc4_told import Thresholds, templates_told
from tocsin.export.muc4 import Templates
from tocsin.ontology import load_registry
from tocsin.pipeline.library import read
from tocsin.pipeline.reading import build_reader
from tocsin.read.roles.encoder import weights_folder
from tocsin.read.roles.fillers import FillerReader
from tocsin.settings import load

NAMES = {"ree": "role fillers, CEAF-REE", "tf": "templates, CEAF-TF"}


def muc4(
    data: Annotated[Path, typer.Option(help="JSON Lines of documents: docid, doctext and, to score, templates.")],
    out: Annotated[
        Path | None, typer.Option(help="File to write the templates to, one JSON object a document.")
    ] = None,
    predictions: Annotated[Path | None, typer.Option(help="Score this file, written before, and read nothing.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Take only so many documents.")] = None,
    weights: Annotated[Path | None, typer.Option(help="Folder of weights of the trained reader.")] = None,
    rules: Annotated[bool, typer.Option("--rules", help="Fill the templates by the rules of reading alone.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Fill the templates of MUC-4 and score them against its keys, as published work does.

    Each document is read as a report without title and date.
    """
    documents = read_documents(data, limit)
    found = (
        read_predictions(predictions)
        if predictions
        else predict(documents, ruled() if rules else told(weights), progress)
    )
    if out is not None:
        write_predictions(out, {each.docid: found.get(each.docid, ()) for each in documents})
    scores, relevant = score(documents, found), relevance(documents, found)
    keyed = sum(each.templates is not None for each in documents)
    if json_:
        whole = {name: figures(each) for name, each in scores.items()}
        typer.echo(json.dumps({"documents": keyed, "relevance": shares(relevant), **whole}, indent=1))
        return
    for name, each in scores.items():
        typer.echo(grades(NAMES[name], each))
    typer.echo(f"{keyed} documents with a key, {relevant.gold} of them with an incident: {relevant.found} of these and")
    typer.echo(f"{relevant.predicted - relevant.right} of the others were given one")


def told(weights: Path | None = None) -> Source:
    """Return what fills the templates of a report by the trained reader of roles, with the default weights if none."""
    rules, roles = build_reader(load()), FillerReader(weights or weights_folder())
    least = Thresholds(**roles.thresholds)
    return lambda report: templates_told(roles.read(*rules.glance(report)), least)


def ruled() -> Source:
    """Return what fills the templates of a report by rules: the reading, put in the form of MUC-4."""
    settings, templates = load(), Templates(load_registry())
    return lambda report: templates.of(report, read(report, settings=settings))


def progress(done: int, documents: int) -> None:
    """Say now and then how many documents are read."""
    if done % 20 == 0 or done == documents:
        typer.echo(f"read {done} of {documents}", err=True)


def grades(title: str, scores: Scores) -> str:
    """Return a table of precision, recall and F1 by slot."""
    rows = [f"{title:<24} {'P':>6} {'R':>6} {'F1':>6}   right / predicted, found / gold"]
    rows += [
        f"{slot:<24} {each.precision:>6.3f} {each.recall:>6.3f} {each.f1:>6.3f}"
        f"   {each.right} / {each.predicted}, {each.found} / {each.gold}"
        for slot, each in [*scores.slots.items(), ("all", scores.all)]
    ]
    return "\n".join([*rows, ""])
