import pytest

from tocsin.evaluate.reconciling import Grade, b_cubed, pairwise

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2}


def test_a_perfect_grouping_scores_one() -> None:
    assert b_cubed(GOLD, GOLD) == pairwise(GOLD, GOLD) == Grade(1.0, 1.0)


def test_one_group_for_all_keeps_recall_and_loses_precision() -> None:
    everything = dict.fromkeys(GOLD, "x")
    assert b_cubed(GOLD, everything) == Grade((3 * 3 / 4 + 1 / 4) / 4, 1.0)
    assert pairwise(GOLD, everything) == Grade(0.5, 1.0)


def test_a_group_each_keeps_precision_and_loses_recall() -> None:
    apart = {name: name for name in GOLD}
    assert b_cubed(GOLD, apart) == Grade(1.0, 0.5)
    assert pairwise(GOLD, apart) == Grade(1.0, 0.0)
    assert pairwise(GOLD, apart).f1 == 0.0


def test_nothing_to_grade_is_no_error() -> None:
    assert b_cubed({}, {}).f1 == 0.0
    assert Grade(0.0, 0.0).f1 == 0.0


def test_groupings_of_other_items_are_refused() -> None:
    with pytest.raises(ValueError, match="same items"):
        pairwise(GOLD, {"a": 1})
