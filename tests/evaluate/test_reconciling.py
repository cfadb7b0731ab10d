import pytest

from tocsin.evaluate.reconciling import Grade, b_cubed, ceaf_e, conll, muc, pairwise

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2}


def test_a_perfect_grouping_scores_one() -> None:
    assert b_cubed(GOLD, GOLD) == pairwise(GOLD, GOLD) == muc(GOLD, GOLD) == ceaf_e(GOLD, GOLD) == Grade(1.0, 1.0)
    assert conll(GOLD, GOLD) == 1.0


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


# The example of Luo (2005): the truth is {1-5}, {6, 7}, {8-12}.
TRUTH = {str(n): "a" if n <= 5 else "b" if n <= 7 else "c" for n in range(1, 13)}


def test_links_are_counted_as_the_literature_does() -> None:
    joined = {name: "x" if group in "bc" else "a" for name, group in TRUTH.items()}
    assert muc(TRUTH, joined).precision == pytest.approx(9 / 10)
    assert muc(TRUTH, joined).recall == 1.0


def test_each_group_is_paired_with_one_incident() -> None:
    joined = {name: "x" if group in "bc" else "a" for name, group in TRUTH.items()}
    worth = 1 + 2 * 5 / (7 + 5)
    assert ceaf_e(TRUTH, joined).precision == pytest.approx(worth / 2)
    assert ceaf_e(TRUTH, joined).recall == pytest.approx(worth / 3)
