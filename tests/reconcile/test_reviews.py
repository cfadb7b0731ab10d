"""What people decided, laid over what the reports say."""

from typing import Any

import pytest
from tests.reconcile.accounts import DAY, KISMAYO, NAIROBI, count, held, judge, make_account, on

from tocsin.model import Correction, Incident, Judgement
from tocsin.reconcile.corrections import read_correction
from tocsin.reconcile.incidents import build_incident
from tocsin.reconcile.reviews import assign, overruled, review

ACCOUNTS = [
    make_account("r1", killed=count(4), perpetrators=(held("Example Front", "claimed"),)),
    make_account("r2", killed=count(9), place=NAIROBI, scope="background"),
]


def correct(field: str, text: str, number: int = 1, **fields: Any) -> Judgement:
    return judge(f"j{number}", "correct", "r1:m1 r2:m1", number=number, correction=given(field, text), **fields)


def given(field: str, text: str) -> Correction:
    return read_correction(field, text, {"Nairobi": NAIROBI, "Kismayo": KISMAYO}.__getitem__)


def reviewed(*judgements: Judgement) -> Incident:
    return review(build_incident(ACCOUNTS), judgements)


def test_nothing_judged_changes_nothing() -> None:
    assert reviewed() == build_incident(ACCOUNTS)


def test_a_value_that_a_report_gives_is_published_from_it() -> None:
    plain, incident = reviewed().killed, reviewed(correct("killed", "9")).killed
    assert incident.ledger.entries == plain.ledger.entries
    assert (incident.best, incident.ledger.rule) == (9, "corrected by analyst")
    assert incident.ledger.entries[incident.ledger.published or 0].reports == ("r2",)


def test_a_value_that_no_report_gives_stands_beside_theirs() -> None:
    plain, incident = reviewed().killed, reviewed(correct("killed", "12", why="the hospital's list")).killed
    assert incident.ledger.entries[:-1] == plain.ledger.entries
    assert incident.ledger.entries[-1].reports == ()
    assert (incident.low, incident.best, incident.high) == (4, 12, 12)
    assert incident.ledger.rule == "corrected by analyst: the hospital's list"


def test_a_withdrawn_value_publishes_none_and_keeps_the_reports() -> None:
    incident = reviewed(correct("killed", "unknown"), correct("time", "unknown", 2), correct("place", "unknown", 3))
    assert (incident.killed.best, incident.killed.low, incident.killed.high) == (None, 4, 9)
    assert len(incident.killed.ledger.entries) == 2
    assert (incident.time.value, incident.place.value) == (None, None)
    assert incident.title == "Bombing, claimed by Example Front"


def test_time_and_place_and_title() -> None:
    incident = reviewed(correct("time", "2024-05"), correct("place", "Nairobi", 2))
    assert incident.time.value == on(DAY.replace(day=1), DAY.replace(day=31), "month")
    assert incident.place.value == NAIROBI
    assert "Nairobi" in incident.title
    titled = reviewed(correct("place", "Nairobi"), correct("title", "The market", 2))
    assert (titled.title, titled.corrected) == ("The market", ("place", "title"))


def test_a_status_that_did_not_happen_does_not_count() -> None:
    incident = reviewed(correct("status", "foiled"))
    assert (incident.counted, incident.title.startswith("Foiled")) == (False, True)


def test_who_a_person_holds_responsible_stands_alone_and_the_rest_is_kept() -> None:
    incident = reviewed(correct("perpetrator", "Other Army (accused by a court)"))
    made, claimed = incident.attributions
    assert (made.actor.name, made.state, made.attributed_by) == ("Other Army", "accused", "a court")
    assert (made.judged_by, made.stands, claimed.stands, claimed.actor.name) == (
        "analyst",
        True,
        False,
        "Example Front",
    )


def test_the_later_verdict_holds_and_rejecting_takes_out_of_the_count() -> None:
    accept, reject = judge("j1", "accept", "r1:m1", number=1), judge("j2", "reject", "r1:m1", number=2)
    assert (reviewed(accept).review, reviewed(accept).counted) == ("accepted", True)
    incident = reviewed(accept, reject)
    assert (incident.review, incident.counted, incident.title) == ("rejected", False, reviewed().title)


def test_what_a_later_one_overrules() -> None:
    made = [
        correct("killed", "5", 1),
        judge("j2", "accept", "r1:m1", number=2),
        correct("killed", "6", 3),
        correct("injured", "5", 4),
        judge("j5", "reject", "r1:m1", number=5),
        judge("j6", "reject", "r1:m1", number=6),
    ]
    assert overruled(made) == {"j1": "j3", "j2": "j6"}


@pytest.mark.parametrize(
    ("subject", "level", "wanted"),
    [
        ("r1:m1 r2:m1 r3:m1", "incident", [1, 0]),
        ("r3:m1 r1:m1", "incident", [0, 1]),
        ("r9:m1", "incident", [0, 0]),
        ("r3:m1", "mention", [0, 1]),
        ("r1:m1", "mention", [0, 0]),
    ],
)
def test_a_judgement_holds_for_one_incident(subject: str, level: Any, wanted: list[int]) -> None:
    groups = [ACCOUNTS, [make_account("r3")]]
    found = assign(groups, [judge("j1", "reject", subject, level=level)])
    assert [len(each) for each in found] == wanted
