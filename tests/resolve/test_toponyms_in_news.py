"""Place names as the whole of it finds them: the language pipeline, the default gazetteer and the shipped weights."""

import pytest

from tocsin.evaluate.toponym_answers import Annotator
from tocsin.model import Report, Toponym
from tocsin.ontology.actors import load_registry
from tocsin.resolve.gazetteer import open_gazetteer
from tocsin.resolve.toponyms import Toponyms, group_names
from tocsin.settings import load


@pytest.fixture(scope="module")
def finder() -> Toponyms:
    return Toponyms(open_gazetteer(load().gazetteer_path), group_names(load_registry()))


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


def find(finder: Toponyms, annotator: Annotator, body: str) -> dict[str, Toponym]:
    report = Report(id="r", title="", body=body)
    return {found.name: found for found in finder.find(report, annotator.names(report))}


@pytest.mark.parametrize(
    ("text", "name", "lies"),
    [
        ("Rockets fell in Baghdad's Karrada district.", "Baghdad", ("IQ", "city")),
        ("Rockets fell near the Canal Hotel in Baghdad.", "Baghdad", ("IQ", "city")),
        ("Clashes at Ain al-Asad air base in Anbar province wounded three.", "Ain al-Asad", ("IQ", "site")),
        ("Clashes at Ain al-Asad air base in Anbar province wounded three.", "Anbar", ("IQ", "admin1")),
        (
            "KABUL, Afghanistan (Jan. 5) - Troops held a man in Nahr-e Saraj district.",
            "Nahr-e Saraj",
            ("AF", "district"),
        ),
        ("A man was shot in Alexandria, La., on Monday.", "Alexandria", ("US", "city")),
        ("A rocket hit the Green Zone, the fortified heart of Baghdad.", "Green Zone", ("IQ", "district")),
        ("Two were shot in Logar's Puli Alam.", "Puli Alam", ("AF", "district")),
        ("Two rockets hit the Balad Air Base on Sunday.", "Balad Air Base", ("IQ", "site")),
        ("Gunmen held up a bus in Peshawar, the capital of Khyber Pakhtunkhwa.", "Peshawar", ("PK", "city")),
    ],
)
def test_names_are_placed(finder: Toponyms, annotator: Annotator, text: str, name: str, lies: tuple[str, str]) -> None:
    found = find(finder, annotator, text)[name]
    assert (found.country, found.precision) == lies
    assert found.lat is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gen. Houston spoke to reporters in Kabul on Monday.", "Houston"),
        ("Sam Houston spoke to reporters in Kabul.", "Houston"),
        ("Iraqi troops fired at a car in Mosul.", "Iraqi"),
        ("The dead hit the ground in Mosul.", "hit"),
        ("The Republic newspaper said that a bomb went off in Mosul.", "Republic"),
    ],
)
def test_persons_peoples_papers_and_plain_words_are_no_places(
    finder: Toponyms, annotator: Annotator, text: str, name: str
) -> None:
    assert name not in find(finder, annotator, text)


def test_adjectives_of_nations_and_regions_are_kept_apart(finder: Toponyms, annotator: Annotator) -> None:
    report = Report(id="r", title="", body="Chechen fighters and Russian troops met at Gudermes.")
    places, peoples = finder.find_all(report, annotator.names(report))
    assert [place.name for place in places] == ["Gudermes"]
    assert ("Russian", "RU") in [(people.name, people.country) for people in peoples]


def test_a_village_that_no_gazetteer_has_lies_about_where_its_neighbours_do(
    finder: Toponyms, annotator: Annotator
) -> None:
    found = find(finder, annotator, "Gunmen attacked a checkpoint in the village of Karamlesh, east of Mosul.")
    village = found["Karamlesh"]
    assert (village.place, village.country, village.precision) == (None, "IQ", "region")
