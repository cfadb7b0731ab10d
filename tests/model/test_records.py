import datetime as dt
import json
from typing import get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.errors import FormatError
from tocsin.model import (
    RECORDS,
    Component,
    History,
    Incident,
    Quantity,
    Reading,
    Report,
    Responsibility,
    Span,
    Step,
    Timex,
    from_builtins,
    from_json,
    report_id,
    schema,
    to_builtins,
    to_json,
)

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
spans = st.builds(lambda text, start: Span("r1", start, start + len(text), text), words, st.integers(0, 1000))
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
ranges = st.tuples(st.none() | st.integers(0, 10**6), st.none() | st.integers(0, 10**6)).map(
    lambda pair: tuple(sorted(pair)) if None not in pair else pair  # type: ignore[type-var]  # None was excluded
)
periods = st.tuples(days, days).map(lambda pair: tuple(sorted(pair))) | st.just((None, None))
moments = st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC))  # noqa: DTZ001  # the zone is given beside it

st.register_type_strategy(Span, spans)
st.register_type_strategy(dt.date, days)
st.register_type_strategy(dt.datetime, moments)
st.register_type_strategy(
    Quantity,
    st.builds(
        lambda pair, approximate, where: Quantity(low=pair[0], high=pair[1], approximate=approximate, spans=where),
        ranges,
        st.booleans(),
        st.lists(spans, max_size=2).map(tuple),
    ),
)
st.register_type_strategy(
    Timex,
    st.builds(
        lambda pair, where: Timex(start=pair[0], end=pair[1], precision="day", spans=where),
        periods,
        st.lists(spans, max_size=2).map(tuple),
    ),
)
st.register_type_strategy(float, st.floats(0, 1))
st.register_type_strategy(str, words)
st.register_type_strategy(int, st.integers(0, 10**6))


@pytest.mark.parametrize(
    "kind", [kind for kind in RECORDS if kind not in {Incident, History}], ids=lambda kind: str(kind.__name__)
)
def test_every_record_survives_the_round_trip(kind: type) -> None:
    @settings(max_examples=15, suppress_health_check=list(HealthCheck), deadline=None)
    @given(st.from_type(kind))
    def round_trip(record: object) -> None:
        assert from_json(to_json(record), kind) == record
        assert from_builtins(json.loads(json.dumps(to_builtins(record))), kind) == record

    round_trip()


def test_an_incident_survives_the_round_trip(incident: Incident) -> None:
    assert from_json(to_json(incident), Incident) == incident


def test_a_history_survives_the_round_trip(incident: Incident) -> None:
    step = Step(day=None, value=incident.killed.ledger.value, rule="only account", report="r1")
    held = Responsibility(day=dt.date(2024, 5, 1), state="claimed", held=incident.attributions, new=())
    made = History(killed=(step,), attribution=(held,))
    assert from_json(to_json(made), History) == made


def test_the_schema_defines_every_record_with_its_fields() -> None:
    defined = schema(RECORDS)["$defs"]
    for kind in RECORDS:
        assert set(defined[kind.__name__]["properties"]) == set(get_type_hints(kind))
    assert all("[" not in name and "." not in name for name in defined)


def test_a_wrong_field_is_named() -> None:
    with pytest.raises(FormatError, match=r"published.*tocsin schema"):
        from_json('{"id": "a", "title": "b", "body": "c", "published": "soon"}', Report)


def test_a_span_holds_its_words() -> None:
    report = Report(id=report_id("Title", "Body here."), title="Title", body="Body here.")
    assert report.span(7, 11).text == "Body"
    with pytest.raises(ValueError, match="doesn't fit"):
        Span("r", 0, 3, "four")
    with pytest.raises(ValueError, match="empty"):
        Span("r", 3, 3, "")


def test_spans_overlap_only_in_one_report() -> None:
    one, two, other = Span("a", 0, 4, "four"), Span("a", 3, 5, "ry"), Span("b", 0, 4, "four")
    assert one.overlaps(two)
    assert not one.overlaps(other)
    assert not one.covers(two)
    assert one.covers(Span("a", 1, 3, "ou"))


def test_figures_and_times_refuse_to_run_backwards() -> None:
    with pytest.raises(ValueError, match="over high"):
        Quantity(low=5, high=4)
    with pytest.raises(ValueError, match="after end"):
        Timex(start=dt.date(2020, 1, 2), end=dt.date(2020, 1, 1), precision="range")


def test_ids_depend_on_content_alone() -> None:
    assert report_id("a", "b") == report_id("a", "b") != report_id("a", "c")
    assert Component("reader", "1").id == "reader@1"
    assert Component("reader", "1", "x").id != Component("reader", "1", "y").id


def test_an_empty_reading_is_a_reading() -> None:
    assert from_builtins({"report": "r"}, Reading) == Reading(report="r")
