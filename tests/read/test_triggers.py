"""Which words name an act, its harm, or only point at one."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention
from tocsin.read.document import Document
from tocsin.read.triggers import Trigger, triggers_of
from tocsin.read.wordlists import load_lexicon

Reads = Callable[..., Document]
Finds = Callable[..., tuple[Mention, ...]]


def found(document: Document, sentence: int = -1) -> list[Trigger]:
    return triggers_of(document.sentences[sentence], load_lexicon())


def words(document: Document, trigger: Trigger) -> str:
    return str(document.doc[trigger.first : trigger.last + 1].text)


ROLES = {
    "Gunmen attacked a hotel in Karvali.": ("attacked", "act"),
    "The attack in Karvali lasted an hour.": ("attack", "act"),
    "Nine villagers died in Karvali.": ("died", "harm"),
    "Shells hit a school in Karvali.": ("hit", "hit"),
    "Rebels launched rockets.": ("launched", "launch"),
    "The violence in Karvali shocked the country.": ("violence", "refer"),
    "The two dead men were farmers.": ("dead", "harm"),
}


@pytest.mark.parametrize("sentence", ROLES)
def test_a_word_names_an_act_its_harm_or_points_at_one(document: Reads, sentence: str) -> None:
    read = document(sentence)
    (trigger,) = found(read)
    assert (words(read, trigger), trigger.role) == ROLES[sentence]


PHRASES = {
    "Gunmen shot dead a judge in Karvali.": ("shot dead", "armed_attack", "killed"),
    "Rebels set a warehouse on fire in Karvali.": ("set a warehouse on fire", "arson_or_sabotage", "damaged"),
    "Rebels took 12 sailors hostage in Karvali.": ("took 12 sailors hostage", "hostage_taking", "abducted"),
    "The gunmen opened heavy fire on a bus.": ("opened heavy fire", "armed_attack", None),
    "The rocket attack on Karvali lasted an hour.": ("rocket attack", "rocket_or_shelling", None),
    "A suicide bomber blew himself up in Karvali.": ("blew himself up", "bombing", None),
}


@pytest.mark.parametrize("sentence", PHRASES)
def test_the_longest_phrase_counts_whatever_stands_between_its_parts(document: Reads, sentence: str) -> None:
    read = document(sentence)
    (trigger,) = found(read)
    assert trigger.is_phrase
    assert (words(read, trigger), trigger.kind, trigger.effect) == PHRASES[sentence]


def test_the_parts_of_a_phrase_are_no_triggers_of_their_own(document: Reads) -> None:
    assert len(found(document("Gunmen shot dead a judge and wounded a clerk."))) == 2


def test_a_comma_breaks_a_phrase(document: Reads) -> None:
    assert found(document("The man opened the door, and the fire went out.")) == []


def test_no_word_of_peace_is_a_trigger(document: Reads) -> None:
    assert found(document("The council met in Karvali on Thursday and spoke about the harvest.")) == []


def test_an_act_implies_its_weapon_and_says_whether_it_is_weak(document: Reads) -> None:
    (shot,) = found(document("Gunmen shot three men in Karvali."))
    (blast,) = found(document("A blast was heard in Karvali."))
    assert (shot.weapon, shot.weak, shot.is_verb, shot.lemma) == ("guns", False, True, "shoot")
    assert (blast.weapon, blast.weak, blast.is_verb, blast.lemma) == (None, True, False, "blast")


@pytest.mark.parametrize(
    ("title", "verb"),
    [("Gunmen storm hotel in Karvali", "storm"), ("Police arrest four in Karvali", "arrest")],
)
def test_a_title_tells_in_the_present(document: Reads, title: str, verb: str) -> None:
    (trigger,) = found(document("The council met on Thursday.", title), 0)
    assert trigger.lemma == verb


ALONE = {
    "Gunmen attacked a hotel in Karvali on Thursday.": "armed_attack",
    "A bomb exploded in Karvali on Thursday.": "bombing",
    "A car bomb killed nine people in Karvali on Thursday.": "bombing",
    "Gunmen killed nine people in Karvali on Thursday.": "armed_attack",
    "Gunmen wounded nine people in Karvali on Thursday.": "armed_attack",
}


@pytest.mark.parametrize("sentence", ALONE)
def test_an_act_founds_an_incident_and_harm_does_beside_who_or_what_did_it(mentions: Finds, sentence: str) -> None:
    assert [mention.kind for mention in mentions(sentence)] == [ALONE[sentence]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine people died in Karvali on Thursday.",
        "Three people were wounded in Karvali on Thursday.",
        "The wounded were taken to a hospital in Karvali on Thursday.",
        "It killed nine people in Karvali on Thursday.",
        "A storm hit Karvali on Thursday and killed nine people.",
        "The violence in Karvali shocked the country on Thursday.",
    ],
)
def test_harm_and_reference_found_none_by_themselves(mentions: Finds, sentence: str) -> None:
    assert mentions(sentence) == ()
