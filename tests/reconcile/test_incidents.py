import dataclasses
import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reconcile.accounts import (
    DAY,
    KISMAYO,
    NAIROBI,
    PORT,
    SOMALIA,
    count,
    held,
    make_account,
    on,
    span,
    target,
    weapon,
)

from tocsin.model import ActorMention, Ledger, Target, Toponym
from tocsin.model.vocabulary import KINDS, STATUSES
from tocsin.reconcile.account import Account
from tocsin.reconcile.blocking import own_id
from tocsin.reconcile.incidents import build_incident


def later(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def told(ledger: Ledger[Any]) -> tuple[Any, str]:
    return ledger.value, ledger.rule


def test_one_account_is_an_incident_of_its_own() -> None:
    made = build_incident([make_account(killed=count(4), confidence=0.8)])
    assert (made.id, made.mentions, made.reports) == (own_id("r1:m1"), ("r1:m1",), ("r1",))
    assert told(made.kind) == ("bombing", "only account")
    assert (made.killed.low, made.killed.best, made.killed.high) == (4, 4, 4)
    assert (made.counted, made.scope, made.confidence, made.codings) == (True, "headline", 0.8, ())
    assert (made.injured.best, made.injured.ledger.rule) == (None, "not said")


def test_no_account_is_no_incident() -> None:
    with pytest.raises(ValueError, match="at least one account"):
        build_incident([])


def test_the_earliest_published_account_founds_the_incident_and_undated_ones_come_last() -> None:
    accounts = [make_account("r1", published=None), make_account("r2", published=later(2)), make_account("r3")]
    made = build_incident(accounts)
    assert made.id == own_id("r3:m1")
    assert made.reports == ("r3", "r2", "r1")


def test_a_kind_that_most_outlets_give_is_published() -> None:
    kinds = ["armed_attack", "bombing", "bombing"]
    made = build_incident([make_account(f"r{number}", kind=kind) for number, kind in enumerate(kinds)])
    assert told(made.kind) == ("bombing", "most outlets")
    assert [entry.reports for entry in made.kind.entries] == [("r0",), ("r1", "r2")]
    assert not made.kind.conflict


def test_of_two_kinds_with_as_many_outlets_the_more_precise_is_published() -> None:
    made = build_incident([make_account("r1", kind="bombing"), make_account("r2", kind="other_violence")])
    assert told(made.kind) == ("bombing", "most precise")


def test_all_agreeing_is_said_and_so_is_one_outlet_agreeing_with_itself() -> None:
    assert build_incident([make_account("r1"), make_account("r2")]).kind.rule == "all accounts agree"
    own = [make_account("r1", outlet="Example Wire"), make_account("r2", outlet="Example Wire")]
    assert build_incident(own).kind.rule == "one outlet's accounts agree"


def test_a_later_status_replaces_an_earlier_one_and_contradicts_it() -> None:
    made = build_incident([make_account("r1"), make_account("r2", status="denied", published=later(1))])
    assert told(made.status) == ("denied", "latest report")
    assert made.status.conflict
    assert not made.counted


def test_what_is_only_told_in_passing_does_not_count() -> None:
    made = build_incident([make_account(scope="background")])
    assert (made.scope, made.counted) == ("background", False)
    assert build_incident([make_account(scope="background"), make_account("r2")]).counted


def test_the_most_precise_of_agreeing_times_is_published() -> None:
    month = on(dt.date(2024, 5, 1), dt.date(2024, 5, 31), "month")
    made = build_incident([make_account("r1", time=month), make_account("r2", time=month), make_account("r3")])
    assert told(made.time) == (on(DAY), "most precise")
    assert not made.time.conflict


def test_of_contradicting_days_the_one_that_most_outlets_give_is_published() -> None:
    days = [on(later(1)), on(DAY), on(DAY)]
    made = build_incident([make_account(f"r{number}", time=day) for number, day in enumerate(days)])
    assert told(made.time) == (on(DAY), "most outlets")
    assert made.time.conflict


def test_a_time_that_is_not_resolved_is_no_value() -> None:
    made = build_incident([make_account(time=None)])
    assert told(made.time) == (None, "not said")


def test_the_most_precise_of_agreeing_places_is_published() -> None:
    made = build_incident([make_account("r1"), make_account("r2", place=SOMALIA), make_account("r3", place=PORT)])
    assert told(made.place) == (PORT, "most precise")
    assert not made.place.conflict


def test_at_a_place_is_more_precise_than_near_one() -> None:
    near = dataclasses.replace(NAIROBI, relation="near")
    suburb = Toponym(name="Ruaka", place="g6", lat=-1.2, lon=36.77, country="KE", precision="city")
    accounts = [make_account("r1", place=near), make_account("r2", place=near), make_account("r3", place=suburb)]
    assert told(build_incident(accounts).place) == (suburb, "most precise")


def test_places_that_exclude_each_other_are_in_conflict() -> None:
    made = build_incident([make_account("r1"), make_account("r2", place=NAIROBI), make_account("r3")])
    assert told(made.place) == (KISMAYO, "most outlets")
    assert made.place.conflict


def test_a_name_without_entry_joins_the_entry_of_that_name() -> None:
    made = build_incident([make_account("r1", place=Toponym(name="Kismayo")), make_account("r2")])
    assert made.place.entries[0].reports == ("r1", "r2")
    assert made.place.value == KISMAYO


def test_of_figures_the_latest_reports_is_published_with_the_range_of_all() -> None:
    figures = [count(40, open_end=True), count(133, open_end=True), count(137)]
    accounts = [make_account(f"r{n}", published=later(n), killed=figure) for n, figure in enumerate(figures)]
    made = build_incident(accounts).killed
    assert (made.low, made.best, made.high) == (40, 137, 137)
    assert told(made.ledger) == (count(137), "later, higher figure")
    assert made.ledger.conflict


def test_a_lower_figure_told_in_passing_does_not_replace_the_news() -> None:
    passing = make_account("r2", published=later(9), scope="background", killed=count(13))
    made = build_incident([make_account("r1", killed=count(170)), passing]).killed
    assert (made.best, made.ledger.rule) == (170, "told as news")
    higher = make_account("r3", published=later(400), scope="background", killed=count(183))
    assert build_incident([make_account("r1", killed=count(170)), higher]).killed.best == 183


def test_a_vague_figure_stands_back_behind_an_exact_one() -> None:
    vague = make_account("r2", published=later(1), killed=count(24, open_end=True, approximate=True))
    made = build_incident([make_account("r1", killed=count(37)), vague]).killed
    assert (made.best, made.ledger.rule) == (37, "exact figure")


def test_of_one_days_figures_the_most_outlets_then_the_highest_count() -> None:
    figures = [count(9), count(7), count(7)]
    accounts = [make_account(f"r{number}", killed=figure) for number, figure in enumerate(figures)]
    assert (build_incident(accounts).killed.best, build_incident(accounts).killed.ledger.rule) == (7, "most outlets")
    even = build_incident(accounts[:2]).killed
    assert (even.best, even.ledger.rule) == (9, "highest of the day")


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (count(5), count(5), False),
        (count(5), count(4, 6), False),
        (count(5), count(6), True),
        (count(5, approximate=True), count(6), False),
        (count(0), count(1), True),
    ],
    ids=["equal", "within", "apart", "about", "none and one"],
)
def test_figures_that_can_not_both_be_right_are_in_conflict(one: Any, other: Any, conflict: bool) -> None:  # noqa: FBT001  # parametrized
    made = build_incident([make_account("r1", killed=one), make_account("r2", killed=other)])
    assert made.killed.ledger.conflict is conflict


