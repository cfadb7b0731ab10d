"""`tocsin train triage` and `tocsin train casing`: what the reader does before the parse."""

from pathlib import Path
from typing import Annotated

import typer

from tocsin.evaluate.relevance import read_judged
from tocsin.train import casing as casings
from tocsin.train import triage as triages
from tocsin.train.triage_texts import corpus_texts, known_texts


def triage(
    data: Annotated[Path, typer.Option(help="Folder of corpora, laid out as the developers' shared data.")],
    out: Annotated[Path, typer.Option(help="Folder to write triage.bin and triage.json to.")],
    gold: Annotated[
        Path, typer.Option(help="JSON Lines of texts of known relevance; those held out aren't learnt from.")
    ] = Path("tests/gold/relevance.jsonl"),
) -> None:
    """Learn which reports are worth reading, and the chance from which they are: for nearly all relevant ones."""
    texts = [*corpus_texts(data), *known_texts(read_judged(gold, data))]
    made, learnt = triages.learn(texts)
    triages.write(out, made, learnt)
    typer.echo(
        f"{learnt['relevant']} relevant of {learnt['texts']} texts; read where the chance is {made.threshold} or more; "
        f"by the other sources alone {learnt['kept apart, relevant']:.1%} of the relevant are read and "
        f"{learnt['kept apart, irrelevant']:.1%} of the others: {out}"
    )


def casing(
    data: Annotated[list[Path], typer.Option(help="JSONL (or .xz) of news with its capitals; may be repeated.")],
    out: Annotated[Path, typer.Option(help="Folder to write casing.tsv.xz to.")],
    without: Annotated[
        Path | None, typer.Option(help="Folder of annotated cases, whose texts aren't learnt from.")
    ] = None,
) -> None:
    """Learn how words are written inside sentences, to give reports that came in capitals their letters back."""
    learnt = casings.without_cases(data, without)
    table = casings.learn(learnt)
    casings.write(out / casings.FILE, table)
    typer.echo(f"{len(learnt)} texts, {table.count(chr(10))} lines: {out}")
