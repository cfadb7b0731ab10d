"""Statements: who said what, with what stance, about what."""

from collections.abc import Callable

import pytest

from tocsin.model import Statement
from tocsin.read.document import Document
from tocsin.read.mentions import extract_mentions
from tocsin.read.statements import extract_statements

Read = Callable[..., Document]


def said(document: Read, text: str, title: str = "") -> tuple[Statement, ...]:
    parsed = document(text, title)
    return extract_statements(parsed, extract_mentions(parsed))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Foreign Minister Ana Ruiz condemned the bombing of the market.", "condemn"),
        ("Foreign Minister Ana Ruiz warned that the fighting could escalate.", "warn"),
        ('Rebel leader Omar Kent said: "We will attack every base of theirs."', "threaten"),
        ("The rebels claimed responsibility for the attack.", "claim"),
        ("The army denied that it had shelled the town.", "deny"),
        ("President Omar Kent accused the rebels of the attack.", "accuse"),
        ("Police say three brothers planted the bomb.", "accuse"),
        ("The United Nations urged both sides to stop.", "appeal"),
        ('President Omar Kent said: "We will rebuild the town."', "pledge"),
        ("President Omar Kent praised the rescuers.", "praise"),
        ("The government announced a curfew in the town.", "announce"),
        ("President Omar Kent ordered the army to leave the town.", "order"),
        ("Police said four people had been hurt.", "inform"),
        ('Ana Ruiz, a teacher, said: "This is a hard time for the town."', "comment"),
    ],
)
def test_every_stance_is_told(document: Read, text: str, stance: str) -> None:
    (statement,) = said(document, text)
    assert statement.stance == stance


def test_reported_speech_has_no_quote_and_a_quotation_is_verbatim(document: Read) -> None:
    reported, quoted = said(
        document,
        'Police said four men had been held.\n\nForeign Minister Ana Ruiz said: "This cowardly attack is a crime."',
    )
    assert reported.quote is None
    assert quoted.quote
    assert quoted.quote.text == "This cowardly attack is a crime."
    assert quoted.stance == "condemn"


def test_a_pronoun_goes_back_to_the_person_named_before(document: Read) -> None:
    text = "Foreign Minister Ana Ruiz came to the town. She warned that the fighting could escalate."
    (statement,) = said(document, text)
    assert statement.speaker.name == "Ana Ruiz"


def test_a_surname_and_an_office_go_back_to_the_full_name(document: Read) -> None:
    text = (
        "Foreign Minister Ana Ruiz condemned the bombing of the market.\n\nRuiz urged both sides to stop.\n\n"
        "The minister praised the rescuers."
    )
    assert {statement.speaker.name for statement in said(document, text)} == {"Ana Ruiz"}


def test_a_speaker_has_an_office_and_a_body(document: Read) -> None:
    (statement,) = said(document, "Iraqi Prime Minister Salim Rashid condemned the bombing of the market.")
    assert statement.speaker.role == "Iraqi Prime Minister"
    assert statement.speaking_for == "Government of Iraq"
    assert statement.speaker.kind == "person"


def test_a_spokesman_speaks_for_the_body(document: Read) -> None:
    (statement,) = said(document, "Salim Haddad, a spokesman for Hamas, denied the report.")
    assert (statement.speaker.name, statement.speaking_for, statement.stance) == ("Salim Haddad", "Hamas", "deny")


def test_a_group_that_the_registry_holds_speaks_by_its_usual_name(document: Read) -> None:
    (statement,) = said(document, "MRTA rebels and others left. The FARC claimed responsibility for the attack.")
    assert statement.speaker.name == "Revolutionary Armed Forces of Colombia"
    assert statement.speaking_for == "Revolutionary Armed Forces of Colombia"


def test_what_a_statement_said_was_said_by_who_issued_it(document: Read) -> None:
    text = (
        "The Karvali police said in a statement that two men had been held.\n\nThe minister came.\n\n"
        "The statement said that two more were sought."
    )
    assert {statement.speaker.name for statement in said(document, text)} == {"Karvali police"}


def test_one_speaker_one_stance_is_one_statement(document: Read) -> None:
    text = "Police said four people had been hurt.\n\nPolice added that two cars had been burnt."
    assert len(said(document, text)) == 1


def test_a_second_stance_is_a_second_statement(document: Read) -> None:
    text = "Ana Ruiz, a senator, condemned the attack.\n\nRuiz urged the government to resign."
    assert [statement.stance for statement in said(document, text)] == ["condemn", "appeal"]