def test_none_killed_is_a_figure_and_unsaid_is_none() -> None:
    made = build_incident([make_account(killed=count(0))])
    assert (made.killed.best, made.injured.best) == (0, None)


def test_a_copy_is_listed_and_its_outlet_gains_no_voice() -> None:
    accounts = [
        make_account("r1", outlet="Wire", kind="bombing"),
        make_account("r2", outlet="Gazette", kind="bombing"),
        make_account("r3", outlet="Post", kind="bombing"),
        make_account("r4", outlet="Daily", kind="armed_attack", published=later(1)),
        make_account("r5", outlet="Herald", kind="armed_attack", published=later(1)),
    ]
    assert told(build_incident(accounts).kind) == ("bombing", "most outlets")
    made = build_incident(accounts, twins={"r2": "r1", "r3": "r2"})
    assert told(made.kind) == ("armed_attack", "most outlets")
    assert made.kind.entries[0].outlets == ("Wire", "Gazette", "Post")


def test_reports_own_word_on_whose_copy_they_are_counts_too() -> None:
    copies = [make_account("r1"), make_account("r2", twin_of="r1"), make_account("r3", twin_of="r1")]
    made = build_incident([*copies, make_account("r4", killed=count(3))])
    assert made.reports == ("r1", "r2", "r3", "r4")
    assert build_incident(copies).kind.rule == "one outlet's accounts agree"


