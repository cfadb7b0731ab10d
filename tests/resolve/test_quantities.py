import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model import Report
from tocsin.resolve.quantities import Quantities


def counts(body: str, title: str = "") -> list[tuple[str, int | None, int | None, bool]]:
    found = Quantities().find(Report(id="r", title=title, body=body))
    return [(value.spans[0].text, value.low, value.high, value.approximate) for value in found]


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("more than a dozen", 13, None, False),
        ("at least five", 5, None, False),
        ("no fewer than 12", 12, None, False),
        ("around eighty", 80, 80, True),
        ("some 200", 200, 200, True),
        ("nearly 500", 500, 500, True),
        ("about a dozen", 12, 12, True),
        ("over 500", 501, None, False),
        ("well over a hundred", 101, None, False),
        ("dozens", 24, None, False),
        ("several", 3, None, False),
        ("many", 3, None, False),
        ("hundreds", 200, None, False),
        ("thousands", 2000, None, False),
        ("tens of thousands", 20_000, None, False),
        ("hundreds of thousands", 200_000, None, False),
        ("several hundred", 300, None, False),
        ("as many as 130", None, 130, False),
        ("up to 130", None, 130, False),
        ("fewer than ten", None, 9, False),
        ("no more than six", None, 6, False),
        ("between 10 and 15", 10, 15, False),
        ("from 10 to 15", 10, 15, False),
        ("10-15", 10, 15, False),
        ("10 to 15", 10, 15, False),
        ("two or three", 2, 3, False),
        ("two to three thousand", 2000, 3000, False),
        ("at least 10 and as many as 20", 10, 20, False),
        ("a couple", 2, 2, False),
        ("half a dozen", 6, 6, False),
        ("two dozen", 24, 24, False),
        ("20 or more", 20, None, False),
        ("20+", 20, None, False),
        ("a dozen or so", 12, 12, True),
        ("1,200", 1200, 1200, False),
        ("1.5 million", 1_500_000, 1_500_000, False),
        ("twenty-three", 23, 23, False),
        ("a hundred and five", 105, 105, False),
        ("one", 1, 1, False),
        ("no", 0, 0, False),
    ],
)
@pytest.mark.parametrize("frame", ["Police said {} rebels fell.", "police said {} rebels fell.", "{} rebels fell."])
def test_reads_a_count_with_its_modifier(
    frame: str, text: str, low: int | None, high: int | None, *, approximate: bool
) -> None:
    assert counts(frame.format(text)) == [(text, low, high, approximate)]


@pytest.mark.parametrize("text", ["None was hurt.", "Nobody was hurt.", "No one was hurt.", "No-one was hurt."])
def test_reads_words_for_none(text: str) -> None:
    assert [(low, high) for _, low, high, _ in counts(text)] == [(0, 0)]


def test_reads_scores_of_people_but_no_scores_of_games() -> None:
    assert counts("Scores were wounded.") == [("Scores", 40, None, False)]
    assert counts("Their test scores fell; he scores often.") == []


@pytest.mark.parametrize(
    "text",
    [
        "It fell on August 14, 2008, and on 14 august.",
        "It was on 2012-04-13, on 12/04/2008 and on August 3 to 5.",
        "It lasted from 20 to 21 August 2008 and on 20 and 21 August.",
        "In 2008, between 2014 and 2017 and since 1989.",
        "It began at 3 p.m., at 5.30 p.m., at 17:45 and at 1620 this afternoon.",
        "A 23-year-old, Bahus, 56, and Dina (23) and a boy aged 14 lived there; he is now 20.",
        "The first, the 34th and the second one's.",
        "They stole $300, 20 percent, 5.5 million dollars and about 1,000 U.S. dollars.",
        "It is 40 km or 25 miles away and weighs 30 tons.",
        "Bus 165 passed Resolution 1973, No. 2 and Article 5 of Channel 4.",
        "They had AK-47 rifles, 9mm guns and an M16 24/7 since 9/11.",
        "A three-day, two-thirds, five more years and ten hours ago.",
        "It is one of the worst; they saw one another one day; how many?",
        "There is no longer any doubt; so many.",
        "The vote was 3-2.",
    ],
)
def test_leaves_out_numbers_that_count_nothing(text: str) -> None:
    assert counts(text) == []


def test_tells_years_from_round_counts() -> None:
    assert counts("In 2008, 2000 soldiers came.") == [("2000", 2000, 2000, False)]


def test_counts_one_of_several_victims() -> None:
    assert counts("They wounded one of the hostages.") == [("one", 1, 1, False)]


def test_leaves_out_the_numbers_of_a_list() -> None:
    assert counts("1. The first.\n\n2. The next, with 7 wounded.") == [("7", 7, 7, False)]


def test_reads_counts_in_a_title() -> None:
    assert counts("Nothing.", title="Car Bomb Kills 20 in the Capital") == [("20", 20, 20, False)]


_PIECES = st.sampled_from(
    [
        "at least", "more than", "up to", "around", "between", "and", "to", "-", "or more", "a", "one", "no", "ten",
        "23", "1,200", "2008", "1.5", "million", "hundred", "dozen", "dozens of", "scores of", "half", "several", ".",
        ",", "(", ")", "\n\n", "$", "%", "years", "August", "May", "killed", "people", "of the", "'s", "²", "１２", "٣",
    ]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(_PIECES).map(" ".join), st.lists(_PIECES).map("".join)))
def test_bounds_are_in_order_and_spans_verbatim(body: str) -> None:
    report = Report(id="r", title="", body=body)
    last = -1
    for value in Quantities().find(report):
        span = value.spans[0]
        assert report.text[span.start : span.end] == span.text
        assert span.start >= last
        assert value.low is None or value.high is None or value.low <= value.high
        assert value.low is not None or value.high is not None
        last = span.end


def test_takes_linear_time() -> None:
    text = "at least between 10 and a hundred and no more than " * 2000
    start = time.perf_counter()
    counts(text)
    assert time.perf_counter() - start < 5
