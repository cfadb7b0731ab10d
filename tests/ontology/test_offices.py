import pytest

from tocsin.errors import FormatError
from tocsin.ontology.offices import load_offices, parse_offices


def test_nouns_and_people_mean_a_body_of_the_state() -> None:
    offices = load_offices()
    assert (offices.nouns["army"].actor, offices.nouns["army"].sector) == ("mil", "MIL")
    assert offices.people["soldiers"].name == "military"
    assert offices.bare["police"].kind == "police"


@pytest.mark.parametrize(
    ("office", "sector"),
    [("prime minister", "GOV"), ("foreign minister", "GOV"), ("minister of defence", "MIL"), ("police chief", "COP")],
)
def test_office_belongs_to_a_body(office: str, sector: str) -> None:
    body = load_offices().offices[office]
    assert body is not None
    assert body.sector == sector


def test_office_that_any_body_has_names_none() -> None:
    assert load_offices().offices["spokesman"] is None


def test_ministries_are_known_by_their_policy() -> None:
    ministry = load_offices().ministry_of("foreign")
    assert ministry is not None
    assert ministry.kind == "ministry"
    assert load_offices().ministry_of("silly walks") is None


def test_unknown_kind_is_named() -> None:
    with pytest.raises(FormatError, match="moon"):
        parse_offices({"bodies": {"moon": {"actor": "gov", "kind": "moon", "sector": "GOV"}}})
