import pytest

from tocsin.model import ActorMention, Name, Report
from tocsin.ontology.actors import load_registry
from tocsin.resolve.actors import Actors

LABELS = ("PERSON", "ORG", "NORP")


@pytest.fixture(scope="module")
def finder() -> Actors:
    return Actors(load_registry())


def find(finder: Actors, body: str, **names: str) -> list[ActorMention]:
    """Find actors; names are given as PERSON="A|B", each labelled at its first place."""
    report = Report(id="r", title="", body=body)
    given = [
        Name(report.span(start, start + len(words)), label)
        for label, all_words in names.items()
        for words in all_words.split("|")
        if (start := report.text.index(words)) >= 0
    ]
    return list(finder.find(report, given))


def rows(finder: Actors, body: str, **names: str) -> list[tuple[str, str | None, str | None]]:
    return [(each.spans[0].text, each.name, each.actor) for each in find(finder, body, **names)]


@pytest.mark.parametrize(
    ("text", "name", "actor", "role"),
    [
        ("Iraqi Prime Minister Nouri al-Maliki spoke.", "Nouri al-Maliki", "gov:IQ", "Prime Minister"),
        ("Prime Minister of Iraq Nouri al-Maliki spoke.", "Nouri al-Maliki", "gov:IQ", "Prime Minister"),
        ("Nouri al-Maliki, the former Iraqi prime minister, spoke.", "Nouri al-Maliki", "gov:IQ", "prime minister"),
        ("UN Secretary-General Kofi Annan spoke.", "Kofi Annan", "org:un", "Secretary-General"),
        ("The Iraqi prime minister, Nouri al-Maliki, spoke.", "Nouri al-Maliki", "gov:IQ", "prime minister"),
        ("The head of the African Union, Ann Obo, spoke.", "Ann Obo", "org:au", "head"),
        ("Ali Dhere, a spokesman for al-Shabab, spoke.", "Ali Dhere", "group:al-shabaab", "spokesman"),
        ("Hamas official Ayman Taha spoke.", "Ayman Taha", "group:hamas", "official"),
        ("Fawzi Barhum, a spokesman for Hamas, spoke.", "Fawzi Barhum", "group:hamas", "spokesman"),
        (
            "Rami Adel, head of the Britain-based Syrian Observatory for Human Rights, spoke.",
            "Rami Adel",
            "ngo:sohr",
            "head",
        ),
    ],
)
def test_person_has_the_body_and_role_that_stand_beside(
    finder: Actors, text: str, name: str, actor: str, role: str
) -> None:
    (person,) = [each for each in find(finder, text, PERSON=name) if each.kind == "person"]
    assert (person.name, person.actor, person.role) == (name, actor, role)
    assert person.spans[0].text == name


def test_surname_alone_is_the_person_named_in_full(finder: Actors) -> None:
    text = "Polish Prime Minister Anna Kowalska spoke. Kowalska left. She met Ms Kowalska's aide."
    found = rows(finder, text, PERSON="Anna Kowalska")
    assert [row for row in found if row[1] == "Anna Kowalska"] == [
        ("Anna Kowalska", "Anna Kowalska", "gov:PL"),
        ("Kowalska", "Anna Kowalska", "gov:PL"),
        ("Kowalska", "Anna Kowalska", "gov:PL"),
    ]


def test_surname_of_two_persons_is_nobodys(finder: Actors) -> None:
    text = "Officer Anna Berg met judge Karl Berg. Berg left."
    assert ("Berg", "Anna Berg", None) not in rows(finder, text, PERSON="Anna Berg|Karl Berg")


def test_person_called_like_a_capital_is_no_government(finder: Actors) -> None:
    assert not rows(finder, "Mr. Washington said no.", PERSON="Washington")


def test_person_without_office_or_second_mention_stays_out(finder: Actors) -> None:
    assert not rows(finder, "A farmer called Anna Berg left.", PERSON="Anna Berg")


def test_acronym_in_brackets_stands_for_its_name_from_then_on(finder: Actors) -> None:
    found = rows(finder, "The Red Falcon Liberation Front (RFLF) fired. The RFLF said so.")
    assert ("RFLF", "Red Falcon Liberation Front", None) in found
    assert [row[0] for row in found].count("RFLF") == 2


def test_acronym_of_the_report_goes_before_the_registry(finder: Actors) -> None:
    found = rows(finder, "The Greater Idaho Army (GIA) marched in Algeria. GIA men left.")
    assert {row[2] for row in found if row[0] == "GIA"} == {None}


@pytest.mark.parametrize("words", ["the group", "the movement", "the Islamist militant group", "The militants"])
def test_the_group_is_the_only_one_named_before(finder: Actors, words: str) -> None:
    found = rows(finder, f"Hezbollah fired. Then {words} left.")
    assert found[-1][2] == "group:hezbollah"
    assert words.lower().endswith(found[-1][0].lower())


def test_the_group_is_nobody_where_two_were_named(finder: Actors) -> None:
    assert len(rows(finder, "Hezbollah met Hamas. The group left.")) == 2


def test_crowd_is_named_again_by_its_noun(finder: Actors) -> None:
    found = rows(finder, "Latvian pirates seized a ship. Hamas protested. The pirates left.")
    assert found[-1] == ("pirates", "Latvian pirates", None)


def test_crowd_behind_a_peoples_name_is_an_unnamed_group(finder: Actors) -> None:
    (found,) = find(finder, "Some Ruritan rebels fled.", NORP="Ruritan")
    assert (found.name, found.kind, found.sector, found.actor) == ("Ruritan rebels", "armed_group", "REB", None)


@pytest.mark.parametrize(
    "name", ["Red Falcons Brigade", "Army of the Seven Hills", "Front for the Liberation of Nowhere", "Jaish al-Nour"]
)
def test_unknown_group_is_known_by_its_words(finder: Actors, name: str) -> None:
    (found,) = find(finder, f"Yesterday the {name} claimed it.")
    assert (found.name, found.actor, found.kind, found.sector) == (name, None, "armed_group", "REB")


@pytest.mark.parametrize(
    ("name", "kind"), [("Alpine Farmers' Party", "party"), ("Nowhere District Court", "government")]
)
def test_unknown_body_has_the_kind_of_its_last_word(finder: Actors, name: str, kind: str) -> None:
    (found,) = find(finder, f"Yesterday the {name} met.", ORG=name)
    assert (found.name, found.kind, found.actor) == (name, kind, None)


def test_army_unit_and_lone_word_are_no_group(finder: Actors) -> None:
    assert not rows(finder, "The 5th Infantry Brigade came to Marvel.", ORG="Marvel")


def test_police_are_the_towns_own_where_it_is_named(finder: Actors) -> None:
    found = rows(finder, "Police ran. Springfield Police said police had run in Ohio.")
    assert found == [
        ("Police", "Springfield Police", None),
        ("Springfield Police", "Springfield Police", None),
        ("police", "Springfield Police", None),
    ]


def test_body_named_a_little_before_is_meant_again(finder: Actors) -> None:
    text = "Bombs fell in Iraq, in Baghdad and across Iraq. The US military said so. The military said more."
    assert ("military", "US military", "mil:US") in rows(finder, text)


def test_ministry_is_the_reports_countrys(finder: Actors) -> None:
    text = "Gunmen fired in Lima, in Peru. The Interior Ministry said so."
    assert ("Interior Ministry", "Interior Ministry", "gov:PE") in rows(finder, text)


def test_american_town_does_not_set_the_scene(finder: Actors) -> None:
    assert ("police", None, None) in rows(finder, "LONDON, Ky. (AP) A man fled from police in London, Ky., on Monday.")
