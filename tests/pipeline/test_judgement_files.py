"""Judgements exported as cases, and taken into a store that is built anew from the reports."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from tocsin.errors import FormatError
from tocsin.model import Report
from tocsin.pipeline.ingest import Clerk
from tocsin.pipeline.judgement_files import export, read_lines
from tocsin.pipeline.judging import Bench, Draft
from tocsin.reconcile.corrections import read_correction
from tocsin.store import IncidentQuery, Store, open_store

ALL = IncidentQuery(counted=None, sort="date")
Maker = Callable[..., Report]


def place(_: str) -> Any:
    raise NotImplementedError


def bench(store: Store) -> Bench:
    return Bench(store, lambda _: (), lambda field, text, _: read_correction(field, text, place))


def judge(store: Store, verdict: str, subject: Iterable[str], other: Iterable[str] = (), **fields: Any) -> str:
    draft = Draft(verdict=verdict, subject=tuple(subject), other=tuple(other), by="Ann", why="seen", **fields)
    return bench(store).judge(draft).judgement.id


def keep(store: Store, reader: Any, reports: Iterable[Report]) -> None:
    for each in reports:
        Clerk(store, reader, lambda _: ()).keep(each)


def bare(store: Store) -> list[str]:
    return [line for line in store.dump() if not line.startswith(("judgements\t", "anchors\t"))]


@pytest.fixture
def reports(report: Maker) -> list[Report]:
    lines = ("bombing in Basra on 2024-05-03 killed 4", "battle in Suva on 2024-05-01 killed 2")
    made = [report(f"Basra {n}", lines[0], outlet=f"Outlet {n}") for n in range(4)]
    return [*made, report("Mosul", "bombing in Mosul on 2024-05-03 killed 9", lines[1])]


@pytest.fixture
def judged(store: Store, scripted: Any, reports: list[Report]) -> Store:
    """A store with a split, a merge that was undone and revived, a correction, a rejected account and an undone one."""
    keep(store, scripted(), reports)
    basra, mosul = (store.incidents_of(each.id)[0].id for each in (reports[0], reports[4]))
    judge(store, "different", [reports[0].id, reports[1].id], [basra])
    same = judge(store, "same", [store.incidents_of(reports[0].id)[0].id], [mosul])
    undo = bench(store).undo(same, "Ben").judgement.id
    bench(store).undo(undo, "Ben")
    judge(store, "correct", [mosul], field="killed", value="at least 12")
    judge(store, "reject", [f"{reports[4].id}:m2"])
    bench(store).undo(judge(store, "accept", [reports[3].id]), "Ben")
    return store


@pytest.fixture
def lines(judged: Store) -> list[str]:
    return list(export(judged))


def test_a_store_built_anew_has_the_same_incidents_once_judgements_are_imported(
    judged: Store, lines: list[str], scripted: Any, reports: list[Report]
) -> None:
    found = read_lines(lines, "file")
    for before, after in ((reports[::-1], []), (reports[2:], reports[:2]), ([], reports)):
        new = open_store("sqlite://")
        keep(new, scripted(), before)
        added = bench(new).add(found)
        assert [each.id for each in added] == [each.id for each in judged.judgements()]
        assert any(each.dormant for each in added) == bool(after)
        keep(new, scripted(), after)
        assert bare(new) == bare(judged)
        assert [each.anchors for each in new.judgements()] == [each.anchors for each in judged.judgements()]
        assert bench(new).add(found) == ()
        assert list(export(new)) == lines
        new.close()


def test_a_reader_that_numbers_otherwise_leads_to_the_same_incidents(
    judged: Store, lines: list[str], scripted: Any, reports: list[Report]
) -> None:
    new = open_store("sqlite://")
    keep(new, scripted(version=2, shift=3), reports)
    bench(new).add(read_lines(lines, "file"))

    def told(store: Store) -> list[Any]:
        found = store.incidents(ALL).items
        return sorted((each.reports, each.killed.best, each.review, each.corrected) for each in found)

    assert told(new) == told(judged)
    new.close()


def test_each_pair_comes_with_both_accounts_and_the_verdict(lines: list[str], reports: list[Report]) -> None:
    different, same, *_ = (json.loads(line) for line in lines)
    assert len(different["pairs"]) == 4
    assert {verdict for *_, verdict in different["pairs"]} == {False}
    assert {verdict for *_, verdict in same["pairs"]} == {True}
    accounts = {each["mention"]["id"]: each for each in different["accounts"]}
    one = accounts[different["pairs"][0][0]]
    assert one["text"] == "bombing in Basra on 2024-05-03 killed 4"
    assert (one["report"]["outlet"], one["report"]["body"]) == ("Outlet 0", "")
    assert {each["report"] for each in different["judgement"]["subject"]} == {reports[0].id, reports[1].id}


def test_a_correction_comes_with_what_the_reports_said_and_an_undone_judgement_says_so(lines: list[str]) -> None:
    cases = [json.loads(line) for line in lines]
    (corrected,) = (case for case in cases if case["judgement"]["correction"])
    assert corrected["judgement"]["correction"]["figure"]["low"] == 12
    said = {each["value"]["low"]: each for each in corrected["field"]}
    assert said[9]["text"] == ["bombing in Mosul on 2024-05-03 killed 9"]
    assert [each["published"] for low, each in sorted(said.items())] == [False, False, True]
    assert [case["state"] for case in cases] == [
        "holds",
        "holds",
        "undone",
        "holds",
        "holds",
        "holds",
        "undone",
        "holds",
    ]


@pytest.mark.parametrize("line", ["{", "[]", '{"judgement": {}}', '{"verdict": "same"}'])
def test_a_line_that_is_no_judgement_is_named(lines: list[str], line: str) -> None:
    with pytest.raises(FormatError, match=r"cases\.jsonl, line 3: .*: give a file that `tocsin judgements export`"):
        read_lines([lines[0], "", line], "cases.jsonl")


def test_two_reviewers_at_once_lose_nothing(tmp_path: Path, scripted: Any, reports: list[Report]) -> None:
    """Two real processes judge one store, twenty times each."""
    import multiprocessing  # noqa: PLC0415  # only here

    path = str(tmp_path / "record.sqlite")
    store = open_store(path)
    keep(store, scripted(), reports)
    names = [store.incidents_of(each.id)[0].id for each in (reports[0], reports[4])]
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_review, args=(path, name, names)) for name in ("Ann", "Ben")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(100)
    assert [worker.exitcode for worker in workers] == [0, 0]
    kept = store.judgements()
    assert sorted(each.number for each in kept) == list(range(1, 41))
    assert {name: sum(each.by == name for each in kept) for name in ("Ann", "Ben")} == {"Ann": 20, "Ben": 20}
    assert {store.incident(name).id for name in names} == {store.incident(names[0]).id}
    store.close()


def _review(path: str, name: str, names: list[str]) -> None:
    store = open_store(path)
    made = bench(store)
    for turn in range(20):
        fields = {"field": "injured", "value": str(turn)} if turn % 2 else {}
        verdict = "correct" if turn % 2 else "same"
        other = () if turn % 2 else (names[1],)
        made.judge(Draft(verdict=verdict, subject=(names[0],), other=other, by=name, **fields))
    store.close()
