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
        ("two lakh", 200_000, 200_000, False),
        ("1.5 crore", 15_000_000, 15_000_000, False),
        ("1,20,000", 120_000, 120_000, False),
        ("1\u00a0200", 1200, 1200, False),
        ("half a million", 500_000, 500_000, False),
        ("a quarter of a million", 250_000, 250_000, False),
        ("one and a half million", 1_500_000, 1_500_000, False),
        ("two-and-a-half thousand", 2500, 2500, False),
        ("a couple of hundred", 200, 200, False),
        ("half of the 40", 20, 20, False),
        ("half the 40", 20, 20, False),
        ("two-thirds of their 300", 200, 200, False),
        ("one in five of the 250", 50, 50, False),
        ("40 percent of the town's 250", 100, 100, False),
        ("a third of the 100", 33, 33, True),
        ("nearly half of the 64", 32, 32, True),
        ("half of the roughly 200", 100, 100, True),
        ("more than half of the 64", 33, None, False),
        ("twenty-odd", 20, 20, True),
        ("30-some", 30, 30, True),
        ("200-plus", 200, None, False),
        ("just short of 400", 400, 400, True),
        ("possibly as many as 80", None, 80, False),
        ("anywhere from 30 to 60", 30, 60, False),
        ("more than 100 but fewer than 200", 101, 199, False),
        ("exceeding 70", 71, None, False),
        ("30 at most", None, 30, False),
        ("not a single", 0, 0, False),
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
        "They lost 1-2; parliament voted 52 to 48 for it.",
        "Call 020 7946 0958, 555-0147, (555) 555-0199 or +44 20 7946 0321, or dial 112.",
        "It is in Tent 6, at 84 West Park Place, on U.S. 98 and on NBC 6.",
        "He died near 10 Mill Street, Image 1 of 10.",
        "Two in three are gone, nine out of ten, three quarters, and half of those held.",
        "Anna Brek Jr., 74, her sons, 4 and 6, and boys ages 13, 17 and 19 left; she is 36.",
        "Resolutions 242 and 338 were cited on day two.",
        "It began in the second half of 2008 at minus 10.",
        "A .45 gun lay there.",
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
        "23", "1,200", "1,20,000", "2008", "1.5", "million", "lakh", "hundred", "dozen", "dozens of", "scores of",
        "half", "several", "third of", "half of the", "in five", "out of", "percent", "won", "dial", "Street", ".",
        ",", "(", ")", "\n\n", "$", "%", "years", "August", "May", "killed", "people", "of the", "'s", "²", "１２", "٣",
    ]
)  # fmt: skip


def test_reads_a_move_between_two_figures_as_two() -> None:
    assert [low for _, low, _, _ in counts("The toll climbed from five to seven.")] == [5, 7]


def test_reads_a_toll_at_a_small_number_as_no_time() -> None:
    assert counts("They put the toll at 12.") == [("12", 12, 12, False)]


def test_tells_scores_of_people_from_a_score() -> None:
    assert counts("A score of them ended in a score of 3-1.") == [("A score", 20, 20, False)]


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


@pytest.mark.parametrize(
    "part",
    [
        "at least between 10 and a hundred and no more than ",
        "hundred ",
        "half of the ",
        "one in five of the ",
        "4, ",
        "4 and ",
        "555 ",
        "1,20,",
        "84 West ",
        "from 10 to ",
        "not a single ",
    ],
)
def test_takes_linear_time(part: str) -> None:
    taken = []
    for times in (1000, 8000):
        start = time.perf_counter()
        counts(part * times)
        taken.append(time.perf_counter() - start)
    # eight times the text may take eight times as long, and some more on a busy machine; squared would be 64
    assert taken[1] < 30 * taken[0] + 0.5


def test_reads_no_number_without_end() -> None:
    assert all(low is not None and low < 10**16 for _, low, _, _ in counts("hundred thousand " * 50))
