"""What a report is news about."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention
from tocsin.read.document import Document
from tocsin.read.scope import find_leads, is_about_sport
from tocsin.read.wordlists import load_lexicon

Finds = Callable[..., tuple[Mention, ...]]
Reads = Callable[..., Document]


def test_title_and_lead_are_news_and_an_old_act_is_background(mentions: Finds) -> None:
    found = mentions(
        "Gunmen killed four people in Karvali on Thursday. In March 2021 a bombing killed 30 people in Dorun.",
        "Four killed in Karvali",
    )
    assert [(m.scope, m.kind) for m in found] == [("headline", "armed_attack"), ("background", "bombing")]


def test_an_anniversary_tells_background_alone(mentions: Finds) -> None:
    found = mentions(
        "The king laid a wreath on Thursday to mark the tenth anniversary of the bombings of 9 May 2014. "
        "Three bombs exploded on trains in Karvali on 9 May 2014, killing 40 people.",
        "Axland remembers its dead",
    )
    assert {m.scope for m in found} == {"background"}


def test_a_trial_tells_of_the_old_act_as_background(mentions: Finds) -> None:
    found = mentions(
        "A court in Karvali sentenced a man on Thursday for the bombing of a market in 2011 that killed nine people.",
        "Man jailed for market bombing",
    )
    assert [(m.scope, m.killed and m.killed.low) for m in found] == [("background", 9)]


def test_each_item_of_a_brief_has_a_lead_and_acts_of_its_own(mentions: Finds, document: Reads) -> None:
    text = (
        "Bomb in Karvali\n\nA bomb exploded in Karvali on Thursday. Three people died in the attack.\n\n"
        "Shooting in Dorun\n\nGunmen shot dead a judge in Dorun on Thursday. The attack was the first this year."
    )
    leads = find_leads(document(text, "News in brief"))
    assert len(leads.items) == 2
    assert [(m.scope, m.kind) for m in mentions(text, "News in brief")] == [
        ("headline", "bombing"),
        ("headline", "assassination"),
    ]


def test_datelines_and_forms_are_no_leads(document: Reads) -> None:
    read = document("Joint Command\nFor immediate release\nTroops killed two rebels near Dorun on Thursday.")
    told = next(s for s in read.sentences if "Troops" in s.text)
    assert find_leads(read).holds(told)


def test_sport_in_violent_words_is_sport(document: Reads, mentions: Finds) -> None:
    text = (
        "The striker shot twice and the defender attacked before the final whistle ended a battle of champions. "
        "The coach praised a late strike from the penalty spot. The match went on after a clash of heads."
    )
    assert is_about_sport(document(text), load_lexicon())
    assert mentions(text, "Late strike settles cup final") == ()


def test_violence_at_a_match_is_no_sport(document: Reads) -> None:
    text = "Gunmen killed nine people at a football match in Karvali. Police said a bomb exploded after the game."
    assert not is_about_sport(document(text), load_lexicon())


@pytest.mark.parametrize(
    "then",
    [
        "Police opened an investigation into the blast.",
        "A man was charged with murder.",
        "It came two years after the war.",
    ],
)
def test_an_act_of_yesterday_is_news_whatever_inquiry_follows(then: str, mentions: Finds) -> None:
    [mention] = [each for each in mentions(f"A bomb killed nine people in Karvali on Thursday. {then}") if each.killed]
    assert mention.scope == "headline"
