"""Whom a query means, and which incidents count for them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

import pytest

from tocsin.errors import ActorError
from tocsin.model import (
    ActorMention,
    Attribution,
    Entry,
    Incident,
    Ledger,
    Mention,
    Reading,
    Relation,
    Report,
    Target,
    Timex,
)
from tocsin.model.vocabulary import AttributionState
from tocsin.ontology.actors import Registry, load_registry
from tocsin.pipeline.parties import resolve, through
from tocsin.store import IncidentQuery, MentionKeys, Store, open_store

V = TypeVar("V")
REPORT = Report(id="r1", title="Attacks", body="Attacks in Iraq.")
AXIS = "Axis of Resistance"
FRONT = ActorMention(name="Islamic Resistance in Iraq", actor="group:islamic-resistance-iraq")
AWFIYA = ActorMention(name="Harakat Ansar Allah al-Awfiya", actor="group:ansar-allah-al-awfiya")
SYRIANS = ActorMention(name="Syrian Armed Forces", actor="mil:SY")
HAMAS = ActorMention(name="Hamas", actor="group:hamas")
ITSELF = ActorMention(name=AXIS, actor="org:axis-of-resistance")
STRANGERS = ActorMention(name="Hadba Brigade")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def ledger(value: V | None) -> Ledger[V]:
    held = Entry(value=value, mentions=("r1:m1",), reports=("r1",)) if value is not None else None
    return Ledger(entries=(held,) if held else (), published=0 if held else None)


def incident(
    name: str,
    day: str | None,
    by: ActorMention | None = None,
    hit: ActorMention | None = None,
    state: AttributionState = "claimed",
) -> Incident:
    start = dt.date.fromisoformat(day) if day else None
    held = Attribution(state=state, actor=by, report="r1", mention="r1:m1") if by else None
    return Incident(
        id=f"inc-{name}",
        title=name,
        mentions=(f"r1:{name}",),
        reports=("r1",),
        counted=True,
        scope="headline",
        kind=ledger("bombing"),
        status=ledger("occurred"),
        time=ledger(Timex(start=start, end=start, precision="day") if start else None),
        place=Ledger(),
        targets=ledger(Target(actor=hit) if hit else None),
        attributions=(held,) if held else (),
    )


HELD = (
    incident("front", "2023-11-02", FRONT),
    incident("early", "2023-09-02", FRONT),
    incident("awfiya", "2024-01-02", AWFIYA),
    incident("awfiya-early", "2020-01-02", AWFIYA),
    incident("army", "2024-12-08", SYRIANS),
    incident("army-late", "2024-12-09", SYRIANS),
    incident("hamas-undated", None, HAMAS),
    incident("front-undated", None, FRONT),
    incident("on-hamas", "2024-01-02", STRANGERS, HAMAS),
    incident("axis", "2024-01-05", ITSELF),
    incident("denied", "2024-01-02", HAMAS, state="denied"),
)


@pytest.fixture
def store() -> Iterator[Store]:
    held = open_store("sqlite://")
    told = tuple(Mention(id=each.mentions[0], report="r1", trigger=REPORT.span(0, 7), kind="bombing") for each in HELD)
    relation = Relation(subject="Badr Organization", predicate="part_of", object=AXIS, since="2020", report="r1")
    with held.write() as writer:
        writer.put_report(REPORT)
        reading = Reading(report="r1", mentions=told, relations=(relation,))
        writer.put_reading(reading, [MentionKeys(own=each.id) for each in HELD])
        writer.put_incidents(HELD)
    yield held
    held.close()


def found(store: Store, registry: Registry, query: IncidentQuery) -> set[str]:
    chosen, _ = resolve(store, replace(query, counted=None), registry)
    return {each.title for each in store.incidents(chosen).items}


def test_an_alliance_takes_in_who_belonged_to_it_on_the_day(store: Store, registry: Registry) -> None:
    by = found(store, registry, IncidentQuery(by=AXIS))
    assert by == {"front", "awfiya", "army", "hamas-undated", "axis"}
    assert found(store, registry, IncidentQuery(by="org:axis-of-resistance")) == by


def test_exact_leaves_the_members_out(store: Store, registry: Registry) -> None:
    assert found(store, registry, IncidentQuery(by=AXIS, actor_exact=True)) == {"axis"}


def test_by_against_and_any_part(store: Store, registry: Registry) -> None:
    assert found(store, registry, IncidentQuery(against=AXIS)) == {"on-hamas"}
    assert found(store, registry, IncidentQuery(by="Hamas")) == {"hamas-undated"}
    assert found(store, registry, IncidentQuery(actor="Hamas")) == {"hamas-undated", "on-hamas", "denied"}
    assert found(store, registry, IncidentQuery(by="Hadba Brigade", against="Hamas")) == {"on-hamas"}


def test_a_name_that_only_reports_have_is_found_by_a_part_of_it(store: Store, registry: Registry) -> None:
    assert found(store, registry, IncidentQuery(by="hadba")) == {"on-hamas"}
    assert found(store, registry, IncidentQuery(by="hadba", actor_exact=True)) == set()
    assert found(store, registry, IncidentQuery(by="Hadba Brigade", actor_exact=True)) == {"on-hamas"}


def test_it_is_said_through_whom_an_incident_counts(store: Store, registry: Registry) -> None:
    _, asked = resolve(store, IncidentQuery(by=AXIS), registry)
    told = {each.incident: each.text for each in through(HELD, asked, registry)}
    assert told["inc-front"] == "Islamic Resistance in Iraq, part of Axis of Resistance since October 2023"
    assert told["inc-awfiya"] == (
        "Harakat Ansar Allah al-Awfiya, part of Islamic Resistance in Iraq since October 2023, "
        "part of Axis of Resistance since October 2023"
    )
    assert told["inc-army"].endswith("part of Syria, member of Axis of Resistance until 8 Dec 2024")
    assert "inc-axis" not in told
    assert "inc-early" not in told
    assert "inc-denied" not in told


def test_relations_of_reports_count_only_where_asked_for(store: Store, registry: Registry) -> None:
    badr = "group:badr"
    for asked_for, counts in ((False, False), (True, True)):
        _, (asked,) = resolve(store, IncidentQuery(by=AXIS, read_relations=asked_for), registry)
        assert (badr in {each.actor for each in asked.memberships}) is counts


def test_an_unknown_name_is_met_with_near_ones(store: Store, registry: Registry) -> None:
    with pytest.raises(ActorError, match="neither registry nor record") as caught:
        resolve(store, IncidentQuery(by="Axis of Resistence"), registry)
    assert caught.value.candidates == (("org:axis-of-resistance", AXIS),)
    assert caught.value.name == "Axis of Resistence"
    with pytest.raises(ActorError, match="give a name as reports have it"):
        resolve(store, IncidentQuery(against="qqqq"), registry)


def test_a_name_of_several_lists_them(store: Store, registry: Registry) -> None:
    with pytest.raises(ActorError, match="several actors go by") as caught:
        resolve(store, IncidentQuery(actor="Islamic Jihad"), registry)
    assert ("group:pij", "Palestinian Islamic Jihad") in caught.value.candidates


def test_a_query_without_names_stays_as_it_is(store: Store, registry: Registry) -> None:
    assert resolve(store, IncidentQuery(), registry) == (IncidentQuery(), ())


def test_a_large_alliance_fits_into_one_question(store: Store, registry: Registry) -> None:
    assert len(registry.members("org:un")) > 700
    assert "army" in found(store, registry, IncidentQuery(by="org:un"))
