"""Stance by verb, by content and by who speaks."""

from collections.abc import Callable

import pytest

from tocsin.model.vocabulary import STANCES
from tocsin.read.cues import stances
from tocsin.read.document import Document
from tocsin.read.lexicon import words
from tocsin.read.said import Said
from tocsin.read.stance import by_content, stance_of

Read = Callable[[str], Document]


def said(document: Read, text: str, *sources: str, quoted: bool = False) -> Said:
    return Said(text, text if quoted else "", tuple(document(text).doc), frozenset(sources))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("we had nothing to do with this", "deny"),
        ("this barbaric act", "condemn"),
        ("those responsible must be brought to justice", "appeal"),
        ("we will never give up", "pledge"),
        ("the truce is over", "announce"),
        ("this could lead to a wider war", "warn"),
        ("we will strike back and we will avenge them", "threaten"),
        ("he has instructed the prefects to close the roads", "order"),
        ("we thank the people of the town", "praise"),
        ("the regime is responsible for the killings", "accuse"),
        ("we carried out the operation", "claim"),
        ("our condolences go to the families", "comment"),
    ],
)
def test_words_tell_a_stance(text: str, stance: str) -> None:
    assert by_content(Said(text, text)) == stance


def test_a_past_account_informs_and_a_present_opinion_comments(document: Read) -> None:
    assert by_content(said(document, "They came and took our car.", quoted=True)) == "inform"
    assert by_content(said(document, "It is a sad thing for all of us.", quoted=True)) == "comment"


def test_what_prosecutors_tell_accuses(document: Read) -> None:
    text = "The boy left a bag at the market."
    assert by_content(said(document, text, "accuser")) == "accuse"


def test_a_named_doer_of_wrong_is_accused(document: Read) -> None:
    assert by_content(said(document, "Iran sponsored the raid.")) == "accuse"
    assert by_content(said(document, "The rain flooded the town.")) == "inform"


def test_the_armed_claim_what_they_did_themselves(document: Read) -> None:
    assert by_content(said(document, "Its fighters attacked two convoys.", "armed")) == "claim"
    assert by_content(said(document, "They will attack tomorrow perhaps.", "armed")) != "claim"


def test_an_office_that_reports_facts_informs_even_of_what_it_weighs(document: Read) -> None:
    text = "It could be connected with the fire."
    assert by_content(said(document, text, "factual")) == "inform"
    assert by_content(said(document, text)) == "comment"


def test_the_verb_comes_before_the_content() -> None:
    words_ = Said("the killing of four people")
    assert stance_of("condemn", words_) == "condemn"
    assert stance_of("report", words_) == "inform"


@pytest.mark.parametrize(
    ("lemma", "text", "stance"),
    [
        ("claim", "responsibility for the attack", "claim"),
        ("call", "on both sides to stop", "appeal"),
        ("tell", "people to leave the town", "appeal"),
        ("agree", "to a truce", "pledge"),
        ("admit", "that soldiers killed the men", "claim"),
        ("reject", "the offer of talks", "comment"),
        ("declare", "war on the rebels", "threaten"),
        ("declare", "a day of rest", "announce"),
    ],
)
def test_some_verbs_depend_on_what_follows(lemma: str, text: str, stance: str) -> None:
    assert stance_of(lemma, Said(text)) == stance


def test_what_is_not_denied_is_told() -> None:
    assert stance_of("deny", Said("that he was there"), negated=True) == "inform"


def test_the_lexicons_name_known_stances() -> None:
    assert set(stances().values()) <= {*STANCES, "neutral"}
    assert set(words("stance")) <= {*STANCES, "opinions", "events", "deeds", "culprits", "wrongs"}
