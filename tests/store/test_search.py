"""Searches of what is sure, sums of figures, and stores that are only tried."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tocsin.model import ActorMention, Entry, Incident, Ledger, Quantity, Span, Target, Toponym, Weapon
from tocsin.store import Aim, Party, Search, Spell, Spot, Store
from tocsin.store.rows import figure_rows, noun_of, trait_rows

SUBURB = Spot(country="IQ", lat=30.55, lon=47.8, squeeze=0.86, km=15.0)


def found(store: Store, **wanted: Any) -> list[str]:
    return [hit.id for hit in store.search(Search(**wanted)).hits]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({}, ["inc-old", "inc-bomb", "inc-plot"]),
        ({"kinds": ("bombing",)}, ["inc-bomb"]),
        ({"statuses": ("occurred",)}, ["inc-old", "inc-bomb"]),
        ({"counted": False}, ["inc-plot"]),
        ({"since": dt.date(2024, 5, 1)}, ["inc-bomb", "inc-plot"]),
        ({"since": dt.date(2024, 5, 4)}, []),
        ({"until": dt.date(2024, 5, 8)}, ["inc-bomb"]),
        ({"without": ("inc-bomb",)}, ["inc-old", "inc-plot"]),
        ({"spots": (Spot(country="IQ"), Spot(country="FJ"))}, ["inc-bomb", "inc-plot"]),
        ({"spots": (Spot(names=("basra",)),)}, ["inc-bomb"]),
        ({"spots": (Spot(country="FJ", names=("basra",)),)}, []),
        ({"spots": (SUBURB,)}, ["inc-bomb"]),
        ({"spots": (replace(SUBURB, km=5.0),)}, []),
        ({"spots": (replace(SUBURB, country="IR"),)}, []),
        ({"aims": (Aim(traits=("kind:other",)),)}, ["inc-bomb"]),
        ({"aims": (Aim(traits=("kind:police",)),)}, []),
        ({"aims": (Aim(),)}, []),
        ({"aims": (Aim(parties=(Party(words="market", part="target"),), traits=("kind:police",)),)}, ["inc-bomb"]),
        ({"weapons": ("car",)}, []),
        ({"parties": (Party(spells=(Spell(actor="group:rio-front"),), part="perpetrator"),)}, ["inc-bomb"]),
        ({"parties": (Party(spells=(Spell(actor="group:rio-front"),), part="target"),)}, []),
        ({"parties": (Party(),)}, []),
        ({"parties": (Party(spells=(Spell(actor="group:rio-front", since=dt.date(2024, 5, 2)),)),)}, []),
        ({"parties": (Party(spells=(Spell(actor="group:rio-front", until=dt.date(2024, 5, 1)),)),)}, ["inc-bomb"]),
        ({"figure": "killed"}, ["inc-old", "inc-bomb"]),
        ({"figure": "injured"}, []),
    ],
)
def test_each_condition(record: Store, wanted: dict[str, Any], names: list[str]) -> None:
    assert found(record, **wanted) == names
    assert record.search(Search(**wanted)).total == len(names)


def test_figures_are_summed_and_the_list_is_cut(record: Store) -> None:
    sums = record.search(Search(figure="killed"), limit=1)
    assert (sums.total, len(sums.hits), sums.low, sums.best, sums.high, sums.sure) == (2, 1, 3, 3, 3, 3)
    assert record.search(Search(figure="killed"), limit=2).hits[1].figure == 3


def test_what_the_record_knows(record: Store) -> None:
    assert record.trait_countries("place", "basra") == {"IQ"}
    assert record.trait_countries("place", "atlantis") == frozenset()
    assert record.has_actor("río")
    assert not record.has_actor("río", "target")


def hit(kind: Any, words: str, effect: Any = "unknown", country: str | None = None) -> Target:
    return Target(
        actor=ActorMention(name=None, country=country, spans=(Span("r", 0, len(words), words),)),
        kind=kind,
        effect=effect,
    )


def with_targets(plain: Incident, *hits: Target) -> Incident:
    entries = tuple(Entry(value=each, mentions=("m",), reports=("r",)) for each in hits)
    return replace(plain, targets=Ledger(entries=entries, published=0))


def test_only_what_hit_nobody_else_is_surely_theirs(store: Store, make: Any) -> None:
    report = make.report("Soldiers killed")
    first, second = make.mention(report, 1), make.mention(report, 2)
    soldiers, crowd = hit("military", "two soldiers", "killed"), hit("civilians", "shoppers")
    held = [
        with_targets(make.incident("inc-1", first, day=dt.date(2024, 5, 1), killed=2), soldiers),
        with_targets(make.incident("inc-2", second, day=dt.date(2024, 5, 2), killed=5), soldiers, crowd),
    ]
    with store.write() as writer:
        writer.put_report(report)
        writer.put_incidents(held)
    for trait in ("kind:military", "noun:soldier"):
        sums = store.search(Search(aims=(Aim(traits=(trait,)),), figure="killed"))
        assert (sums.best, sums.sure) == (7, 2)
    assert store.search(Search(aims=(Aim(traits=("killed:soldier",)),), figure="killed")).sure == 0


def test_traits_are_what_an_incident_is_found_by(make: Any) -> None:
    place = Toponym(name="Al Hamdaniya", place="g2", admin1="Nineveh", country="IQ", precision="city")
    plain = make.incident("inc-1", day=dt.date(2024, 5, 1), place=place, killed=2)
    armed = replace(plain, weapons=make.ledger(Weapon(name="Car bomb", quantity=Quantity(low=None, high=None))))
    rows = trait_rows(with_targets(armed, hit("military", "Two US soldiers", "killed", "US")))
    assert {(row["sort"], row["value"]) for row in rows} == {
        ("place", "g2"),
        ("place", "hamdaniya"),
        ("place", "nineveh"),
        ("weapon", "car"),
        ("weapon", "bomb"),
        ("target", "kind:military"),
        ("target", "country:US"),
        ("target", "military:US"),
        ("target", "noun:soldier"),
        ("target", "killed:soldier"),
    }
    assert [(row["field"], row["best"]) for row in figure_rows(armed)] == [("killed", 2)]


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [("two local journalists", "journalist"), ("policemen", "policeman"), ("women", "woman"), ("", "")],
)
def test_the_noun_of_a_phrase(phrase: str, noun: str) -> None:
    assert noun_of(phrase) == noun


def test_a_trial_is_forgotten(record: Store, open_: Callable[[], Store], make: Any) -> None:
    before = list(record.dump())
    report = make.report("A second bomb in Basra", 7)
    with record.trial() as tried:
        with tried.write() as writer:
            writer.put_report(report)
        assert tried.report(report.id).title == report.title
        assert tried.count_reports() == 5
        with tried.trial() as again, again.write() as writer:
            writer.put_report(make.report("A third", 8))
            assert again.count_reports() == 6
        assert tried.count_reports() == 5
        tried.close()
        assert record.count_reports() == 4
    assert list(record.dump()) == before
    assert list(open_().dump()) == before


def test_a_rejected_incident_is_never_found(record: Store) -> None:
    before = record.search(Search()).total
    with record.write() as writer:
        writer.put_incidents([replace(record.incident("inc-bomb"), review="rejected", counted=False)])
    assert record.search(Search()).total == before - 1