def test_a_quotation_without_a_verb_of_speech_belongs_to_who_spoke_last(document: Read) -> None:
    text = '"We saw three trucks leave," said Ana Ruiz, a teacher. "They drove north past the old school."'
    statements = said(document, text)
    assert {statement.speaker.name for statement in statements} == {"Ana Ruiz"}


def test_quotations_go_to_the_nearest_speaker(document: Read) -> None:
    text = '"The war must stop now," Minister Ana Ruiz said. General Omar Kent said: "We will never leave here."'
    quotes = {statement.speaker.name: statement.quote.text for statement in said(document, text) if statement.quote}
    assert quotes == {"Ana Ruiz": "The war must stop now,", "Omar Kent": "We will never leave here."}


def test_a_statement_is_about_the_attack_that_it_tells_of(document: Read) -> None:
    text = "A bomb exploded in a market in Karvali on Friday. Foreign Minister Ana Ruiz condemned the bombing."
    parsed = document(text, "Bomb explodes in Karvali market")
    mentions = extract_mentions(parsed)
    (statement,) = extract_statements(parsed, mentions)
    assert statement.about in {mention.id for mention in mentions}


def test_the_name_that_a_speaker_gives_the_event_is_kept(document: Read) -> None:
    (statement,) = said(document, 'Foreign Minister Ana Ruiz condemned the bombing as a "cowardly terrorist attack".')
    assert statement.label
    assert statement.label.text == "cowardly terrorist attack"


@pytest.mark.parametrize(
    "text",
    [
        "The explosion claimed the lives of four people.",
        "An anonymous call said so.",
        "No group has claimed responsibility.",
        "Foreign Minister Ana Ruiz said nothing.",
        "The verse promises hope.",
        "Two cars were reported stolen.",
        "It said that rain would fall.",
    ],
)
def test_what_nobody_said_is_no_statement(document: Read, text: str) -> None:
    assert said(document, text) == ()


def test_the_title_makes_no_statement(document: Read) -> None:
    assert said(document, "Rain fell.", title="Minister Ana Ruiz condemns bombing") == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("the soldiers left. humberto lopez said that the war would go on.", "Humberto Lopez"),
        ('"This was a quiet street until last night," neighbour Carla Vega.', "Carla Vega"),
        (
            'Foreign Minister Ana Ruiz took a harder line in the paper: "The talks must end before the summer begins."',
            "Ana Ruiz",
        ),
        ("The agency cited the Karvali police as saying that two men had been held.", "Karvali police"),
        ("The Front took responsibility for the attack.", "Front"),
        ("The trader expressed outrage at the raid.", "Trader"),
    ],
)
def test_a_speaker_is_found(document: Read, text: str, speaker: str) -> None:
    assert speaker in {statement.speaker.name for statement in said(document, text)}


def test_recorded_words_are_those_of_whom_the_transcript_names(document: Read) -> None:
    text = "colonel omar kent spoke. (begin recording) (kent) we will never leave this town. (end recording)"
    assert {statement.speaker.name for statement in said(document, text)} == {"Omar Kent"}


def test_she_is_not_a_man(document: Read) -> None:
    text = "The aunt of the boy, Maria Vega, came. Police held Omar Kent. She said that the boy had been asleep."
    assert {statement.speaker.name for statement in said(document, text)} == {"Maria Vega"}


def test_the_president_is_not_the_vice_president(document: Read) -> None:
    text = "President Omar Kent met Vice President Ana Ruiz. The president warned that the fighting could escalate."
    assert {statement.speaker.name for statement in said(document, text)} == {"Omar Kent"}


def test_they_are_those_who_were_told_of_last(document: Read) -> None:
    text = "Police held a man. Detectives also want to meet his brother. They said that he may know more."
    assert {statement.speaker.name for statement in said(document, text)} == {"Detectives"}


def test_to_call_a_witness_is_no_statement(document: Read) -> None:
    assert said(document, "The prosecutors called a witness.") == ()


def test_a_paragraph_of_quoted_words_goes_on_with_the_speaker_before(document: Read) -> None:
    text = 'Ana Ruiz, a senator, said: "The talks must end before summer."\n\n"We have waited for ten long years."'
    assert {statement.speaker.name for statement in said(document, text)} == {"Ana Ruiz"}
