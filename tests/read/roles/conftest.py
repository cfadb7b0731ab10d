from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

from tocsin.read.annotate import load_language
from tocsin.read.roles.counts import CONTEXTS, FILL_HEADS, FILLS, HEADS, LEMMAS, STRINGS, Counts, make_table
from tocsin.read.roles.encoder import Marked, weights_folder
from tocsin.read.roles.fillers import FillerReader
from tocsin.read.roles.vocabulary import ROLES, TYPES


@pytest.fixture(scope="session")
def language() -> Language:
    return load_language()


@pytest.fixture(scope="session")
def weights() -> Path:
    return weights_folder()


@pytest.fixture(scope="session")
def reader(weights: Path) -> FillerReader:
    return FillerReader(weights)


@pytest.fixture
def counts() -> Counts:
    roles, types = [0.0] * len(ROLES), [0.0] * len(TYPES)
    rows = {
        STRINGS: {"gunmen": [4, 3, *roles[1:]], "car bomb": [2, *roles[:4], 2]},
        HEADS: {"gunmen": [5, 4, *roles[1:]]},
        **{name: {"nsubj kill": [3, 2, *roles[1:]]} for name in CONTEXTS},
        FILLS: {"gunmen": [2, 2, *types[1:]]},
        FILL_HEADS: {"gunmen": [2, 2, *types[1:]]},
        LEMMAS: {"kill": [1.0] * (len(ROLES) + 2 * len(TYPES)), "bank": [-1.0] * (len(ROLES) + 2 * len(TYPES))},
    }
    return {name: make_table(table) for name, table in rows.items()}


def marked(text: str, inside: dict[str, tuple[str, float]]) -> Marked:
    """Mark each word of a text as a token; `inside` says by role which words fill it, and how surely."""
    offsets, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        offsets.append((at, at + len(word)))
        at += len(word)
    tags = np.zeros((len(offsets), len(ROLES), 3), np.float32)
    tags[:, :, 0] = 0.99
    for role, (words, chance) in inside.items():
        start = text.index(words)
        numbers = [n for n, (a, b) in enumerate(offsets) if a < start + len(words) and b > start]
        for n in numbers:
            begins = n == numbers[0]
            tags[n, ROLES.index(role)] = [1 - chance, chance if begins else 0, 0 if begins else chance]
    return Marked(np.array(offsets, np.int64).reshape(-1, 2), tags, np.full(1 + len(TYPES), 0.5, np.float32))