def test_targets_of_one_name_are_one_entry_and_take_the_fate_that_is_told() -> None:
    accounts = [
        make_account("r1", targets=(target("the Fish Market"), target("Amina Example", "killed"))),
        make_account("r2", targets=(target("Fish Market", "destroyed"), target("Amina Example", "injured"))),
    ]
    made = build_incident(accounts).targets
    assert [(entry.value.actor.name, entry.value.effect, entry.reports) for entry in made.entries] == [
        ("the Fish Market", "destroyed", ("r1", "r2")),
        ("Amina Example", "killed", ("r1",)),
        ("Amina Example", "injured", ("r2",)),
    ]
    assert (made.published, made.rule) == (0, "most outlets")


def test_unnamed_victims_are_one_entry_in_the_latest_words() -> None:
    def victims(text: str) -> Target:
        return Target(actor=ActorMention(name=None, spans=(span("r", text),)), kind="civilians", effect="killed")

    accounts = [
        make_account("r1", targets=(victims("at least 40 people"),)),
        make_account("r2", targets=(victims("137 people"),), published=later(2)),
    ]
    entry = build_incident(accounts).targets.entries[0]
    assert (entry.value.actor.spans[0].text, entry.reports) == ("137 people", ("r1", "r2"))


def test_weapons_pool_by_their_last_word_and_differing_counts_conflict() -> None:
    weapons = [weapon("mortar shells", 3), weapon("shell"), weapon("shells", 5)]
    accounts = [make_account(f"r{number}", weapons=(used,)) for number, used in enumerate(weapons)]
    made = build_incident(accounts).weapons
    assert [(entry.value.quantity.low, entry.reports) for entry in made.entries] == [(3, ("r0", "r1")), (5, ("r2",))]
    assert made.conflict


def test_attributions_keep_their_history_and_copies_add_nothing() -> None:
    accounts = [
        make_account("r1", perpetrators=(held(None, "unclaimed"), held("Example Front", "suspected", "the police"))),
        make_account("r2", perpetrators=(held("Example Front", "claimed"),), published=later(2)),
        make_account("r3", perpetrators=(held(None, "unclaimed"),), published=later(1), twin_of="r1"),
    ]
    history = build_incident(accounts).attributions
    assert [(each.state, each.attributed_by, each.as_of, each.report) for each in history] == [
        ("unclaimed", None, DAY, "r1"),
        ("suspected", "the police", DAY, "r1"),
        ("claimed", None, later(2), "r2"),
    ]


VALUES = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(KINDS),
        "status": st.sampled_from(STATUSES),
        "scope": st.sampled_from(["headline", "background"]),
        "time": st.sampled_from([None, on(DAY), on(later(1)), on(later(-20), later(9), "month")]),
        "place": st.sampled_from([None, KISMAYO, PORT, SOMALIA, NAIROBI]),
        "published": st.sampled_from([None, DAY, later(1), later(30)]),
        "outlet": st.sampled_from(["Wire", "Gazette"]),
        "killed": st.sampled_from([None, count(0), count(3), count(2, 9), count(5, open_end=True)]),
        "targets": st.sampled_from([(), (target("Fish Market"),), (target("Port"), target("Fish Market", "killed"))]),
        "weapons": st.sampled_from([(), (weapon("bomb"),), (weapon("bombs", 2),)]),
        "perpetrators": st.sampled_from([(), (held("Example Front", "accused"),)]),
        "confidence": st.sampled_from([None, 0.5, 0.9]),
    }
)


@given(st.lists(VALUES, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_a_built_incident_is_sound_and_does_not_depend_on_order(drawn: list[dict[str, Any]], random: Any) -> None:
    accounts: list[Account] = [make_account(f"r{number}", **fields) for number, fields in enumerate(drawn)]
    made = build_incident(accounts)
    shuffled = list(accounts)
    random.shuffle(shuffled)
    assert build_incident(shuffled) == made
    ledgers: list[Ledger[Any]] = [made.kind, made.status, made.time, made.place, made.targets, made.weapons]
    ledgers.append(made.killed.ledger)
    for ledger in ledgers:
        assert (ledger.published is None) == (not ledger.entries)
        assert ledger.value is None or ledger.value in [entry.value for entry in ledger.entries]
        assert ledger.rule
    for ledger in (made.kind, made.status):
        supporters = list(itertools.chain.from_iterable(entry.mentions for entry in ledger.entries))
        assert sorted(supporters) == sorted(made.mentions)
    if made.killed.low is not None:
        assert made.killed.high is not None
        assert made.killed.best is not None
        assert made.killed.low <= made.killed.best <= made.killed.high
