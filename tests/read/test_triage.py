"""Triage before the parse: what tells of violence passes, whatever is far from it is skipped."""

import pytest

from tocsin.model import Report, report_id
from tocsin.read.triage import load_triage


def report(body: str, title: str = "") -> Report:
    return Report(id=report_id(title, body), title=title, body=body)


RELEVANT = [
    "Two soldiers were killed by a roadside bomb near Mosul on Monday, police said.",
    "Gunmen abducted nine nurses from a clinic in the north of the country, the ministry said on Friday.",
    "Thousands marched through the capital to protest against the arrest of the opposition leader.",
    "Army aircraft bombed rebel positions outside the town for a third day, and villagers fled.",
    "A teenager was shot in the leg outside a shop on Elm Street late on Saturday. Officers are looking for a car.",
]
FAR = [
    "The council met on Friday and talked about roads, buses and the price of parking in the old town.",
    "The striker scored twice and the coach praised a young squad after the match. The captain misses the cup final.",
    "The bakery in Mill Lane has won a prize for its rye bread. The owner, a former teacher, gets up at three.",
]


@pytest.mark.parametrize("body", RELEVANT)
def test_what_tells_of_violence_arrests_or_protest_passes(body: str) -> None:
    assert load_triage().skips(report(body)) is None


@pytest.mark.parametrize("body", FAR)
def test_what_is_far_from_it_is_skipped(body: str) -> None:
    assert load_triage().skips(report(body)) is not None


def test_another_threshold_is_another_component() -> None:
    assert load_triage(0.5).component.id != load_triage(0.1).component.id
    assert load_triage(0.5).component.id == load_triage(0.5).component.id


def test_capitals_make_no_difference() -> None:
    triage = load_triage()
    assert all(triage.chance(report(body)) == triage.chance(report(body.upper())) for body in RELEVANT)
