import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tocsin.errors import FormatError, InputError
from tocsin.evaluate import similarity
from tocsin.evaluate.case_score import Counts, score_case
from tocsin.evaluate.cases import evaluate_cases
from tocsin.model import Report


def incident(**changes: Any) -> dict[str, Any]:
    base = {
        "id": "i1",
        "scope": "headline",
        "status": "occurred",
        "kind": "bombing",
        "date": {"start": "2024-05-01", "end": "2024-05-01"},
        "place": {"name": "Kismayo", "country": "SO", "lat": -0.36, "lon": 42.55, "precision": "city"},
        "perpetrators": [{"name": "Example Front", "mentions": ["the Front"], "attribution": "claimed"}],
        "targets": [{"name": None, "mentions": ["a bridge"], "effect": "destroyed"}],
        "weapons": [],
        "killed": {"low": 2, "high": 2},
        "injured": None,
        "evidence": ["A bomb destroyed a bridge and killed two people"],
    }
    return base | changes


def case(*incidents: dict[str, Any], **blocks: Any) -> dict[str, Any]:
    empty = {"title": "t", "text": "x", "published": "2024-05-02", "statements": [], "tallies": [], "relations": []}
    return {**empty, "incidents": list(incidents), **blocks}


def figures(gold: dict[str, Any], system: dict[str, Any]) -> dict[str, float]:
    counts = Counts()
    score_case(gold, system, counts)
    return counts.figures()


def test_gold_scores_one_against_itself() -> None:
    gold = case(
        incident(), relations=[{"subject": "North", "predicate": "fights", "object": "South", "mentions": ["x"]}]
    )
    assert set(figures(gold, gold).values()) == {1.0}


def test_a_missed_incident_costs_each_of_its_fields() -> None:
    scored = figures(case(incident(), incident(kind="protest", evidence=["march"])), case(incident()))
    assert scored["incidents"] == pytest.approx(2 / 3, abs=1e-4)
    assert scored["killed"] == pytest.approx(2 / 3, abs=1e-4)
    assert scored["headline_found"] == 0.5


def test_an_invented_incident_costs_precision_alone() -> None:
    scored = figures(case(incident()), case(incident(), incident(evidence=["quite other words"])))
    assert scored["incidents"] == pytest.approx(2 / 3, abs=1e-4)
    assert scored["killed"] == 1.0


def test_nothing_to_find_and_nothing_given_is_perfect() -> None:
    assert figures(case(), {})["overall"] == 1.0


def test_attribution_and_effect_must_agree_beside_the_name() -> None:
    changed = incident(perpetrators=[{"name": "Example Front", "mentions": [], "attribution": "suspected"}])
    scored = figures(case(incident()), case(changed))
    assert (scored["perpetrators"], scored["attribution"]) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("precision", "lat", "same"),
    [("city", -0.46, True), ("city", -0.76, False), ("district", -0.76, True), ("country", 5.0, True)],
)
def test_a_place_may_be_off_by_its_precision(precision: str, lat: float, same: bool) -> None:  # noqa: FBT001  # a parameter of the table
    gold = incident()["place"] | {"precision": precision}
    assert similarity.same_place(gold, incident()["place"] | {"lat": lat}) is same


def test_words_fold_articles_accents_and_marks() -> None:
    assert similarity.words("The  Órgano of al-Quds!") == {"organo", "quds"}
    assert similarity.overlap(["the embassy"], ["U.S. embassy", None]) == pytest.approx(0.5)


def test_a_statement_needs_stance_speaker_and_quote() -> None:
    gold = {"stance": "warn", "speaker": "Ann Lee", "mentions": ["minister Ann Lee"], "quote": "we will answer this"}
    assert similarity.statement(gold, gold) == 1.0
    assert similarity.statement(gold, gold | {"stance": "deny"}) == 0.0
    assert similarity.statement(gold, gold | {"quote": None}) == 0.0


def write(folder: Path, name: str, content: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(content, encoding="utf-8")


def test_only_title_text_and_date_reach_the_reader(tmp_path: Path) -> None:
    write(tmp_path / "gold", "a.json", json.dumps(case(incident())))
    seen: list[Report] = []

    def read(report: Report) -> dict[str, Any]:
        seen.append(report)
        return case()

    scores = evaluate_cases(tmp_path / "gold", read, tmp_path / "out")
    assert scores.cases == 1
    assert scores.figures["incidents"] == 0.0
    assert (seen[0].title, seen[0].body, str(seen[0].published)) == ("t", "x", "2024-05-02")
    assert json.loads((tmp_path / "out" / "a.json").read_text())["incidents"] == []


def test_a_folder_without_cases_and_a_broken_case_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no case files"):
        evaluate_cases(tmp_path, lambda _: {})
    write(tmp_path, "bad.json", "{")
    with pytest.raises(FormatError, match=r"bad\.json is no case"):
        evaluate_cases(tmp_path, lambda _: {})
    write(tmp_path, "bad.json", '{"title": "x"}')
    with pytest.raises(FormatError, match="needs title, text and published"):
        evaluate_cases(tmp_path, lambda _: {})


def test_the_figures_are_those_of_the_reference_scorer(shared: Path, tmp_path: Path) -> None:
    gold = shared / "cases" / "visible"
    answers = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob("*.json"))}
    names = sorted(answers)
    counts = Counts()
    for number, name in enumerate(names):
        # Each answer is half of the right one and half of the next: enough of everything to differ on.
        other = answers[names[(number + 1) % len(names)]]
        mixed = {
            block: answers[name][block][::2] + other[block][1::2]
            for block in ("incidents", "statements", "tallies", "relations")
        }
        write(tmp_path / "out", name, json.dumps(mixed))
        score_case(answers[name], mixed, counts)
    scorer = [sys.executable, str(shared / "cases" / "score.py"), str(gold), str(tmp_path / "out"), "--json"]
    theirs = json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout)
    assert counts.figures() == {slot: theirs[slot] for slot in counts.figures()}
