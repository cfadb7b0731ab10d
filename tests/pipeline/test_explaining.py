import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from tocsin.errors import NotFoundError
from tocsin.model import Report
from tocsin.pipeline.benches import build_bench
from tocsin.pipeline.explaining import compare
from tocsin.pipeline.ingest import Clerk
from tocsin.pipeline.judging import Draft
from tocsin.settings import load
from tocsin.store import Store

Maker = Callable[..., Report]


@pytest.fixture
def kept(store: Store, scripted: Any, report: Maker) -> list[str]:
    """The incident of two reports, and another at the place a week later."""
    made = [report(f"Blast {n}", "bombing in Basra on 2024-05-03 killed 4") for n in range(2)]
    made.append(report("Another", "bombing in Basra on 2024-05-12 killed 9", published=dt.date(2024, 5, 12)))
    clerk = Clerk(store, scripted(), lambda _: ())
    for each in made:
        clerk.keep(each)
    return [each.id for each in made]


def test_two_reports_of_one_incident(store: Store, kept: list[str]) -> None:
    found = compare(store, kept[0], kept[1])
    assert found.together
    assert (found.explanation.veto, found.pairs, found.mean) == (None, 1, found.explanation.score)
    assert found.mean >= found.needed
    incident = found.incidents[0]
    inside = compare(store, incident, incident)
    assert {inside.one, inside.other} == {found.one, found.other}


def test_two_incidents_say_what_keeps_them_apart(store: Store, kept: list[str]) -> None:
    names = [store.incidents_of(kept[at])[0].id for at in (0, 2)]
    found = compare(store, *names)
    assert not found.together
    assert found.incidents == tuple(names)
    assert found.explanation.veto == "both are news, and of days apart: 2024-05-03 and 2024-05-12"
    assert (found.explanation.score, found.pairs) == (0.0, 2)


def test_judgements_between_the_two_are_shown(store: Store, kept: list[str]) -> None:
    bench = build_bench(store, load())
    bench.judge(Draft(verdict="same", subject=(kept[0],), other=(kept[2],), by="Ann", why="one campaign"))
    found = compare(store, kept[0], kept[2])
    assert found.together
    assert [(each.verdict, each.by) for each in found.judgements] == [("same", "Ann")]


def test_unknown_names_and_the_same_name_twice(store: Store, kept: list[str]) -> None:
    for names in (("none:m1", kept[0]), (kept[0], "inc-none"), ("0123456789abcdef", kept[0]), (kept[0], kept[0])):
        with pytest.raises(NotFoundError):
            compare(store, *names)
