"""Relations between groups, states and leaders, from the words between their names."""

from collections.abc import Callable

import pytest

from tocsin.read.alignments import find_alignments
from tocsin.read.document import Document
from tocsin.read.people import find_people

Read = Callable[[str], Document]
Triple = tuple[str, str, str]


def found(document: Read, text: str) -> set[Triple]:
    parsed = document(text)
    return {(r.subject, r.predicate, r.object) for r in find_alignments(parsed, find_people(parsed))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Iranian-backed Houthi rebels fired on the ship.", ("Houthis", "backed_by", "Iran")),
        ("Iran supports Hezbollah with money and weapons.", ("Hezbollah", "backed_by", "Iran")),
        ("Russia has sent weapons and money to Hezbollah.", ("Hezbollah", "backed_by", "Russia")),
        ("Hezbollah took the hill with the support of Russia.", ("Hezbollah", "backed_by", "Russia")),
        ("Hezbollah received weapons from Iran.", ("Hezbollah", "backed_by", "Iran")),
        (
            "Kataib Hezbollah, which is part of the Popular Mobilization Forces, denied it.",
            ("Kataib Hezbollah", "part_of", "Popular Mobilization Forces"),
        ),
        ("Al-Shabaab, the Somali affiliate of al-Qaeda, claimed it.", ("al-Shabaab", "part_of", "al-Qaeda")),
        (
            "The Izz ad-Din al-Qassam Brigades, the armed wing of Hamas, published a video.",
            ("Izz ad-Din al-Qassam Brigades", "armed_wing_of", "Hamas"),
        ),
        ("Hizbul Islam, an ally of al-Shabaab, took the port.", ("Hizbul Islam", "allied_with", "al-Shabaab")),
        (
            "Fighters of the Iran-aligned group Kataib Hezbollah came by sea.",
            ("Kataib Hezbollah", "allied_with", "Iran"),
        ),
        ("France fought the rebels alongside Germany.", ("France", "cooperated_with", "Germany")),
        ("Hezbollah has been fighting Israel since October.", ("Hezbollah", "fights", "Israel")),
        ("The war between Israel and Hamas has entered its third month.", ("Israel", "fights", "Hamas")),
        ("Israel and Hamas are at war in Gaza.", ("Israel", "fights", "Hamas")),
        (
            "The Free Syrian Army captured the town from the Islamic State.",
            ("Free Syrian Army", "fights", "Islamic State"),
        ),
        (
            "The Axis of Resistance, an anti-Israel alliance led by Iran, said so.",
            ("Iran", "leads", "Axis of Resistance"),
        ),
        ("Abu Walid Karim leads al-Shabaab in the south.", ("Abu Walid Karim", "leads", "al-Shabaab")),
        ("The Taliban, led by Hamid Karim, rejected the offer.", ("Hamid Karim", "leads", "Taliban")),
        (
            "Cleric Moqtada al-Sadr, whose Mahdi Army holds the port, called for talks.",
            ("Moqtada al-Sadr", "leads", "Mahdi Army"),
        ),
        ("Colonel Ahmed Yusuf of the Somali police held two men.", ("Ahmed Yusuf", "member_of", "Somali police")),
        (
            "The United States has designated Kataib Hezbollah a terrorist group.",
            ("Kataib Hezbollah", "designated_terrorist_by", "United States"),
        ),
    ],
)
def test_words_between_two_names_state_a_relation(document: Read, text: str, expected: Triple) -> None:
    assert expected in found(document, text)


def test_an_alliance_is_made_of_all_that_are_listed_not_of_its_leader(document: Read) -> None:
    text = (
        "The Axis of Resistance, an alliance led by Iran and made up of the Lebanese Shiite group Hezbollah, "
        "the Palestinian movement Hamas and the Houthi rebels, said it would answer."
    )
    relations = found(document, text)
    parts = {
        subject for subject, predicate, whole in relations if (predicate, whole) == ("part_of", "Axis of Resistance")
    }
    assert parts == {"Hezbollah", "Hamas", "Houthis"}
    assert not any(predicate == "part_of" and whole == "Iran" for _, predicate, whole in relations)


def test_all_who_list_a_group_as_terrorist_are_taken(document: Read) -> None:
    text = "Hamas is considered a terrorist organisation by the United States, the European Union and Israel."
    objects = {name for _, predicate, name in found(document, text) if predicate == "designated_terrorist_by"}
    assert objects == {"United States", "European Union", "Israel"}


def test_backers_joined_by_and_both_count_but_not_the_enemy_after_them(document: Read) -> None:
    relations = found(document, "Hezbollah, backed by Iran and Syria, has been fighting Israel since October.")
    assert {name for _, predicate, name in relations if predicate == "backed_by"} == {"Iran", "Syria"}


@pytest.mark.parametrize(
    "text",
    [
        "Israel and Hamas have sent delegations to Cairo.",
        "Hezbollah said that Iran was far away.",
        "Officials from France met officials from Germany.",
        "The coalition against the Islamic State, which includes France, met on Monday.",
        "Iran spoke. Hezbollah is fighting nobody.",
    ],
)
def test_names_side_by_side_are_no_relation(document: Read, text: str) -> None:
    assert not {predicate for _, predicate, _ in found(document, text)} - {"cooperated_with"}


def test_a_relation_shows_its_words(document: Read) -> None:
    parsed = document("Iran supports Hezbollah.")
    (relation,) = find_alignments(parsed, ())
    assert [span.text for span in relation.spans] == ["Iran supports Hezbollah"]
    assert relation.report == parsed.report.id
