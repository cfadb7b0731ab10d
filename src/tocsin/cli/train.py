"""`tocsin train`: learn weights from data with known answers."""

from pathlib import Path
from typing import Annotated

import typer

from tocsin.errors import MissingPartError
from tocsin.evaluate.figures import read_accounts
from tocsin.evaluate.report_groups import load_corpus, principal
from tocsin.pipeline.reading import build_reader
from tocsin.settings import load

app = typer.Typer(help="Learn weights from data with known answers.", no_args_is_help=True)


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
    seed: Annotated[int, typer.Option(help="Seed of the trees.")] = 7,
) -> None:
    """Learn whether two accounts tell of one incident, from the first two thirds in time of grouped reports."""
    try:
        from tocsin.train.same_incident import learn, write  # noqa: PLC0415  # only this command needs LightGBM
    except ImportError as error:
        raise MissingPartError("LightGBM isn't there", advice="pip install 'tocsin[train]'") from error
    from tocsin.train.rarities import sketch_of  # noqa: PLC0415
    from tocsin.train.texts import texts  # noqa: PLC0415

    corpus = load_corpus(data)
    corpus = corpus if whole else corpus.part(0, 2)
    others = [sketch_of(text) for path in background or [] for text in texts(path)]
    reader = build_reader(load())

    def tell(number: int, of: int) -> None:
        if number % 100 == 0 or number == of:
            typer.echo(f"read {number} of {of}", err=True)

    told = read_accounts(corpus, lambda report: principal(report, reader), tell)
    rows = {told[row.id].report.id: row for row in corpus.rows}
    accounts = [told[row.id] for row in rows.values()]
    trees, cells, learnt = learn(accounts, [row.incident for row in rows.values()], [others] if others else [], seed)
    write(out, trees, cells, {**learnt, "background": len(others), "seed": seed})
    typer.echo(f"{learnt['pairs']} pairs, {learnt['same']} of one incident, of {learnt['reports']} reports: {out}")
