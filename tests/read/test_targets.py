"""What was hit, what kind of thing it is, and what became of it."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention
from tocsin.read.arguments import roles_of
from tocsin.read.document import Document
from tocsin.read.mentions import RULES
from tocsin.read.targets import named, target_kind
from tocsin.read.triggers import triggers_of
from tocsin.read.wordlists import load_lexicon

Reads = Callable[..., Document]
Finds = Callable[..., tuple[Mention, ...]]

KINDS = {
    "a hotel": "facility",
    "the offices of Hamas": "facility",
    "a bridge": "infrastructure",
    "a bus": "vehicle",
    "an army convoy": "vehicle",
    "three police officers": "police",
    "a police officer": "police",
    "five soldiers": "military",
    "the Israeli army": "military",
    "Hamas": "group",
    "dozens of rebels": "group",
    "nine villagers": "civilians",
    "members of Hamas": "civilians",
    "a villager": "person",
    "a judge": "person",
    "journalist Peter Marsh": "person",
    "Peter Marsh": "person",
}


@pytest.mark.parametrize("words", KINDS)
def test_a_phrase_names_a_kind_of_target(document: Reads, words: str) -> None:
    read, lexicon = document(f"Gunmen attacked {words} in Dorun on Thursday."), load_lexicon()
    (trigger,) = triggers_of(read.sentences[0], lexicon)
    (phrase,) = roles_of(read, trigger, lexicon).patients
    assert (phrase.span.text, target_kind(phrase, lexicon)) == (words, KINDS[words])


EFFECTS = {
    "Gunmen killed nine villagers in Karvali on Thursday.": ("nine villagers", "civilians", "killed"),
    "Gunmen stabbed Peter Marsh in Karvali on Thursday.": ("Peter Marsh", "person", "injured"),
    "Gunmen kidnapped a tourist in Karvali on Thursday.": ("a tourist", "person", "abducted"),
    "Police arrested 12 people in Karvali on Thursday.": ("12 people", "civilians", "detained"),
    "A bomb destroyed a bridge near Karvali on Thursday.": ("a bridge", "infrastructure", "destroyed"),
    "A bomb damaged two buses in Karvali on Thursday.": ("two buses", "vehicle", "damaged"),
    "Pirates hijacked a tanker off Karvali on Thursday.": ("a tanker", "vehicle", "taken"),
    "Soldiers freed 12 hostages in Dorun on Thursday.": ("12 hostages", "civilians", "unharmed"),
    "Gunmen attacked a police station in Karvali on Thursday.": ("a police station", "facility", "unknown"),
    "Rockets hit the airport of Karvali on Thursday without causing damage.": (
        "the airport of Karvali",
        "facility",
        "no_damage",
    ),
    "A bomb exploded outside the US embassy in Karvali on Thursday but caused no damage.": (
        "the US embassy",
        "facility",
        "no_damage",
    ),
    "Police foiled a plot to bomb the central station in Karvali on Thursday.": (
        "the central station",
        "facility",
        "no_damage",
    ),
}


@pytest.mark.parametrize("sentence", EFFECTS)
def test_what_became_of_a_target_is_read(mentions: Finds, sentence: str) -> None:
    (mention,) = mentions(sentence)
    (target,) = mention.targets
    assert (target.actor.spans[0].text, target.kind, target.effect) == EFFECTS[sentence]


def test_each_of_several_targets_has_its_own_kind_and_effect(mentions: Finds) -> None:
    (joined,) = mentions("Gunmen attacked a bridge and a bus in Dorun on Thursday.")
    assert [target.kind for target in joined.targets] == ["infrastructure", "vehicle"]
    (parted,) = mentions("A bomb killed a farmer and wounded two women in Karvali on Thursday.")
    assert [(target.kind, target.effect) for target in parted.targets] == [
        ("person", "killed"),
        ("civilians", "injured"),
    ]


def test_a_target_told_twice_is_one(mentions: Finds) -> None:
    (mention,) = mentions(
        "Gunmen attacked a mosque in Karvali on Thursday and killed nine worshippers.",
        "Gunmen attack mosque in Karvali",
    )
    assert [target.actor.spans[0].text for target in mention.targets] == ["a mosque", "nine worshippers"]


def test_a_name_is_kept_and_common_words_give_none(document: Reads) -> None:
    lexicon = load_lexicon()
    names = {}
    for words in ("Hamas", "Peter Marsh", "nine villagers"):
        read = document(f"Gunmen attacked {words} in Dorun on Thursday.")
        (trigger,) = triggers_of(read.sentences[0], lexicon)
        (phrase,) = roles_of(read, trigger, lexicon).patients
        actor = named(phrase, RULES)
        assert (actor.by, actor.spans) == (RULES.id, (phrase.span,))
        names[words] = (actor.name, actor.kind)
    assert names == {
        "Hamas": ("Hamas", "armed_group"),
        "Peter Marsh": ("Peter Marsh", "person"),
        "nine villagers": (None, "unknown"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "A bomb exploded in Karvali on Thursday.",
        "Rebels fired rockets in Dorun on Thursday.",
        "Gunmen opened fire in Karvali on Thursday.",
    ],
)
def test_weapons_and_shots_are_no_targets(mentions: Finds, sentence: str) -> None:
    (mention,) = mentions(sentence)
    assert mention.targets == ()
