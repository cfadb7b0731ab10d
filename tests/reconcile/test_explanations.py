from math import exp

import pytest
from hypothesis import given
from tests.reconcile.accounts import NAIROBI, count
from tests.reconcile.test_similarity import any_side, told

from tocsin.reconcile.evidence import NAMES, Side
from tocsin.reconcile.explanations import _GROUPS, explain
from tocsin.reconcile.similarity import score


def test_every_piece_of_evidence_is_in_one_group() -> None:
    assert sorted(name for names in _GROUPS.values() for name in names) == sorted(NAMES)


@given(any_side("r1"), any_side("r2"))
def test_what_is_weighed_is_all_that_the_score_is_made_of(a: Side, b: Side) -> None:
    found = explain(a, b)
    assert found.score == pytest.approx(score(a, b), abs=2e-4)
    if found.veto is None:
        total = found.start + sum(reason.weight for reason in found.reasons)
        assert found.score == pytest.approx(1 / (1 + exp(-total)), abs=2e-4)
    assert all(reason.words for reason in found.reasons)


def test_reasons_are_in_words() -> None:
    ours = told("r1", killed=count(4), evidence="A car bomb killed four people at the fish market in Kismayo.")
    theirs = told("r2", killed=count(5), evidence="Five died when a bomb went off in the fish market of Kismayo.")
    words = [reason.words for reason in explain(ours, theirs).reasons]
    assert any(each.startswith("rare words in common: ") and "kismayo" in each for each in words)
    assert any("4 and 5 killed" in each for each in words)
    assert any("published 0 days apart; told of the same days" in each for each in words)


def test_vetoes_and_doubts_are_named() -> None:
    assert explain(told("r1"), told("r2", kind="protest")).veto == "one is never called the other: bombing and protest"
    assert explain(told("r1", number=1), told("r1", number=2)).score == 0.0
    apart = explain(told("r1"), told("r2", place=NAIROBI)).reasons
    assert {"in two countries", "news of places too far apart"} <= {reason.words for reason in apart}


def test_words_are_shown_whole_where_a_sentence_has_them() -> None:
    body = "The extraordinary ambulances came late."
    sides = [told(name, body, evidence="A bomb killed fishermen.", title="Fishermen killed") for name in ("r1", "r2")]
    shown = next(reason.words for reason in explain(*sides).reasons if reason.name == "words")
    assert "fishermen" in shown
    assert "extraor…" in shown
