import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tocsin.errors import FormatError
from tocsin.evaluate.coding import Pair, by_part, codes, figures, read_codings, write_codings
from tocsin.evaluate.plover_versions import older_type
from tocsin.model import ActorMention
from tocsin.read.coding import EventCoding


def write(path: Path, *rows: Mapping[str, object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def answer(event: str, mode: str = "", older: tuple[str, str] | None = None, **parties: str) -> EventCoding:
    sides = {
        side: tuple(ActorMention(name=None, country=country) for country in parties.get(side, "").split())
        for side in ("source", "target")
    }
    return EventCoding(
        event=event, mode=mode, older=older or (event, mode), spans=(), by="test", confidence=0.5, **sides
    )


def test_older_names_count_as_those_of_today(tmp_path: Path) -> None:
    row = {"text": " Peru fought. ", "event": "FIGHT", "mode": "firearms", "source": [{"code": "PER"}], "target": ""}
    other = {"text": "x", "event": "INVESTIGATE", "mode": "", "source": [{"code": "JAP MIL"}], "target": [{"code": ""}]}
    first, second = read_codings(write(tmp_path / "gold.jsonl", row, other))
    assert (first.event, first.text) == ("ASSAULT", "Peru fought.")
    assert (first.source, first.target) == (frozenset({"PER"}), frozenset())
    assert (second.event, second.source) == ("ACCUSE", frozenset({"JPN"}))
    assert second.sectors == (frozenset({"MIL"}), frozenset())


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="line 1"):
        read_codings(write(tmp_path / "gold.jsonl", {"event": "AID"}))


def test_figures_count_types_modes_and_parties(tmp_path: Path) -> None:
    rows = [
        {"text": "a", "event": "AID", "source": [{"code": "PER"}], "target": [{"code": "CHL"}, {"code": "BOL"}]},
        {"text": "b", "event": "PROTEST", "mode": "strike-gen", "source": [{"code": "PER"}], "target": ""},
        {"text": "c", "event": "COERCE", "mode": "destroy", "source": [{"code": "PER"}]},
    ]
    gold = read_codings(write(tmp_path / "gold.jsonl", *rows))
    answers = [
        answer("AID", source="PE", target="CL"),
        answer("PROTEST", "strike", source="PE"),
        answer("ASSAULT", "destroy", ("COERCE", "destroy")),
    ]
    pairs = [Pair(one, other) for one, other in zip(gold, answers, strict=True)]
    found = figures(pairs)
    assert (found["type_accuracy"], found["mode_accuracy"], found["macro_f1"]) == (1.0, 1.0, 1.0)
    assert (found["source_sector_accuracy"], found["target_sector_accuracy"]) == (0.6667, 0.0)
    assert found["target_sector_any"] == 1.0
    write_codings(tmp_path / "out.jsonl", pairs)
    written = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [row["event"] for row in written] == ["AID", "PROTEST", "COERCE"]
    assert written[0]["target"][0]["code"] == "CHL"


def test_a_sentence_left_without_a_type_is_a_miss(tmp_path: Path) -> None:
    gold = read_codings(write(tmp_path / "gold.jsonl", {"text": "a", "event": "AID", "part": "held-out"}))
    pairs = [Pair(gold[0], None)]
    assert figures(pairs)["type_accuracy"] == 0.0
    assert figures(pairs)["uncoded"] == 1
    assert list(by_part(pairs)) == ["held-out"]
    assert codes(None, "source") == frozenset()


@pytest.mark.parametrize(
    ("event", "mode", "older"),
    [
        ("REQUEST", "", "DEMAND"),
        ("ACCUSE", "investigate", "INVESTIGATE"),
        ("ACCUSE", "allege", "DISAPPROVE"),
        ("ASSAULT", "aerial", "FIGHT"),
        ("ASSAULT", "abduct", "ASSAULT"),
        ("AID", "", "AID"),
    ],
)
def test_types_are_known_by_their_older_names(event: str, mode: str, older: str) -> None:
    assert older_type(event, mode) == older
