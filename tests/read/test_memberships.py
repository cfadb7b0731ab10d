"""Relations of persons to bodies, from the offices that a report gives them."""

from collections.abc import Callable

import pytest

from tocsin.read.document import Document
from tocsin.read.memberships import find_memberships
from tocsin.read.offices import find_offices
from tocsin.read.people import find_people

Read = Callable[[str], Document]
Triple = tuple[str, str, str]


def found(document: Read, text: str) -> set[Triple]:
    parsed = document(text)
    relations = find_memberships(parsed, find_offices(parsed, find_people(parsed)))
    return {(r.subject, r.predicate, r.object) for r in relations}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Iraqi Prime Minister Salim Rashid ordered the troops home.",
            ("Salim Rashid", "official_of", "Government of Iraq"),
        ),
        (
            "Peter Brown, the British Prime Minister, spoke.",
            ("Peter Brown", "official_of", "Government of United Kingdom")),
        ("US Secretary of State Jane Miller spoke.", ("Jane Miller", "official_of", "United States")),
        ("Prime Minister of Iraq Salim Rashid spoke.", ("Salim Rashid", "official_of", "Government of Iraq")),
        ("President Omar Kent of Kenya spoke.", ("Omar Kent", "official_of", "Government of Kenya")),
        ("Ann Lee, US ambassador to Poland, spoke.", ("Ann Lee", "official_of", "United States")),
        ("Hamas official Karim Taha said so.", ("Karim Taha", "official_of", "Hamas")),
        ("Abdul Rantis, a senior Hamas leader, was killed.", ("Abdul Rantis", "official_of", "Hamas")),
        (
            "Rodrigo Granda, the FARC's foreign minister, went to Colombia.",
            ("Rodrigo Granda", "official_of", "Revolutionary Armed Forces of Colombia"),
        ),
        ("FARC leader Rodrigo Granda spoke.", ("Rodrigo Granda", "leads", "Revolutionary Armed Forces of Colombia")),
        (
            "John Ging, the head of UNRWA in Gaza, spoke.",
            ("John Ging", "leads", "United Nations Relief and Works Agency")),
        (
            "Salim Haddad, a spokesman for Hamas, denied it.",
            ("Salim Haddad", "spokesperson_of", "Hamas"),
        ),
        (
            "State Department spokesman Paul Miller denied it.",
            ("Paul Miller", "spokesperson_of", "United States Department of State"),
        ),
        ("Mary Cole, a reporter for the Karvali Times, was killed.", ("Mary Cole", "member_of", "Karvali Times")),
        ("Ricardo Gil, a member of the FARC known as Rico, was held.",
         ("Ricardo Gil", "member_of", "Revolutionary Armed Forces of Colombia")),
    ],
)  # fmt: skip
def test_an_office_makes_its_holder_part_of_a_body(document: Read, text: str, expected: Triple) -> None:
    assert expected in found(document, text)


def test_a_minister_of_no_named_country_is_of_the_one_that_the_report_is_about(document: Read) -> None:
    text = "Police in Kenya held two men. Interior Minister Omar Kent said Kenya was safe."
    assert ("Omar Kent", "official_of", "Government of Kenya") in found(document, text)


def test_a_country_named_elsewhere_wins_over_the_guess(document: Read) -> None:
    text = "President Pavel Orlov came to Kenya. Kenya and Kenyans waited. Russian President Pavel Orlov was late."
    relations = found(document, text)
    assert ("Pavel Orlov", "official_of", "Government of Russia") in relations
    assert ("Pavel Orlov", "official_of", "Government of Kenya") not in relations


def test_a_province_has_a_government_of_its_own(document: Read) -> None:
    text = "Dagestani Interior Minister Adil Magomed spoke in Dagestan, Russia."
    assert ("Adil Magomed", "official_of", "Government of Dagestan") in found(document, text)


@pytest.mark.parametrize(
    "text",
    [
        "Mr Paul Miller was seen near the bridge.",
        "President-elect Paul Miller spoke.",
        "The group's leader Paul Miller spoke.",
        "The spokesman said nothing of Kenya.",
    ],
)
def test_titles_without_a_body_relate_nobody(document: Read, text: str) -> None:
    assert found(document, text) == set()
