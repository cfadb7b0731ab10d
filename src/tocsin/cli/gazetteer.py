"""`tocsin gazetteer`: build, extend, ask and describe the gazetteer."""

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tocsin.errors import NotFoundError
from tocsin.settings import load

if TYPE_CHECKING:
    from tocsin.resolve.gazetteer_added import Tally
    from tocsin.resolve.gazetteer_reading import Problem

app = typer.Typer(help="Build, extend and ask the gazetteer of place names.", no_args_is_help=True)
_SHOWN = 20


@app.command()
def build() -> None:
    """Build the default gazetteer anew, in about half a minute; sources that were added stay."""
    from tocsin.resolve.gazetteer_build import build_gazetteer  # noqa: PLC0415  # slow to load: other commands go without

    path = load().gazetteer_path
    count = build_gazetteer(path)
    typer.echo(f"{count:,} places in {path}")


@app.command()
def add(
    kind: Annotated[
        Literal["csv", "geonames", "whosonfirst"],
        typer.Argument(help="What the file is: a table of your own, a GeoNames dump, a table of Who's On First."),
    ],
    file: Annotated[Path, typer.Argument(help="The file; .gz, .xz, .bz2 and .zip are unpacked as it is read.")],
    name: Annotated[
        str, typer.Option("--name", help="What to call the source; else it is called after the file.")
    ] = "",
    prefer: Annotated[
        bool, typer.Option("--prefer", help="Let every place of the file win over others of its name.")
    ] = False,
) -> None:
    """Add places of your own; a source of the same name is replaced.

    A CSV has the columns name, lat and lon, and may have id, country, admin1, feature, population, aliases (parted
    by |) and prefer (yes: this place wins over others of its name).
    """
    from tocsin.resolve.gazetteer import open_gazetteer  # noqa: PLC0415  # likewise
    from tocsin.resolve.gazetteer_added import Source, add_source, name_of  # noqa: PLC0415  # likewise

    path = load().gazetteer_path
    source = Source(kind=kind, table=file, name=name or name_of(file), prefer=prefer)
    progress = _Progress(file)
    open_gazetteer(path, added=False).close()
    tally = add_source(path, source, progress.problem, progress.line)
    progress.close()
    held = f", {tally.shared:,} of them known already" if tally.shared else ""
    left = tally.lines - tally.places - tally.bad
    kinds = f"; {left:,} lines of kinds that reports don't name left out" if left else ""
    typer.echo(f"{source.name}: {tally.places:,} places added{held}{kinds}")
    if tally.bad:
        typer.echo(f"{tally.bad:,} lines were left out, see above: mend them and add the file again", err=True)
        raise typer.Exit(1)


@app.command()
def remove(name: Annotated[str, typer.Argument(help="The source's name, as `info` lists it.")]) -> None:
    """Remove a source that was added."""
    from tocsin.resolve.gazetteer_added import remove_source  # noqa: PLC0415  # likewise

    remove_source(load().gazetteer_path, name)
    typer.echo(f"{name} removed")


@app.command()
def find(name: Annotated[str, typer.Argument(help="A place name in any usual spelling.")]) -> None:
    """Print the places of a name, the most populous first; where you prefer some, only those."""
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
    """Print where the gazetteer is, what it was built from, how much it holds, and the sources that were added."""
    from tocsin.resolve.gazetteer import open_gazetteer  # noqa: PLC0415  # likewise
    from tocsin.resolve.gazetteer_added import added_sources  # noqa: PLC0415  # likewise

    path = load().gazetteer_path
    with closing(open_gazetteer(path, build=False, added=False)) as gazetteer:
        facts = {"file": str(path), **gazetteer.info()}
    for key, value in facts.items():
        typer.echo(f"{key}: {value}")
    for name, known in added_sources(path).items():
        typer.echo(f"\nsource: {name}" + ("" if known else " (broken: remove it, or add it again)"))
        for key, value in known.items():
            typer.echo(f"  {key}: {value}")


class _Progress:
    """Says on standard error how far a long file is, and which of its lines can't go in."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._problems = 0
        self._shown = sys.stderr.isatty()

    def line(self, tally: "Tally") -> None:
        """Show every so often how many lines were read."""
        if self._shown and tally.lines % 20_000 == 0:
            sys.stderr.write(f"\r{tally.lines:,} lines read, {tally.places:,} places")

    def problem(self, problem: "Problem") -> None:
        """Name a line that can't go in; of very many, only the first."""
        self._problems += 1
        if self._problems <= _SHOWN:
            typer.echo(f"{self._file}:{problem.line}: left out, {problem.message}", err=True)
        elif self._problems == _SHOWN + 1:
            typer.echo("… and further lines", err=True)

    def close(self) -> None:
        """Clear the line of progress."""
        if self._shown:
            sys.stderr.write("\r\033[K")
