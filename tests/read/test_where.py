"""How a place name stands in its sentence."""

from collections.abc import Callable

import pytest

from tocsin.read.document import Document
from tocsin.read.where import PLACING, standings
from tocsin.read.wordlists import load_lexicon

Reads = Callable[..., Document]


def manners(document: Document) -> dict[str, str]:
    """Return the manner of each place named in the document, the last where it is named again."""
    lexicon = load_lexicon()
    return {each.place.name: each.manner for s in document.sentences for each in standings(document, s, lexicon)}


@pytest.mark.parametrize(
    ("sentence", "manner"),
    [
        ("Gunmen killed nine people in Dorun.", "in"),
        ("Gunmen killed nine people near Dorun.", "near"),
        ("Rebels shelled Dorun.", "object"),
        ("A man from Dorun was shot.", "origin"),
        ("The mayor of Dorun was shot.", "origin"),
        ("Dorun police shot a man.", "seat"),
        ("A bomb killed six Dorun troops.", "seat"),
        ("A bomb killed a Dorun man.", "home"),
        ("A bomb went off in the northern port city of Dorun.", "of"),
        ("A bomb went off at the General Dorun academy.", "in a name"),
        ("DORUN, Axland (May 9) - A bomb went off.", "dateline"),
    ],
)
def test_a_name_stands_for_where_or_for_whom(document: Reads, sentence: str, manner: str) -> None:
    if manner == "dateline":
        sentence = sentence.replace("DORUN", "Dorun")
    assert manners(document(sentence))["Dorun"] == manner


def test_a_wider_place_stands_as_the_narrower_one_in_it_does(document: Reads) -> None:
    found = manners(document("Gunmen killed nine people near Karvali, Axland."))
    assert found["Karvali"] == found["Axland"] == "near"
    assert "near" in PLACING


def test_a_list_of_towns_is_no_chain(document: Reads) -> None:
    assert manners(document("Gunmen of the mayor of Karvali attacked in Dorun."))["Dorun"] == "in"


@pytest.mark.parametrize("way", ["to Dorun", "bound for Dorun", "from Karvali to Dorun"])
def test_the_end_of_a_way_is_not_where_it_happened(document: Reads, way: str) -> None:
    assert manners(document(f"A gunman opened fire on a train {way}."))["Dorun"] == "way"
