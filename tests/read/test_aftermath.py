"""What sentences behind an act say of it: who claims it, who is blamed, and that nobody came to harm."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention, Quantity

Finds = Callable[..., tuple[Mention, ...]]
BLAST = "A bomb exploded in Karvali on Thursday, killing nine people. "
HARMLESS = "A bomb exploded in Karvali on Thursday. "


def bounds(quantity: Quantity | None) -> tuple[int | None, int | None] | None:
    return None if quantity is None else (quantity.low, quantity.high)


def held(mention: Mention) -> list[tuple[str | None, str, str | None]]:
    return [(p.actor.name, p.attribution, p.attributed_by) for p in mention.perpetrators]


SAID = {
    "Hamas claimed responsibility.": ("Hamas", "claimed", None),
    "No group has claimed responsibility for the attack.": (None, "unclaimed", None),
    "The army blamed Hamas for the attack.": ("Hamas", "accused", "The army"),
    "Hamas was blamed for the blast.": ("Hamas", "accused", None),
    "Hamas was behind the attack.": ("Hamas", "accused", None),
    "The army attributed the blast to Hamas.": ("Hamas", "accused", "The army"),
    "Police suspect Hamas.": ("Hamas", "suspected", "Police"),
    "Hamas denied involvement.": ("Hamas", "denied", None),
    "Peter Marsh was charged with murder.": ("Peter Marsh", "accused", None),
}


@pytest.mark.parametrize("sentence", SAID)
def test_who_is_held_responsible_is_given_to_the_act(mentions: Finds, sentence: str) -> None:
    (mention,) = mentions(BLAST + sentence)
    assert held(mention) == [SAID[sentence]]


def test_the_sentence_that_says_who_becomes_evidence(mentions: Finds) -> None:
    (mention,) = mentions(BLAST + "Hamas claimed responsibility.")
    assert [span.text for span in mention.evidence] == [BLAST.strip(), "Hamas claimed responsibility."]


def test_a_claim_goes_to_the_act_of_its_sentence_else_to_the_news(mentions: Finds) -> None:
    raid, bombing = mentions(
        "Police arrested 12 people in Karvali on Thursday. Hamas claimed responsibility for a bombing in Dorun."
    )
    assert "Hamas" not in [name for name, _, _ in held(raid)]
    assert held(bombing) == [("Hamas", "claimed", None)]
    news, other = mentions(BLAST + "Gunmen shot dead a judge in Dorun on Monday. Hamas claimed responsibility.")
    assert held(news) == [("Hamas", "claimed", None)]
    assert held(other) == [(None, "reported", None)]


@pytest.mark.parametrize(
    "act",
    ["Police arrested 12 people in Karvali on Thursday.", "Thousands of people protested in Karvali on Thursday."],
)
def test_arrests_and_protests_are_not_claimed(mentions: Finds, act: str) -> None:
    (mention,) = mentions(act + " Hamas claimed responsibility.")
    assert "Hamas" not in [name for name, _, _ in held(mention)]


ZEROS = {
    "No one was injured.": (None, (0, 0)),
    "No one was killed.": ((0, 0), None),
    "Nobody was hurt.": ((0, 0), (0, 0)),
    "There were no casualties.": ((0, 0), (0, 0)),
    "The guards escaped unhurt.": ((0, 0), (0, 0)),
}


@pytest.mark.parametrize("sentence", ZEROS)
def test_that_nobody_came_to_harm_is_a_zero_and_silence_is_none(mentions: Finds, sentence: str) -> None:
    (mention,) = mentions(HARMLESS + sentence)
    assert (bounds(mention.killed), bounds(mention.injured)) == ZEROS[sentence]
    (silent,) = mentions(HARMLESS)
    assert (silent.killed, silent.injured) == (None, None)


def test_a_zero_far_behind_the_act_is_not_given_to_it(mentions: Finds) -> None:
    between = "Talks went on. It was a long day. The council met. The mayor spoke. The weather was fine. "
    (mention,) = mentions(HARMLESS + between + "No one was injured in the storm.")
    assert mention.injured is None


CONSEQUENCES = [
    "Three women were wounded.",
    "The wounded were taken to a hospital.",
    "The victims will be buried on Saturday.",
    "The mayor spoke of an outrage and promised help.",
    "The incident is under investigation.",
]
ECHOES = ["Police opened an investigation into the blast.", "The president condemned the attack."]


@pytest.mark.parametrize("sentence", CONSEQUENCES + ECHOES)
def test_consequences_and_echoes_of_an_act_are_no_second_one(mentions: Finds, sentence: str) -> None:
    assert [mention.kind for mention in mentions(HARMLESS + sentence)] == ["bombing"]


@pytest.mark.parametrize("sentence", CONSEQUENCES)
def test_consequences_found_no_incident_by_themselves(mentions: Finds, sentence: str) -> None:
    assert mentions("The council met in Karvali on Thursday. It was a long day. " + sentence) == ()


def test_the_wounded_told_behind_the_act_are_its_own(mentions: Finds) -> None:
    (mention,) = mentions(HARMLESS + "Three women were wounded.")
    assert bounds(mention.injured) == (3, 3)
    assert [(target.kind, target.effect) for target in mention.targets] == [("civilians", "injured")]


@pytest.mark.parametrize(
    "sentence",
    ["Hamas claimed responsibility on Thursday.", "Nobody was hurt in Karvali on Thursday.", "Police suspect Hamas."],
)
def test_without_an_act_there_is_nothing_to_claim(mentions: Finds, sentence: str) -> None:
    assert mentions(sentence) == ()
