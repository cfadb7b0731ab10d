"""What judgements bind, which hold where they contradict, and what was set aside by what."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reconcile.accounts import judge

from tocsin.model import Judgement
from tocsin.reconcile.judgements import bindings, standing, undoings, weigh
from tocsin.reconcile.standing import Standing, standings


def together(judgements: list[Judgement]) -> list[set[str]]:
    """Return the groups that the pairs judged the same make."""
    groups: list[set[str]] = []
    for pair in bindings(judgements).same:
        meets = [group for group in groups if not group.isdisjoint(pair)]
        groups = [group for group in groups if group not in meets] + [set(pair).union(*meets)]
    return sorted(groups, key=min)


def test_the_latest_made_on_a_pair_counts_whatever_the_clock_says() -> None:
    bound = bindings([judge("j2", "different", "b", "a", 2), judge("j1", "same", "a", "b", 1)])
    assert (bound.same, bound.different) == (frozenset(), frozenset({("a", "b")}))


def test_all_of_both_sides_are_one() -> None:
    assert together([judge("j1", "same", "a b", "c d")]) == [{"a", "b", "c", "d"}]


def test_of_two_that_differ_each_side_stays_one() -> None:
    made = [judge("j1", "different", "a b", "c d")]
    assert together(made) == [{"a", "b"}, {"c", "d"}]
    assert len(bindings(made).different) == 1


def test_a_chain_of_sameness_gives_way_to_a_later_difference_and_says_so() -> None:
    made = [judge("j1", "same", "a", "b", 1), judge("j2", "same", "b", "c", 2), judge("j3", "different", "a", "c", 3)]
    assert together(made) == [{"b", "c"}]
    assert weigh(made).aside == {"j1": {"j2", "j3"}}


def test_a_difference_gives_way_to_a_later_chain_of_sameness() -> None:
    made = [judge("j1", "different", "a", "c", 1), judge("j2", "same", "a", "b", 2), judge("j3", "same", "b", "c", 3)]
    assert together(made) == [{"a", "b", "c"}]
    assert weigh(made).aside == {"j1": {"j2", "j3"}}
    assert bindings(made).different == frozenset()


def test_a_later_split_takes_a_part_out_of_an_earlier_merge() -> None:
    made = [judge("j1", "same", "a b", "c d", 1), judge("j2", "different", "d", "a b c", 2)]
    assert together(made) == [{"a", "b", "c"}]
    assert weigh(made).aside == {"j1": {"j2"}}
    hub = [judge("j1", "same", "a b", "c d", 1), judge("j2", "different", "a", "b", 2)]
    assert together(hub) == [{"a", "c", "d"}]


def test_what_was_judged_as_one_incident_stays_one_till_a_person_parts_it() -> None:
    made = [judge("j1", "correct", "a b c", number=1), judge("j2", "different", "c", "a", number=2)]
    assert together(made[:1]) == [{"a", "b", "c"}]
    assert together(made) == [{"a", "b"}]
    assert weigh(made).aside == {}


def test_a_misread_account_is_alone_till_it_is_taken_back_or_joined() -> None:
    reject = judge("j1", "reject", "a", level="mention", number=2)
    assert bindings([reject]).alone == {"a"}
    joined = judge("j2", "same", "a", "b", 3)
    assert bindings([reject, joined]).alone == frozenset()
    assert weigh([reject, joined]).aside == {"j1": {"j2"}}
    earlier = judge("j0", "same", "a", "b", 1)
    assert weigh([reject, earlier]).aside == {"j0": {"j1"}}
    assert bindings([reject, judge("j3", "accept", "a", level="mention", number=3)]).alone == frozenset()
    assert bindings([judge("j3", "accept", "a", level="mention", number=1), reject]).alone == {"a"}


def test_accepted_and_rejected_incidents_are_kept_apart_unless_a_person_joins_them() -> None:
    made = [judge("j1", "accept", "a b", number=1), judge("j2", "reject", "c", number=2)]
    assert bindings(made).different == {("a", "c")}
    assert bindings([*made, judge("j3", "same", "b", "c", 3)]).different == frozenset()
    assert bindings([*made, judge("j3", "accept", "c", number=3)]).different == frozenset()


def test_single_mentions_bind_nothing() -> None:
    assert bindings([judge("j1", "accept", "a"), judge("j2", "same", "a"), judge("j3", "same", "a", "a")]).same == set()


def test_an_undo_that_was_undone_revives() -> None:
    made = [judge("j1", "accept", "a"), *(judge(f"j{n}", "undo", number=n, undoes=f"j{n - 1}") for n in (2, 3, 4))]
    assert [each.id for each in standing(made[:2])] == []
    assert [each.id for each in standing(made[:3])] == ["j1"]
    assert undoings(made) == {"j1": "j2", "j3": "j4"}


def test_how_each_stands() -> None:
    made = [
        judge("j1", "reject", "a", number=1),
        judge("j2", "accept", "b", number=2),
        judge("j3", "accept", "c", number=3),
        judge("j4", "undo", number=4, undoes="j3"),
        judge("j5", "accept", "", number=5),
        judge("j6", "reject", "a", level="mention", number=6),
    ]
    found = standings(made, {"a": "inc-1", "b": "inc-1", "c": "inc-2"})
    assert found == {
        "j1": Standing("set aside", ("j2",)),
        "j2": Standing("holds"),
        "j3": Standing("undone", ("j4",)),
        "j4": Standing("holds"),
        "j5": Standing("dormant"),
        "j6": Standing("holds"),
    }


MENTIONS = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4).map(" ".join)
JUDGED = st.lists(
    st.tuples(
        st.sampled_from(["same", "different", "accept", "reject", "correct"]),
        MENTIONS,
        MENTIONS,
        st.sampled_from(["incident", "mention"]),
    ),
    max_size=8,
)


@pytest.mark.parametrize("turned", [False, True])
@given(drawn=JUDGED)
def test_what_is_bound_never_contradicts_itself_and_does_not_depend_on_the_order_of_reading(
    drawn: list[Any], *, turned: bool
) -> None:
    made = [
        judge(f"j{n}", verdict, one, other if verdict in {"same", "different"} else "", n, level=level)
        for n, (verdict, one, other, level) in enumerate(drawn)
    ]
    groups = together(made)
    found = bindings(reversed(made) if turned else made)
    assert found == bindings(made)
    for one, other in found.different:
        assert not any({one, other} <= group for group in groups)
    assert all(found.alone.isdisjoint(group) for group in groups)
