"""Who did it and who was acted upon, whatever the voice."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention
from tocsin.read.arguments import can_act, is_weapon, roles_of
from tocsin.read.document import Document
from tocsin.read.triggers import triggers_of
from tocsin.read.wordlists import load_lexicon

Reads = Callable[..., Document]
Finds = Callable[..., tuple[Mention, ...]]
Said = tuple[list[str], list[str]]


def roles(document: Document, lemma: str) -> Said:
    """Return the words of the agents and patients of the last sentence's trigger with a lemma."""
    lexicon = load_lexicon()
    trigger = next(t for t in triggers_of(document.sentences[-1], lexicon) if t.lemma == lemma)
    found = roles_of(document, trigger, lexicon)
    return [p.span.text for p in found.agents], [p.span.text for p in found.patients]


VERBS = {
    "Soldiers killed nine villagers in Dorun.": ("kill", (["Soldiers"], ["nine villagers"])),
    "Nine villagers were killed by soldiers in Dorun.": ("kill", (["soldiers"], ["Nine villagers"])),
    "Nine villagers were shot dead by soldiers in Dorun.": ("shoot", (["soldiers"], ["Nine villagers"])),
    "A judge was shot dead in Karvali.": ("shoot", ([], ["A judge"])),
    "Gunmen and rebels attacked a bridge and a bus.": ("attack", (["Gunmen", "rebels"], ["a bridge", "a bus"])),
    "The gunmen opened fire on a bus.": ("open", (["The gunmen"], ["a bus"])),
    "Rebels, who had fled, killed a guard in Dorun.": ("kill", (["Rebels"], ["a guard"])),
    "Rebels tried to blow up a bridge.": ("blow", (["Rebels"], ["a bridge"])),
    "Soldiers clashed with rebels near Dorun.": ("clash", (["Soldiers", "rebels"], [])),
    "Nine villagers died in Dorun.": ("die", ([], ["Nine villagers"])),
    "A bomb exploded outside a hotel in Karvali.": ("explode", ([], ["a hotel"])),
    "The gunmen left nine villagers dead in Dorun.": ("dead", ([], ["nine villagers"])),
    "The attack claimed the lives of nine people.": ("claim", ([], ["nine people"])),
    "Israeli warplanes bombed a school.": ("bomb", (["Israeli"], ["a school"])),
    "A suicide bomber killed nine people.": ("kill", (["A suicide bomber"], ["nine people"])),
}


@pytest.mark.parametrize("sentence", VERBS)
def test_verbs_give_their_sides_by_voice_and_frame(document: Reads, sentence: str) -> None:
    lemma, said = VERBS[sentence]
    assert roles(document(sentence), lemma) == said


NOUNS = {
    "An attack by rebels shook Karvali.": ("attack", (["rebels"], [])),
    "A rebel attack on a base lasted an hour.": ("attack", (["rebel"], ["a base"])),
    "The killing of nine villagers by soldiers was condemned.": ("killing", (["soldiers"], ["nine villagers"])),
    "Clashes between soldiers and rebels lasted an hour.": ("clash", (["soldiers", "rebels"], [])),
    "Rebels launched an attack on a base.": ("attack", (["Rebels"], ["a base"])),
    "An attack on a base was carried out by rebels.": ("attack", (["rebels"], ["a base"])),
    "Peter Marsh survived an attack in Karvali.": ("attack", ([], ["Peter Marsh"])),
    "US strikes killed nine militants.": ("strike", (["US"], [])),
    "Kenya's operation against militants lasted a week.": ("operation", (["Kenya"], ["militants"])),
}


@pytest.mark.parametrize("sentence", NOUNS)
def test_nouns_give_their_sides_by_preposition_and_owner(document: Reads, sentence: str) -> None:
    lemma, said = NOUNS[sentence]
    assert roles(document(sentence), lemma) == said


@pytest.mark.parametrize(
    "sentence",
    [
        "A bomb killed nine people in Karvali.",
        "It killed nine people in Karvali.",
        "The building killed nine people in Karvali.",
        "The storm that hit Karvali killed nine people.",
    ],
)
def test_weapons_pronouns_buildings_and_weather_do_not_act(document: Reads, sentence: str) -> None:
    assert roles(document(sentence), "kill") == ([], ["nine people"])


def test_a_bomber_is_a_weapon_that_can_act_and_a_sniper_is_none(document: Reads) -> None:
    lexicon = load_lexicon()
    for word, expected in (("bomber", (True, True)), ("sniper", (False, True))):
        read = document(f"A {word} attacked a base in Dorun.")
        (trigger,) = triggers_of(read.sentences[0], lexicon)
        (phrase,) = roles_of(read, trigger, lexicon).agents
        assert (is_weapon(phrase, lexicon), can_act(phrase, lexicon)) == expected


def test_an_act_is_no_target_of_an_act(document: Reads) -> None:
    assert roles(document("Hackers attacked the operation in Karvali."), "attack")[1] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Hamas fighters killed nine villagers in Dorun on Thursday.",
        "Nine villagers were killed by Hamas fighters in Dorun on Thursday.",
        "The killing of nine villagers by Hamas fighters in Dorun on Thursday was condemned.",
    ],
)
def test_the_perpetrator_is_one_in_every_voice(mentions: Finds, sentence: str) -> None:
    (mention,) = mentions(sentence)
    (perpetrator,) = mention.perpetrators
    assert (perpetrator.actor.name, perpetrator.attribution) == ("Hamas", "reported")
    assert [target.effect for target in mention.targets] == ["killed"]
