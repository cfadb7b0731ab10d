import json
from pathlib import Path
from typing import Any

import pytest

from tocsin.errors import FormatError
from tocsin.evaluate.muc4 import figures, predict, read_documents, read_predictions, relevance, score, write_predictions
from tocsin.evaluate.muc4_score import Grade
from tocsin.model import Report

BOMBING = {"incident_type": "bombing", "Weapon": [[["a bomb", 0]]]}
ROWS = [
    {"docid": "D1", "doctext": "a bomb went off.", "templates": [BOMBING]},
    {"docid": "D2", "doctext": "the minister spoke of trade.", "templates": []},
    {"docid": "D3", "doctext": "without a key."},
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return written(tmp_path / "data.jsonl", ROWS)


def written(path: Path, rows: list[Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def source(report: Report) -> list[dict[str, Any]]:
    return [{"incident_type": "bombing", "Weapon": [["bomb"]]}] if "bomb" in report.body else []


def test_documents_are_read_by_the_source_and_scored_where_they_have_a_key(data: Path) -> None:
    documents = read_documents(data)
    scores = score(documents, predict(documents, source))
    assert figures(scores["ree"])["Weapon"]["f1"] == 1.0
    assert figures(scores["tf"])["all"]["gold"] == 2


def test_a_document_without_an_incident_that_is_given_one_is_told(data: Path) -> None:
    given = {"D1": [BOMBING], "D2": [BOMBING], "D3": [BOMBING]}
    assert relevance(read_documents(data), given) == Grade(1, 2, 1, 1)


def test_what_is_written_is_read_again(data: Path, tmp_path: Path) -> None:
    found = predict(read_documents(data), source)
    write_predictions(tmp_path / "out.jsonl", found)
    assert read_predictions(tmp_path / "out.jsonl") == found


def test_only_so_many_documents_are_taken(data: Path) -> None:
    assert [each.docid for each in read_documents(data, 1)] == ["D1"]


@pytest.mark.parametrize(
    "row",
    [
        [],
        {"docid": "D1"},
        {"docid": "D1", "doctext": "x", "templates": [{"Weapon": []}]},
        {"docid": "D1", "doctext": "x", "templates": [{"incident_type": "bombing", "Weapon": ["bomb"]}]},
        {"docid": "D1", "doctext": "x", "templates": [{"incident_type": "bombing", "Weapon": [[7]]}]},
    ],
)
def test_a_broken_line_is_named(row: Any, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="line 1"):
        read_documents(written(tmp_path / "broken.jsonl", [row]))
