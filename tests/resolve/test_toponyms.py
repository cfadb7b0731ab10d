import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model import Name, Place, Report, Toponym
from tocsin.resolve.gazetteer import open_gazetteer
from tocsin.resolve.gazetteer_build import build_gazetteer
from tocsin.resolve.gazetteer_sources import Row
from tocsin.resolve.toponyms import Toponyms

# id, name, latitude, longitude, country, admin chain, feature, population
PLACES: list[tuple[str, str, float, float, str, str, str, int]] = [
    ("iq", "Iraq", 33.0, 43.7, "IQ", "", "country", 38_000_000),
    ("us", "United States", 39.5, -98.4, "US", "", "country", 327_000_000),
    ("ge", "Georgia", 42.0, 43.5, "GE", "", "country", 3_700_000),
    ("us-ga", "Georgia", 32.7, -83.4, "US", "United States|Georgia", "admin1", 10_000_000),
    ("us-tx", "Texas", 31.5, -99.3, "US", "United States|Texas", "admin1", 22_000_000),
    ("us-la", "Louisiana", 31.0, -92.0, "US", "United States|Louisiana", "admin1", 4_600_000),
    ("anbar", "Anbar", 32.9, 41.8, "IQ", "Iraq|Anbar", "admin1", 1_700_000),
    ("baghdad-1", "Baghdad", 33.3, 44.4, "IQ", "Iraq|Baghdad", "admin1", 9_000_000),
    ("baghdad", "Baghdad", 33.34, 44.4, "IQ", "Iraq|Baghdad", "city", 7_200_000),
    ("karrada", "Karrada", 33.3, 44.43, "IQ", "Iraq|Baghdad", "neighbourhood", 0),
    ("mosul", "Mosul", 36.34, 43.13, "IQ", "Iraq|Nineveh", "city", 1_700_000),
    ("hit", "Hit", 33.64, 42.83, "IQ", "Iraq|Anbar", "city", 66_000),
    ("alexandria-eg", "Alexandria", 31.2, 29.9, "EG", "Egypt|Alexandria", "city", 5_200_000),
    ("alexandria-la", "Alexandria", 31.31, -92.45, "US", "United States|Louisiana", "city", 47_000),
    ("paris", "Paris", 48.85, 2.35, "FR", "France|Île-de-France", "city", 2_100_000),
    ("paris-tx", "Paris", 33.66, -95.56, "US", "United States|Texas", "city", 25_000),
    ("dallas", "Dallas", 32.78, -96.81, "US", "United States|Texas", "city", 1_300_000),
    ("athens", "Athens", 37.98, 23.73, "GR", "Greece|Attica", "city", 660_000),
    ("athens-ga", "Athens", 33.96, -83.38, "US", "United States|Georgia", "city", 127_000),
    ("tbilisi", "Tbilisi", 41.69, 44.83, "GE", "Georgia|Tbilisi", "city", 1_100_000),
    ("houston", "Houston", 29.76, -95.36, "US", "United States|Texas", "city", 2_300_000),
    ("reading", "Reading", 51.45, -0.97, "GB", "United Kingdom|England", "city", 318_000),
    ("mayadeen", "Mayadeen", 35.0, 40.4, "SY", "Syria|Deir ez-Zor", "city", 54_000),
    ("ali", "Ali", 36.0, 44.0, "IQ", "Iraq|Erbil", "city", 9_000),
]
NATIONS = {"us": ("U.S.", "US")}


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Toponyms:
    path: Path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    build_gazetteer(path, [_row(place) for place in PLACES])
    return Toponyms(open_gazetteer(path, build=False), frozenset({"mayadeen"}))


def _row(entry: tuple[str, str, float, float, str, str, str, int]) -> Row:
    ident, name, lat, lon, country, chain, feature, size = entry
    place = Place(
        id=ident,
        name=name,
        lat=lat,
        lon=lon,
        country=country,
        admin=tuple(filter(None, chain.split("|"))),
        feature=feature,
        population=size,
    )
    return Row(place, NATIONS.get(ident, ()))


def find(finder: Toponyms, body: str, names: Sequence[tuple[str, str]] = (), title: str = "") -> tuple[Toponym, ...]:
    report = Report(id="r", title=title, body=body)
    spans = [(report.text.index(words), words, label) for words, label in names]
    marked = [Name(report.span(start, start + len(words)), label) for start, words, label in sorted(spans)]
    return finder.find(report, marked)


