"""Who counts for whom, and when."""

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model import Relation
from tocsin.model.vocabulary import Predicate
from tocsin.ontology.actors import Registry
from tocsin.ontology.rolling_up import Membership, first_day, last_day, roll_up, upward


def part(subject: str, of: str, since: str | None = None, until: str | None = None) -> Relation:
    return Relation(subject=subject, predicate="part_of", object=of, since=since, until=until)


def held(below: Mapping[str, list[Relation]], on: dt.date, top: str = "a") -> set[str]:
    return {each.actor for each in roll_up(top, below) if each.holds(on, on)}


def test_a_membership_holds_as_long_as_every_step_of_it() -> None:
    below = upward([part("b", "a", "2014", "2017"), part("c", "b", "2016-06")])
    assert [(each.actor, each.since, each.until) for each in roll_up("a", below)] == [
        ("b", dt.date(2014, 1, 1), dt.date(2017, 12, 31)),
        ("c", dt.date(2016, 6, 1), dt.date(2017, 12, 31)),
    ]
    assert held(below, dt.date(2016, 5, 31)) == {"b"}
    assert held(below, dt.date(2017, 12, 31)) == {"b", "c"}
    assert held(below, dt.date(2018, 1, 1)) == set()


def test_steps_that_never_held_together_lead_nowhere() -> None:
    assert roll_up("b", upward([part("b", "a", None, "2010"), part("c", "b", "2011")]))
    assert {each.actor for each in roll_up("a", upward([part("b", "a", None, "2010"), part("c", "b", "2011")]))} == {
        "b"
    }


def test_who_left_and_came_back_has_two_memberships() -> None:
    below = upward([part("b", "a", "2001", "2003"), part("b", "a", "2010")])
    assert len(roll_up("a", below)) == 2
    assert [held(below, dt.date(year, 1, 1)) for year in (2002, 2005, 2011)] == [{"b"}, set(), {"b"}]


def test_the_chain_tells_the_nearest_way_up() -> None:
    below = upward([part("c", "b"), part("b", "a"), part("c", "a")])
    (found,) = (each for each in roll_up("a", below) if each.actor == "c")
    assert [relation.object for relation in found.chain] == ["a"]


@pytest.mark.parametrize("predicate", ["backed_by", "allied_with", "led_by", "fights"])
def test_other_ties_dont_roll_up(predicate: Predicate) -> None:
    assert upward([Relation(subject="b", predicate=predicate, object="a")]) == {}


def test_days_that_arent_known_count_where_it_always_held() -> None:
    assert Membership(actor="b").holds(None, None)
    assert not Membership(actor="b", since=dt.date(2014, 1, 1)).holds(None, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (None, None, None),
        ("2016", dt.date(2016, 1, 1), dt.date(2016, 12, 31)),
        ("2016-02", dt.date(2016, 2, 1), dt.date(2016, 2, 29)),
        ("2023-10-07", dt.date(2023, 10, 7), dt.date(2023, 10, 7)),
    ],
)
def test_partial_dates_are_their_first_and_last_day(text: str | None, first: dt.date, last: dt.date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


years = st.one_of(st.none(), st.integers(2000, 2006).map(str))
edges = st.lists(
    st.builds(part, st.sampled_from("abcdef"), st.sampled_from("abcdef"), years, years), max_size=14, unique=True
)
days = st.integers(2000, 2006).map(lambda year: dt.date(year, 7, 1))


@given(edges, days)
def test_any_ties_end_and_give_what_following_them_day_by_day_gives(ties: list[Relation], day: dt.date) -> None:
    reached, todo = {"a"}, ["a"]
    while todo:
        above = todo.pop()
        for tie in ties:
            holds = Membership(actor="", since=first_day(tie.since), until=last_day(tie.until)).holds(day, day)
            if tie.object == above and holds and tie.subject not in reached:
                reached.add(tie.subject)
                todo.append(tie.subject)
    assert held(upward(ties), day) == reached - {"a"}


@given(edges, edges, days)
def test_more_ties_never_take_a_member_away(ties: list[Relation], more: list[Relation], day: dt.date) -> None:
    assert held(upward(ties), day) <= held(upward([*ties, *more]), day)


def test_the_registry_rolls_the_axis_up_as_of_the_day(registry: Registry) -> None:
    axis, front = "org:axis-of-resistance", "group:islamic-resistance-iraq"
    assert front in registry.members(axis, dt.date(2023, 10, 18))
    assert front not in registry.members(axis, dt.date(2023, 9, 30))
    assert "mil:SY" in registry.members(axis, dt.date(2024, 12, 8))
    assert "mil:SY" not in registry.members(axis, dt.date(2024, 12, 9))
    assert registry.members(axis, dt.date(2024, 1, 1)) <= registry.members(axis)


def test_who_is_meant_by_a_name_without_context(registry: Registry) -> None:
    assert [actor.id for actor in registry.meant("Axis of Resistance")] == ["org:axis-of-resistance"]
    assert [actor.id for actor in registry.meant("group:hamas")] == ["group:hamas"]
    assert [actor.id for actor in registry.meant("PMF")] == ["group:pmf"]
    assert "group:pij" in {actor.id for actor in registry.meant("Islamic Jihad")}
    assert len(registry.meant("Islamic Jihad")) > 1
    assert registry.meant("Axis of Resistence") == ()
    assert [actor.id for actor in registry.near("Axis of Resistence")] == ["org:axis-of-resistance"]
    assert registry.near("xq") == ()


def test_an_extended_registry_knows_more_and_the_first_stays_as_it_was(registry: Registry) -> None:
    tie = Relation(subject="group:badr", predicate="part_of", object="org:axis-of-resistance", since="2020")
    stranger = Relation(subject="group:nobody", predicate="part_of", object="org:axis-of-resistance")
    extended = registry.extended([tie, stranger])
    assert "group:badr" in extended.members("org:axis-of-resistance")
    assert "group:badr" not in registry.members("org:axis-of-resistance")
    assert extended.meant("Washington") == registry.meant("Washington")
