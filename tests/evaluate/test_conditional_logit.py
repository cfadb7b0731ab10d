import json

import pytest

from tocsin.evaluate.conditional_logit import Choice, as_file, learn_choices


def shown(times: int, *right: int) -> list[Choice]:
    return [Choice((("in", "near the act"), ("from",), ("none",)), frozenset(right))] * times


def test_what_speaks_for_the_right_candidate_weighs_more() -> None:
    weights = learn_choices(shown(30, 0), rarest=5)
    assert weights["in"] > 0 > weights["from"]
    assert weights == learn_choices(shown(30, 0), rarest=5)


def test_several_candidates_may_be_right() -> None:
    weights = learn_choices(shown(30, 0, 1), rarest=5)
    assert weights["in"] > weights["none"]
    assert weights["from"] > weights["none"]


def test_a_choice_counts_as_much_as_it_is_given() -> None:
    heavy = [Choice(each.rows, each.right, 5.0) for each in shown(30, 1)]
    weights = learn_choices([*shown(30, 0), *heavy], rarest=5)
    assert weights["from"] > weights["in"]


@pytest.mark.parametrize("choices", [[], shown(30), shown(3, 0)])
def test_what_is_rare_or_has_no_right_candidate_teaches_nothing(choices: list[Choice]) -> None:
    assert learn_choices(choices, rarest=5) == {}


def test_the_file_reads_back() -> None:
    assert json.loads(as_file({"in": 1.5, "none": -0.25})) == {"in": 1.5, "none": -0.25}