def places(
    finder: Toponyms, body: str, names: Sequence[tuple[str, str]] = (), title: str = ""
) -> list[tuple[str, str | None]]:
    return [(found.spans[0].text, found.place) for found in find(finder, body, names, title)]


def test_fills_what_the_gazetteer_knows_of_a_place(finder: Toponyms) -> None:
    (found,) = find(finder, "A bomb went off in Mosul at noon.")
    assert (found.name, found.place, found.lat, found.lon) == ("Mosul", "mosul", 36.34, 43.13)
    assert (found.country, found.admin1, found.feature) == ("IQ", "Nineveh", "city")
    assert (found.precision, found.relation) == ("city", "at")
    assert found.by.startswith("toponyms@2#")
    assert found.spans[0].text == "Mosul"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A man was shot in Paris.", "paris"),
        ("A man was shot in Paris, Texas.", "paris-tx"),
        ("A man was shot in Paris. Dallas police in Texas are looking on; a Texas jury waits.", "paris-tx"),
        ("A man was shot in Alexandria.", "alexandria-eg"),
        ("A man was shot in Alexandria, La.", "alexandria-la"),
        ("A man was shot in Georgia, and two in Athens, Georgia.", "us-ga"),
        ("A man was shot in Georgia, said Tbilisi, and Georgian police agreed.", "ge"),
    ],
)
def test_chooses_among_places_of_one_name_by_the_rest_of_the_report(finder: Toponyms, text: str, place: str) -> None:
    assert places(finder, text)[0][1] == place


def test_one_name_means_one_place_throughout_a_report(finder: Toponyms) -> None:
    found = places(finder, "Fire broke out in Athens. The mayor of Athens, Georgia, came.")
    assert [place for words, place in found if words == "Athens"] == ["athens-ga", "athens-ga"]


def test_two_places_of_one_name_are_told_apart_where_the_text_does(finder: Toponyms) -> None:
    found = places(finder, "He flew from Paris, Texas, to Athens, Georgia, and then to Alexandria, La.")
    assert [place for _, place in found] == ["paris-tx", "us-tx", "athens-ga", "us-ga", "alexandria-la", "us-la"]


def test_a_town_goes_before_the_division_named_after_it(finder: Toponyms) -> None:
    assert places(finder, "Rockets fell in Baghdad.") == [("Baghdad", "baghdad")]
    assert places(finder, "Rockets fell in Baghdad province.") == [("Baghdad", "baghdad-1")]


def test_finds_districts_behind_their_town(finder: Toponyms) -> None:
    names = [("Baghdad", "GPE"), ("Karrada", "GPE")]
    assert places(finder, "Rockets fell in Baghdad's Karrada district.", names) == [
        ("Baghdad", "baghdad"),
        ("Karrada", "karrada"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rockets fell near Mosul.",
        "Rockets fell 20 km north of Mosul.",
        "Rockets fell on the outskirts of Mosul.",
        "Rockets fell outside the city of Mosul.",
    ],
)
def test_tells_near_a_place_from_at_it(finder: Toponyms, text: str) -> None:
    assert [found.relation for found in find(finder, text)] == ["near"]


def test_a_dateline_is_a_place_and_its_capitals_are_lowered(finder: Toponyms) -> None:
    (found,) = find(finder, "BAGHDAD (XYZ) - Rockets fell.")
    assert (found.name, found.place) == ("Baghdad", "baghdad")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gen. Houston spoke.", [("Houston", "PERSON")]),
        ("Sam Houston spoke.", [("Sam Houston", "PERSON")]),
        ("Ali said so.", [("Ali", "PERSON")]),
        ("Iraqi troops fired.", [("Iraqi", "NORP")]),
        ("The dead hit the ground.", ()),
    ],
)
def test_leaves_out_persons_peoples_and_plain_words(
    finder: Toponyms, text: str, names: Sequence[tuple[str, str]]
) -> None:
    assert places(finder, text, names) == []


def test_short_names_of_states_count_where_they_stand_alone(finder: Toponyms) -> None:
    names = [("U.S.", "GPE"), ("Texas", "GPE")]
    assert places(finder, "They came from the U.S. and from Texas.", names)[0] == ("U.S.", "us")


