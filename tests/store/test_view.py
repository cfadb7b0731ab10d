"""What views of any database give back."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from tocsin.errors import NotFoundError
from tocsin.store import FacetValue, IncidentQuery, Store, Totals

ALL = IncidentQuery(counted=None)


def ids(store: Store, **changes: Any) -> list[str]:
    return [incident.id for incident in store.incidents(replace(ALL, **changes)).items]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, ["inc-plot", "inc-bomb", "inc-old"]),
        ({"counted": True}, ["inc-bomb", "inc-old"]),
        ({"counted": False}, ["inc-plot"]),
        ({"kind": ("armed_attack",)}, ["inc-plot", "inc-old"]),
        ({"kind": ("armed_attack", "bombing"), "status": ("occurred",)}, ["inc-bomb", "inc-old"]),
        ({"country": ("FJ", "SY")}, ["inc-plot"]),
        ({"since": dt.date(2024, 5, 9)}, ["inc-plot"]),
        ({"since": dt.date(2024, 5, 10)}, []),
        ({"until": dt.date(2024, 5, 2)}, ["inc-bomb"]),
        ({"since": dt.date(2024, 5, 5), "until": dt.date(2024, 5, 5)}, ["inc-plot"]),
        ({"killed_min": 3}, ["inc-bomb"]),
        ({"killed_min": 4}, []),
        ({"killed_min": 0}, ["inc-plot", "inc-bomb", "inc-old"]),
        ({"bbox": (40.0, 25.0, 50.0, 35.0)}, ["inc-bomb"]),
        ({"bbox": (170.0, -20.0, -170.0, 0.0)}, ["inc-plot"]),
        ({"actor": "group:rio-front"}, ["inc-bomb"]),
        ({"actor": "rio"}, ["inc-bomb"]),
        ({"actor": "the RÍO"}, ["inc-bomb"]),
        ({"actor": "market"}, ["inc-bomb"]),
        ({"actor": "%"}, []),
        ({"actor": "_"}, []),
        ({"attribution": ("claimed", "denied")}, ["inc-bomb"]),
        ({"attribution": ("denied",)}, []),
        ({"text": "foil"}, ["inc-plot"]),
        ({"text": "basra WIRE"}, ["inc-bomb"]),
        ({"text": "bombing"}, ["inc-bomb"]),
        ({"text": "rió"}, ["inc-bomb"]),
        ({"text": '"kills three"'}, ["inc-bomb"]),
        ({"text": '"three kills"'}, []),
        ({"sort": "date"}, ["inc-bomb", "inc-plot", "inc-old"]),
        ({"sort": "-killed"}, ["inc-bomb", "inc-old", "inc-plot"]),
        ({"sort": "-reports"}, ["inc-bomb", "inc-plot", "inc-old"]),
        ({"sort": "title"}, ["inc-old", "inc-plot", "inc-bomb"]),
        ({"limit": 1, "offset": 1}, ["inc-bomb"]),
        ({"offset": 9}, []),
    ],
)
def test_each_filter_and_order(record: Store, changes: dict[str, Any], found: list[str]) -> None:
    assert ids(record, **changes) == found
    unpaged = {name: value for name, value in changes.items() if name not in {"limit", "offset"}}
    assert record.count(replace(ALL, **changes)) == len(ids(record, **unpaged))


@pytest.mark.parametrize(
    "text", ['"', "AND", "foil OR", "title:", "foil*", "NEAR(", "-", "(", "😀", "'; DROP TABLE incidents"]
)
def test_no_words_are_taken_for_a_query_language(record: Store, text: str) -> None:
    ids(record, text=text)
    assert ids(record) == ["inc-plot", "inc-bomb", "inc-old"]


def test_pages_lead_to_their_neighbours(record: Store) -> None:
    first = record.incidents(replace(ALL, limit=2))
    assert (len(first.items), first.total, first.previous) == (2, 3, None)
    assert first.next is not None
    last = record.incidents(first.next)
    assert ([incident.id for incident in last.items], last.next) == (["inc-old"], None)
    assert last.previous == replace(ALL, limit=2)


def test_totals_add_up_what_is_chosen(record: Store) -> None:
    assert record.totals(ALL) == Totals(incidents=3, reports=4, killed=3, injured=0)
    assert record.totals(replace(ALL, country=("SY",))) == Totals(incidents=0, reports=0, killed=0, injured=0)


def test_facets_ignore_their_own_restriction(record: Store) -> None:
    facets = record.facets(replace(ALL, kind=("bombing",)))
    assert {value.value: value.count for value in facets.kind} == {"armed_attack": 2, "bombing": 1}
    assert facets.country == (FacetValue("IQ", 1, "IQ"),)
    assert facets.actor == (FacetValue("group:rio-front", 1, "Río Front"),)
    assert facets.attribution == (FacetValue("claimed", 1, "claimed"),)
    assert facets.month == (FacetValue("2024-05", 1, "2024-05"),)
    assert facets.status == (FacetValue("occurred", 1, "occurred"),)


def test_points_and_cells_are_of_located_incidents(record: Store) -> None:
    points = record.points(ALL)
    assert [(point.id, point.lat, point.reports) for point in points] == [
        ("inc-plot", -18.14, 1),
        ("inc-bomb", 30.5, 2),
    ]
    assert len(record.points(ALL, limit=1)) == 1
    cells = {(cell.lat, cell.lon): (cell.count, cell.killed) for cell in record.cells(ALL)}
    assert cells == {(-18.1, 178.4): (1, 0), (30.5, 47.8): (1, 3)}


def test_reports_come_latest_first_and_undated_last(record: Store) -> None:
    assert record.count_reports() == 4
    titles = [report.title for report in record.reports()]
    assert titles == [
        "Police foil plot in Suva",
        "Bomb kills three in Basra",
        "Bomb kills three in Basra, wire says",
        "Undated shooting remembered",
    ]
    assert [report.title for report in record.reports(limit=1, offset=3)] == titles[3:]
    assert {report.body for report in record.reports()} == {""}


def test_a_report_comes_whole_with_reading_twins_and_incidents(record: Store) -> None:
    latest = record.reports()[1]
    whole = record.report(latest.id)
    assert whole.body == "Bomb kills three in Basra, police said."
    reading = record.reading(latest.id)
    assert reading.components == ("read.rules@1", "times@2")
    assert (len(reading.mentions), len(reading.statements), len(reading.tallies), len(reading.relations)) == (
        1,
        2,
        1,
        1,
    )
    (twin,) = record.twins(latest.id)
    assert twin.twin_of == latest.id
    assert [report.id for report in record.twins(twin.id)] == [latest.id]
    assert [incident.id for incident in record.incidents_of(latest.id)] == ["inc-bomb"]


def test_an_incident_brings_what_was_said_and_counted(record: Store) -> None:
    incident = record.incident("inc-bomb")
    assert [mention.id for mention in record.mentions(incident.mentions)] == sorted(incident.mentions)
    said = record.statements_about("inc-bomb")
    assert [statement.stance for statement in said] == ["inform", "inform"]
    assert said[0].report == incident.reports[1], "the earlier published report speaks first"
    assert len(record.tallies("inc-bomb")) == 2


def test_relations_are_found_by_either_side_however_it_is_written(record: Store) -> None:
    assert len(record.relations()) == 4
    assert len(record.relations(limit=1)) == 1
    assert len(record.relations("rio front")) == len(record.relations("Example League")) == 4
    assert record.relations("front") == ()


def test_what_is_not_there_is_said_to_be_missing(record: Store) -> None:
    for ask in (record.incident, record.report, record.reading, record.statements_about, record.tallies):
        with pytest.raises(NotFoundError, match="nowhere"):
            ask("nowhere")
    assert record.incidents_of("nowhere") == ()
    assert record.mentions(["nowhere"]) == ()
    assert record.judgements("nowhere") == ()


def test_the_dump_leaves_clock_times_out(record: Store) -> None:
    before = list(record.dump())
    report = record.report(record.reports()[0].id)
    with record.write() as writer:
        writer.put_report(replace(report, retrieved=dt.datetime(2024, 5, 5, tzinfo=dt.UTC)))
    assert list(record.dump()) == before
    with record.write() as writer:
        writer.put_report(replace(report, outlet="Other"))
    assert list(record.dump()) != before


def test_reports_come_without_bodies_by_id(record: Store) -> None:
    known = sorted(report.id for report in record.reports())
    assert [(each.id, each.body) for each in record.heads([*known, "unknown"])] == [(name, "") for name in known]
