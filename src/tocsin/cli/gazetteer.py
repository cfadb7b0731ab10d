"""`tocsin gazetteer`: build, ask and describe the gazetteer."""

from contextlib import closing
from typing import Annotated

import typer

from tocsin.errors import NotFoundError
from tocsin.settings import load

app = typer.Typer(help="Build and ask the gazetteer of place names.", no_args_is_help=True)


@app.command()
def build() -> None:
    """Build the gazetteer anew, in about half a minute."""
    from tocsin.resolve.gazetteer_build import build_gazetteer  # noqa: PLC0415  # slow to load: other commands go without

    path = load().gazetteer_path
    count = build_gazetteer(path)
    typer.echo(f"{count:,} places in {path}")


@app.command()
def find(name: Annotated[str, typer.Argument(help="A place name in any usual spelling.")]) -> None:
    """Print the places of a name, the most populous first."""
    from tocsin.resolve.gazetteer import open_gazetteer, precision_of  # noqa: PLC0415  # likewise

    with closing(open_gazetteer(load().gazetteer_path)) as gazetteer:
        places = gazetteer.find(name)
    if not places:
        raise NotFoundError(f"no place called {name!r}", advice="try another spelling")
    for place in places:
        where = ", ".join(reversed(place.admin)) or "-"
        figures = f"{place.lat:.3f} {place.lon:.3f}  population {place.population:,}"
        typer.echo(f"{place.name}  ({where})  {precision_of(place)}/{place.feature}  {figures}  {place.id}")


@app.command()
def info() -> None:
    """Print where the gazetteer is, what it was built from and how much it holds."""
    from tocsin.resolve.gazetteer import open_gazetteer  # noqa: PLC0415  # likewise

    path = load().gazetteer_path
    with closing(open_gazetteer(path, build=False)) as gazetteer:
        facts = {"file": str(path), **gazetteer.info()}
    for key, value in facts.items():
        typer.echo(f"{key}: {value}")
