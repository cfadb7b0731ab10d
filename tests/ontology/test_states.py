"""A row of the table of states becomes a state, a government, armed forces and police."""

import pytest

from tocsin.errors import FormatError
from tocsin.model import Alias
from tocsin.ontology.states import Country, _cell, _country, expand

ROW = {
    "code": "XX",
    "status": "member",
    "name": "Exland",
    "formal": "Republic of Exland",
    "capital": "Exville",
    "adjectives": "Exish",
    "people": "",
    "other": "Exonia{/1990}|Ex[Exville]",
    "ucdp": "",
}


@pytest.fixture
def country() -> Country:
    return _country(ROW)


def test_a_row_becomes_a_country(country: Country) -> None:
    assert country.name == "Exland"
    assert [alias.name for alias in country.names] == ["Exland", "Republic of Exland", "Exonia", "Ex"]
    assert country.ucdp_name == "Government of Exland"
    assert [alias.name for alias in country.people] == ["Exish"]


def test_a_country_becomes_four_actors_that_belong_together(country: Country) -> None:
    actors = {actor.id: (actor, metonyms) for actor, metonyms in expand(country)}
    assert list(actors) == ["state:XX", "gov:XX", "mil:XX", "pol:XX"]
    assert [(r.predicate, r.object) for r in actors["pol:XX"][0].relations] == [("part_of", "gov:XX")]
    assert [(r.predicate, r.object) for r in actors["state:XX"][0].relations] == [("member_of", "org:un")]
    assert actors["gov:XX"][1] == (Alias(name="Exville"),)
    names = {alias.name for alias in actors["mil:XX"][0].aliases}
    assert {"Exish army", "army of Exland", "Exish troops"} <= names


def test_a_name_keeps_its_context_and_years_in_the_names_made_of_it(country: Country) -> None:
    army = next(actor for actor, _ in expand(country) if actor.id == "mil:XX")
    made = {alias.name: alias for alias in army.aliases}
    assert made["army of Ex"].context == ("Exville",)
    assert made["army of Exonia"].until == "1990"


@pytest.mark.parametrize(
    ("cell", "alias"),
    [
        ("Congo", Alias(name="Congo")),
        ("Congo[Brazzaville;Pointe-Noire]", Alias(name="Congo", context=("Brazzaville", "Pointe-Noire"))),
        ("Zaire{1971/1997}", Alias(name="Zaire", since="1971", until="1997")),
        ("X[Y]{2021/}", Alias(name="X", context=("Y",), since="2021")),
    ],
)
def test_a_cell_is_a_name_with_context_and_years(cell: str, alias: Alias) -> None:
    assert _cell(cell) == alias


def test_a_cell_that_cannot_be_read_is_named() -> None:
    with pytest.raises(FormatError, match=r"states\.tsv"):
        _cell("[Brazzaville]")


def test_a_people_without_noun_has_none() -> None:
    assert _country(ROW | {"people": "-"}).people == ()
    assert [alias.name for alias in _country(ROW | {"adjectives": "Exian"}).people] == ["Exians"]
