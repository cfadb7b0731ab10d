"""Reports into the record: what is kept, what is skipped, what is read again, what is left out."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tocsin.acquire import Failure
from tocsin.errors import NotFoundError, StoreError
from tocsin.model import Coding, Judgement, Report, anchor
from tocsin.pipeline.ingest import Clerk, Outcome, ingest
from tocsin.settings import Settings
from tocsin.store import IncidentQuery, Store, open_store

ALL = IncidentQuery(counted=None, sort="date")
BASRA = "bombing in Basra on 2024-05-03 killed 4"
MOSUL = "bombing in Mosul on 2024-05-03 killed 9"
Made = Callable[..., Report]


def keep(store: Store, reader: Any, reports: Iterable[Report]) -> list[Outcome]:
    clerk = Clerk(store, reader, lambda _: ())
    return [clerk.keep(report) for report in reports]


def told(store: Store) -> list[tuple[str, int | None, int]]:
    found = store.incidents(ALL).items
    return sorted((each.place.value.name, each.killed.best, len(each.reports)) for each in found if each.place.value)


def test_two_reports_of_one_bomb_make_one_incident(store: Store, scripted: Any, report: Made) -> None:
    one = report("Bomb kills four in Basra market", BASRA, MOSUL)
    two = report("Four die as bomb hits Basra market", BASRA, outlet="Herald")
    first, second = keep(store, scripted(), [one, two])
    assert told(store) == [("Basra", 4, 2), ("Mosul", 9, 1)]
    assert (first.change, second.change) == ("new", "new")
    assert len(first.settled.put) == 2
    (before,) = second.settled.put.values()
    assert before <= first.settled.put.keys()


def test_what_is_known_is_not_read_again(store: Store, scripted: Any, report: Made) -> None:
    reader, reports = scripted(), [report("One", BASRA), report("Two", MOSUL)]
    keep(store, reader, reports)
    before = list(store.dump())
    assert [outcome.change for outcome in keep(store, reader, reports)] == ["unchanged", "unchanged"]
    assert len(reader.seen) == 2
    assert list(store.dump()) == before


def test_a_copy_is_kept_beside_and_read_where_it_is_the_better_one(store: Store, scripted: Any, report: Made) -> None:
    reader, first = scripted(), report("One", BASRA)
    worse = replace(first, published=None, published_from=None, outlet="Blog")
    better = replace(first, published=dt.date(2024, 5, 3), outlet="Daily")
    assert [outcome.change for outcome in keep(store, reader, [first, worse, better])] == ["new", "copy", "reread"]
    assert len(reader.seen) == 2
    assert store.count_reports() == 1
    assert store.report(first.id).outlet == "Daily"
    with store.write() as writer:
        assert {copy.outlet for copy in writer.copies(first.id).values()} == {"Wire", "Blog", "Daily"}


def test_a_newer_reader_reads_again_and_the_store_is_as_if_it_had_been_first(
    store: Store, scripted: Any, report: Made
) -> None:
    reports = [report("One", BASRA), report("Two bombs", BASRA, MOSUL), report("Three", MOSUL)]
    keep(store, scripted(), reports)
    again = keep(store, scripted(version=2, add=1), reports)
    assert {outcome.change for outcome in again} == {"reread"}
    clean = open_store("sqlite://")
    keep(clean, scripted(version=2, add=1), reports)
    assert list(store.dump()) == list(clean.dump())


def test_an_incident_that_loses_its_last_mention_goes(store: Store, scripted: Any, report: Made) -> None:
    made = report("One", BASRA)
    keep(store, scripted(), [made])
    silent = scripted(version=2)
    (outcome,) = keep(store, type("Silent", (), {"components": silent.components, "read": _silence})(), [made])
    assert len(outcome.settled.dropped) == 1
    assert store.count(ALL) == 0


def _silence(_: object, report: Report) -> Any:
    from tocsin.model import Reading  # noqa: PLC0415  # only this stand-in needs it

    return Reading(report=report.id, components=("silent@1",))


def test_an_incident_falls_apart_when_what_held_it_together_is_read_otherwise(
    store: Store, scripted: Any, report: Made
) -> None:
    early, late = "bombing in Basra on 2024-05-03 killed 4", "bombing in Basra on 2024-05-04 killed 4"
    reports = [report("Bomb in Basra market", early), report("Bomb in Basra market again", late)]
    keep(store, scripted(), reports)
    together = store.count(ALL)
    _judge(store, "different", reports)
    keep(store, scripted(version=2), reports)
    assert (together, store.count(ALL)) == (1, 2)


def _judge(store: Store, verdict: Any, reports: list[Report]) -> None:
    at = dt.datetime(2024, 5, 5, tzinfo=dt.UTC)
    with store.write() as writer:
        one, other = (anchor(each) for each in writer.mentions(writer.mentions_of([each.id for each in reports])))
        writer.add_judgement(Judgement(id="j1", verdict=verdict, subject=(one,), other=(other,), by="ann", at=at))


def test_a_judgement_joins_and_survives_another_reading(store: Store, scripted: Any, report: Made) -> None:
    reports = [report("One", BASRA), report("Two", MOSUL)]
    keep(store, scripted(), reports)
    _judge(store, "same", reports)
    for version in (2, 3):
        keep(store, scripted(version=version), reports)
        assert store.count(ALL) == 1
        assert len(store.judgements()) == 1


def test_syndicated_copies_count_as_one_voice_whichever_came_first(store: Store, scripted: Any, report: Made) -> None:
    story = [BASRA, "The market had just opened and was crowded with shoppers when the bomb went off, police said."]
    wire = report("Bomb in Basra", *story, published=dt.date(2024, 5, 3))
    local = report("Bomb kills four in Basra", *story, published=dt.date(2024, 5, 4), outlet="Local")
    first, second = keep(store, scripted(), [local, wire])
    assert (first.twin, second.twin) == (False, True)
    assert store.report(local.id).twin_of == wire.id
    assert store.report(wire.id).twin_of is None
    (incident,) = store.incidents(ALL).items
    assert len(incident.reports) == 2
    other = open_store("sqlite://")
    keep(other, scripted(), [wire, local])
    assert list(other.dump()) == list(store.dump())


def test_another_language_is_kept_unread(store: Store, scripted: Any, report: Made) -> None:
    reader = scripted()
    spanish = report("Bomba", BASRA, language="es")
    unknown = replace(report("Short", MOSUL), language=None)
    outcomes = keep(store, reader, [spanish, unknown, spanish])
    assert [(outcome.change, outcome.unread) for outcome in outcomes] == [
        ("new", "es"),
        ("new", None),
        ("unchanged", "es"),
    ]
    assert reader.seen == [unknown.id]
    assert store.report(spanish.id).title == "Bomba"
    with pytest.raises(NotFoundError):
        store.reading(spanish.id)


def test_incidents_are_coded_as_they_are_put(store: Store, scripted: Any, report: Made) -> None:
    coding = Coding(scheme="PLOVER", codes={"event": "ASSAULT"})
    Clerk(store, scripted(), lambda _: (coding,)).keep(report("One", BASRA))
    assert store.incidents(ALL).items[0].codings == (coding,)


def write(folder: Path, name: str, *lines: str) -> str:
    path = folder / name
    path.write_text("Blast shakes a market\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def test_what_the_reader_breaks_on_is_named_and_the_batch_goes_on(store: Store, scripted: Any, tmp_path: Path) -> None:
    inputs = [write(tmp_path, "a.txt", "break the reader"), str(tmp_path / "none.txt"), write(tmp_path, "b.txt", BASRA)]
    broken, missing, kept = ingest(inputs, store, scripted(), Settings())
    assert isinstance(broken, Failure)
    assert str(broken.error).startswith(
        f"{inputs[0]} ('Blast shakes a market') can't be read, RuntimeError: broken: this is"
    )
    assert "\n" not in str(broken.error)
    assert isinstance(missing, Failure)
    assert isinstance(kept, Outcome)
    assert store.count_reports() == 1


def test_a_reading_that_contradicts_itself_is_left_out_whole(store: Store, scripted: Any, tmp_path: Path) -> None:
    reader = scripted()

    class Doubling:
        components = ("doubling@1",)

        def read(self, report: Report) -> Any:
            reading = reader.read(report)
            return replace(reading, mentions=reading.mentions * 2)

    (broken,) = ingest([write(tmp_path, "a.txt", BASRA)], store, Doubling(), Settings())
    assert isinstance(broken, Failure)
    assert store.count_reports() == 0


def test_a_store_that_fails_ends_the_batch(scripted: Any, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "record.sqlite"))
    with store.write() as writer:
        writer._connection.exec_driver_sql("DROP TABLE copies")  # type: ignore[attr-defined]  # breaks it on purpose
    with pytest.raises(StoreError, match="can't be written: no such table: copies"):
        list(ingest([write(tmp_path, "a.txt", BASRA)], store, scripted(), Settings()))
    store.close()
