"""Triage learnt from a handful of texts."""

import json
from pathlib import Path

import pytest

from tocsin.errors import InputError
from tocsin.evaluate.relevance import Judged
from tocsin.evaluate.triage import measure
from tocsin.model import Report, report_id
from tocsin.read.triage import read_triage
from tocsin.train.triage import Text, learn, write
from tocsin.train.triage_texts import corpus_texts, known_texts

WAR = ["Troops shot rebels near {}.", "A bomb killed nine people in {}.", "Gunmen kidnapped a judge in {}."]
DULL = ["The cook killed the dish in {} with salt.", "The league match in {} was killed off by a late goal.",
        "The fair in {} was a death of boredom, said the mayor."]  # fmt: skip
TOWNS = ["Karvali", "Dorun", "Axport", "Benfield"]


def text(body: str, source: str, *, relevant: bool) -> Text:
    return Text(Report(id=report_id("", body), title="", body=body), source, relevant)


def texts() -> list[Text]:
    return [
        text(line.format(town), town[:1], relevant=relevant)
        for town in TOWNS
        for lines, relevant in ((WAR, True), (DULL, False))
        for line in lines
    ]


def test_what_was_learnt_tells_them_apart_and_survives_writing(tmp_path: Path) -> None:
    made, learnt = learn(texts())
    write(tmp_path, made, learnt)
    read = read_triage((tmp_path / "triage.bin").read_bytes(), json.loads((tmp_path / "triage.json").read_text()))
    new = {each.format("Gorsk"): relevant for lines, relevant in ((WAR, True), (DULL, False)) for each in lines}
    chances = {body: read.chance(text(body, "", relevant=True).report) for body in new}
    assert min(chances[body] for body in new if new[body]) > max(chances[body] for body in new if not new[body])
    assert read.chance(text("The fair was dry.", "", relevant=False).report) == 0.0
    assert learnt["sources"] == {"A": 6, "B": 6, "D": 6, "K": 6}


def test_equal_texts_give_equal_weights(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, *learn(texts()))
    assert (tmp_path / "one" / "triage.bin").read_bytes() == (tmp_path / "two" / "triage.bin").read_bytes()


def test_one_kind_alone_teaches_nothing() -> None:
    with pytest.raises(InputError, match="only one kind"):
        learn([each for each in texts() if each.relevant])


def test_what_is_held_out_is_not_learnt_from(tmp_path: Path) -> None:
    report = text("A.", "", relevant=False).report
    judged = [Judged("1", "g", report, relevant=False, held_out=held) for held in (True, False)]
    assert len(list(known_texts(judged))) == 1
    (tmp_path / "muc4").mkdir()
    rows = [{"doctext": "A bomb.", "templates": [{}]}, {"doctext": "A speech.", "templates": []}]
    (tmp_path / "muc4" / "train.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert [each.report.body for each in corpus_texts(tmp_path)] == ["A bomb."]


def test_the_skipped_are_counted_by_source_and_kind() -> None:
    made, _ = learn(texts())
    judged = [Judged("", each.source, each.report, each.relevant, held_out=True) for each in texts()]
    found = measure(judged, made)
    assert [(each.relevant, each.source, each.texts) for each in found if each.source == "all"] == [
        (True, "all", 12),
        (False, "all", 12),
    ]
    assert found[0].relevant
    assert sum(each.skipped for each in found if each.relevant) == 0
