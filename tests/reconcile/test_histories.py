import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reconcile.accounts import DAY, KISMAYO, NAIROBI, PORT, SOMALIA, count, held, make_account, on, target, weapon

from tocsin.model import History, Incident, Quantity
from tocsin.reconcile.account import Account
from tocsin.reconcile.histories import history, incident_as_of
from tocsin.reconcile.incidents import build_incident


def later(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def official(number: int, by: str = "police") -> Quantity:
    return dataclasses.replace(count(number), said_by=by, official=True)


def test_a_toll_rises_with_the_report_that_moved_it() -> None:
    accounts = [
        make_account("r1", killed=count(5)),
        make_account("r2", killed=count(9), published=later(1), outlet="Gazette"),
        make_account("r3", killed=count(9), published=later(2)),
        make_account("r4", killed=official(11), published=later(4), outlet="Wire"),
    ]
    steps = history(accounts).killed
    assert [(step.day, step.value.low if step.value else None, step.report, step.outlet) for step in steps] == [
        (DAY, 5, "r1", "r1"),
        (later(1), 9, "r2", "Gazette"),
        (later(4), 11, "r4", "Wire"),
    ]
    assert [step.rule for step in steps] == ["only account", "later, higher figure", "latest official figure"]


def test_what_one_side_says_does_not_move_an_authority_s_figure() -> None:
    claim = dataclasses.replace(count(60), said_by="Red Front")
    accounts = [make_account("r1", killed=official(8, "army")), make_account("r2", killed=claim, published=later(1))]
    made = build_incident(accounts).killed
    assert (made.best, made.ledger.rule, made.high) == (8, "not one side's or a witness's word", 60)
    assert len(history(accounts).killed) == 1


def test_of_one_day_s_figures_the_official_one_is_published() -> None:
    accounts = [
        make_account("r1", killed=official(8)),
        make_account("r2", killed=count(9)),
        make_account("r3", killed=count(9)),
    ]
    made = build_incident(accounts).killed
    assert (made.best, made.ledger.rule) == (8, "official figure")


def test_a_figure_shows_whoever_has_the_most_authority_of_those_who_give_it() -> None:
    made = build_incident([make_account("r1", killed=count(8)), make_account("r2", killed=official(8))]).killed
    assert made.ledger.value is not None
    assert (made.ledger.value.said_by, made.ledger.rule) == ("police", "all accounts agree")


def test_a_reprint_does_not_make_an_old_figure_new() -> None:
    accounts = [
        make_account("r1", killed=count(5)),
        make_account("r2", killed=count(9), published=later(1)),
        make_account("r3", killed=count(5), published=later(2), twin_of="r1"),
    ]
    made = build_incident(accounts).killed
    assert made.best == 9
    assert [(entry.first, entry.last, entry.reports) for entry in made.ledger.entries] == [
        (DAY, later(2), ("r1", "r3")),
        (later(1), later(1), ("r2",)),
    ]


def test_before_the_first_report_there_is_no_incident() -> None:
    with pytest.raises(ValueError, match="at least one account"):
        incident_as_of([make_account()], later(-1))


def test_undated_reports_come_after_all_others() -> None:
    accounts = [make_account("r1", killed=count(5)), make_account("r2", published=None, killed=count(7))]
    later_on = make_account("r3", published=later(3))
    assert incident_as_of(accounts, DAY) == build_incident(accounts)
    assert incident_as_of([*accounts, later_on], DAY).reports == ("r1",)
    assert [step.day for step in history([make_account("r2", published=None)]).kind] == [None]


QUANTITIES = [None, count(0), count(3), count(2, 9), count(5, open_end=True), count(80, approximate=True), official(4)]
VALUES = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["bombing", "armed_attack", "other_violence", "protest"]),
        "status": st.sampled_from(["occurred", "attempted", "denied"]),
        "scope": st.sampled_from(["headline", "background"]),
        "time": st.sampled_from([None, on(DAY), on(later(1)), on(later(-20), later(9), "month")]),
        "place": st.sampled_from([None, KISMAYO, PORT, SOMALIA, NAIROBI]),
        "published": st.sampled_from([DAY, later(1), later(2), later(30)]),
        "outlet": st.sampled_from(["Wire", "Gazette", "Post"]),
        "killed": st.sampled_from(QUANTITIES),
        "injured": st.sampled_from(QUANTITIES),
        "targets": st.sampled_from([(), (target("Fish Market"),), (target("Port"), target("Fish Market", "killed"))]),
        "weapons": st.sampled_from([(), (weapon("bomb"),), (weapon("bombs", 2),)]),
        "perpetrators": st.sampled_from(
            [(), (held("Red Front", "accused"),), (held("Red Front", "claimed"),), (held(None, "unclaimed"),)]
        ),
    }
)
FIELDS = ("kind", "status", "time", "place")
FIGURES = ("killed", "injured")


def accounts_of(drawn: list[dict[str, Any]]) -> list[Account]:
    return [make_account(f"r{number}", **fields) for number, fields in enumerate(drawn)]


def published(incident: Incident) -> dict[str, Any]:
    """Return the published values and the rules that chose them."""
    ledgers = {name: getattr(incident, name) for name in (*FIELDS, "targets", "weapons")}
    ledgers |= {name: getattr(incident, name).ledger for name in FIGURES}
    return {name: ledger.value for name, ledger in ledgers.items()} | {
        "standing": {(each.actor.name, each.state) for each in incident.attributions if each.stands},
        "title": incident.title,
        "counted": incident.counted,
    }


def last(steps: History, name: str, day: dt.date) -> Any:
    told = [step for step in getattr(steps, name) if step.day is not None and step.day <= day]
    return told[-1].value if told else None


@settings(deadline=None)
@given(st.lists(VALUES, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_history_and_as_of_say_the_same_whatever_the_order(drawn: list[dict[str, Any]], random: Any) -> None:
    accounts = accounts_of(drawn)
    steps = history(accounts)
    shuffled = list(accounts)
    random.shuffle(shuffled)
    assert history(shuffled) == steps
    days = sorted({account.report.published for account in accounts if account.report.published})
    for day in days:
        then = incident_as_of(shuffled, day)
        for name in FIELDS:
            shown, step = getattr(then, name).value, last(steps, name, day)
            assert (shown is None) == (step is None)
            if name != "time" or shown is None:
                assert shown == step
            else:
                assert (shown.start, shown.end) == (step.start, step.end)
        for name in FIGURES:
            shown, step = getattr(then, name).ledger.value, last(steps, name, day)
            assert (shown and (shown.low, shown.high)) == (step and (step.low, step.high))
    assert incident_as_of(accounts, days[-1]) == build_incident(accounts)
    assert incident_as_of(accounts, days[-1] + dt.timedelta(days=400)) == build_incident(accounts)


@settings(deadline=None)
@given(st.lists(VALUES, min_size=1, max_size=5), st.integers(0, 4), st.integers(0, 40))
def test_a_twin_changes_no_published_value(drawn: list[dict[str, Any]], which: int, days: int) -> None:
    accounts = accounts_of(drawn)
    fields = drawn[which % len(drawn)]
    source = accounts[which % len(drawn)]
    printed = fields["published"] + dt.timedelta(days=days)
    twin = make_account("s1", **(fields | {"published": printed, "outlet": "Reprints", "twin_of": source.report.id}))
    assert published(build_incident([*accounts, twin])) == published(build_incident(accounts))
