"""Violent words that tell of violence only with something beside them, or never."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention
from tocsin.read.document import Document
from tocsin.read.figurative import tells_of_violence
from tocsin.read.triggers import triggers_of
from tocsin.read.wordlists import load_lexicon

Reads = Callable[..., Document]
Finds = Callable[..., tuple[Mention, ...]]


def verdicts(document: Document) -> dict[str, bool]:
    """Return the verdict on each trigger of the last sentence, by its lemma."""
    lexicon = load_lexicon()
    triggers = triggers_of(document.sentences[-1], lexicon)
    return {trigger.lemma: tells_of_violence(document, trigger, lexicon) for trigger in triggers}


NEEDS = {
    "hit": ("Shells hit a school in Karvali.", "A truck hit a wall in Karvali."),
    "launch": ("Rebels launched rockets in Karvali.", "The company launched a website in Karvali."),
    "strike": ("US strikes killed nine militants in Dorun.", "Workers ended a strike in Karvali."),
    "operation": (
        "The operation against militants in Dorun lasted a week.",
        "Doctors carried out an operation in Karvali.",
    ),
    "drive": ("A man drove a van into a crowd in Karvali.", "A man drove a van into the garage in Karvali."),
    "free": ("Soldiers freed 12 hostages in Dorun.", "The judge freed the suspect in Karvali."),
    "plot": ("Police foiled a plot to bomb the station.", "The plot of the novel is set in Karvali."),
    "seize": ("Rebels seized the town of Dorun.", "Police seized documents in Karvali."),
    "burn": ("Rebels burned houses in Karvali.", "The mayor burned his notes in Karvali."),
    "target": ("Rebels targeted soldiers in Dorun.", "Hackers targeted the budget."),
}


@pytest.mark.parametrize("lemma", NEEDS)
def test_a_tame_word_needs_something_beside_it(document: Reads, lemma: str) -> None:
    meant, tame = NEEDS[lemma]
    assert verdicts(document(meant))[lemma]
    assert not verdicts(document(tame))[lemma]


def test_strikes_without_a_party_are_believed_beside_the_word_airstrike(document: Reads) -> None:
    assert verdicts(document("An airstrike hit Dorun. Strikes went on all night."))["strike"]
    assert not verdicts(document("The unions met in Dorun. Strikes went on all night."))["strike"]


FIGURATIVE = [
    "The singer died of a heart attack in Karvali on Thursday.",
    "Critics attacked the film in Karvali on Thursday.",
    "The senator attacked the bill in Karvali on Thursday.",
    "The two ministers traded verbal assaults in Karvali on Thursday.",
    "The party attacked its rivals verbally in Karvali on Thursday.",
    "The council fought a battle against corruption in Karvali on Thursday.",
    "Share prices exploded in Karvali on Thursday.",
    "The clash of personalities ended the talks in Karvali on Thursday.",
    "A charm offensive preceded the election in Karvali on Thursday.",
    "A war of words broke out in Karvali on Thursday.",
    "The population explosion worried the mayor of Karvali on Thursday.",
    "Heavy snow fell on Karvali on Thursday.",
    "An earthquake struck Karvali on Thursday and killed nine people.",
]


@pytest.mark.parametrize("sentence", FIGURATIVE)
def test_speech_health_trade_and_weather_give_nothing(mentions: Finds, sentence: str) -> None:
    assert mentions(sentence) == ()


SPORT = [
    "The striker shot at goal, the keeper saved, and the team won the match by two goals in the league cup final.",
    "The team attacked early in the match and its striker scored twice. The coach praised the players in the stadium.",
]


@pytest.mark.parametrize("body", SPORT)
def test_a_report_of_sport_gives_nothing(mentions: Finds, body: str) -> None:
    assert mentions(body) == ()


def test_blood_at_a_match_is_no_sport(mentions: Finds) -> None:
    (mention,) = mentions(
        "A bomb exploded at a stadium in Karvali on Thursday during a football match, killing nine fans. "
        "The blast wounded 20 people, and the dead were carried off the field."
    )
    assert mention.kind == "bombing"


def test_the_same_words_are_meant_where_a_victim_stands_beside_them(mentions: Finds) -> None:
    assert mentions("The senator attacked the bill in Karvali on Thursday.") == ()
    assert mentions("The gunmen attacked the bus in Karvali on Thursday.") != ()
