from collections.abc import Callable
from typing import Any

from tocsin.acquire import Failure
from tocsin.errors import InputError
from tocsin.model import Report
from tocsin.pipeline.ingest import Outcome
from tocsin.pipeline.ingest_summary import Summary
from tocsin.pipeline.settling import Settled

Made = Callable[..., Report]


def summed(*items: Outcome | Failure) -> Summary:
    summary = Summary()
    for item in items:
        summary.add(item)
    return summary


def put(*dropped: str, **incidents: tuple[str, ...]) -> Settled:
    return Settled({name: frozenset(before) for name, before in incidents.items()}, frozenset(dropped))


def test_a_run_is_summed_up_in_a_line(report: Made) -> None:
    one = report("One")
    spanish = report("Uno", language="es")
    items: list[Any] = [
        Outcome("new", one, settled=put(a=(), b=())),
        Outcome("new", one, twin=True, settled=put(a=("a",))),
        Outcome("new", spanish),
        Outcome("reread", one, settled=put(x=("x",))),
        Outcome("copy", one),
        Outcome("unchanged", one),
        Failure("x", InputError("x is empty")),
    ]
    assert str(summed(*items)) == (
        "6 reports: 3 new, 1 read again, 1 known from elsewhere, 1 unchanged; 1 of the new is a syndicated copy; "
        "2 new incidents, 1 changed; kept unread: 1 in es; left out: 1"
    )


def test_nothing_done_is_said_too(report: Made) -> None:
    assert str(summed()) == "0 reports; no incident changed"
    assert str(summed(Outcome("unchanged", report("One")))) == "1 report: 1 unchanged; no incident changed"


def test_incidents_of_the_run_stay_new_as_they_merge_and_older_ones_stay_changed(report: Made) -> None:
    one = report("One")
    merged = summed(
        Outcome("new", one, settled=put(a=(), b=())), Outcome("new", one, settled=put("a", "b", c=("a", "b")))
    )
    assert (merged.founded, merged.changed) == ({"c"}, set())
    older = summed(Outcome("new", one, settled=put(a=())), Outcome("new", one, settled=put("a", "x", c=("a", "x"))))
    assert (older.founded, older.changed) == (set(), {"c"})
