"""An incident of several reports, as it is and as it was."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from tocsin.errors import NotFoundError
from tocsin.model import Coding, Incident
from tocsin.pipeline.chronicle import chronicle
from tocsin.pipeline.corrected_places import read_place
from tocsin.pipeline.ingest import Clerk
from tocsin.pipeline.judging import Bench, Draft
from tocsin.reconcile.corrections import read_correction
from tocsin.store import IncidentQuery, Store

DAY = dt.date(2024, 5, 3)


def later(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def code(incident: Incident) -> tuple[Coding, ...]:
    return (Coding(scheme="dead", codes={"best": incident.killed.best}),)


@pytest.fixture
def record(store: Store, scripted: Any, report: Any) -> Store:
    clerk = Clerk(store, scripted(), code)
    for days, dead, outlet in ((0, 5, "Wire"), (1, 9, "Gazette"), (3, 11, "Post")):
        line = f"bombing in Basra on {DAY} killed {dead}"
        clerk.keep(report(f"Bomb kills {dead} in Basra", line, published=later(days), outlet=outlet))
    return store


def the(record: Store) -> Incident:
    [incident] = record.incidents(IncidentQuery()).items
    return incident


def test_the_present_comes_with_its_history_and_its_conflicts(record: Store) -> None:
    found = chronicle(record, the(record).id)
    assert found.incident == the(record)
    assert found.days == (DAY, later(1), later(3))
    assert [(step.day, step.value and step.value.low, step.outlet) for step in found.history.killed] == [
        (DAY, 5, "Wire"),
        (later(1), 9, "Gazette"),
        (later(3), 11, "Post"),
    ]
    assert found.conflicts == {"killed": ((0, 1), (0, 2), (1, 2))}
    assert found.responsibility is None


def test_an_incident_as_of_a_day_is_what_the_reports_until_then_made_of_it(record: Store) -> None:
    now = the(record)
    then = chronicle(record, now.id, later(2), code)
    assert (then.incident.id, then.as_of) == (now.id, later(2))
    assert (then.incident.killed.best, then.incident.killed.high, len(then.incident.reports)) == (9, 9, 2)
    assert [step.value and step.value.low for step in then.history.killed] == [5, 9]
    assert then.incident.codings == (Coding(scheme="dead", codes={"best": 9}),)
    assert then.days == (DAY, later(1), later(3))


def test_as_of_the_last_day_and_after_is_the_present(record: Store) -> None:
    now = the(record)
    for day in (later(3), later(3000)):
        assert chronicle(record, now.id, day, code).incident == now


def test_before_its_first_report_there_was_no_incident(record: Store) -> None:
    with pytest.raises(NotFoundError, match=r"by 2024-05-02: the first is of 2024-05-03"):
        chronicle(record, the(record).id, later(-1))


def test_what_was_published_as_of_a_day_does_not_change_as_later_reports_come(
    record: Store, scripted: Any, report: Any
) -> None:
    before = chronicle(record, the(record).id, later(2))
    line = f"bombing in Basra on {DAY} killed 12"
    Clerk(record, scripted(), code).keep(report("Bomb kills 12 in Basra", line, published=later(9), outlet="Herald"))
    after = chronicle(record, the(record).id, later(2))
    assert dataclasses.replace(after, days=before.days) == before


def test_a_correction_counts_from_the_day_on_which_it_was_made(record: Store) -> None:
    made = dt.datetime(2024, 5, 5, 12, tzinfo=dt.UTC)
    bench = Bench(
        record,
        code,
        lambda field, text, country: read_correction(field, text, lambda place: read_place(place, None, country)),
        lambda: made,
    )
    bench.judge(Draft(verdict="correct", subject=(the(record).id,), field="killed", value="10", by="Ann"))
    now = the(record)
    assert now.killed.best == 10
    assert chronicle(record, now.id, dt.date(2024, 5, 4), code).incident.killed.best == 9
    then = chronicle(record, now.id, made.date(), code).incident
    assert (then.killed.best, then.killed.ledger.rule) == (10, "corrected by Ann")
    assert chronicle(record, now.id, dt.date(2024, 7, 1), code).incident == now
    assert [step.value and step.value.low for step in chronicle(record, now.id).history.killed] == [5, 9, 11]
