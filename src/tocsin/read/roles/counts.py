"""What was counted on training texts: how often words fill roles, and what their surroundings tell of."""

import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
STRINGS, HEADS = "strings", "heads"
"""Texts that have the words (or the head of some filler), and those of them where they fill each role."""
CONTEXTS = ("governed", "governed by form", "governor")
"""Noun phrases so governed, and those of them that fill each role."""
FILLS, FILL_HEADS = "fills", "fill heads"
"""Fillers of the words (or head), and those of them in incidents of each type."""
LEMMAS = "lemmas"
"""By lemma, log ratios: sentences that fill each role, sentences that tell of each type, texts that tell of each."""
TABLES = (STRINGS, HEADS, *CONTEXTS, FILLS, FILL_HEADS, LEMMAS)


class Table:
    """Rows of numbers by words; of the words only their hashes are kept."""

    def __init__(self, keys: NDArray[np.uint32], rows: Numbers) -> None:
        self.keys, self.rows = keys, rows
        self._at = {int(key): number for number, key in enumerate(keys)}
        self._none = np.zeros(rows.shape[1] if rows.ndim > 1 else 0, np.float32)

    def __contains__(self, words: str) -> bool:
        return hashed(words) in self._at

    def row(self, words: str) -> Numbers:
        """Return the numbers of words, zeros for those that weren't seen."""
        number = self._at.get(hashed(words))
        return self._none if number is None else self.rows[number]

    def all(self, words: Iterable[str]) -> Numbers:
        """Return the rows of all words that were seen (words × numbers)."""
        return self.rows[[self._at[key] for key in map(hashed, words) if key in self._at]]


Counts = Mapping[str, Table]


def hashed(words: str) -> int:
    """Return the hash that stands for words."""
    return zlib.crc32(words.encode())


def make_table(rows: Mapping[str, Iterable[float]]) -> Table:
    """Return a table of rows by words, in order of their hashes."""
    held = sorted((hashed(words), list(row)) for words, row in rows.items())
    keys = np.array([key for key, _ in held], dtype=np.uint32)
    return Table(keys, np.array([row for _, row in held], dtype=np.float32))


def load_counts(path: Path) -> Counts:
    """Read the tables of a file."""
    with np.load(path, allow_pickle=False) as held:
        return {name: Table(held[f"{name}.keys"], held[f"{name}.rows"].astype(np.float32)) for name in TABLES}


def save_counts(counts: Counts, path: Path) -> None:
    """Write tables to a file; equal tables give equal files."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for name in TABLES:
        arrays[f"{name}.keys"], arrays[f"{name}.rows"] = counts[name].keys, counts[name].rows.astype(np.float16)
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def share(row: Numbers, column: int, prior: float) -> float:
    """Return the share of what a row counts first that its `column`-th further count is, smoothed."""
    return float((row[1 + column] + prior) / (row[0] + 1))
