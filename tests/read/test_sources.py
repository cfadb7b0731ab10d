"""Whom a report has a figure from, and whether that is an authority."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention

Finds = Callable[..., tuple[Mention, ...]]

SAID: dict[str, tuple[str | None, bool]] = {
    "A bomb killed nine people in Karvali, police said.": ("police", True),
    "A bomb killed nine people in Karvali, the interior ministry said on Friday.": ("interior ministry", True),
    "A bomb killed nine people in Karvali, health officials said.": ("health officials", True),
    "Army spokesman Jonas Fell said a bomb killed nine people in Karvali.": ("Jonas Fell", True),
    "According to the governor, a bomb killed nine people in Karvali.": ("governor", True),
    "A bomb killed nine people in Karvali, the United Nations said.": ("United Nations", True),
    "A bomb killed nine people in Karvali, witnesses said.": ("witnesses", False),
    "A bomb killed nine people in Karvali, hospital sources said.": ("hospital sources", False),
    "Hezbollah said its bomb killed nine people in Karvali.": ("Hezbollah", False),
    "A Hezbollah spokesman said a bomb killed nine people in Karvali.": ("Hezbollah spokesman", False),
    "A bomb killed nine people in Karvali, the policeman's widow said.": ("policeman's widow", False),
    "A bomb killed nine people in Karvali.": (None, False),
    "A bomb killed nine people in Karvali, local media reported.": (None, False),
}


@pytest.mark.parametrize("sentence", SAID)
def test_a_figure_has_the_speaker_of_its_words(mentions: Finds, sentence: str) -> None:
    (found,) = mentions(sentence)
    assert found.killed is not None
    assert (found.killed.low, found.killed.said_by, found.killed.official) == (9, *SAID[sentence])


def test_who_puts_a_toll_gives_it(mentions: Finds) -> None:
    (found,) = mentions("A bomb exploded at a market in Karvali. Police put the number of people killed at nine.")
    if found.killed is not None:
        assert (found.killed.said_by, found.killed.official) == ("Police", True)


def test_of_several_who_give_it_an_authority_is_named(mentions: Finds) -> None:
    (found,) = mentions(
        "A bomb killed nine people in Karvali, witnesses said. The ministry said 11 people were killed in the attack."
    )
    assert found.killed is not None
    assert (found.killed.low, found.killed.high) == (9, 11)
    assert (found.killed.said_by, found.killed.official) == ("ministry", True)
