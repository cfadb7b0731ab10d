"""With what it was done, and with how many."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention, Weapon
from tocsin.read.document import Document
from tocsin.read.mentions import RULES
from tocsin.read.triggers import triggers_of
from tocsin.read.weapons import implied, weapons_in
from tocsin.read.wordlists import load_lexicon

Reads = Callable[..., Document]
Finds = Callable[..., tuple[Mention, ...]]


def told(weapon: Weapon) -> tuple[str, int | None, int | None]:
    return weapon.name, weapon.quantity.low, weapon.quantity.high


COUNTS = {
    "A rocket hit the airport of Karvali.": ("rocket", 1, 1),
    "Rockets hit the airport of Karvali.": ("rockets", 2, None),
    "Several rockets hit the airport of Karvali.": ("rockets", 3, None),
    "Five rockets hit the airport of Karvali.": ("rockets", 5, 5),
    "At least five rockets hit the airport of Karvali.": ("rockets", 5, None),
    "More than 20 rockets hit the airport of Karvali.": ("rockets", 21, None),
    "Between five and ten rockets hit the airport of Karvali.": ("rockets", 5, 10),
    "Dozens of rockets hit the airport of Karvali.": ("rockets", 24, None),
    "Two car bombs exploded in Karvali.": ("car bombs", 2, 2),
    "A man with a kitchen knife stabbed two women.": ("kitchen knife", 1, 1),
}


@pytest.mark.parametrize("sentence", COUNTS)
def test_a_weapon_is_counted_as_its_words_count_it(document: Reads, sentence: str) -> None:
    read = document(sentence)
    (armed,) = weapons_in(read, read.sentences[0], load_lexicon(), RULES)
    assert told(armed.weapon) == COUNTS[sentence]


def test_a_rough_count_is_marked_and_its_words_are_kept(document: Reads) -> None:
    read = document("About 20 mortar shells fell on Dorun.")
    (armed,) = weapons_in(read, read.sentences[0], load_lexicon(), RULES)
    assert (armed.weapon.quantity.approximate, armed.weapon.quantity.low) == (True, 20)
    assert armed.weapon.quantity.spans[0].text.endswith("20 mortar shells")
    assert armed.weapon.quantity.by == RULES.id


POINTS_TO = {
    "A car bomb lay in the street.": "bombing",
    "A missile lay in the street.": "rocket_or_shelling",
    "A drone lay in the street.": "airstrike_or_drone",
    "A rifle lay in the street.": "armed_attack",
    "A machete lay in the street.": "stabbing",
}


@pytest.mark.parametrize("sentence", POINTS_TO)
def test_a_weapon_points_to_a_kind_of_act_but_founds_none(document: Reads, mentions: Finds, sentence: str) -> None:
    read = document(sentence)
    (armed,) = weapons_in(read, read.sentences[0], load_lexicon(), RULES)
    assert armed.kind == POINTS_TO[sentence]
    assert mentions(sentence) == ()


def test_a_weapon_that_only_tells_what_sort_or_who_is_not_counted(document: Reads) -> None:
    for sentence in ("The rocket attack on Karvali lasted an hour.", "A suicide bomber blew himself up in Karvali."):
        read = document(sentence)
        (armed,) = weapons_in(read, read.sentences[0], load_lexicon(), RULES)
        assert (armed.weapon.quantity.low, armed.weapon.quantity.high) == (None, None)


def test_a_word_implies_its_weapon_where_none_is_named(document: Reads, mentions: Finds) -> None:
    read = document("Gunmen shot three men in Karvali on Thursday.")
    (trigger,) = triggers_of(read.sentences[0], load_lexicon())
    armed = implied(read, trigger, RULES)
    assert armed is not None
    assert told(armed.weapon) == ("guns", None, None)
    assert armed.weapon.quantity.spans[0].text == "shot"
    (stabbed,) = mentions("A man stabbed two women in Karvali on Thursday.")
    assert [weapon.name for weapon in stabbed.weapons] == ["knife"]
    (named,) = mentions("A man with a kitchen knife stabbed two women in Karvali on Thursday.")
    assert [weapon.name for weapon in named.weapons] == ["kitchen knife"]


def test_to_attack_implies_no_weapon(document: Reads) -> None:
    read = document("Gunmen attacked a hotel in Karvali.")
    (trigger,) = triggers_of(read.sentences[0], load_lexicon())
    assert implied(read, trigger, RULES) is None


def test_several_weapons_are_kept_in_text_order(mentions: Finds) -> None:
    (mention,) = mentions("Gunmen with rifles and grenades attacked a base in Dorun on Thursday.")
    assert [weapon.name for weapon in mention.weapons] == ["rifles", "grenades"]


def test_over_a_report_a_weapon_is_one_entry_with_its_best_count(mentions: Finds) -> None:
    (mention,) = mentions(
        "At least five rockets hit the airport of Karvali on Thursday. The rockets killed two people.",
        "Rockets hit airport in Karvali",
    )
    assert [told(weapon) for weapon in mention.weapons] == [("rockets", 5, None)]


def test_the_weapons_of_the_act_answered_are_theirs(mentions: Finds) -> None:
    (mention,) = mentions(
        "Israeli warplanes struck a school in Karvali on Thursday in response to the launch of rockets."
    )
    assert [weapon.name for weapon in mention.weapons] == ["warplanes"]
