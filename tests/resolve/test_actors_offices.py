"""Offices and their holders as of the report's day, compound actors, and groups that a report introduces."""

import datetime as dt

import pytest

from tocsin.model import ActorMention, Name, Report
from tocsin.ontology.actors import load_registry
from tocsin.resolve.actors import Actors


@pytest.fixture(scope="module")
def finder() -> Actors:
    return Actors(load_registry())


def found(finder: Actors, body: str, day: str | None = None, title: str = "", **names: str) -> list[ActorMention]:
    published = dt.date.fromisoformat(day) if day else None
    report = Report(id="r", title=title, body=body, published=published)
    spans = [(label, report.text.index(word), word) for label, word in names.items()]
    return list(finder.find(report, [Name(report.span(at, at + len(word)), label) for label, at, word in spans]))


def rows(mentions: list[ActorMention]) -> list[tuple[str, str | None, str | None]]:
    return [(each.spans[0].text, each.name, each.actor) for each in mentions]


@pytest.mark.parametrize(
    ("day", "name"), [("2008-05-06", "Nicolas Sarkozy"), ("2024-05-06", "Emmanuel Macron"), (None, None)]
)
def test_an_office_means_who_holds_it_that_day(finder: Actors, day: str | None, name: str | None) -> None:
    (office,) = found(finder, "The French president left.", day)
    assert (office.name, office.actor, office.role) == (name, "gov:FR", "president")
    bare = found(finder, "Two men were shot in Lyon, France. In France the president spoke.", day)[-1]
    assert (bare.spans[0].text, bare.name, bare.actor) == ("president", name, "gov:FR")


def test_a_former_office_means_nobody_of_today(finder: Actors) -> None:
    (office,) = found(finder, "The former French president left.", "2008-05-06")
    assert (office.name, office.kind) == (None, "government")


def test_an_office_goes_by_the_name_that_the_report_gives(finder: Actors) -> None:
    body = "Iraqi President Mohamed Yaya spoke. The Iraqi president left."
    office = found(finder, body, "2008-05-06", PERSON="Mohamed Yaya")[-1]
    assert (office.spans[0].text, office.name) == ("Iraqi president", "Mohamed Yaya")


@pytest.mark.parametrize(
    "body",
    [
        "The president of the football club paid.",
        "In Spain the president of the club and the president-elect met.",
        "He saw the president.",
    ],
)
def test_an_office_of_another_body_or_of_no_country_links_to_nobody(finder: Actors, body: str) -> None:
    assert not [row for row in rows(found(finder, body, "2015-05-06")) if row[2] and row[2].startswith("gov:")]


def test_a_surname_means_the_holder_where_the_report_is_his_countrys(finder: Actors) -> None:
    body = "Police in Kenya shot five men in Nairobi, Kenya. Ruto spoke of treason."
    assert ("Ruto", "William Ruto", "gov:KE") in rows(found(finder, body, "2024-06-25"))
    assert not [row for row in rows(found(finder, body, "2005-06-25")) if row[0] == "Ruto"]


@pytest.mark.parametrize(
    ("body", "actors"),
    [
        ("Israeli and US forces fired.", ["mil:IL", "mil:US"]),
        ("Malian, Burkinabe and Nigerien troops fired.", ["mil:ML", "mil:BF", "mil:NE"]),
        ("Syrian, Russian, and Iranian warplanes came.", ["mil:SY", "mil:RU", "mil:IR"]),
        ("Jordan said that its air force fired.", ["state:JO", "mil:JO"]),
        ("Washington and Baghdad condemned it.", ["gov:US", "gov:IQ"]),
    ],
)
def test_each_of_several_is_an_actor(finder: Actors, body: str, actors: list[str]) -> None:
    assert [each.actor for each in found(finder, body)] == actors


@pytest.mark.parametrize(
    ("body", "kind", "sector"),
    [
        ("The previously unknown Black Falcons claimed it. The Black Falcons hid.", "armed_group", "REB"),
        ("A gang known as the Black Falcons shot him. The Black Falcons hid.", "armed_group", "CRM"),
        ("A militia calling itself Black Falcons came. The Black Falcons hid.", "armed_group", "REB"),
        ("An online group that calls itself the “Black Falcons” came. The Black Falcons hid.", "group", None),
    ],
)
def test_a_group_that_is_introduced_is_provisional(finder: Actors, body: str, kind: str, sector: str | None) -> None:
    first, second = found(finder, body)
    assert (first.name, first.actor, first.kind, first.sector) == ("Black Falcons", None, kind, sector)
    assert (second.name, second.kind) == ("Black Falcons", kind)


def test_a_group_is_named_again_by_its_noun(finder: Actors) -> None:
    body = "The People's Liberation Front of Katanu fired. The Front fled. The Front Range is a hill."
    assert [each.spans[0].text for each in found(finder, body)] == ["People's Liberation Front of Katanu", "Front"]


def test_a_person_is_no_group(finder: Actors) -> None:
    body = "A man known as Black Falcon Okoro saw the previously unknown White Wolves."
    assert [(each.name, each.kind) for each in found(finder, body)] == [("White Wolves", "armed_group")]


def test_members_and_lists_of_known_groups_link_to_them(finder: Actors) -> None:
    body = "Rebels of the Revolutionary United Front and men of Ahrar al-Sham and Jaysh al-Islam fled."
    assert [each.actor for each in found(finder, body)] == ["group:ruf", "group:ahrar-al-sham", "group:jaysh-al-islam"]


def test_a_country_before_its_own_group_or_minister_is_no_actor(finder: Actors) -> None:
    body = "Yemen's Houthi movement fired. India's Home Minister P. Rao spoke."
    assert [each.actor for each in found(finder, body, PERSON="P. Rao")] == ["group:houthis", "gov:IN"]


def test_the_context_with_most_words_decides(finder: Actors) -> None:
    body = "Islamic Jihad fired at Israeli towns from Gaza, and Egypt closed the border of Gaza."
    assert found(finder, body)[0].actor == "group:pij"


def test_what_reads_with_own_actors_is_another_component(finder: Actors) -> None:
    registry = load_registry()
    registry.own = "digest"
    assert Actors(registry).component.id != finder.component.id
