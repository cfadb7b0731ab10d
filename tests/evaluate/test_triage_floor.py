"""Pinned floors of triage on texts that it wasn't learnt from."""

from pathlib import Path

from tocsin.evaluate.cases import read_cases
from tocsin.evaluate.triage import measure, unseen
from tocsin.read.triage import load_triage
from tocsin.settings import Settings

GOLD = Path(__file__).parent.parent / "gold" / "relevance.jsonl"
LOST, SPARED = 0.01, 0.80


def test_triage_loses_hardly_any_relevant_report_and_spares_most_others(shared: Path) -> None:
    triage = load_triage(Settings().triage_threshold)
    texts = unseen(GOLD, shared / "data", [shared / "cases" / "more", shared / "cases" / "visible"])
    found = {each.relevant: each for each in measure(texts, triage) if each.source == "all"}
    assert found[True].texts > 1000
    assert found[True].share < LOST
    assert found[False].share >= SPARED


def test_no_annotated_case_with_an_incident_is_lost(shared: Path) -> None:
    triage = load_triage(Settings().triage_threshold)
    for folder in ("more", "visible"):
        for path, case, report in read_cases(shared / "cases" / folder):
            assert not case["incidents"] or triage.skips(report) is None, path.stem
