"""Pinned floors of coding: a change that lowers one must say so here, in docs/quality.md and in its commit."""

from pathlib import Path
from typing import Any

import pytest

from tocsin.evaluate.coding import code_all, figures, read_codings
from tocsin.pipeline.sentence_coding import SentenceCoder, build_sentence_coder
from tocsin.settings import load

OWN = {"type_accuracy": 0.92, "mode_accuracy": 0.80, "source_sector_accuracy": 0.90, "target_sector_accuracy": 0.83}
RECORDS = {"type_accuracy": 0.91, "mode_accuracy": 0.72, "source_sector_accuracy": 0.86, "target_sector_accuracy": 0.82}


@pytest.fixture(scope="module")
def coder() -> SentenceCoder:
    return build_sentence_coder(load())


def measured(coder: SentenceCoder, path: Path) -> dict[str, Any]:
    return figures(code_all(read_codings(path), coder.code))


def test_own_sentences_hold_their_floors(coder: SentenceCoder, root: Path) -> None:
    found = measured(coder, root / "tests" / "gold" / "coding.jsonl")
    assert not {name: found[name] for name, floor in OWN.items() if found[name] < floor}


def test_records_of_plover_hold_their_floors(coder: SentenceCoder, shared: Path) -> None:
    found = measured(coder, shared / "data" / "plover" / "records.jsonl")
    assert not {name: found[name] for name, floor in RECORDS.items() if found[name] < floor}
