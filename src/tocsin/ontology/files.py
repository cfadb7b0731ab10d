"""Reading the data files that come with the package, each fault named with its file."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from tocsin.errors import FormatError

_ADVICE = "the installation is damaged or the file was edited: see tocsin/ontology/data/README.md"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is ten times as fast where it was built


def data(*parts: str) -> Traversable:
    """Return a file or folder of the package's data."""
    return files("tocsin.ontology").joinpath("data", *parts)


def read_yaml(source: Traversable | Path, advice: str = _ADVICE) -> Any:
    """Read one YAML file; FormatError names it and the line."""
    try:
        return yaml.load(source.read_bytes(), Loader=_Loader)  # noqa: S506 - both loaders are the safe ones
    except (OSError, yaml.YAMLError) as error:
        reason = " ".join(str(error).replace('in "<byte string>", ', "").split())
        raise FormatError(f"can't read {source.name}: {reason}", advice=advice) from error


def read_rows(source: Traversable) -> Iterator[dict[str, str]]:
    """Yield the rows of a tab-separated file by column name; lines that begin with # are comments."""
    lines = [line for line in source.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    names = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) > len(names):
            raise FormatError(f"{source.name}: too many columns in {line!r}", advice=_ADVICE)
        yield dict(zip(names, cells + [""] * (len(names) - len(cells)), strict=True))


def yaml_files(folder: Traversable) -> list[Traversable]:
    """List the YAML files of a folder by name."""
    return sorted((entry for entry in folder.iterdir() if entry.name.endswith(".yaml")), key=lambda entry: entry.name)
