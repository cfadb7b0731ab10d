"""Tallies of one report beside a record of a few hand-made incidents."""

import datetime as dt
from collections.abc import Iterator
from typing import TypeVar

import pytest

from tocsin.model import (
    ActorMention,
    Attribution,
    Entry,
    Incident,
    Ledger,
    Mention,
    Quantity,
    Reading,
    Report,
    Tally,
    Target,
    Timex,
    Toponym,
    Weapon,
)
from tocsin.model.vocabulary import Kind, Scope
from tocsin.ontology.actors import Registry, load_registry
from tocsin.pipeline.tally_check import Comparison, compare
from tocsin.store import MentionKeys, Store, open_store

V = TypeVar("V")
REPORT = Report(
    id="r1",
    title="Blast at the bridge",
    body="It was the first such attack in the city since October 2022.",
    published=dt.date(2024, 3, 4),
)
MOSUL = Toponym(name="Mosul", place="g2", lat=36.34, lon=43.13, country="IQ", admin1="Nineveh", precision="city")
SUBURB = Toponym(name="Hamdaniya Street", place="g9", lat=36.3, lon=43.2, country="IQ", precision="site")
BASRA = Toponym(name="Basra", place="g1", lat=30.5, lon=47.8, country="IQ", precision="city")
ALEPPO = Toponym(name="Aleppo", place="g5", lat=36.2, lon=37.2, country="SY", precision="city")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


@pytest.fixture
def store() -> Iterator[Store]:
    held = open_store("sqlite://")
    yield held
    held.close()


def ledger(*values: V) -> Ledger[V]:
    entries = tuple(Entry(value=value, mentions=("r1:m1",), reports=("r1",)) for value in values)
    return Ledger(entries=entries, published=0 if entries else None)


def incident(
    name: str,
    day: str,
    place: Toponym = MOSUL,
    kind: Kind = "bombing",
    *,
    by: ActorMention | None = None,
    hit: Target | None = None,
    weapon: str | None = None,
    scope: Scope = "headline",
) -> Incident:
    start = dt.date.fromisoformat(day)
    held = Attribution(state="claimed", actor=by, report="r1", mention="r1:m1") if by else None
    armed = (Weapon(name=weapon, quantity=Quantity(low=None, high=None)),) if weapon else ()
    return Incident(
        id=f"inc-{name}",
        title=name,
        mentions=(f"r1:{name}",),
        reports=("r1",),
        counted=scope == "headline",
        scope=scope,
        kind=ledger(kind),
        status=ledger("occurred"),
        time=ledger(Timex(start=start, end=start, precision="day")),
        place=ledger(place),
        targets=ledger(*([hit] if hit else [])),
        weapons=ledger(*armed),
        attributions=(held,) if held else (),
    )


def keep(store: Store, *incidents: Incident) -> None:
    """Keep the incidents, each told of by a mention of the one report."""
    mentions = tuple(
        Mention(id=each.mentions[0], report="r1", trigger=REPORT.span(0, 5), kind="bombing") for each in incidents
    )
    with store.write() as writer:
        writer.put_report(REPORT)
        writer.put_reading(Reading(report="r1", mentions=mentions), [MentionKeys(own=each.id) for each in incidents])
        writer.put_incidents(incidents)


def rank(rank: int = 1, what: str = "such attacks", since: dt.date | None = None, place: str | None = None) -> Tally:
    words = "first such attack in the city since October 2022" if since else "first such attack in the city"
    start = REPORT.text.index(words)
    spans = (REPORT.span(start, start + len(words)),)
    return Tally(
        id="r1:t1", report="r1", what=what, rank=rank, incident="r1:now", since=since, place=place, spans=spans
    )


def count(what: str = "attacks", low: int | None = 2, high: int | None = 2, **said: str) -> Tally:
    return Tally(
        id="r1:t1",
        report="r1",
        what=what,
        low=low,
        high=high,
        actor=said.get("actor"),
        target=said.get("target"),
        place=said.get("place"),
        since=dt.date.fromisoformat(said["since"]) if "since" in said else None,
    )


