"""Captured people: who is arrested by whom, and how many over a report that tells of them again and again."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention

Finds = Callable[..., tuple[Mention, ...]]

HELD = {
    "Soldiers detained two suspected insurgents in Karvali.": 2,
    "Soldiers captured a rebel leader in Karvali. They also detained two suspected insurgents.": 3,
    "Soldiers captured a rebel leader in Karvali. Two additional insurgents were detained.": 3,
    "Soldiers captured a rebel leader in Karvali. The force detained the leader and three other suspects.": 4,
    "Soldiers captured a rebel leader and two of his associates in Karvali.": 3,
    "Soldiers captured a rebel leader in Karvali. They identified the man and detained him along with four guards.": 5,
    "Soldiers captured a rebel commander along with six of his fighters in Karvali.": 7,
    "Soldiers captured a rebel leader in Karvali. The force seized rifles and detained three suspects.": 4,
    "Soldiers detained several insurgents in Karvali. After questioning, the force detained three insurgents.": 3,
    "Soldiers detained a smuggler and two suspects in Karvali. The team held the smuggler. "
    "Two suspects were detained after a search.": 3,
    "Two insurgents were killed and three others detained in Karvali.": 3,
}


@pytest.mark.parametrize("text", HELD)
def test_the_held_are_summed_over_a_report_and_nobody_twice(mentions: Finds, text: str) -> None:
    found = [mention.detained.low for mention in mentions(text) if mention.detained]
    assert found == [HELD[text]]


def test_forces_arrest_and_rebels_abduct_whom_they_capture(mentions: Finds) -> None:
    (arrest,) = mentions("Police captured a rebel leader with two grenades in Karvali on Thursday.")
    assert arrest.kind == "arrest_or_raid"
    (abduction,) = mentions("Rebels captured two soldiers near Karvali on Thursday.")
    assert abduction.kind == "abduction"


def test_one_captured_in_a_fight_is_of_the_fight(mentions: Finds) -> None:
    (battle,) = mentions("Troops clashed with rebels in Karvali on Thursday and captured two rebels.")
    assert (battle.kind, battle.detained and battle.detained.low) == ("battle", 2)


def test_a_place_is_never_counted_as_a_victim(mentions: Finds) -> None:
    (found,) = mentions("Soldiers killed several insurgents this morning in Old wa Harbour district, Dorun province.")
    assert found.killed is not None
    assert found.killed.low == 3


def test_sums_over_many_acts_are_no_act(mentions: Finds) -> None:
    found = mentions(
        "Soldiers detained two suspects in Karvali on Thursday. The two had hidden rifles in a barn. "
        "Troops have captured or killed a dozen rebels. Since March troops have captured over 125 rebels in Axland."
    )
    assert [mention.detained.low for mention in found if mention.detained] == [2]


def test_an_arrest_is_of_the_day_of_the_operation_that_it_was_made_in(mentions: Finds) -> None:
    (found,) = mentions("Police detained two men in Karvali during a search of a farm on Wednesday.")
    assert found.time is not None
    assert str(found.time.start) == "2024-05-08"


def test_a_confirmed_arrest_has_its_own_day(mentions: Finds) -> None:
    (found,) = mentions("The army today confirmed the arrest of a rebel leader in Karvali on May 4.")
    assert found.time is not None
    assert str(found.time.start) == "2024-05-04"


def test_a_killed_fighter_is_no_part_of_what_he_planned(mentions: Finds) -> None:
    found = mentions("A rebel planned attacks on Dorun, the army said. Soldiers killed one insurgent in Karvali.")
    assert [(m.status, m.killed and m.killed.low) for m in found if m.killed] == [("occurred", 1)]


def test_a_round_up_gives_way_to_what_is_told_one_by_one(mentions: Finds) -> None:
    found = mentions(
        "More than ten rebels were killed in separate operations across Axland on Thursday. "
        "In Karvali, soldiers killed three rebels who had dug in a mine."
    )
    assert [mention.killed.low for mention in found if mention.killed] == [3]
    assert mentions("More than ten rebels were killed in separate operations across Axland on Thursday.")
