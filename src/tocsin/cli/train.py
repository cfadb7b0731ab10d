"""`tocsin train`: learn weights from data with known answers."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from tocsin.cli.corpora import read_corpus
from tocsin.cli.train_reader import reader
from tocsin.cli.train_reading import casing, triage
from tocsin.errors import MissingPartError
from tocsin.evaluate.report_groups import load_corpus
from tocsin.evaluate.toponym_answers import Annotator
from tocsin.evaluate.toponyms import read_gold
from tocsin.resolve.gazetteer import open_gazetteer
from tocsin.settings import load
from tocsin.train.rarities import sketch_of
from tocsin.train.texts import texts

app = typer.Typer(help="Learn weights from data with known answers.", no_args_is_help=True)
app.command()(reader)


app.command()(casing)
app.command()(triage)


@app.callback()
def group() -> None:
    """Learn weights from data with known answers."""


@app.command("same-incident")
def same_incident(
    data: Annotated[Path, typer.Option(help="Folder with reports.jsonl (or .xz), and perhaps incidents.json.")],
    out: Annotated[Path, typer.Option(help="Folder to write same.json, rarity.bin and training.json to.")],
    background: Annotated[
        list[Path] | None, typer.Option(help="JSONL of other news that says how common words are; may be repeated.")
    ] = None,
    whole: Annotated[bool, typer.Option("--whole", help="Learn from all, not from the first two thirds.")] = False,
    folds: Annotated[int, typer.Option(min=0, help="First group each of so many parts by what the others teach.")] = 0,
    seed: Annotated[int, typer.Option(help="Seed of the trees.")] = 7,
) -> None:
    """Learn whether two accounts tell of one incident, from the first two thirds in time of grouped reports."""
    try:
        from tocsin.train.same_incident import learn, write  # noqa: PLC0415  # only this command needs LightGBM
        from tocsin.train.trial import trial  # noqa: PLC0415  # likewise
    except ImportError as error:
        raise MissingPartError("LightGBM isn't there", advice="pip install 'tocsin[train]'") from error
    corpus = load_corpus(data)
    corpus = corpus if whole else corpus.part(0, 2)
    others = [sketch_of(text) for path in background or [] for text in texts(path)]
    told = read_corpus(corpus)
    rows = {told[row.id].report.id: row for row in corpus.rows}
    accounts = [told[row.id] for row in rows.values()]
    incidents, backgrounds = [row.incident for row in rows.values()], [others] if others else []
    if folds > 1:
        grade = trial(accounts, incidents, backgrounds, folds, seed)
        typer.echo(f"{folds} folds, B-cubed: P {grade.precision:.3f}, R {grade.recall:.3f}, F1 {grade.f1:.3f}")
    trees, cells, learnt = learn(accounts, incidents, backgrounds, seed)
    write(out, trees, cells, {**learnt, "background": len(others), "seed": seed})
    typer.echo(f"{learnt['pairs']} pairs, {learnt['same']} of one incident, of {learnt['reports']} reports: {out}")


@app.command()
def places(
    data: Annotated[list[Path], typer.Option(help="JSONL of texts with gold toponyms; may be repeated.")],
    out: Annotated[Path, typer.Option(help="Folder to write naming.json, placing.json and training.json to.")],
    seed: Annotated[int, typer.Option(help="Seed of the trees.")] = 7,
) -> None:
    """Learn which words are place names, and which of its places a name means, from texts with gold toponyms."""
    try:
        from tocsin.train.toponyms import learn, write  # noqa: PLC0415  # only this command needs LightGBM
    except ImportError as error:
        raise MissingPartError("LightGBM isn't there", advice="pip install 'tocsin[train]'") from error
    texts = [text for path in data for text in read_gold(path)]
    with closing(open_gazetteer(load().gazetteer_path)) as gazetteer:
        made, learnt = learn(texts, Annotator().names, gazetteer, seed)
    write(out, made, learnt)
    typer.echo(f"{learnt['runs']} runs of words and {learnt['options']} options, from {learnt['texts']} texts: {out}")
