"""Tolls that are told as such, and the counts that they replace."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention, Quantity

Finds = Callable[..., tuple[Mention, ...]]
BOMB = "A bomb exploded at a market in Karvali on Thursday, killing 19 people. "


def told(quantity: Quantity | None) -> tuple[int | None, int | None, tuple[int, ...]] | None:
    return (quantity.low, quantity.high, quantity.replaces) if quantity else None


KILLED: dict[str, tuple[int, int | None, tuple[int, ...]]] = {
    BOMB + "The toll was raised to 23 from 19 on Friday.": (23, 23, (19,)),
    BOMB + "The death toll has risen to at least 23.": (23, None, (19,)),
    BOMB + "On Friday the number of dead was revised down to 17 from 19.": (17, 17, (19,)),
    BOMB + "The death toll, previously put at 19, rose to 23.": (23, 23, (19,)),
    BOMB + "The toll climbed from 19 to 23.": (23, 23, (19,)),
    BOMB + "The toll, which had stood at 19, rose to 23.": (23, 23, (19,)),
    BOMB + "Four more people died on Friday, bringing the toll to 23.": (23, 23, (19,)),
    BOMB + "Police on Friday raised the figure to 23 as two more people died.": (23, 23, (19,)),
    BOMB + "The army raised the number of troops there to 4,000.": (19, 19, ()),
    BOMB + "Officials had earlier put the toll at 12.": (19, 19, ()),
    BOMB + "The death toll in the war stands at 40,000.": (19, 19, ()),
    BOMB + "The number of deaths this year rose to 300.": (19, 19, ()),
    "A bomb in Karvali killed 23 people on Thursday, police said, up from an earlier toll of 19.": (23, 23, (19,)),
    "A bomb killed 23 people in Karvali, the ministry said, lowering its earlier figure of 30.": (23, 23, (30,)),
    "A bomb in Karvali left 23 dead, up from 19.": (23, 23, (19,)),
    "A bomb exploded in Karvali on Thursday. The death toll stands at nine.": (9, 9, ()),
    "The toll of a bomb in Karvali rose to 23 from 19 on Friday. It killed 19 people on Thursday, police said.": (
        23,
        23,
        (19,),
    ),
}


@pytest.mark.parametrize("text", KILLED)
def test_the_newest_toll_stands_and_keeps_what_it_replaces(mentions: Finds, text: str) -> None:
    (found,) = mentions(text)
    assert told(found.killed) == KILLED[text]


def test_killed_and_wounded_are_revised_apart(mentions: Finds) -> None:
    (found,) = mentions("The toll of a bombing in Karvali has risen to 23 dead and 61 wounded, from 19 and 50.")
    assert (told(found.killed), told(found.injured)) == ((23, 23, (19,)), (61, 61, (50,)))
    (found,) = mentions("A bomb killed 12 people in Karvali and left 30 wounded, up from 25 reported earlier.")
    assert (told(found.killed), told(found.injured)) == ((12, 12, ()), (30, 30, (25,)))


def test_the_number_of_wounded_is_a_toll_too(mentions: Finds) -> None:
    (found,) = mentions("A bomb exploded in Karvali, wounding 40 people. The number of wounded later rose to 52.")
    assert told(found.injured) == (52, 52, (40,))


def test_a_revised_toll_outlasts_the_weighing_of_a_shooting(mentions: Finds) -> None:
    (found,) = mentions("Gunmen attacked a market in Karvali, killing 19 people. The toll was raised to 23 from 19.")
    assert told(found.killed) == (23, 23, (19,))
