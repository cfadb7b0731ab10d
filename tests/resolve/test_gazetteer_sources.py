import pytest

from tocsin.model import Place
from tocsin.resolve import gazetteer_sources
from tocsin.resolve.gazetteer_sources import gather

COUNTRIES = [{"iso2": "IQ", "name": "Iraq", "lat": "33.0", "lon": "43.7", "aliases": "Irak", "demonyms": "Iraqi"}]
ANBAR = {
    "name": "Anbar",
    "aliases": "",
    "lat": "32.9",
    "lon": "41.8",
    "country": "IQ",
    "admin1": "",
    "feature": "admin1",
}
BASE = {"name": "Ain al-Asad", "aliases": "", "lat": "33.8", "lon": "42.4", "country": "IQ", "admin1": "Anbar"}
TABLES = {
    "countries": [["Iraq", "IQ"]],
    "subdivisions": [
        ["Muḩāfaz̧at al Anbār", "IQ-AN", "IQ.01", "11", "Governorate", "Anbar Province", "1", "", "1"],
        ["Ar Rutbah District", "", "", "12", "District", "", "2", "1", "1"],
        ["Nineveh Province", "IQ-NI", "IQ.02", "13", "Governorate", "", "1", "", "1"],
    ],
    "cities": [
        ["Ar Rutbah", "21", "1|2", "1", "22000", "33.04", "40.29"],
        ["Mosul", "22", "3", "1", "1700000", "36.34", "43.13"],
        ["Sinjar", "23", "3", "1", "80000", "36.32", "41.87"],
        ["broken"],
    ],
}


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> dict[str, Place]:
    monkeypatch.setattr(gazetteer_sources, "_lines", TABLES.__getitem__)
    monkeypatch.setattr(gazetteer_sources, "_alternates", lambda: {"22": ("Al Mawsil",)})
    rows = gather(COUNTRIES, [ANBAR, BASE | {"feature": "base"}])
    return {row.place.name: row.place for row in rows}


def test_gathers_countries_divisions_cities_and_the_curated_layer(places: dict[str, Place]) -> None:
    assert set(places) == {
        *("Iraq", "Anbar", "Ain al-Asad", "Ar Rutbah District", "Nineveh Province", "Ar Rutbah", "Mosul", "Sinjar")
    }
    assert places["Iraq"].feature == "country"
    assert places["Iraq"].aliases == ("Irak",)


def test_a_curated_division_replaces_the_one_of_its_name_and_takes_its_names(places: dict[str, Place]) -> None:
    assert places["Anbar"].source == "tocsin"
    assert "Anbar Province" in places["Anbar"].aliases
    assert places["Ar Rutbah"].admin == ("Iraq", "Anbar", "Ar Rutbah District")


def test_a_curated_place_lies_in_its_division(places: dict[str, Place]) -> None:
    assert (places["Ain al-Asad"].id, places["Ain al-Asad"].admin) == ("tocsin:ain-asad-iq", ("Iraq", "Anbar"))


def test_a_division_lies_in_the_middle_of_its_cities(places: dict[str, Place]) -> None:
    nineveh = places["Nineveh Province"]
    assert (nineveh.lat, nineveh.lon, nineveh.population) == (36.33, 42.5, 1_780_000)


def test_a_city_has_its_further_names(places: dict[str, Place]) -> None:
    assert places["Mosul"].aliases == ("Al Mawsil",)
    assert places["Mosul"].id == "geonames:22"
