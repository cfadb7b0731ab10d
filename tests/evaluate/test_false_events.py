"""How many texts that tell of no incident give one, counted; and the floors that hold."""

import json
from pathlib import Path

import pytest

from tocsin.errors import FormatError
from tocsin.evaluate.false_events import count, read_texts
from tocsin.evaluate.relevance import read_judged
from tocsin.model import Mention, Reading, Report
from tocsin.pipeline.library import read

GOLD = Path(__file__).parent.parent / "gold" / "relevance.jsonl"
HEADLINE, COUNTED = 0.03, 0.06


def rows(path: Path, *found: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in found), encoding="utf-8")
    return path


def test_texts_stand_in_the_row_or_in_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text('{"text": "One."}\n{"title": "T", "content": "Two."}\n', encoding="utf-8")
    (tmp_path / "tokens.txt").write_text(
        "d\t0\t0\tIt\t-\nd\t0\t1\trained\t-\nd\t0\t2\t.\t-\nd\t1\t0\tYes\t-\n", encoding="utf-8"
    )
    gold = rows(
        tmp_path / "gold.jsonl",
        {"text": "Own.", "group": "g"},
        {"file": "news.jsonl", "line": 2, "relevant": True, "held_out": True},
        {"file": "tokens.txt", "doc": "d"},
    )
    own, second, third = read_judged(gold, tmp_path)
    assert (own.group, own.relevant, own.held_out, own.report.body) == ("g", False, False, "Own.")
    assert (second.relevant, second.held_out, second.report.text) == (True, True, "T\n\nTwo.")
    assert third.report.body == "It rained.\nYes"
    assert [each.report.body for each in read_judged(gold)] == ["Own."]


def test_a_broken_row_is_named(tmp_path: Path) -> None:
    gold = rows(tmp_path / "gold.jsonl", {"text": "Own."}, {"id": "nothing"})
    with pytest.raises(FormatError, match="line 2"):
        list(read_judged(gold, tmp_path))


def reads(report: Report) -> Reading:
    found: list[Mention] = []
    for word in report.body.split():
        status, _, scope = word.partition("-")
        span = report.span(len(report.title) + 2, len(report.title) + 3)
        found.append(
            Mention(id=f"m{len(found)}", report=report.id, trigger=span, kind="bombing", status=status, scope=scope)  # type: ignore[arg-type]  # the words of the test
        )
    return Reading(report=report.id, mentions=tuple(found))


def test_only_what_counts_is_counted_and_once_a_text(tmp_path: Path) -> None:
    gold = rows(
        tmp_path / "gold.jsonl",
        {"text": "occurred-headline occurred-background"},
        {"text": "attempted-background", "held_out": True},
        {"text": "planned-headline"},
        {"text": "occurred-headline", "relevant": True},
    )
    scores = count(read_texts(read_judged(gold), reads))
    assert (scores["all"].texts, scores["all"].headline, scores["all"].counted) == (3, 1, 2)
    assert (scores["held out"].texts, scores["held out"].headline, scores["held out"].counted) == (1, 0, 1)


def test_few_texts_that_tell_of_nothing_give_an_incident(shared: Path) -> None:
    """A sample of those held out: every fourth."""
    texts = [each for each in read_judged(GOLD, shared / "data") if each.held_out and not each.relevant][::4]
    scores = count(read_texts(texts, read))["all"]
    assert scores.texts > 100
    assert scores.headline <= HEADLINE * scores.texts
    assert scores.counted <= COUNTED * scores.texts
