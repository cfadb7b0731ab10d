"""Runs the trained encoder: a text in, for each token of it the chance that it fills each role."""

import hashlib
import importlib.util
import json
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tocsin.errors import MissingPartError
from tocsin.read.roles.vocabulary import ROLES, TAGS, TYPES
from tocsin.read.roles.windows import cut

PACKAGE = "tocsin_reader_en"
"""The data package that holds the default weights."""
Numbers = NDArray[np.float32]


class Marked(NamedTuple):
    """What the encoder makes of a text.

    `offsets` (tokens × 2) are the characters of each token; `tags` (tokens × roles × 3) the chances that it lies
    outside of a filler of the role, begins one, or lies inside; `tells` the chance that the text tells of an incident
    at all, and of each type.
    """

    offsets: NDArray[np.int64]
    tags: Numbers
    tells: Numbers


class Encoder:
    """The weights of one folder, loaded at first use; `id` names them by their hash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.card: dict[str, Any] = json.loads((folder / "card.json").read_text(encoding="utf-8"))

    @property
    def id(self) -> str:
        """Name and hash of the weights."""
        return f"{self.card['name']}@{self.card['files']['encoder.onnx'][:12]}"

    def mark(self, text: str) -> Marked:
        """Return the chances for each token of a text, which may be of any length."""
        offsets: list[tuple[int, int]] = []
        tags, tells = [np.zeros((0, len(ROLES), len(TAGS)), np.float32)], [np.zeros(1 + len(TYPES), np.float32)]
        for piece in cut(self._tokenizer, text):
            tokens = piece.tokens[None]
            marked, told = self._session.run(None, {"tokens": tokens, "mask": np.ones_like(tokens)})
            tags.append(marked[0, piece.fresh : -1])
            tells.append(told[0])
            offsets.extend(piece.offsets[piece.fresh : -1])
        places = np.array(offsets, dtype=np.int64).reshape(-1, 2)
        return Marked(places, np.concatenate(tags), np.max(tells, axis=0))

    @cached_property
    def _session(self) -> Any:
        import onnxruntime  # noqa: PLC0415  # takes a second that commands without reading needn't wait

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        path = checked(self._folder / "encoder.onnx", self.card)
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer  # noqa: PLC0415  # likewise

        made = Tokenizer.from_file(str(checked(self._folder / "tokenizer.json", self.card)))
        made.no_truncation()
        made.no_padding()
        return made


def weights_folder() -> Path:
    """Return the folder of the default weights; MissingPartError where their package isn't installed."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise MissingPartError("the weights of the reader aren't installed", advice="pip install ./models/reader-en")
    return Path(found.submodule_search_locations[0])


def checked(path: Path, card: dict[str, Any]) -> Path:
    """Return a file of the weights; MissingPartError where it isn't the one that the card names."""
    held = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "nothing"
    if held != card["files"][path.name]:
        advice = "install the package of the weights again"
        raise MissingPartError(f"{path.name} isn't the file that its card names", advice=advice)
    return path
