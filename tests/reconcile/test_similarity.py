import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reconcile.accounts import DAY, KISMAYO, NAIROBI, PORT, SOMALIA, count, make_account, on, target

from tocsin.model import ActorMention, Toponym
from tocsin.model.vocabulary import KINDS, STATUSES
from tocsin.reconcile import actors, places
from tocsin.reconcile.doubts import doubts
from tocsin.reconcile.evidence import NAMES, Side, evidence
from tocsin.reconcile.kinds import closeness, statuses_fit
from tocsin.reconcile.profile import profile
from tocsin.reconcile.similarity import SAME, score, side, vetoed

YEAR = on(dt.date(2024, 1, 1), dt.date(2024, 12, 31), "year")


def told(report: str = "r1", body: str = "", **fields: Any) -> Side:
    """An account made ready, of a report that says `body` after the mention's own sentence."""
    account = make_account(report, **fields)
    text = "\n\n".join(filter(None, [account.mention.evidence[0].text, body]))
    return side(account, profile(account.mention, replace(account.report, body=text)))


def any_side(report: str) -> st.SearchStrategy[Side]:
    return st.builds(
        told,
        st.just(report),
        kind=st.sampled_from(KINDS),
        status=st.sampled_from(STATUSES),
        scope=st.sampled_from(["headline", "background"]),
        time=st.sampled_from([None, on(DAY), on(DAY + dt.timedelta(days=1)), YEAR]),
        place=st.sampled_from([None, KISMAYO, PORT, NAIROBI, SOMALIA, Toponym(name="Kismayo")]),
        published=st.sampled_from([None, DAY, DAY + dt.timedelta(days=40)]),
        killed=st.sampled_from([None, count(0), count(4), count(40, open_end=True)]),
        evidence=st.sampled_from(["A bomb exploded at the fish market.", "Shells hit the port.", "!"]),
        targets=st.sampled_from([(), (target("Fish Market"),), (target("Port Authority"),)]),
    )


@given(any_side("r1"), any_side("r2"))
def test_the_score_is_symmetric_and_between_nought_and_one(a: Side, b: Side) -> None:
    assert 0.0 <= score(a, b) == score(b, a) <= 1.0
    assert len(evidence(a, b)) == len(NAMES)
    assert evidence(a, b) == pytest.approx(evidence(b, a))
    assert doubts(a, b) == doubts(b, a)


def test_two_outlets_accounts_of_one_attack_are_one() -> None:
    first = told("r1", killed=count(4), evidence="A car bomb killed four people at the fish market in Kismayo.")
    other = told("r2", killed=count(5), evidence="Five died when a bomb went off in the fish market of Kismayo.")
    assert score(first, other) >= SAME


def test_mentions_of_one_report_never_match() -> None:
    assert vetoed(told("r1", number=1), told("r1", number=2)) == "report"
    assert score(told("r1", number=1), told("r1", number=2)) == 0.0


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"kind": "protest"}, "kind"),
        ({"kind": "arrest_or_raid"}, "kind"),
        ({"status": "foiled"}, "status"),
        ({"status": "planned"}, "status"),
    ],
    ids=str,
)
def test_kinds_and_statuses_exclude_each_other(other: dict[str, Any], why: str) -> None:
    assert vetoed(told("r1"), told("r2", **other)) == why
    assert score(told("r1"), told("r2", **other)) == 0.0


LATER = DAY + dt.timedelta(days=7)
MARKET = "A car bomb exploded at the fish market in Kismayo on Friday, killing four traders, police said."


@pytest.mark.parametrize(
    ("other", "doubt"),
    [
        ({"time": None, "published": LATER + dt.timedelta(days=9), "evidence": MARKET}, "days"),
        ({"time": on(dt.date(2014, 5, 3)), "scope": "background", "evidence": MARKET}, "years"),
        ({"place": NAIROBI}, "country"),
        (
            {"place": Toponym(name="Mogadishu", place="g9", lat=2.04, lon=45.34, country="SO", precision="city")},
            "place",
        ),
    ],
    ids=str,
)
def test_other_days_and_places_raise_doubts(other: dict[str, Any], doubt: str) -> None:
    ours = told("r1", evidence="A bomb killed three at the fish market of Kismayo.")
    assert doubt in doubts(ours, told("r2", **other))


def test_another_attack_at_the_place_next_week_is_another() -> None:
    first = told("r1", killed=count(4), evidence="A car bomb killed four people at the fish market in Kismayo.")
    next_week = told(
        "r2",
        title="Blast kills two in Kismayo",
        time=on(LATER),
        published=LATER,
        killed=count(2),
        evidence="Two traders died in a blast at Kismayo market.",
    )
    assert vetoed(first, next_week) == "days"
    assert score(first, next_week) == 0.0


def test_attacks_that_share_all_but_the_street_are_two() -> None:
    line = "Gunmen on a motorcycle shot two men dead on {} in Kismayo on Friday, police said."
    one, other = (
        told(
            f"r{n}",
            kind="armed_attack",
            killed=count(2),
            title=f"Two shot dead on {street}",
            evidence=line.format(street),
        )
        for n, street in enumerate(("Harbour Street", "Juba Road"), 1)
    )
    assert doubts(one, other) == ("streets",)
    assert score(one, other) < SAME


