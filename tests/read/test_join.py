"""Which drafts of a report tell of one act."""

import datetime as dt
from collections.abc import Callable

import pytest

from tocsin.model import Mention, Span, Timex
from tocsin.read.join import times_agree

Finds = Callable[..., tuple[Mention, ...]]


def test_the_embassy_and_the_legation_are_one(mentions: Finds) -> None:
    (found,) = mentions(
        "A car bomb exploded outside the US embassy in Karvali on Thursday, wounding five guards. "
        "Officials said that the attack on the American legation killed no one.",
        "Bomb hits embassy in Karvali",
    )
    assert found.killed is not None
    assert found.injured is not None
    assert (found.kind, found.killed.low, found.injured.low) == ("bombing", 0, 5)


def test_a_title_its_lead_and_its_echo_are_one(mentions: Finds) -> None:
    found = mentions(
        "Gunmen stormed a hotel in Karvali on Thursday and killed seven guests. The attack lasted three hours.\n\n"
        "The president condemned the attack.",
        "Gunmen storm hotel in Karvali",
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    "second",
    [
        "Another bomb exploded in Karvali on Thursday, killing a woman.",
        "On Monday a bomb killed three people in Karvali.",
        "Gunmen shot dead a judge in Dorun on Thursday.",
        "Police arrested 12 people in Karvali on Thursday.",
    ],
)
def test_other_times_places_kinds_and_words_set_acts_apart(mentions: Finds, second: str) -> None:
    assert len(mentions("A bomb exploded in Karvali on Thursday, killing nine people. " + second)) == 2


def test_the_parts_of_an_attack_are_one_act(mentions: Finds) -> None:
    found = mentions(
        "Gunmen attacked a hotel in Karvali on Thursday. The attack began when a suicide bomber blew himself up, "
        "and gunmen then shot at guests."
    )
    assert len(found) == 1


def test_an_act_keeps_its_kind_beside_the_one_that_it_answers(mentions: Finds) -> None:
    found = mentions("Soldiers shot dead nine rebels in Dorun on Thursday in retaliation for the bombing of a market.")
    assert [mention.kind for mention in found if mention.killed] == ["armed_attack"]


def timex(words: str, day: dt.date | None = None) -> Timex:
    return Timex(start=day, end=day, precision="day", spans=(Span("r", 0, len(words), words),))


def test_times_agree_by_the_day_or_by_their_words() -> None:
    assert times_agree(timex("Thursday", dt.date(2024, 5, 9)), timex("Friday", dt.date(2024, 5, 10)))
    assert not times_agree(timex("Monday", dt.date(2024, 5, 6)), timex("Friday", dt.date(2024, 5, 10)))
    assert not times_agree(timex("on 16 november"), timex("on 9 february"))
    assert times_agree(timex("on 16 november"), None)