def test_a_place_inside_a_bodys_name_is_where_it_sits(finder: Toponyms) -> None:
    assert places(finder, "He called Mosul Police at once.", [("Mosul Police", "ORG")]) == [("Mosul", "mosul")]


def test_names_that_the_gazetteer_lacks_take_the_country_around_them(finder: Toponyms) -> None:
    (_, found) = find(finder, "Iraqi troops in Mosul left. Rockets fell in Zurbatya.", [("Zurbatya", "GPE")])
    assert (found.name, found.place, found.country) == ("Zurbatya", None, "IQ")


def test_a_site_that_the_gazetteer_lacks_lies_in_its_town(finder: Toponyms) -> None:
    found, _ = find(finder, "Rockets fell near the Canal Hotel in Baghdad.", [("the Canal Hotel", "FAC")])
    assert (found.name, found.place, found.lat, found.relation) == ("Canal Hotel", None, 33.34, "near")
    assert (found.admin1, found.precision) == ("Baghdad", "city")


def test_a_groups_name_is_a_place_only_behind_in_and_the_like(finder: Toponyms) -> None:
    assert places(finder, "Rockets fell in Mayadeen.") == [("Mayadeen", "mayadeen")]
    assert places(finder, "A reporter of the Mayadeen was hit.", [("Mayadeen", "GPE")]) == []


def test_finds_districts_by_the_word_beside_them(finder: Toponyms) -> None:
    text = "Troops reached Paghman district, Anbar province, and the village of Zal Qala."
    found = find(finder, text, [("Paghman", "GPE"), ("Anbar", "GPE"), ("Zal Qala", "GPE")])
    assert [(one.name, one.place, one.admin1) for one in found] == [
        ("Paghman", None, "Anbar"),
        ("Anbar", "anbar", "Anbar"),
        ("Zal Qala", None, "Anbar"),
    ]
    assert (found[0].lat, found[0].precision) == (32.9, "admin1")


def test_a_place_that_lies_elsewhere_than_the_text_says_is_left_open(finder: Toponyms) -> None:
    (found, _) = find(finder, "Rockets fell in Athens district, Anbar province.")
    assert (found.name, found.place, found.country, found.admin1) == ("Athens", None, "IQ", "Anbar")


def test_towns_lend_their_name_to_people_and_buildings(finder: Toponyms) -> None:
    assert places(finder, "He called a Reading man.", [("Reading", "ORG")]) == [("Reading", "reading")]


def test_reads_texts_without_case(finder: Toponyms) -> None:
    assert places(finder, "a bomb went off in mosul; ali was hit.") == [("mosul", "mosul")]
    (found,) = find(finder, "A BOMB WENT OFF IN MOSUL. ALI WAS HIT WHEN READING.")
    assert (found.name, found.place) == ("Mosul", "mosul")


def test_finds_places_in_a_title_of_capitals(finder: Toponyms) -> None:
    assert places(finder, "He fell.", title="Gunmen Kill 12 in Mosul Attack") == [("Mosul", "mosul")]


_PIECES = st.sampled_from(
    [
        "Paris",
        "PARIS",
        "paris",
        "in",
        "near",
        "the",
        "U.S.",
        "La.",
        ", ",
        ". ",
        "\n\n",
        "'s",
        "-",
        "al-",
        "Texas",
        " ",
        "²",
    ]
)


@given(st.one_of(st.text(), st.lists(_PIECES).map(" ".join), st.lists(_PIECES).map("".join)))
def test_spans_are_verbatim_in_order_and_apart(finder: Toponyms, body: str) -> None:
    report = Report(id="r", title="", body=body)
    last = 0
    for found in finder.find(report, ()):
        span = found.spans[0]
        assert report.text[span.start : span.end] == span.text
        assert span.start >= last
        assert found.place is None or found.lat is not None
        last = span.end


def test_takes_linear_time(finder: Toponyms) -> None:
    text = "Rockets fell in Paris, Texas, north of Athens and Baghdad's Karrada district, said Gen. Houston. "
    start = time.perf_counter()
    finder.find(Report(id="r", title="", body=text * 300), ())
    assert time.perf_counter() - start < 20
