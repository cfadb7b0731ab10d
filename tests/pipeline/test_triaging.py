"""Ingest with triage: what is skipped is kept and marked, and read again once triage changes."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tocsin.model import Report
from tocsin.pipeline.ingest import Clerk, Outcome
from tocsin.pipeline.ingest_summary import Summary
from tocsin.pipeline.triaging import Triaged, with_triage
from tocsin.read.triage import CELLS, Triage
from tocsin.settings import Settings
from tocsin.store import Store

BASRA = "bombing in Basra on 2024-05-03 killed 4"
Made = Callable[..., Report]


def triage(threshold: float) -> Triage:
    """Give every report with a word of violence a chance of one half, and others none."""
    return Triage(np.zeros(CELLS), 0.0, threshold, "test")


def keep(store: Store, reader: Any, *reports: Report) -> list[Outcome]:
    clerk = Clerk(store, reader, lambda _: ())
    return [clerk.keep(report) for report in reports]


@pytest.fixture
def both(report: Made) -> tuple[Report, Report]:
    return report("One", BASRA), report("Fair", "The fair was dry and sunny.")


def test_what_is_skipped_is_kept_and_marked(store: Store, scripted: Any, both: tuple[Report, Report]) -> None:
    reader = scripted()
    told, dull = keep(store, Triaged(reader, triage(0.2)), *both)
    assert (told.skipped, dull.skipped) == (None, 0.0)
    assert reader.seen == [both[0].id]
    assert store.count_reports() == 2
    assert store.report(both[1].id).body == both[1].body
    marked = store.reading(both[1].id)
    assert (marked.skipped, marked.mentions) == (0.0, ())
    assert marked.components == (triage(0.2).component.id,)
    assert store.reading(both[0].id).skipped is None


def test_a_summary_counts_what_is_skipped(store: Store, scripted: Any, both: tuple[Report, Report]) -> None:
    summary = Summary()
    for outcome in keep(store, Triaged(scripted(), triage(0.2)), *both):
        summary.add(outcome)
    assert str(summary) == "2 reports: 2 new; 1 new incident; skipped by triage, kept: 1"


def test_another_threshold_or_none_reads_again(store: Store, scripted: Any, both: tuple[Report, Report]) -> None:
    high = keep(store, Triaged(scripted(), triage(0.9)), *both)
    assert [outcome.skipped is not None for outcome in high] == [True, True]
    low = keep(store, Triaged(scripted(), triage(0.2)), *both)
    assert [(outcome.change, outcome.skipped) for outcome in low] == [("reread", None), ("reread", 0.0)]
    assert len(low[0].settled.put) == 1
    again = keep(store, Triaged(scripted(), triage(0.2)), *both)
    assert {outcome.change for outcome in again} == {"unchanged"}
    off = keep(store, scripted(), *both)
    assert [(outcome.change, outcome.skipped) for outcome in off] == [("reread", None), ("reread", None)]


def test_the_settings_turn_it_off_and_move_it(scripted: Any) -> None:
    reader = scripted()
    assert with_triage(reader, Settings(triage=False)) is reader
    one, other = (with_triage(reader, Settings(triage_threshold=at)) for at in (0.1, 0.3))
    assert one.components != other.components
    assert one.components[1:] == reader.components
