import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from tocsin.errors import JudgementError, NotFoundError
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


def judge(store: Store, verdict: str, *names: str) -> str:
    made = build_bench(store, load()).judge(Draft(verdict=verdict, subject=names[:1], other=names[1:], by="Ann"))
    return made.judgement.id


def test_judgements_bind_by_way_of_others(store: Store, kept: list[str], report: Maker, scripted: Any) -> None:
    far = report("Far", "bombing in Mosul on 2024-06-20 killed 2", published=dt.date(2024, 6, 20))
    Clerk(store, scripted(), lambda _: ()).keep(far)
    assert compare(store, kept[0], far.id).judged is None
    first, second = judge(store, "same", kept[0], kept[2]), judge(store, "same", kept[2], far.id)
    found = compare(store, kept[0], far.id)
    assert found.together
    assert found.explanation.score < found.needed
    assert (found.judged, [each.id for each in found.judgements]) == ("same", [first, second])


def test_judgements_keep_apart_and_take_out_until_a_later_one_holds(store: Store, kept: list[str]) -> None:
    apart = judge(store, "different", kept[0], kept[1])
    found = compare(store, kept[0], kept[1])
    assert (found.judged, found.together, [each.id for each in found.judgements]) == ("different", False, [apart])
    assert found.explanation.score >= found.needed
    later = judge(store, "same", kept[0], kept[1])
    found = compare(store, kept[0], kept[1])
    assert (found.judged, found.together, [each.id for each in found.judgements]) == ("same", True, [later])
    build_bench(store, load()).undo(later, "Ann")
    build_bench(store, load()).undo(apart, "Ann")
    assert compare(store, kept[0], kept[1]).judged is None
    refused = judge(store, "reject", f"{kept[1]}:m1")
    found = compare(store, kept[0], kept[1])
    assert (found.judged, found.together, [each.id for each in found.judgements]) == ("alone", False, [refused])


def test_of_a_report_with_several_accounts_one_must_be_named(store: Store, scripted: Any, report: Maker) -> None:
    lines = ("bombing in Basra on 2024-05-03 killed 4", "protest in Suva on 2024-05-03 killed 0")
    both = report("Two", *lines)
    Clerk(store, scripted(), lambda _: ()).keep(both)
    with pytest.raises(JudgementError, match="gives 2 accounts: name one"):
        compare(store, both.id, f"{both.id}:m1")
    assert compare(store, f"{both.id}:m1", f"{both.id}:m2").explanation.veto is not None


def test_unknown_names_and_the_same_name_twice(store: Store, kept: list[str]) -> None:
    for names in (("none:m1", kept[0]), (kept[0], "inc-none"), ("0123456789abcdef", kept[0]), (kept[0], kept[0])):
        with pytest.raises(NotFoundError):
            compare(store, *names)
