"""Says before the parse, at a hundredth of its cost, how likely a report tells of violence, arrests or protest.

A linear model over the stems of the words, learnt by `tocsin train triage`. A report without any word that the rules
could start from has no chance at all; the model decides on the others.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tocsin.model import Component, Report
from tocsin.read.gate import forms_of, load_irregular, may_tell, words_of
from tocsin.read.wordlists import ActEntry, Phrase, load_lexicon

CELLS = 1 << 15
"""Cells of the table of weights, which stems share by their hash."""
STEM = 6
"""Letters that are kept of a word."""
OPENING = 60
"""Words at the beginning, title included, whose stems count as such too: they tell what the news is."""
LONGEST = 12_000
"""Characters that are looked at."""
_WORD = re.compile(r"[^\W\d_]{2,}")

Cells = NDArray[np.int64]
Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Triage:
    """Weights by cell, what is added to their sum, and the chance below which a report is skipped."""

    weights: Values
    bias: float
    threshold: float
    digest: str = ""

    @property
    def component(self) -> Component:
        """What skips: other weights or another threshold make another one."""
        return Component("read.triage", "1", json.dumps({"weights": self.digest, "threshold": self.threshold}))

    def chance(self, report: Report) -> float:
        """Return the chance, 0 to 1, that a report tells of what is read."""
        if not may_tell(words_of(report.text)):
            return 0.0
        cells, values = features(words_in(report))
        return 1 / (1 + math.exp(-(self.bias + float(self.weights[cells] @ values))))

    def skips(self, report: Report) -> float | None:
        """Return the chance where it is too low for the report to be read, None where it is to be read."""
        chance = self.chance(report)
        return round(chance, 4) if chance < self.threshold else None


def words_in(report: Report) -> list[str]:
    """Return the words that are looked at, in small letters, in their order."""
    return [match.group() for match in _WORD.finditer(report.text[:LONGEST].lower())]


def features(words: list[str]) -> tuple[Cells, Values]:
    """Return the cells of a text's stems and how much each counts; the squares of these add up to 1."""
    counts: dict[int, float] = {}
    for number, word in enumerate(words):
        for cell in _cells(word, opening=number < OPENING):
            counts[cell] = counts.get(cell, 0.0) + 1.0
    cells = np.fromiter(counts, dtype=np.int64, count=len(counts))
    values = np.log1p(np.fromiter(counts.values(), dtype=np.float64, count=len(counts)))
    length = float(np.sqrt(values @ values))
    return cells, values / length if length else values


def _cells(word: str, *, opening: bool) -> Iterator[int]:
    for term in (word[:STEM], *_senses().get(word, ())):
        yield _cell(term)
        if opening:
            yield _cell(f"^{term}")


@lru_cache(maxsize=1)
def _senses() -> dict[str, tuple[str, ...]]:
    """Return what the lexicon says of a word in any of its forms: "*killing", "*attackers"; so rare words count too."""
    lexicon, irregular = load_lexicon(), load_irregular()
    verbs = {first: group for table in (lexicon.act_verbs, lexicon.harm_verbs) for first, group in table.items()}
    senses = {(word, f"*{said}") for word, group in verbs.items() for phrase, said in _plain(group) if len(phrase) == 1}
    senses |= {(phrase[0], f"*{entry.kind}") for phrase, entry in lexicon.act_nouns.items() if len(phrase) == 1}
    senses |= {(phrase[0], f"*{effect}") for phrase, effect in lexicon.harm_nouns.items() if len(phrase) == 1}
    senses |= {(phrase[0], "*weapon") for phrase in lexicon.weapons if len(phrase) == 1}
    senses |= {(word, f"*{name}") for name, words in lexicon.people.items() for word in words}
    senses |= {
        (word, f"*{name}") for name in ("sports", "drills", "fiction", "accidents") for word in lexicon.cues[name]
    }
    found: dict[str, tuple[str, ...]] = {}
    for word, sense in sorted(senses):
        for form in forms_of(word, irregular):
            if sense not in found.get(form, ()):
                found[form] = (*found.get(form, ()), sense)
    return found


def _plain(group: Iterable[tuple[Phrase, ActEntry | str]]) -> Iterator[tuple[Phrase, str]]:
    for phrase, said in group:
        yield phrase, said if isinstance(said, str) else said.kind


@lru_cache(maxsize=200_000)
def _cell(term: str) -> int:
    return crc32(term.encode()) % CELLS


def read_triage(weights: bytes, learnt: dict[str, float | str], threshold: float | None = None) -> Triage:
    """Return the triage of a table of one byte a cell and the figures beside it."""
    cells = np.frombuffer(weights, dtype=np.int8).astype(np.float64) * float(learnt["scale"])
    limit = float(learnt["threshold"]) if threshold is None else threshold
    return Triage(cells, float(learnt["bias"]), limit, str(learnt["digest"]))


def load_triage(threshold: float | None = None) -> Triage:
    """Load the weights that the package holds; `threshold` None: that which they were learnt for."""
    folder = files("tocsin.read") / "weights"
    learnt = json.loads((folder / "triage.json").read_text(encoding="utf-8"))
    return read_triage((folder / "triage.bin").read_bytes(), learnt, threshold)
