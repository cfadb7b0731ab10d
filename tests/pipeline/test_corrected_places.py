"""Places as people write them, with and without a gazetteer."""

import pytest

from tocsin.errors import JudgementError
from tocsin.model import Place
from tocsin.pipeline.corrected_places import read_place

BASRA = Place(
    id="g1", name="Basra", lat=30.5, lon=47.8, country="IQ", admin=("Iraq", "Basra"), feature="city", population=9
)
SPRINGS = [
    Place(id=f"s{n}", name="Springfield", lat=n, lon=n, country=country, admin=("X", f"State {n}"), feature="city")
    for n, country in enumerate(["US", "US", "CA"])
]
PROVINCE = Place(id="g2", name="Basra", lat=30, lon=47, country="IQ", feature="admin1", population=99)


def find(name: str) -> list[Place]:
    return {"Basra": [PROVINCE, BASRA], "Springfield": SPRINGS}.get(name, [])


def test_a_name_that_the_gazetteer_has_comes_with_all_it_knows() -> None:
    found = read_place("near Basra", find, None)
    assert (found.place, found.lat, found.country, found.admin1) == ("g1", 30.5, "IQ", "Basra")
    assert (found.precision, found.relation) == ("city", "near")


def test_a_point_goes_before_the_gazetteer_s() -> None:
    found = read_place("Basra, IQ @ 30.55, 47.9", find, None)
    assert (found.place, found.lat, found.lon) == ("g1", 30.55, 47.9)


def test_a_name_that_nobody_has_is_taken_as_it_is() -> None:
    assert read_place("Old mill, IQ @ -1.5,2", find, None).precision == "site"
    found = read_place("Old mill", None, "IQ")
    assert (found.name, found.lat, found.precision) == ("Old mill", None, "unknown")


def test_of_several_the_country_or_the_id_decides() -> None:
    assert read_place("Springfield, CA", find, None).place == "s2"
    assert read_place("Springfield", find, "CA").place == "s2"
    assert read_place("Springfield #s1", find, None).place == "s1"
    assert read_place("Basra #g2", find, None).precision == "admin1"
    assert read_place("Springfield @ 1,2", find, None).place is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Springfield, US", r"several places .*: add the id: #s0 \(State 0, US\); #s1"),
        ("Springfield #s9", "no place Springfield has the id s9"),
        ("Basra @ 95,10", "no point on Earth"),
        ("Basra @ 1.2.3,10", "no point"),
        ("@", "it takes a name"),
    ],
)
def test_what_cannot_be_a_place_is_said(text: str, words: str) -> None:
    with pytest.raises(JudgementError, match=words):
        read_place(text, find, None)
