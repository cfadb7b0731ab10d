from itertools import permutations
from random import Random
from typing import Any

import pytest

from tocsin.evaluate.muc4_score import ROLES, Grade, ceaf_ree, ceaf_tf, normalise


def template(kind: str = "bombing", **roles: list[list[Any]]) -> dict[str, Any]:
    return {"incident_type": kind, **{role: roles.get(role, []) for role in ROLES}}


def test_mentions_are_compared_without_case_punctuation_articles_and_double_spaces() -> None:
    assert normalise('The  "Red Dawn" group\'s  a-bomb') == "red dawn groups abomb"
    assert normalise("a the an") == ""


def test_gold_scores_one_against_itself() -> None:
    gold = {"d": [template(Victim=[["mayor", "jane doe"]], Weapon=[["bomb"]]), template("arson")], "e": []}
    assert ceaf_ree(gold, gold).all == Grade(2, 2, 2, 2)
    assert ceaf_tf(gold, gold).all == Grade(4, 4, 4, 4)


def test_an_entity_is_right_only_if_each_of_its_mentions_is_one_of_the_key() -> None:
    gold = {"d": [template(Victim=[["mayor", "jane doe"]])]}
    part = {"d": [template(Victim=[["The Mayor"]])]}
    mixed = {"d": [template(Victim=[["mayor", "driver"]])]}
    assert ceaf_ree(gold, part).slots["Victim"] == Grade(1, 1, 1, 1)
    assert ceaf_ree(gold, mixed).slots["Victim"] == Grade(0, 1, 0, 1)


def test_an_entity_of_the_key_is_matched_once() -> None:
    gold = {"d": [template(Victim=[["mayor", "jane doe"], ["driver"]])]}
    split = {"d": [template(Victim=[["mayor"], ["jane doe"], ["driver"]])]}
    assert ceaf_ree(gold, split).slots["Victim"] == Grade(2, 3, 2, 2)


def test_entities_are_matched_in_the_way_that_matches_most() -> None:
    gold = {"d": [template(Target=[["bank"], ["bank", "office"]])]}
    given = {"d": [template(Target=[["office"], ["bank"]])]}
    assert ceaf_ree(gold, given).slots["Target"] == Grade(2, 2, 2, 2)


def test_an_entity_in_several_templates_counts_once_for_role_fillers_and_each_time_for_templates() -> None:
    gold = {"d": [template(PerpInd=[["rebels"]]), template("arson", PerpInd=[["rebels"]])]}
    assert ceaf_ree(gold, gold).slots["PerpInd"] == Grade(1, 1, 1, 1)
    assert ceaf_tf(gold, gold).slots["PerpInd"] == Grade(2, 2, 2, 2)


def test_documents_that_one_side_lacks_count_against_the_other() -> None:
    one, other = {"d": [template(Weapon=[["bomb"]])]}, {"e": [template(Weapon=[["bomb"]])]}
    assert ceaf_ree(one, other).slots["Weapon"] == Grade(0, 1, 0, 1)
    assert ceaf_tf(one, other).all == Grade(0, 2, 0, 2)


def test_mentions_may_carry_their_offsets_and_empty_ones_are_none() -> None:
    gold = {"d": [template(Weapon=[[["the bomb", 7], ["device", 40]]])]}
    assert ceaf_ree(gold, {"d": [template(Weapon=[["bomb"], ["the"], []])]}).all == Grade(1, 1, 1, 1)


def test_templates_of_different_types_are_not_mapped() -> None:
    gold = {"d": [template("attack", Victim=[["mayor"]])]}
    assert ceaf_tf(gold, {"d": [template("kidnapping", Victim=[["mayor"]])]}).all == Grade(0, 2, 0, 2)


@pytest.mark.parametrize("kind", ["attack", "bombing"])
def test_where_the_key_leaves_two_types_open_either_will_do(kind: str) -> None:
    gold = {"d": [template("bombing / attack")]}
    assert ceaf_tf(gold, {"d": [template(kind)]}).all == Grade(1, 1, 1, 1)


def test_within_a_template_two_predictions_may_match_one_entity() -> None:
    gold = {"d": [template(Victim=[["mayor", "jane doe"], ["driver"]])]}
    given = {"d": [template(Victim=[["mayor"], ["jane doe"]])]}
    assert ceaf_tf(gold, given).slots["Victim"] == Grade(2, 2, 1, 2)


def test_the_best_map_is_found_not_the_first() -> None:
    gold = {"d": [template(Victim=[["mayor"], ["driver"]]), template(Victim=[["mayor"]])]}
    given = {"d": [template(Victim=[["mayor"]]), template(Victim=[["driver"], ["mayor"]])]}
    assert ceaf_tf(gold, given).slots["Victim"] == Grade(3, 3, 3, 3)


def test_equal_templates_of_the_key_count_once() -> None:
    assert ceaf_tf({"d": [template(), template()]}, {"d": [template()]}).all == Grade(1, 1, 1, 1)


def test_the_map_is_as_good_as_the_best_of_all_maps() -> None:
    chance = Random(7)  # noqa: S311
    words = ["mayor", "driver", "guard", "priest"]

    def some() -> list[dict[str, Any]]:
        def pick() -> list[list[str]]:
            return [chance.sample(words, chance.randint(1, 2)) for _ in range(chance.randint(0, 3))]

        kinds = ("attack", "bombing")
        return [
            template(chance.choice(kinds), Victim=pick(), Target=[[str(chance.random())]])
            for _ in range(chance.randint(0, 4))
        ]

    for _ in range(20):
        gold, given = some(), some()
        assert ceaf_tf({"d": gold}, {"d": given}).all.f1 == pytest.approx(best_by_trial(gold, given))


def best_by_trial(gold: list[dict[str, Any]], given: list[dict[str, Any]]) -> float:
    """Try every map: a document whose templates are paired in order, the unmapped kept apart by their type."""
    spare: list[Any] = [None] * len(given)
    return max(of_map(gold, given, order) for order in permutations([*range(len(gold)), *spare], len(given)))


def of_map(gold: list[dict[str, Any]], given: list[dict[str, Any]], order: tuple[Any, ...]) -> float:
    total, mapped = Grade(), set()
    for index, other in zip(order, given, strict=True):
        if index is not None and gold[index]["incident_type"] == other["incident_type"]:
            mapped.add(index)
            total += ceaf_tf({"d": [gold[index]]}, {"d": [other]}).all
        else:
            total += ceaf_tf({}, {"d": [other]}).all
    rest = (each for index, each in enumerate(gold) if index not in mapped)
    return sum((ceaf_tf({"d": [each]}, {}).all for each in rest), total).f1


def test_a_dozen_templates_on_both_sides_take_no_minutes() -> None:
    many = [template(Victim=[[f"v{index}"], [f"v{index + 1}"]]) for index in range(12)]
    assert ceaf_tf({"d": many}, {"d": list(reversed(many))}).all.f1 == 1.0
