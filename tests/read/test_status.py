"""The reality filter, told by whole sentences."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention

Finds = Callable[..., tuple[Mention, ...]]

TOLD = {
    "Gunmen attacked a police station in Karvali on Thursday.": "occurred",
    "Rebels tried to blow up a bridge near Karvali on Thursday.": "attempted",
    "Police arrested him on Thursday after a failed bombing of a market in Karvali.": "attempted",
    "Police foiled a plot to bomb the central station in Karvali on Thursday.": "foiled",
    "The militia threatened on Thursday to attack the port of Karvali.": "threatened",
    "Rebels plan to attack the airport of Karvali, the army said on Thursday.": "planned",
    "The opposition alleged that soldiers killed three villagers in Dorun on Monday.": "alleged",
}


@pytest.mark.parametrize("sentence", TOLD)
def test_each_status_is_read_off_the_words(mentions: Finds, sentence: str) -> None:
    found = [mention.status for mention in mentions(sentence) if mention.kind != "arrest_or_raid"]
    assert found == [TOLD[sentence]]


@pytest.mark.parametrize(
    "sentence",
    [
        "The army denied that soldiers killed three villagers in Dorun.",
        "The minister warned that rebels could attack Karvali.",
        "If rebels attack Karvali, the army will respond.",
        "Soldiers staged a mock attack in a drill near Karvali on Thursday.",
        "No one was killed in Karvali.",
        "No suspects have been arrested in Karvali.",
        "The group attacks convoys near Karvali and targets soldiers.",
        "Troops will storm the camp near Karvali next week.",
        "Attacking an embassy is a crime, the minister said in Karvali.",
    ],
)
def test_what_was_not_done_gives_nothing(mentions: Finds, sentence: str) -> None:
    assert mentions("The council met in Karvali on Thursday. It was a long day. Talks went on. " + sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The government opened an inquiry into the killing of nine villagers in Dorun on Monday.",
        "The president condemned the killing of nine villagers in Dorun on Monday.",
        "A commission will investigate what happened when soldiers shot dead nine villagers in Dorun on Monday.",
    ],
)
def test_what_is_known_already_is_fact_under_any_verb(mentions: Finds, sentence: str) -> None:
    (found,) = mentions(sentence)
    assert (found.status, found.killed and found.killed.low) == ("occurred", 9)
