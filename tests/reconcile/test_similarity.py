import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reconcile.accounts import DAY, KISMAYO, NAIROBI, PORT, SOMALIA, count, held, make_account, on, target, weapon

from tocsin.model import ActorMention, Toponym
from tocsin.model.vocabulary import KINDS, STATUSES
from tocsin.reconcile import actors, places
from tocsin.reconcile.account import Account
from tocsin.reconcile.kinds import closeness, statuses_fit
from tocsin.reconcile.similarity import SAME, WEIGHTS, evidence, score, vetoed

YEAR = on(dt.date(2024, 1, 1), dt.date(2024, 12, 31), "year")


def any_account(report: str) -> st.SearchStrategy[Account]:
    return st.builds(
        make_account,
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


@given(any_account("r1"), any_account("r2"))
def test_the_score_is_symmetric_and_between_nought_and_one(a: Account, b: Account) -> None:
    assert 0.0 <= score(a, b) == score(b, a) <= 1.0
    assert evidence(a, b).keys() == WEIGHTS.keys() - {"bias"}


def test_two_outlets_accounts_of_one_attack_are_one() -> None:
    first = make_account("r1", killed=count(4), evidence="A car bomb killed four people at the fish market in Kismayo.")
    other = make_account(
        "r2", killed=count(5), evidence="Five died when a bomb went off in the fish market of Kismayo."
    )
    assert score(first, other) >= SAME


def test_mentions_of_one_report_never_match() -> None:
    assert score(make_account("r1", 1), make_account("r1", 2)) == 0.0


@pytest.mark.parametrize(
    "other",
    [
        {"time": on(DAY + dt.timedelta(days=2))},
        {"time": on(dt.date(2023, 1, 1), dt.date(2023, 12, 31), "year")},
        {"place": NAIROBI},
        {"place": Toponym(name="Mogadishu", place="g9", lat=2.04, lon=45.34, country="SO", precision="city")},
        {"kind": "protest"},
        {"kind": "arrest_or_raid"},
        {"status": "foiled"},
        {"status": "planned"},
    ],
    ids=str,
)
def test_other_days_places_kinds_and_statuses_exclude_each_other(other: dict[str, Any]) -> None:
    assert vetoed(make_account("r1"), make_account("r2", **other))
    assert score(make_account("r1"), make_account("r2", **other)) == 0.0


def test_an_event_is_not_told_before_it_happens() -> None:
    early = make_account("r1", published=DAY - dt.timedelta(days=3), time=None)
    assert vetoed(early, make_account("r2"))


def test_an_anniversary_matches_the_attack_that_it_remembers() -> None:
    later = make_account(
        "r2",
        scope="background",
        published=DAY.replace(year=2034),
        title="Kismayo remembers",
        evidence="Relatives laid flowers at the fish market in Kismayo where a bomb exploded on 3 May 2024.",
    )
    assert score(make_account("r1"), later) >= SAME


def test_the_same_place_and_week_alone_are_not_enough() -> None:
    first = make_account(
        "r1", time=None, title="Shots at a wedding", evidence="Shots were fired at a wedding.", kind="armed_attack"
    )
    other = make_account(
        "r2", time=None, title="Grenade at cinema", evidence="A grenade hit the cinema.", kind="bombing"
    )
    assert not vetoed(first, other)
    assert score(first, other) < SAME


def test_common_evidence_raises_the_score() -> None:
    bare = score(make_account("r1", time=None), make_account("r2", time=None, evidence="Blast heard."))
    for field in (
        {"targets": (target("Fish Market"),)},
        {"killed": count(12)},
        {"weapons": (weapon("car bomb"),)},
        {"perpetrators": (held("Example Front", "claimed"),)},
    ):
        assert (
            score(
                make_account("r1", time=None, **field), make_account("r2", time=None, evidence="Blast heard.", **field)
            )
            > bare
        )


def test_figures_that_are_far_apart_speak_against() -> None:
    assert evidence(make_account("r1", killed=count(2)), make_account("r2", killed=count(90)))["figures"] < 0


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
