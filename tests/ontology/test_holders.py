"""Who held an office on a day; a coarse date names nobody for the days that it leaves open."""

import datetime as dt

import pytest

from tocsin.errors import FormatError
from tocsin.ontology import Registry
from tocsin.ontology.holders import Holders, load_holders, parse_holders

TABLE = {
    "FR": {"president": ["2007-05-16 Ana Alpha", "2012-05 Bea Beta", "2017 -", "2018-01-01 Cy Gamma"]},
    "org:un": {"secretary-general": ["2007-01-01 Dan Delta"]},
}


@pytest.fixture(scope="module")
def holders() -> Holders:
    return Holders(parse_holders(TABLE))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("2007-05-15", None),
        ("2007-05-16", "Ana Alpha"),
        ("2012-04-30", "Ana Alpha"),
        ("2012-05-20", None),
        ("2012-06-01", "Bea Beta"),
        ("2017-03-01", None),
        ("2024-03-01", "Cy Gamma"),
    ],
)
def test_an_office_has_its_holder_of_the_day(holders: Holders, on: str, name: str | None) -> None:
    assert holders.of("gov:FR", "president", day(on)) == name


def test_without_a_day_nobody_is_named(holders: Holders) -> None:
    assert holders.of("gov:FR", "president", None) is None
    assert holders.named("Alpha", None) == ()


def test_a_surname_and_a_full_name_give_the_office(holders: Holders) -> None:
    for name in ("Gamma", "Cy Gamma"):
        (tenure,) = holders.named(name, day("2020-01-01"))
        assert (tenure.body, tenure.office) == ("gov:FR", "president")
    assert holders.named("Zoe Gamma", day("2020-01-01")) == ()


def test_a_body_of_its_own_may_hold_offices(holders: Holders) -> None:
    assert holders.of("org:un", "secretary general", day("2010-01-01")) == "Dan Delta"
    assert [tenure.name for tenure in holders.held("org:un", None)] == ["Dan Delta"]


def test_an_entry_without_a_date_is_named() -> None:
    with pytest.raises(FormatError, match="FR, president"):
        list(parse_holders({"FR": {"president": ["Ana"]}}))


def test_the_shipped_holders_belong_to_actors_and_follow_each_other(registry: Registry) -> None:
    holders = load_holders()
    assert all(body in registry for body in holders.bodies)
    tenures = [tenure for body in holders.bodies for tenure in holders.held(body, None)]
    assert len(tenures) > 300
    assert all(tenure.until is None or tenure.since <= tenure.until for tenure in tenures)
    assert holders.of("gov:FR", "president", day("2008-05-06")) == "Nicolas Sarkozy"
    assert holders.of("gov:FR", "president", day("2024-05-06")) == "Emmanuel Macron"
