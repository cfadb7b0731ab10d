from pathlib import Path

import pytest

from tocsin.cli.evaluate_muc4 import told
from tocsin.cli.evaluate_muc4_slots import templates_of
from tocsin.evaluate.muc4 import predict, read_documents, score
from tocsin.evaluate.muc4_keys import read_keys
from tocsin.evaluate.muc4_slots import score_slots

DOCUMENTS = 40
FILLERS, TEMPLATES, SLOTS = 0.27, 0.27, 0.28


@pytest.fixture(scope="module")
def muc4(shared: Path) -> Path:
    return shared / "data" / "muc4"


def test_muc4_holds_its_floors_on_part_of_dev(muc4: Path) -> None:
    documents = read_documents(muc4 / "dev.jsonl", DOCUMENTS)
    found = predict(documents, templates_of())
    scores = score(documents, found)
    keys = read_keys(muc4 / "keys.train-dev.json")
    slots = score_slots({each.docid: keys[each.docid] for each in documents}, found)
    assert scores["ree"].all.f1 >= FILLERS
    assert scores["tf"].all.f1 >= TEMPLATES
    assert slots.all.f1 >= SLOTS


def test_the_trained_reader_holds_its_floors_on_part_of_dev(muc4: Path) -> None:
    documents = read_documents(muc4 / "dev.jsonl", DOCUMENTS)
    scores = score(documents, predict(documents, told()))
    assert scores["ree"].all.f1 >= 0.39
    assert scores["tf"].all.f1 >= 0.36
