"""Who is held responsible, how, and by whom."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention

Finds = Callable[..., tuple[Mention, ...]]


def held(found: tuple[Mention, ...]) -> set[tuple[str | None, str]]:
    return {(p.actor.name, p.attribution) for p in found[0].perpetrators}


TOLD: dict[str, set[tuple[str | None, str]]] = {
    "Hezbollah fired rockets at Karvali on Thursday.": {("Hezbollah", "reported")},
    "Rockets hit Karvali on Thursday. Hezbollah claimed responsibility for the attack.": {("Hezbollah", "claimed")},
    "A bomb exploded in Karvali on Thursday. No group has claimed responsibility.": {(None, "unclaimed")},
    "Unidentified gunmen killed a judge in Karvali on Thursday.": {(None, "unclaimed")},
    "A bomb killed two people in Karvali on Thursday. Police blamed Hezbollah for the attack.": {
        ("Hezbollah", "accused")
    },
    "A bomb killed two people in Karvali. Hezbollah denied responsibility for the attack.": {("Hezbollah", "denied")},
    "A bomb killed two people in Karvali. Hezbollah is suspected of the attack.": {("Hezbollah", "suspected")},
}


@pytest.mark.parametrize("text", TOLD)
def test_each_state_of_attribution_is_read(mentions: Finds, text: str) -> None:
    assert held(mentions(text)) == TOLD[text]


def test_who_accuses_is_kept(mentions: Finds) -> None:
    (found,) = mentions("The army said that Hezbollah killed three soldiers near Dorun on Thursday.")
    assert [(p.actor.name, p.attribution) for p in found.perpetrators] == [("Hezbollah", "accused")]
    assert found.perpetrators[0].attributed_by


def test_a_group_that_claims_other_acts_is_suspected_of_the_unclaimed_one(mentions: Finds) -> None:
    found = mentions(
        "Rockets hit the airport of Karvali on Thursday. So far no group has claimed responsibility for the attack, "
        "although Hezbollah has claimed around eighty attacks on bases."
    )
    assert held(found) == {(None, "unclaimed"), ("Hezbollah", "suspected")}


def test_someone_charged_with_an_act_is_accused_of_it(mentions: Finds) -> None:
    found = mentions(
        "A gunman shot dead three people in Karvali on Thursday. Peter Marsh was charged with the murder on Friday."
    )
    assert ("Peter Marsh", "accused") in held(found)


def test_nameless_gunmen_and_no_claim_are_one_entry(mentions: Finds) -> None:
    found = mentions("Gunmen killed three people in Karvali on Thursday. No group has claimed responsibility.")
    assert held(found) == {(None, "unclaimed")}


def test_police_who_foil_a_plot_are_not_its_perpetrators(mentions: Finds) -> None:
    assert held(mentions("Police foiled a plot to bomb the central station in Karvali on Thursday.")) == set()
