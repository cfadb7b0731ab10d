"""Tallies of one report beside a record of a few hand-made incidents."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

import pytest

from tocsin.model import (
    ActorMention,
    Attribution,
    Entry,
    FigureLedger,
    Incident,
    Ledger,
    Mention,
    Quantity,
    Reading,
    Report,
    Span,
    Tally,
    Target,
    Timex,
    Toponym,
    Weapon,
)
from tocsin.model.vocabulary import Effect, Kind, Scope, TargetKind
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
    assert (result.outcome, names(result)) == ("contradicted", ["market"])
    assert result.text == "The record holds 1 earlier, which speaks against this: market (inc-market)."
    assert result.verdict == "contradicted by incident inc-market"
    assert result.asked == "such attacks in Mosul (where the ranked incident was) from 1 Nov 2022 to 3 Mar 2024"


def test_the_month_that_a_first_is_counted_from_and_the_same_day_speak_for_nothing(
    store: Store, registry: Registry
) -> None:
    keep(
        store, NOW, incident("start", "2022-10-20"), incident("same", "2024-03-04"), incident("x", "2023-01-01", BASRA)
    )
    result = compare(store, rank(since=dt.date(2022, 10, 1)), registry)
    assert (result.outcome, names(result)) == ("agrees", [])
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
    assert names(compare(store, rank(what="attacks", since=since), registry)) == ["street"]
    plain = replace(rank(what="attacks", since=since), spans=())
    assert names(compare(store, plain, registry)) == ["street", "rockets"]


def test_a_rank_is_one_more_than_those_before(store: Store, registry: Registry) -> None:
    keep(store, NOW, incident("one", "2023-06-01"), incident("two", "2023-07-01"))
    since = dt.date(2022, 10, 1)
    outcomes = [compare(store, rank(number, since=since), registry).outcome for number in (2, 3, 4)]
    assert outcomes == ["contradicted", "agrees", "fewer"]


def test_a_first_since_nobody_knows_when_is_open_where_there_were_earlier_ones(
    store: Store, registry: Registry
) -> None:
    keep(store, NOW, incident("one", "2003-06-01"))
    result = compare(store, rank(), registry)
    assert result.outcome == "unchecked"
    assert result.text.startswith("Can’t be checked: nothing says since when; the record holds 1 earlier")
    assert names(result) == ["one"]


def test_a_record_of_no_such_days_says_so(store: Store, registry: Registry) -> None:
    keep(store, NOW)
    result = compare(store, rank(since=dt.date(2022, 10, 1)), registry)
    assert (result.outcome, result.text) == (
        "unchecked",
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
    assert result.text == "The record holds 1, the report tells of 80."
    both = count(actor="Islamic Resistance in Iraq", place="Iraq and Syria", since="2023-10-07")
    assert compare(store, both, registry).outcome == "agrees"
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
    assert compare(store, about, registry).outcome == "agrees"
    least = count(place="Iraq", since=since, low=5, high=None)
    assert compare(store, least, registry).outcome == "agrees"


def test_car_bombs_are_those_with_a_car(store: Store, registry: Registry) -> None:
    keep(store, incident("car", "2024-01-02", weapon="car bomb"), incident("bag", "2024-01-03", weapon="bomb"))
    result = compare(store, count("car bombs", place="Iraq", since="2023-10-07"), registry)
    assert (result.outcome, names(result)) == ("fewer", ["car"])


@pytest.mark.parametrize(
    ("tally", "why"),
    [
        (count("attacks", since="2023-10-07"), "neither by whom nor against whom nor where"),
        (count("attacks", low=1, place="Iraq"), "nothing says since when; the record holds 1 up to then"),
        (count("attacks", place="Atlantis", since="2023-10-07"), "the record knows no place called Atlantis"),
        (count("people displaced", place="Iraq", since="2023-10-07"), "neither a number of incidents"),
        (count("political killings", place="Iraq", since="2023-10-07"), "which of them are “political”"),
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
    assert result.outcome == "unchecked"
    assert result.text.startswith("Can’t be checked: ")
    assert why in result.text


# People counted.


def struck(name: str, day: str, killed: tuple[int, int, int], *hits: Target, place: Toponym = MOSUL) -> Incident:
    """An incident in which so many were killed: lowest, published, highest."""
    low, best, high = killed
    plain = incident(name, day, place)
    return replace(plain, targets=ledger(*hits), killed=FigureLedger(low=low, best=best, high=high))


def hit(kind: TargetKind, words: str, country: str | None = None, effect: Effect = "unknown") -> Target:
    span = Span("r9", 0, len(words), words)
    return Target(actor=ActorMention(name=None, country=country, spans=(span,)), kind=kind, effect=effect)


SOLDIERS = hit("military", "two US soldiers", "US", "killed")
SHOPPERS = hit("civilians", "shoppers")


def test_people_killed_are_summed_from_the_lowest_to_the_highest(store: Store, registry: Registry) -> None:
    keep(store, struck("one", "2024-01-02", (3, 4, 6), SHOPPERS), struck("two", "2024-01-03", (5, 5, 5), SOLDIERS))
    since = "2023-10-07"
    outcomes = {
        low: compare(store, count("people killed", low, low, place="Iraq", since=since), registry).outcome
        for low in (7, 8, 9, 11, 12)
    }
    assert outcomes == {7: "more", 8: "agrees", 9: "agrees", 11: "agrees", 12: "fewer"}
    result = compare(store, count("deaths", 12, 12, place="Iraq", since=since), registry)
    assert (result.low, result.best, result.high, result.found) == (8, 9, 11, 2)
    assert result.text == "The record holds 9 (between 8 and 11) in 2 incidents, the report tells of 12."
    assert [(each.title, each.figure) for each in result.incidents] == [("one", 4), ("two", 5)]


def test_those_of_a_kind_agree_only_where_nobody_else_was_hit(store: Store, registry: Registry) -> None:
    keep(
        store,
        struck("base", "2024-01-02", (2, 2, 2), SOLDIERS),
        struck("market", "2024-01-03", (5, 5, 5), SOLDIERS, SHOPPERS),
    )
    since = "2023-10-07"
    for low, outcome in ((1, "more"), (2, "unchecked"), (7, "unchecked"), (8, "fewer")):
        result = compare(store, count("soldiers killed", low, low, place="Iraq", since=since), registry)
        assert (result.outcome, result.low, result.high) == (outcome, 2, 7)


def test_those_of_a_kind_agree_where_only_they_were_hit(store: Store, registry: Registry) -> None:
    keep(store, struck("base", "2024-01-02", (2, 3, 3), SOLDIERS))
    outcomes = {
        low: compare(store, count("soldiers killed", low, high, place="Iraq", since="2023-10-07"), registry).outcome
        for low, high in ((1, 4), (3, 3), (4, 4))
    }
    assert outcomes == {1: "agrees", 3: "unchecked", 4: "fewer"}


def test_casualties_are_killed_and_injured(store: Store, registry: Registry) -> None:
    both = replace(struck("one", "2024-01-02", (3, 3, 3)), injured=FigureLedger(low=4, best=5, high=6))
    keep(store, both, struck("two", "2024-01-03", (1, 1, 1)))
    result = compare(store, count("casualties", 9, 9, place="Iraq", since="2023-10-07"), registry)
    assert (result.outcome, result.low, result.best, result.high, result.found) == ("agrees", 8, 9, 10, 2)
    assert [each.figure for each in result.incidents] == [8, 1]


def test_whose_soldiers_and_whose_strikes_the_words_before_say(store: Store, registry: Registry) -> None:
    theirs = replace(SOLDIERS, actor=replace(SOLDIERS.actor, country="IQ"))
    israel = ActorMention(name="Israeli Armed Forces", actor="mil:IL")
    keep(
        store,
        struck("ours", "2024-01-02", (2, 2, 2), SOLDIERS),
        struck("theirs", "2024-01-03", (2, 2, 2), theirs),
        incident("strike", "2024-01-04", ALEPPO, "airstrike_or_drone", by=israel),
        incident("nobody", "2024-01-05", ALEPPO, "airstrike_or_drone"),
    )
    words = {"28 US soldiers": "soldiers killed", "at least two Israeli airstrikes": "airstrikes"}
    found = {}
    for text, what in words.items():
        told = replace(count(what, since="2023-10-07"), spans=(Span("r1", 0, len(text), text),))
        found[what] = names(compare(store, told, registry))
    assert found == {"soldiers killed": ["ours"], "airstrikes": ["strike"]}
    text = "20 Shia soldiers"
    unknown = replace(count("soldiers killed", since="2023-10-07"), spans=(Span("r1", 0, len(text), text),))
    assert "which of them are “Shia”" in compare(store, unknown, registry).text


def test_the_first_of_a_profession_to_be_killed(store: Store, registry: Registry) -> None:
    reporter = hit("person", "a local journalist", effect="killed")
    keep(store, NOW, struck("before", "2023-05-02", (1, 1, 1), reporter))
    text = "the first journalist to be killed in the city since October 2022"
    since = dt.date(2022, 10, 1)
    told = replace(rank(what="journalists", since=since), spans=(Span("r1", 0, len(text), text),))
    result = compare(store, told, registry)
    assert (result.outcome, names(result)) == ("contradicted", ["before"])
    second = compare(store, replace(told, rank=2), registry)
    assert "counts no single persons" in second.text
    keep(store, NOW)


# What the sides are.


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("US troops", ["base"]),
        ("bases with US troops", ["base"]),
        ("facilities with a US presence", ["base", "mission"]),
        ("American and Iraqi forces in the north", ["base", "post"]),
        ("civilians", ["shop"]),
        ("civilians and police", ["shop", "station"]),
        ("shoppers", ["shop"]),
        ("the Hadba Trust", ["trust"]),
    ],
)
def test_targets_in_the_records_own_terms(store: Store, registry: Registry, target: str, found: list[str]) -> None:
    mission = Target(actor=ActorMention(name="US embassy", country="US"), kind="facility")
    keep(
        store,
        incident("base", "2024-01-02", hit=SOLDIERS),
        incident("mission", "2024-01-03", hit=mission),
        incident("post", "2024-01-04", hit=replace(SOLDIERS, actor=replace(SOLDIERS.actor, country="IQ"))),
        incident("shop", "2024-01-05", hit=SHOPPERS),
        incident("station", "2024-01-06", hit=hit("police", "officers", "IQ")),
        incident("trust", "2024-01-07", hit=Target(actor=ActorMention(name="Hadba Trust"), kind="organisation")),
    )
    assert names(compare(store, count(target=target, since="2023-10-07"), registry)) == found


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"target": "the copper pipeline"}, "which of them hit “the copper pipeline”"),
        ({"target": "Afghan and martian forces"}, "which of them hit “Afghan and martian forces”"),
        ({"actor": "Institute of Counting"}, "nobody called Institute of Counting responsible"),
        ({"actor": "Islamic Jihad"}, "several actors go by “Islamic Jihad”"),
        ({"actor": "United Nations"}, "neither by whom nor against whom nor where"),
    ],
)
def test_sides_that_arent_clear_are_left(store: Store, registry: Registry, said: dict[str, str], why: str) -> None:
    keep(store, NOW)
    tally = replace(count(since="2023-10-07"), actor=said.get("actor"), target=said.get("target"))
    result = compare(store, tally, registry)
    assert result.outcome == "unchecked"
    assert why in result.text


def test_a_body_that_counts_isnt_taken_for_who_did_it(store: Store, registry: Registry) -> None:
    keep(store, incident("one", "2024-01-02"), incident("two", "2024-01-03"))
    result = compare(store, count(actor="United Nations", place="Iraq", since="2023-10-07"), registry)
    assert (result.outcome, result.found) == ("agrees", 2)
    assert result.asked.startswith("attacks (as United Nations counts) in Iraq")


def test_memberships_count_as_of_the_incidents_day(store: Store, registry: Registry) -> None:
    keep(store, incident("old", "2020-01-02", by=HEZBOLLAH), incident("new", "2024-01-02", by=HEZBOLLAH))
    tally = count(actor="Islamic Resistance in Iraq", since="2019-01-01")
    assert names(compare(store, tally, registry)) == ["new"]


# Where and when.


def test_a_place_of_several_countries_is_the_one_of_the_report_or_unclear(store: Store, registry: Registry) -> None:
    twin = replace(ALEPPO, name="Mosul", place="g77")
    keep(store, incident("here", "2024-01-02"), incident("there", "2024-01-03", twin))
    # Both are the report's own here, so that nothing decides.
    result = compare(store, count(place="Mosul", since="2023-10-07"), registry)
    assert "places called Mosul lie in IQ, SY" in result.text


def test_without_a_first_day_only_fewer_is_sure(store: Store, registry: Registry) -> None:
    keep(store, NOW)
    outcomes = [compare(store, count(low=low, place="Iraq"), registry).outcome for low in (1, 2)]
    assert outcomes == ["unchecked", "fewer"]


def test_a_ranked_incident_without_a_day_lies_in_the_week_of_news(store: Store, registry: Registry) -> None:
    undated = replace(NOW, time=Ledger())
    keep(store, undated, incident("market", "2023-05-02"), incident("week", "2024-03-01"))
    result = compare(store, rank(since=dt.date(2022, 10, 1)), registry)
    assert (result.outcome, names(result)) == ("contradicted", ["market"])


def test_an_incident_read_from_the_tallys_own_number_is_no_evidence(store: Store, registry: Registry) -> None:
    span = REPORT.span(0, 5)
    number = ledger(Quantity(low=9, high=9, spans=(span,)))
    echo = replace(incident("echo", "2024-01-02"), killed=FigureLedger(low=9, best=9, high=9, ledger=number))
    keep(store, echo, struck("other", "2024-01-03", (2, 2, 2)))
    tally = replace(count("people killed", 9, 9, place="Iraq", since="2023-10-07"), spans=(span,))
    assert names(compare(store, tally, registry)) == ["other"]


def test_three_contradicting_incidents_are_named_and_the_rest_counted(store: Store, registry: Registry) -> None:
    keep(store, NOW, *(incident(f"n{number}", f"2023-05-0{number}") for number in range(1, 6)))
    result = compare(store, rank(since=dt.date(2022, 10, 1)), registry)
    assert result.verdict == "contradicted by incidents inc-n1, inc-n2, inc-n3 and 2 more"
    assert len(result.incidents) == 5
