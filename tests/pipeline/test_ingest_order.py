"""The record depends on what was ingested, never on the order, on repetition, or on where a run was cut off."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.model import Report
from tocsin.pipeline.ingest import Clerk
from tocsin.store import open_store

Made = Callable[..., Report]

LINES = st.builds(
    "{} in {} on 2024-05-0{} killed {}{}".format,
    st.sampled_from(["bombing", "armed_attack", "protest"]),
    st.sampled_from(["Basra", "Mosul", "Suva"]),
    st.integers(1, 4),
    st.sampled_from([0, 1, 4, 40]),
    st.sampled_from(["", "", " before"]),
)
STORY = "The market had just opened and was crowded with shoppers when the blast went off, witnesses told reporters."
DAYS = st.sampled_from([None, dt.date(2024, 5, 4), dt.date(2024, 5, 5)])
DRAFTS = st.tuples(
    st.sampled_from(["Blast in market", "Many die in blast", "Market mourns"]),
    st.lists(LINES, max_size=3),
    st.booleans(),
    DAYS,
    st.sampled_from(["Wire", "Herald"]),
    st.sampled_from(["en", "en", "en", "es"]),
)
RUNS = st.lists(DRAFTS, min_size=1, max_size=6).flatmap(
    lambda drafts: st.tuples(st.just(drafts), st.permutations(range(len(drafts))), st.integers(0, 6))
)


def made(report: Made, drafts: Sequence[tuple[Any, ...]]) -> list[Report]:
    return [
        report(title, *lines, *([STORY] if story else []), published=day, outlet=outlet, language=language)
        for title, lines, story, day, outlet, language in drafts
    ]


def kept(reader: Any, reports: Sequence[Report], cut: int | None = None) -> list[str]:
    """Return the dump after a run, cut off where `cut` reports are read, and then done again."""
    store = open_store("sqlite://")
    clerk = Clerk(store, reader, lambda _: ())
    for each in reports[:cut] if cut is not None else ():
        clerk.keep(each)
    for each in reports:
        clerk.keep(each)
    lines = list(store.dump())
    store.close()
    return lines


@settings(max_examples=30, deadline=None)
@given(run=RUNS)
def test_neither_order_nor_repetition_matters(run: Any, scripted: Any, report: Made) -> None:
    drafts, order, cut = run
    reports = made(report, drafts)
    once = kept(scripted(), reports)
    assert kept(scripted(), [reports[at] for at in order], cut) == once


@settings(max_examples=15, deadline=None)
@given(run=RUNS)
def test_another_version_leaves_no_trace_of_the_first(run: Any, scripted: Any, report: Made) -> None:
    drafts, order, cut = run
    reports = made(report, drafts)
    store = open_store("sqlite://")
    for each in reports[:cut]:
        Clerk(store, scripted(), lambda _: ()).keep(replace(each, outlet="Wire"))
    later = Clerk(store, scripted(version=2, add=1), lambda _: ())
    for at in order:
        later.keep(replace(reports[at], outlet="Wire"))
    assert list(store.dump()) == kept(scripted(version=2, add=1), [replace(each, outlet="Wire") for each in reports])
    store.close()
