"""Counts of people, from one phrase to a whole report."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention, Quantity
from tocsin.read.casualties import sum_up

Finds = Callable[..., tuple[Mention, ...]]
Bounds = tuple[int | None, int | None] | None


def bounds(quantity: Quantity | None) -> Bounds:
    return (quantity.low, quantity.high) if quantity else None


TOLD: dict[str, tuple[Bounds, Bounds]] = {
    "A bomb killed five people in Karvali.": ((5, 5), None),
    "A bomb killed at least five people in Karvali.": ((5, None), None),
    "A bomb killed more than a dozen people in Karvali.": ((13, None), None),
    "A bomb killed between 10 and 15 people in Karvali and injured dozens.": ((10, 15), (24, None)),
    "A bomb killed as many as 20 people in Karvali.": ((None, 20), None),
    "A bomb killed a soldier and two policemen in Karvali.": ((3, 3), None),
    "Two people were killed and at least nine injured in a knife attack in Karvali.": ((2, 2), (9, None)),
    "The blast in Karvali left 9 people dead and more than 30 injured.": ((9, 9), (31, None)),
    "A bomb exploded in Karvali without causing victims.": ((0, 0), (0, 0)),
    "A bomb exploded in Karvali. No one was injured.": (None, (0, 0)),
    "A bomb exploded in Karvali, wounding soldiers.": (None, (2, None)),
    "A bomb exploded in Karvali on Thursday.": (None, None),
    "A bomb exploded in Karvali. Three soldiers and two civilians were killed.": ((5, 5), None),
    "A bomb exploded in Karvali. Three soldiers were killed, as were two civilians.": ((5, 5), None),
    "A bomb exploded in Karvali. Three soldiers were killed along with two civilians.": ((5, 5), None),
    "A bomb exploded in Karvali. The dead were three soldiers and two civilians.": ((5, 5), None),
    "A bomb in Karvali left 23 dead.": ((23, 23), None),
    "Clashes in Karvali left 5 policemen and 7 militants dead.": ((12, 12), None),
    "A bomb exploded in Karvali. Three soldiers, two civilians and at least four rebels died.": ((9, None), None),
    "A bomb in Karvali killed two soldiers and 20 people were hurt.": ((2, 2), (20, 20)),
    "A bomb in Karvali injured two soldiers and three civilians were killed.": ((3, 3), (2, 2)),
    "A bomb in Karvali killed nine people, including three children and two women.": ((9, 9), None),
    "A bomb exploded in Karvali. Police said five had been killed and four others wounded.": ((5, 5), (4, 4)),
    "A bomb killed half of the 40 people on a bus in Karvali.": ((20, 20), None),
    "An attack in Karvali claimed the lives of 12 people.": ((12, 12), None),
}


@pytest.mark.parametrize("sentence", TOLD)
def test_a_toll_is_read_with_its_range(mentions: Finds, sentence: str) -> None:
    (found,) = mentions(sentence)
    assert (bounds(found.killed), bounds(found.injured)) == TOLD[sentence]


def test_two_sources_span_the_range(mentions: Finds) -> None:
    (found,) = mentions(
        "A car bomb killed as many as 20 people in Karvali on Thursday. But the army said eight people were killed."
    )
    assert bounds(found.killed) == (8, 20)


def test_a_risen_toll_replaces_the_first(mentions: Finds) -> None:
    (found,) = mentions(
        "A bomb exploded in Karvali on Thursday, killing a man. "
        "Officials said the toll had risen to nine people killed."
    )
    assert bounds(found.killed) == (9, 9)


def test_a_part_of_the_toll_says_nothing_new(mentions: Finds) -> None:
    (found,) = mentions("A bomb killed 12 people in Karvali on Thursday. Three children were killed in the attack.")
    assert bounds(found.killed) == (12, 12)


def test_a_sum_is_open_where_a_part_is() -> None:
    parts = [Quantity(low=13, high=None), Quantity(low=1, high=1)]
    assert bounds(sum_up(parts)) == (14, None)


def test_a_sum_rests_on_the_words_of_all_parts(mentions: Finds) -> None:
    (found,) = mentions("Three soldiers and two civilians were killed in a bombing in Karvali.")
    assert found.killed is not None
    assert [span.text for span in found.killed.spans] == ["Three soldiers", "two civilians"]


def test_detained_and_abducted_are_counted(mentions: Finds) -> None:
    arrested = mentions("Police arrested 40 people in Karvali on Thursday.")
    taken = mentions("Gunmen kidnapped three engineers in Karvali on Thursday.")
    assert bounds(arrested[0].detained) == (40, 40)
    assert bounds(taken[0].abducted) == (3, 3)
