"""The trees that find and place names, as they were learnt; `weights/README.md` is their model card."""

import hashlib
import json
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from tocsin.errors import InputError
from tocsin.learned.trees import Forest
from tocsin.resolve import toponym_naming, toponym_placing

_FOLDER = files("tocsin.resolve") / "weights"
FILES = ("naming.json", "placing.json")


class Weights(NamedTuple):
    """Trees over the evidence: whether a run of words is a place name, and whether a place is the one meant.

    `digest` tells these weights from others.
    """

    naming: Forest
    placing: Forest
    digest: str


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """Return the package's weights."""
    return read_weights(_FOLDER)


def read_weights(folder: Path | Traversable) -> Weights:
    """Return the weights of a folder; InputError where they aren't there or weigh other evidence than this version."""
    try:
        contents = [(folder / name).read_bytes() for name in FILES]
        naming, placing = (Forest(json.loads(content)) for content in contents)
    except (OSError, ValueError, KeyError) as error:
        raise InputError(f"no weights for place names in {folder} ({error})", advice=_ADVICE) from error
    if (naming.names, placing.names) != (toponym_naming.NAMES, toponym_placing.NAMES):
        raise InputError(f"the weights in {folder} are of another version", advice=_ADVICE)
    return Weights(naming, placing, hashlib.sha256(b"".join(contents)).hexdigest()[:12])


_ADVICE = "`tocsin train places` makes new ones"
