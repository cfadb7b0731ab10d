"""`tocsin eval muc4-slots`: the slots of MUC-4 beside its fillers: when, where, how far, how sure, how many."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tocsin.cli.evaluate_muc4 import grades, progress
from tocsin.evaluate.muc4 import Source, figures, predict, read_documents, read_predictions, write_predictions
from tocsin.evaluate.muc4_keys import read_keys
from tocsin.evaluate.muc4_slots import score_slots
from tocsin.export.muc4 import Templates
from tocsin.export.muc4_slots import FurtherSlots
from tocsin.ontology import load_registry
from tocsin.pipeline.library import read
from tocsin.settings import load


def muc4_slots(
    data: Annotated[Path, typer.Option(help="JSON of the full keys: templates of 25 slots, one list or one a split.")],
    texts: Annotated[Path, typer.Option(help="JSON Lines of the documents: docid and doctext.")],
    out: Annotated[
        Path | None, typer.Option(help="File to write the templates to, one JSON object a document.")
    ] = None,
    predictions: Annotated[Path | None, typer.Option(help="Score this file, written before, and read nothing.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Take only so many documents.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Fill the further slots of MUC-4 (date, place, stage, confidence, effects, numbers) and score them.

    Documents without a key are read and written, not scored. What counts as right is in docs/quality.md.
    """
    keys, documents = read_keys(data), read_documents(texts, limit)
    found = read_predictions(predictions) if predictions else predict(documents, templates_of(), progress)
    if out is not None:
        write_predictions(out, {each.docid: found.get(each.docid, ()) for each in documents})
    keyed = {each.docid: keys[each.docid] for each in documents if each.docid in keys}
    scores = score_slots(keyed, found)
    if json_:
        typer.echo(json.dumps({"documents": len(keyed), "slots": figures(scores)}, indent=1))
        return
    typer.echo(grades("further slots", scores))
    typer.echo(f"{len(keyed)} documents with a key")


def templates_of() -> Source:
    """Return what fills the templates of a report and their further slots."""
    settings, slots = load(), FurtherSlots(Templates(load_registry()))
    return lambda report: slots.of(report, read(report, settings=settings))
