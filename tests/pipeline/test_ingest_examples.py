"""The example reports, read for real: one record in whatever order they come."""

import random
from pathlib import Path

import pytest

from tocsin.acquire import Failure, acquire
from tocsin.model import Reading, Report
from tocsin.ontology.actors import load_registry
from tocsin.pipeline.chronicle import chronicle
from tocsin.pipeline.coding import build_coder
from tocsin.pipeline.ingest import Clerk, Outcome
from tocsin.pipeline.reading import build_reader
from tocsin.pipeline.settling import Coder
from tocsin.settings import load
from tocsin.store import IncidentQuery, Store, open_store


class Remembering:
    """Reads each copy of a report once."""

    def __init__(self) -> None:
        self._reader = build_reader(load())
        self._known: dict[Report, Reading] = {}

    @property
    def components(self) -> tuple[str, ...]:
        return self._reader.components

    def read(self, report: Report) -> Reading:
        if report not in self._known:
            self._known[report] = self._reader.read(report)
        return self._known[report]


@pytest.fixture(scope="module")
def reports(examples: Path) -> list[Report]:
    return [item for item in acquire([str(examples)], load()) if not isinstance(item, Failure)]


@pytest.fixture(scope="module")
def reader() -> Remembering:
    return Remembering()


@pytest.fixture(scope="module")
def code() -> Coder:
    return build_coder(load_registry())


def keep(store: Store, reader: Remembering, code: Coder, reports: list[Report]) -> list[Outcome]:
    clerk = Clerk(store, reader, code)
    return [clerk.keep(report) for report in reports]


@pytest.fixture(scope="module")
def record(reports: list[Report], reader: Remembering, code: Coder) -> Store:
    store = open_store("sqlite://")
    keep(store, reader, code, reports)
    return store


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_any_order_gives_one_record(
    record: Store, reports: list[Report], reader: Remembering, code: Coder, seed: int | None
) -> None:
    order = list(reversed(reports))
    if seed is not None:
        random.Random(seed).shuffle(order)  # noqa: S311  # the same orders in every run
    store = open_store("sqlite://")
    assert {outcome.change for outcome in keep(store, reader, code, order)} == {"new"}
    assert list(store.dump()) == list(record.dump())


def test_a_second_time_changes_nothing(record: Store, reports: list[Report], reader: Remembering, code: Coder) -> None:
    before = list(record.dump())
    assert {outcome.change for outcome in keep(record, reader, code, reports)} == {"unchanged"}
    assert list(record.dump()) == before


def test_three_outlets_tell_of_one_attack_with_their_figures(record: Store) -> None:
    (incident,) = record.incidents(IncidentQuery(country=("RU",), killed_min=40)).items
    assert len(incident.reports) == 3
    assert (incident.killed.low, incident.killed.high) == (40, 137)
    assert {coding.scheme for coding in incident.codings} >= {"PLOVER", "ACLED", "UCDP"}


def test_a_syndicated_copy_makes_no_second_incident(record: Store) -> None:
    (incident,) = record.incidents(IncidentQuery(country=("AF",))).items
    assert len(incident.reports) == 2
    assert len(record.twins(incident.reports[0])) == 1


def test_three_accounts_of_one_attack_are_one_incident_whose_toll_rose(record: Store) -> None:
    query = IncidentQuery(text="Crocus", kind=("armed_attack",))
    [incident] = record.incidents(query).items
    found = chronicle(record, incident.id)
    assert [(step.value and step.value.low, step.outlet, step.rule) for step in found.history.killed] == [
        (40, "Example Wire", "only account"),
        (133, "Example Daily", "latest official figure"),
        (137, "Example Weekly", "latest official figure"),
    ]
    assert [entry.value.official for entry in incident.killed.ledger.entries] == [True, True, True]
    assert found.conflicts["killed"] == ((0, 1), (0, 2), (1, 2))
    assert found.responsibility is not None
    assert {(each.actor.name, each.state) for each in found.responsibility.held} == {
        ("Islamic State", "claimed"),
        ("Ukraine", "denied"),
    }
    first = found.history.attribution[0]
    assert (first.state, [each.actor.name for each in first.held]) == ("claimed", ["Islamic State"])
    assert not next(each for each in incident.attributions if each.state == "unclaimed").stands