def names(comparison: Comparison) -> list[str]:
    return [each.title for each in comparison.incidents]


NOW = incident("now", "2024-03-04")


def test_a_first_with_an_earlier_one_in_the_record_is_contradicted(store: Store, registry: Registry) -> None:
    keep(store, NOW, incident("market", "2023-05-02"), incident("elsewhere", "2023-05-02", BASRA))
    result = compare(store, rank(since=dt.date(2022, 10, 1)), registry)
    assert (result.outcome, names(result)) == ("against", ["market"])
    assert result.text == "The record holds 1 earlier, which speaks against this."
    assert result.asked == "such attacks in Mosul (where the ranked incident was) from 1 Nov 2022 to 3 Mar 2024"


def test_the_month_that_a_first_is_counted_from_and_the_same_day_speak_for_nothing(
    store: Store, registry: Registry
) -> None:
    keep(
        store, NOW, incident("start", "2022-10-20"), incident("same", "2024-03-04"), incident("x", "2023-01-01", BASRA)
    )
    result = compare(store, rank(since=dt.date(2022, 10, 1)), registry)
    assert (result.outcome, names(result)) == ("fits", [])
    assert "holds none earlier" in result.text


def test_what_is_told_of_as_background_speaks_against_a_first_but_counts_in_no_tally(
    store: Store, registry: Registry
) -> None:
    keep(store, NOW, incident("old", "2023-05-02", scope="background"))
    result = compare(store, rank(since=dt.date(2022, 10, 1)), registry)
    assert [(each.title, each.counted) for each in result.incidents] == [("old", False)]
    assert names(compare(store, count(place="Iraq", since="2023-01-01"), registry)) == ["now"]


def test_such_an_attack_is_one_of_the_same_kind_near_the_same_place(store: Store, registry: Registry) -> None:
    keep(
        store,
        NOW,
        incident("street", "2023-06-01", SUBURB),
        incident("rockets", "2023-07-01", kind="rocket_or_shelling"),
        incident("crowd", "2023-07-01", kind="protest"),
    )
    since = dt.date(2022, 10, 1)
    assert names(compare(store, rank(since=since), registry)) == ["street"]
    assert names(compare(store, rank(what="attacks", since=since), registry)) == ["street", "rockets"]


def test_a_rank_is_one_more_than_those_before(store: Store, registry: Registry) -> None:
    keep(store, NOW, incident("one", "2023-06-01"), incident("two", "2023-07-01"))
    since = dt.date(2022, 10, 1)
    outcomes = [compare(store, rank(number, since=since), registry).outcome for number in (2, 3, 4)]
    assert outcomes == ["against", "fits", "fewer"]


def test_a_first_since_nobody_knows_when_is_open_where_there_were_earlier_ones(
    store: Store, registry: Registry
) -> None:
    keep(store, NOW, incident("one", "2003-06-01"))
    result = compare(store, rank(), registry)
    assert result.outcome == "open"
    assert result.text.startswith("Can’t be checked: nothing says since when.")
    assert names(result) == ["one"]


def test_a_record_of_no_such_days_says_so(store: Store, registry: Registry) -> None:
    keep(store, NOW)
    result = compare(store, rank(since=dt.date(2022, 10, 1)), registry)
    assert (result.outcome, result.text) == (
        "open",
        "Can’t be checked: the record holds nothing at all from that time.",
    )


HEZBOLLAH = ActorMention(name="Kata'ib Hezbollah", actor="group:kataib-hezbollah")
UNKNOWN = ActorMention(name="Hadba Brigade")