def test_a_trial_months_later_tells_of_its_incident() -> None:
    body = "The driver, Abdi Example Warsame, 31, was held on the coast. Halima Sample, 24, died at Kismayo hospital."
    attack = told("r1", body, killed=count(4), evidence="A car bomb killed four people at the fish market in Kismayo.")
    trial = told(
        "r2",
        "Abdi Example Warsame, 31, showed no emotion. The mother of Halima Sample, one of four dead, wept.",
        published=DAY + dt.timedelta(days=200),
        title="Driver of fish market bomb sentenced",
        evidence="A court sentenced the driver of the car bomb that killed four people at the fish market in Kismayo.",
        killed=count(4),
    )
    assert score(attack, trial) >= SAME


def test_an_anniversary_matches_the_attack_that_it_remembers() -> None:
    later = told(
        "r2",
        scope="background",
        published=DAY.replace(year=2034),
        title="Kismayo remembers",
        evidence="Relatives laid flowers at the fish market in Kismayo where a bomb exploded on 3 May 2024.",
    )
    assert score(told("r1"), later) >= SAME


def test_the_same_place_and_week_alone_are_not_enough() -> None:
    first = told(
        "r1", time=None, title="Shots at a wedding", evidence="Shots were fired at a wedding.", kind="armed_attack"
    )
    other = told("r2", time=None, title="Grenade at cinema", evidence="A grenade hit the cinema.", kind="bombing")
    assert vetoed(first, other) is None
    assert score(first, other) < SAME


def test_two_attacks_in_two_cities_of_a_country_are_two() -> None:
    basra = Toponym(name="Basra", place="b", lat=30.5, lon=47.8, country="IQ", precision="city", confidence=0.8)
    mosul = Toponym(name="Mosul", place="m", lat=36.3, lon=43.1, country="IQ", precision="city", confidence=0.8)
    one = told(
        "r1",
        title="Bomb kills three in Basra",
        evidence="Three people were killed when a car bomb exploded in Basra, Iraq, on Monday, police said.",
        place=basra,
        killed=count(3),
    )
    other = told(
        "r2",
        kind="armed_attack",
        title="Gunmen kill two in Mosul",
        evidence="Gunmen shot dead two policemen in Mosul, Iraq, on Tuesday, officials said.",
        place=mosul,
        time=on(DAY + dt.timedelta(days=1)),
        killed=count(2),
    )
    assert doubts(one, other) == ("words",)
    assert score(one, other) < SAME


def test_accounts_without_day_or_place_are_compared_by_their_words() -> None:
    words = "A bomb in a fruit cart killed nine pilgrims of the Example brotherhood near the Old Mill."
    bare: dict[str, Any] = {"time": None, "place": None, "published": None, "title": "Pilgrims killed by bomb in cart"}
    one, other = (told(name, **bare, evidence=words) for name in ("r1", "r2"))
    assert doubts(one, other) == ()
    assert score(one, other) >= SAME


def test_a_name_resolved_to_two_entries_keeps_the_matter_open() -> None:
    far = Toponym(name="Kismayo", place="g8", lat=40.0, lon=-80.0, country="US", precision="city")
    assert not places.apart(KISMAYO, far)
    assert places.apart(KISMAYO, NAIROBI)
    assert not places.apart(KISMAYO, SOMALIA)
    assert not places.apart(KISMAYO, None)


def test_places_agree_the_more_the_finer_they_are() -> None:
    assert places.agreement(PORT, PORT) == 1.0
    assert places.agreement(KISMAYO, KISMAYO) > places.agreement(KISMAYO, PORT) > places.agreement(KISMAYO, SOMALIA) > 0
    assert places.agreement(KISMAYO, None) == 0.0


def test_actors_are_the_same_by_id_name_or_part_of_a_name() -> None:
    full, part, other = (ActorMention(name=name) for name in ("Amina Example", "Example", "Omar Sample"))
    assert actors.same(full, part)
    assert not actors.same(full, other)
    assert not actors.same(ActorMention(name="Front", actor="a"), ActorMention(name="Front", actor="b"))
    assert not actors.same(ActorMention(name=None), ActorMention(name=None))
    assert actors.agreement([full], [part]) == 1.0
    assert actors.agreement([full], [other]) == -1.0
    assert actors.agreement([full], []) == 0.0


@given(st.sampled_from(KINDS), st.sampled_from(KINDS))
def test_closeness_of_kinds_is_symmetric_and_highest_for_the_same(one: str, other: str) -> None:
    assert closeness(one, other) == closeness(other, one)  # type: ignore[arg-type]  # drawn from the vocabulary
    assert (closeness(one, other) == 1.0) == (one == other)  # type: ignore[arg-type]  # likewise


def test_what_was_stopped_did_not_happen() -> None:
    assert statuses_fit("attempted", "foiled")
    assert statuses_fit("alleged", "occurred")
    assert not statuses_fit("foiled", "occurred")
    assert not statuses_fit("threatened", "attempted")
