import datetime as dt
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.model import Report
from tocsin.resolve.timexes import Timexes, anchor

FRIDAY = dt.date(2023, 12, 8)


def times(body: str, published: dt.date | None = FRIDAY, title: str = "") -> list[tuple[str, str, str, str]]:
    found = Timexes().find(Report(id="r", title=title, body=body, published=published))
    return [(t.spans[0].text, str(t.start or ""), str(t.end or ""), t.precision) for t in found]


def one(body: str, published: dt.date | None = FRIDAY) -> tuple[str, str, str]:
    (found,) = times(body, published)
    return found[1:]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rockets fell today.", "2023-12-08"),
        ("Rockets fell yesterday.", "2023-12-07"),
        ("Rockets fell this morning.", "2023-12-08"),
        ("Rockets fell on Friday.", "2023-12-08"),
        ("Rockets fell this Friday.", "2023-12-08"),
        ("Rockets fell on Monday night.", "2023-12-04"),
        ("Rockets fell last Friday.", "2023-12-01"),
        ("The court will sit on Sunday.", "2023-12-10"),
        ("Rockets fell on Friday, 8 December.", "2023-12-08"),
        ("Rockets fell on 9 December.", "2022-12-09"),
        ("Rockets fell on October 7.", "2023-10-07"),
        ("Rockets fell on Oct. 7, 2022.", "2022-10-07"),
        ("Rockets fell on the 5th of May 2021.", "2021-05-05"),
        ("Rockets fell on 2021-05-06.", "2021-05-06"),
        ("Rockets fell on 25/12/2021.", "2021-12-25"),
        ("Rockets fell two days ago.", "2023-12-06"),
        ("Rockets fell on the 5th.", "2023-12-05"),
        ("Rockets fell on Christmas Day.", "2022-12-25"),
        ("Rockets fell on New Year's Eve 2019.", "2019-12-31"),
    ],
)
def test_resolves_a_day_against_the_day_of_publication(text: str, day: str) -> None:
    assert one(text) == (day, day, "day")


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("It began last week.", "2023-11-27", "2023-12-03", "week"),
        ("It began two weeks ago.", "2023-11-20", "2023-11-26", "week"),
        ("It began in May.", "2023-05-01", "2023-05-31", "month"),
        ("It began last month.", "2023-11-01", "2023-11-30", "month"),
        ("It began in March 2011.", "2011-03-01", "2011-03-31", "month"),
        ("It began in 2008.", "2008-01-01", "2008-12-31", "year"),
        ("It began last year.", "2022-01-01", "2022-12-31", "year"),
        ("It began in early March.", "2023-03-01", "2023-03-10", "range"),
        ("It began in late 2014.", "2014-09-01", "2014-12-31", "range"),
        ("It raged in the 1990s.", "1990-01-01", "1999-12-31", "range"),
        ("It raged between 2014 and 2017.", "2014-01-01", "2017-12-31", "range"),
        ("It raged from August 3 to 5.", "2023-08-03", "2023-08-05", "range"),
        ("It raged from Wednesday to Thursday.", "2023-12-06", "2023-12-07", "range"),
        ("It raged in the past three days.", "2023-12-05", "2023-12-08", "range"),
        ("It raged overnight.", "2023-12-07", "2023-12-08", "range"),
        ("It raged in the summer of 2012.", "2012-06-01", "2012-08-31", "range"),
        ("It raged over the weekend.", "2023-12-02", "2023-12-03", "range"),
    ],
)
def test_resolves_longer_times_to_their_first_and_last_day(text: str, start: str, end: str, precision: str) -> None:
    assert one(text) == (start, end, precision)


@pytest.mark.parametrize("text", ["He recently fled.", "It fell in recent weeks.", "It fell days later."])
def test_leaves_vague_times_open(text: str) -> None:
    assert one(text) == ("", "", "unknown")


def test_fixes_no_relative_day_without_a_day_of_publication() -> None:
    assert one("Rockets fell yesterday.", None) == ("", "", "unknown")
    assert one("Rockets fell on Friday.", None) == ("", "", "unknown")
    assert one("Rockets fell on 7 October 2023.", None) == ("2023-10-07", "2023-10-07", "day")


def test_counts_the_day_before_from_the_day_last_told_of() -> None:
    found = times("Rockets fell on 7 October 2023. The day before, two men had been seen.")
    assert found[1][1:] == ("2023-10-06", "2023-10-06", "day")


def test_joins_the_time_of_day_with_its_day() -> None:
    assert times("It blew up at 3 p.m. on Wednesday.") == [
        ("at 3 p.m. on Wednesday", "2023-12-06", "2023-12-06", "time")
    ]
    assert times("It blew up at 5.30 p.m.")[0][1:] == ("", "", "time")


@pytest.mark.parametrize(
    "text",
    [
        "It may rain and they march on.",
        "Fighting broke out in the second quarter.",
        "They held 2,000 men, 1995 people in all.",
        "June Brown sang.",
        "On Black Friday they shop.",
    ],
)
def test_leaves_out_words_that_are_no_times(text: str) -> None:
    assert times(text) == []


def test_a_span_covers_the_preposition() -> None:
    assert times("They fought since June.")[0][0] == "since June"


def test_reads_the_day_from_the_dateline_where_none_is_given() -> None:
    report = Report(id="r", title="", body="KABUL, Afghanistan (Jan. 5, 2012) - Troops seized rifles yesterday.")
    assert anchor(report) == dt.date(2012, 1, 5)
    assert Timexes().find(report)[-1].start == dt.date(2012, 1, 4)


def test_a_date_in_the_first_sentence_is_no_dateline() -> None:
    assert anchor(Report(id="r", title="", body="On 5 January 2012 troops seized rifles.")) is None


_PIECES = st.sampled_from(
    re.split(
        r"\|",
        "on|in|since|last|this|the past|early|mid-|two|10|2008|31|February|May|Friday|week|days|ago|later|yesterday|,|."
        "|-|at|3 p.m.|17:45|the|of|end|to|between|and|year|9999|0001|from|next|Christmas|\n\n|s|th|²|٣"
        "|will|following|that|same|night|overnight|weekend|summer|first|half|century|Easter|'|(|)|GMT|Z|a|few|later in",
    )
)


@given(st.one_of(st.text(), st.lists(_PIECES).map(" ".join)), st.one_of(st.none(), st.dates()))
def test_days_are_in_order_and_spans_verbatim(body: str, published: dt.date | None) -> None:
    report = Report(id="r", title="", body=body, published=published)
    last = -1
    for found in Timexes().find(report):
        span = found.spans[0]
        assert report.text[span.start : span.end] == span.text
        assert span.start >= last
        assert (found.start is None) == (found.end is None)
        assert found.start is None or found.end is None or found.start <= found.end
        last = span.end


@settings(max_examples=25, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=4).map(" ".join), st.sampled_from(["", " "]))
def test_repeated_words_neither_recurse_nor_take_more_than_linear_time(words: str, joint: str) -> None:
    start = time.process_time()
    times((words + joint) * 1500)
    assert time.process_time() - start < 8


@pytest.mark.parametrize("words", ["early ", "late on ", "earlier later ", "this past ", "at 3 p.m. (GMT) ", "9/"])
def test_words_that_lead_to_more_of_their_kind_are_read_once(words: str) -> None:
    times(words * 3000)