def test_attacks_by_an_actor_are_those_of_its_name_and_of_all_that_roll_up_to_it(
    store: Store, registry: Registry
) -> None:
    below = "group:islamic-resistance-iraq"
    assert HEZBOLLAH.actor in registry.members(below)
    keep(
        store,
        incident("theirs", "2024-01-02", by=HEZBOLLAH),
        incident("other", "2024-01-03", by=UNKNOWN),
        incident("nobody", "2024-01-04"),
        incident("abroad", "2024-01-05", ALEPPO, by=HEZBOLLAH),
    )
    tally = count(actor="Islamic Resistance in Iraq", place="Iraq", since="2023-10-07", low=80, high=80)
    result = compare(store, tally, registry)
    assert (result.outcome, names(result)) == ("fewer", ["theirs"])
    assert result.text == "The record holds 1 of them, the report tells of 80."
    both = count(actor="Islamic Resistance in Iraq", place="Iraq and Syria", since="2023-10-07")
    assert compare(store, both, registry).outcome == "fits"
    assert names(compare(store, count(actor="Hadba Brigade", since="2023-10-07"), registry)) == ["other"]


def test_targets_are_told_by_country_or_sort(store: Store, registry: Registry) -> None:
    troops = Target(actor=ActorMention(name=None, country="US"), kind="military")
    people = Target(actor=ActorMention(name=None), kind="civilians")
    keep(store, incident("base", "2024-01-02", hit=troops), incident("shop", "2024-01-03", hit=people))
    since = "2023-10-07"
    assert names(compare(store, count(target="American targets", since=since), registry)) == ["base"]
    assert names(compare(store, count(target="civilians", since=since), registry)) == ["shop"]
    assert names(compare(store, count(what="attacks on American troops", since=since), registry)) == ["base"]
    assert "hit “facilities”" in compare(store, count(target="facilities", since=since), registry).text


def test_more_than_the_report_says_is_said_and_about_gives_room(store: Store, registry: Registry) -> None:
    keep(store, *(incident(f"n{number}", f"2024-01-{number + 1:02}") for number in range(11)))
    since = "2023-10-07"
    assert compare(store, count(place="Iraq", since=since), registry).outcome == "more"
    about = Tally(
        id="t", report="r1", what="attacks", low=10, high=10, approximate=True, place="Iraq", since=dt.date(2024, 1, 1)
    )
    assert compare(store, about, registry).outcome == "fits"
    least = count(place="Iraq", since=since, low=5, high=None)
    assert compare(store, least, registry).outcome == "fits"


def test_car_bombs_are_those_with_a_car(store: Store, registry: Registry) -> None:
    keep(store, incident("car", "2024-01-02", weapon="car bomb"), incident("bag", "2024-01-03", weapon="bomb"))
    result = compare(store, count("car bombs", place="Iraq", since="2023-10-07"), registry)
    assert (result.outcome, names(result)) == ("fewer", ["car"])


@pytest.mark.parametrize(
    ("tally", "why"),
    [
        (count("attacks", since="2023-10-07"), "neither by whom nor against whom nor where"),
        (count("attacks", place="Iraq"), "nothing says since when. The record holds 1 up to then"),
        (count("attacks", place="Atlantis", since="2023-10-07"), "the record knows no place called Atlantis"),
        (count("people killed", place="Iraq", since="2023-10-07"), "isn’t a number of incidents"),
        (count("political killings", place="Iraq", since="2023-10-07"), "isn’t a number of incidents"),
        (count("major attacks", place="Iraq", since="2023-10-07"), "which of them are “major”"),
        (count("attacks", None, None, place="Iraq", since="2023-10-07"), "the report gives no figure"),
        (rank(what="deadliest attacks"), "which of them are “deadliest”"),
        (Tally(id="t", report="r1", what="attacks", rank=1, place="Iraq"), "nothing says which incident is ranked"),
        (Tally(id="t", report="r1", what="attacks", rank=1), "nothing says where the ranked incident was"),
    ],
)
def test_what_the_record_cant_tell_is_open_and_says_why(
    store: Store, registry: Registry, tally: Tally, why: str
) -> None:
    keep(store, NOW)
    result = compare(store, tally, registry)
    assert result.outcome == "open"
    assert result.text.startswith("Can’t be checked: ")
    assert why in result.text
