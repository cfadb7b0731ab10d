"""How rare a term is in news: a table of hashed document frequencies, made by `tocsin train same-incident`."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from math import log
from zlib import crc32

BUCKETS = 1 << 17
STEPS = 16
"""Steps of the scale in each unit (a factor of e) of how rare a term is."""
RAREST = 12.0
"""No term is rarer than this."""
LEAST = 3
"""A term in fewer documents is as rare as one that is in a single one."""

_FILE = "rarity.bin"


class Rarity:
    """Rarities by class and term: the negative natural logarithm of the share of documents that hold it.

    Each term has two cells of the table, which it may share with others, and is as rare as the rarer of them says.
    """

    def __init__(self, cells: bytes) -> None:
        if len(cells) != BUCKETS:
            raise ValueError(f"a table of rarities has {BUCKETS} bytes, not {len(cells)}")
        self._cells = cells
        self._known: dict[tuple[str, str], float] = {}

    def of(self, sort: str, term: str) -> float:
        """Return how rare a term of a class is, 0 (in every document) to 12."""
        key = sort, term
        found = self._known.get(key)
        if found is None:
            if len(self._known) > 500_000:
                self._known.clear()
            found = max(self._cells[cell] for cell in cells_of(sort, term)) / STEPS
            self._known[key] = found
        return found


def cells_of(sort: str, term: str) -> tuple[int, int]:
    """Return the two cells of a term."""
    text = f"{sort} {term}".encode()
    return crc32(text) % BUCKETS, crc32(b"again " + text) % BUCKETS


def table(counts: Mapping[tuple[str, str], int], documents: int) -> bytes:
    """Return the table for terms by class, in so many of the documents each; those in fewer than `LEAST` fall away."""
    shares = [0] * BUCKETS
    for (sort, term), count in counts.items():
        if count >= LEAST:
            for cell in cells_of(sort, term):
                shares[cell] += count
    return bytes(_step(count, documents) for count in shares)


def _step(count: int, documents: int) -> int:
    return round(min(max(log(documents / max(count, 1)), 0.0), RAREST) * STEPS)


@lru_cache(maxsize=1)
def rarity() -> Rarity:
    """Return the table that the package holds."""
    return Rarity((files("tocsin.reconcile") / "weights" / _FILE).read_bytes())
