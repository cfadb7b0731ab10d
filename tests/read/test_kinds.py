"""What kind of act the words, weapons, actors and targets make of it."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention

Finds = Callable[..., tuple[Mention, ...]]

TOLD = {
    "A car bomb exploded in Karvali on Thursday, killing nine people.": "bombing",
    "At least five rockets hit the airport of Karvali on Thursday.": "rocket_or_shelling",
    "Israeli warplanes bombed a school in Karvali on Thursday.": "airstrike_or_drone",
    "Gunmen attacked a police station in Karvali on Thursday.": "armed_attack",
    "Gunmen shot dead a judge in Karvali on Thursday.": "assassination",
    "Soldiers clashed with rebels near Dorun on Thursday.": "battle",
    "Troops killed 15 militants in Dorun on Wednesday.": "military_operation",
    "Police arrested 12 people in Karvali on Thursday.": "arrest_or_raid",
    "Gunmen kidnapped three engineers in Karvali on Thursday.": "abduction",
    "Rebels took 12 sailors hostage in Karvali on Thursday.": "hostage_taking",
    "The militants beheaded two captives in Dorun on Thursday.": "execution",
    "Rebels torched a warehouse in Karvali on Thursday.": "arson_or_sabotage",
    "Thousands of people protested in Karvali on Thursday against the government.": "protest",
    "Protesters clashed with police in Karvali on Thursday.": "riot",
    "Police fired tear gas at protesters in Karvali on Thursday.": "crackdown",
    "A man drove a van into a crowd in Karvali on Thursday, killing three people.": "vehicle_attack",
    "A man stabbed two women in Karvali on Thursday.": "stabbing",
    "Pirates hijacked a tanker off Karvali on Thursday.": "hijacking",
    "Hackers attacked the network of a ministry in Karvali on Thursday.": "cyberattack",
    "Soldiers ousted the president in Karvali on Thursday.": "other_violence",
    "Special forces freed 12 hostages in Dorun on Thursday.": "military_operation",
}


@pytest.mark.parametrize("sentence", TOLD)
def test_each_kind_is_read(mentions: Finds, sentence: str) -> None:
    assert [mention.kind for mention in mentions(sentence)] == [TOLD[sentence]]
