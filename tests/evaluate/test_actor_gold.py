"""Annotated mentions of actors are read from our own texts, from reports and from places in cases, and scored."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tocsin.errors import FormatError
from tocsin.evaluate.actor_gold import GoldActor, GoldReport, digest, parts_of, read_actor_gold
from tocsin.evaluate.actors import ActorScores, answers, count, score_actors, write_answers
from tocsin.model import ActorMention, Report
from tocsin.model.vocabulary import ActorKind
from tocsin.settings import Settings

TEXT = "{Hamas|group:hamas} fought {Red Wolves|new:Red Wolves}, the {president|gov:FR=Ana Alpha}, {Bo|-} and {us|~}."


def write(path: Path, *rows: Mapping[str, object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> GoldReport:
    row = {"id": "a", "part": "development", "published": "2024-01-02", "title": "{Hamas|group:hamas}", "text": TEXT}
    (found,) = read_actor_gold(write(tmp_path / "gold.jsonl", row), Settings())
    return found


def mention(gold: GoldReport, word: str, actor: str | None, name: str | None = None, **kind: ActorKind) -> ActorMention:
    start = gold.report.text.rindex(word)
    return ActorMention(
        name=name, actor=actor, kind=kind.get("kind", "group"), spans=(gold.report.span(start, start + len(word)),)
    )


def test_marks_become_characters_of_the_text_without_them(gold: GoldReport) -> None:
    text = gold.report.text
    assert text == "Hamas\n\nHamas fought Red Wolves, the president, Bo and us."
    assert [text[each.start : each.end] for each in gold.mentions] == [
        "Hamas",
        "Hamas",
        "Red Wolves",
        "president",
        "Bo",
        "us",
    ]
    assert [(each.actor, each.name, each.counts) for each in gold.mentions[2:]] == [
        (None, "Red Wolves", True),
        ("gov:FR", "Ana Alpha", True),
        (None, None, False),
        (None, None, False),
    ]


def test_answers_are_paired_and_counted(gold: GoldReport) -> None:
    found = [
        mention(gold, "Hamas", "group:hamas"),
        mention(gold, "Red Wolves", None, "the Red Wolves"),
        mention(gold, "the president", "gov:FR", "Zoe Zeta"),
        mention(gold, "Bo", None, "Bo", kind="person"),
        mention(gold, "us", "gov:US"),
        mention(gold, "fought", "group:x"),
    ]
    assert count(answers(gold, found)) == ActorScores(gold=4, given=4, recognised=3, linked=2)
    assert score_actors([gold], lambda _: found).together == (0.5, 0.5, 0.5)


def test_a_link_where_nobody_may_be_linked_is_a_fault(gold: GoldReport) -> None:
    linked = [mention(gold, "Bo", "gov:FR", "Bo", kind="person")]
    assert count(answers(gold, linked)) == ActorScores(gold=4, given=1, recognised=0, linked=0)


def test_a_provisional_group_is_no_person(gold: GoldReport) -> None:
    (wolves,) = [each for each in gold.mentions if each.name == "Red Wolves"]
    alone = GoldReport(gold.report, gold.part, gold.until, (wolves,))
    assert count(answers(alone, [mention(gold, "Red Wolves", None, "Red Wolves")])).linked == 1
    assert count(answers(alone, [mention(gold, "Red Wolves", None, "Red Wolves", kind="person")])).linked == 0


def test_a_person_has_to_be_found_as_one(gold: GoldReport) -> None:
    alone = GoldReport(gold.report, gold.part, gold.until, (GoldActor(7, 12, "gov:FR", is_person=True),))
    assert count(answers(alone, [mention(gold, "Hamas", "gov:FR", kind="person")])).linked == 1
    assert count(answers(alone, [mention(gold, "Hamas", "gov:FR", kind="government")])).linked == 0


def test_cases_are_read_where_their_folder_is_given(tmp_path: Path) -> None:
    case = {"title": "Hamas", "text": "Hamas fled. Iran spoke.", "published": None}
    (tmp_path / "a.json").write_text(json.dumps(case), encoding="utf-8")
    report = Report(id="a", title="Hamas", body="Hamas fled. Iran spoke.")
    row = {"case": "a", "part": "cases", "digest": digest(report), "until": 18, "mentions": [[7, 12, "group:hamas"]]}
    path = write(tmp_path / "gold.jsonl", row)
    assert list(read_actor_gold(path, Settings())) == []
    (gold,) = read_actor_gold(path, Settings(), tmp_path)
    found = [mention(gold, "Hamas", "group:hamas"), mention(gold, "Iran", "state:IR")]
    assert count(answers(gold, found)) == ActorScores(1, 1, 1, 1)
    assert list(parts_of([gold])) == ["cases"]


def test_a_text_that_has_changed_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hamas fled\n\nHamas fled from the town on Monday.\n", encoding="utf-8")
    row = {"file": "a.txt", "part": "development", "digest": "0", "mentions": []}
    with pytest.raises(FormatError, match=r"line 1: .*a\.txt isn't the one"):
        list(read_actor_gold(write(tmp_path / "gold.jsonl", row), Settings()))


def test_answers_are_written_a_line_each(gold: GoldReport, tmp_path: Path) -> None:
    write_answers(tmp_path / "out.jsonl", [(gold, answers(gold, [mention(gold, "Hamas", "group:x")]))])
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["right"] for row in rows] == [False] * 4
    assert (rows[1]["words"], rows[1]["actor"], rows[1]["given"]) == ("Hamas", "group:hamas", "group:x")
