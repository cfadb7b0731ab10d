"""`tocsin train reader`: train the reader of roles."""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from tocsin.errors import MissingPartError
from tocsin.pipeline.reading import build_reader
from tocsin.settings import load


def reader(
    data: Annotated[Path, typer.Option(help="Folder with train.jsonl: documents with templates, as MUC-4 has them.")],
    encoder: Annotated[
        Path, typer.Option(help="Folder of a pretrained encoder: config.json, model.safetensors and tokenizer.json.")
    ],
    out: Annotated[Path, typer.Option(help="Folder to write the weights to; checkpoints lie in its folder rounds.")],
    recipe: Annotated[Path | None, typer.Option(help="TOML file that says what is trained how.")] = None,
    threads: Annotated[int, typer.Option(min=0, help="Processor threads to use; 0 leaves the choice to torch.")] = 0,
) -> None:
    """Train the reader of roles: who did what to whom with what.

    Takes an accelerator where there is one. Stopped and called again, it goes on from the last pass that was finished.
    """
    try:
        import torch  # noqa: PLC0415  # only this command needs it

        from tocsin.train.reader.recipe import read_recipe, train  # noqa: PLC0415  # likewise
    except ImportError as error:
        raise MissingPartError(f"{error.name} isn't there", advice="pip install 'tocsin[train]'") from error
    if threads:
        torch.set_num_threads(threads)
    with as_file(files("tocsin.train.reader") / "recipe.toml") as default:
        plan = read_recipe(recipe or default)
    card = train(
        data,
        encoder,
        out,
        recipe=plan,
        reader=build_reader(load()),
        progress=lambda line: typer.echo(line, err=True),
    )
    for measure, value in card["blind"].items():
        typer.echo(f"{measure} on {card['held out']} texts held out: {value:.3f}")
    typer.echo(f"weights: {out}")
