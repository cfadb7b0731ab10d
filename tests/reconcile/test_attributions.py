import dataclasses
import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reconcile.accounts import DAY, held, make_account, span

from tocsin.model import ActorMention, Incident, Statement
from tocsin.model.vocabulary import ATTRIBUTION_STATES, Stance
from tocsin.reconcile.account import Account
from tocsin.reconcile.attributions import responsibilities, state_of
from tocsin.reconcile.incidents import build_incident


def later(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def told(*words: tuple[int | None, str | None, str, str | None]) -> Incident:
    """An incident of which each report, on its day, says of a name a state by somebody."""
    return build_incident(
        [
            make_account(
                f"r{number}",
                published=None if days is None else later(days),
                perpetrators=(held(name, state, by),),
            )
            for number, (days, name, state, by) in enumerate(words)
        ]
    )


def standing(incident: Incident) -> list[tuple[str | None, str]]:
    return [(each.actor.name, each.state) for each in incident.attributions if each.stands]


def course(incident: Incident) -> list[tuple[dt.date | None, str | None]]:
    return [(each.day, each.state) for each in responsibilities(incident.attributions)]


def test_unclaimed_then_claimed_then_denied() -> None:
    made = told((0, None, "unclaimed", None), (1, "Red Front", "claimed", None), (2, "Blue Guard", "denied", None))
    assert standing(made) == [("Red Front", "claimed"), ("Blue Guard", "denied")]
    assert course(made) == [(DAY, "unclaimed"), (later(1), "claimed"), (later(2), "claimed")]
    last = responsibilities(made.attributions)[-1]
    assert [each.actor.name for each in last.new] == ["Blue Guard"]
    assert [each.report for each in last.held] == ["r1", "r2"]


def test_who_takes_a_claim_back_no_longer_claims() -> None:
    made = told((0, "Red Front", "claimed", None), (3, "Red Front", "denied", None))
    assert standing(made) == [("Red Front", "denied")]
    assert course(made) == [(DAY, "claimed"), (later(3), "denied")]


def test_words_of_one_day_that_contradict_each_other_stand_side_by_side() -> None:
    made = told((0, "Red Front", "claimed", None), (0, "Red Front", "denied", None))
    assert standing(made) == [("Red Front", "claimed"), ("Red Front", "denied")]


def test_a_denial_leaves_the_accusation_of_others_standing() -> None:
    made = told((0, "Red Front", "accused", "the police"), (1, "Red Front", "denied", None))
    assert standing(made) == [("Red Front", "accused"), ("Red Front", "denied")]


def test_an_accuser_who_says_less_later_has_said_the_latter() -> None:
    made = told((0, "Red Front", "accused", "the police"), (1, "Red Front", "suspected", "The Police"))
    assert standing(made) == [("Red Front", "suspected")]


def test_a_claim_settles_what_reports_suspected_and_a_later_unclaimed_does_not_undo_it() -> None:
    made = told((0, "Red Front", "suspected", None), (1, "Red Front", "claimed", None), (2, None, "unclaimed", None))
    assert standing(made) == [("Red Front", "claimed")]
    back = told((0, "Red Front", "claimed", None), (1, "Red Front", "denied", None), (2, None, "unclaimed", None))
    assert standing(back) == [("Red Front", "denied"), (None, "unclaimed")]


def test_undated_words_give_way_to_dated_ones() -> None:
    made = told((None, "Red Front", "denied", None), (0, "Red Front", "claimed", None))
    assert standing(made) == [("Red Front", "claimed")]


def test_a_copy_adds_only_what_its_original_does_not_say() -> None:
    claim, denial = held("Red Front", "claimed"), held("Blue Guard", "denied")
    accounts = [
        make_account("r1", perpetrators=(claim,)),
        make_account("r2", perpetrators=(claim, denial), twin_of="r1", published=later(1)),
    ]
    found = build_incident(accounts).attributions
    assert [(each.actor.name, each.report) for each in found] == [("Red Front", "r1"), ("Blue Guard", "r2")]


def said(stance: Stance, speaker: ActorMention, words: str = "said so", report: str = "r1") -> Statement:
    return Statement(
        id=f"{report}:s1",
        report=report,
        speaker=speaker,
        stance=stance,
        about=f"{report}:m1",
        spans=(span(report, words),),
    )


FRONT = ActorMention(name="Red Front", actor="red-front", kind="armed_group")


def test_a_statement_that_claims_or_denies_counts_where_the_mention_holds_nothing() -> None:
    for stance, state in (("claim", "claimed"), ("deny", "denied")):
        account = dataclasses.replace(make_account(), said=(said(stance, FRONT),))  # type: ignore[arg-type]  # two stances
        [found] = build_incident([account]).attributions
        assert (found.state, found.actor.actor, found.statement) == (state, "red-front", "r1:s1")
        known = make_account(perpetrators=(dataclasses.replace(held(None, state), actor=FRONT),))
        [once] = build_incident([dataclasses.replace(known, said=(said(stance, FRONT),))]).attributions  # type: ignore[arg-type]  # two stances
        assert once.statement is None


def test_nobody_that_the_registry_knows_claims_nothing_by_a_statement() -> None:
    for speaker in (ActorMention(name="A group"), ActorMention(name="Ann Example", actor="x", kind="person")):
        account = dataclasses.replace(make_account(), said=(said("claim", speaker),))
        assert build_incident([account]).attributions == ()


def test_an_accusing_statement_names_the_accuser_of_those_in_its_words() -> None:
    named = ActorMention(name="Red Front", spans=(span("r1", "Red"),))
    account = make_account(perpetrators=(dataclasses.replace(held(None, "reported"), actor=named),))
    accused = dataclasses.replace(account, said=(said("accuse", ActorMention(name="Ministry"), "Red Front did it"),))
    found = build_incident([accused]).attributions
    assert [(each.state, each.attributed_by) for each in found] == [("reported", None), ("accused", "Ministry")]


WORDS = st.tuples(
    st.sampled_from([None, 0, 1, 2, 9]),
    st.sampled_from([None, "Red Front", "Blue Guard", "the Red Front"]),
    st.sampled_from(ATTRIBUTION_STATES),
    st.sampled_from([None, "police"]),
)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_last_of_the_course_is_the_present_whatever_the_order(words: list[Any], random: Any) -> None:
    made = told(*words)
    steps = responsibilities(made.attributions)
    stand = [each for each in made.attributions if each.stands]
    assert stand
    assert steps[-1].state == state_of(stand)
    assert {each.state for each in steps[-1].held} == {each.state for each in stand}
    accounts: list[Account] = [
        make_account(f"r{n}", published=None if d is None else later(d), perpetrators=(held(name, state, by),))
        for n, (d, name, state, by) in enumerate(words)
    ]
    random.shuffle(accounts)
    assert build_incident(accounts).attributions == made.attributions
