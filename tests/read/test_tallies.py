"""Counts over many events and ranks: what is counted, by whom, against whom, where and since when."""

import datetime as dt
from collections.abc import Callable

import pytest

from tocsin.model import Tally
from tocsin.read.document import Document
from tocsin.read.mentions import extract_mentions
from tocsin.read.tallies import extract_tallies

Reads = Callable[..., Document]


def tallies(document: Reads, body: str) -> tuple[Tally, ...]:
    read = document(body)
    return extract_tallies(read, extract_mentions(read))


def one(document: Reads, body: str) -> Tally:
    found = tallies(document, body)
    assert len(found) == 1, found
    return found[0]


def test_a_count_over_many_attacks_is_a_tally_with_its_frame(document: Reads) -> None:
    tally = one(
        document, "Islamic State has claimed around eighty attacks on army posts in Karvali and Dorun since 7 October."
    )
    assert (tally.what, tally.low, tally.high, tally.approximate) == ("attacks", 80, 80, True)
    assert (tally.actor, tally.target, tally.place) == ("Islamic State", "army posts", "Karvali and Dorun")
    assert (tally.since, tally.until) == (dt.date(2023, 10, 7), dt.date(2024, 5, 10))


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("since March", dt.date(2024, 3, 1), dt.date(2024, 5, 10)),
        ("since the war broke out on 7 October", dt.date(2023, 10, 7), dt.date(2024, 5, 10)),
        ("this year", dt.date(2024, 1, 1), dt.date(2024, 5, 10)),
        ("last month", dt.date(2024, 4, 1), dt.date(2024, 4, 30)),
    ],
)
def test_the_days_are_those_of_the_words(words: str, since: dt.date, until: dt.date, document: Reads) -> None:
    tally = one(document, f"The army has recorded more than 120 bombings in Karvali {words}.")
    assert (tally.low, tally.high) == (121, None)
    assert (tally.since, tally.until) == (since, until)


def test_what_the_text_leaves_open_stays_open(document: Reads) -> None:
    tally = one(document, "There have been 40 kidnappings in the country over the years.")
    assert (tally.actor, tally.target, tally.since, tally.until) == (None, None, None, None)


def test_the_first_since_is_a_rank_of_the_incident_told(document: Reads) -> None:
    body = "Rockets hit a base in Karvali on Friday. It was the first attack on the base since March, police said."
    [rank] = [tally for tally in tallies(document, body) if tally.rank]
    assert (rank.rank, rank.what, rank.low, rank.since) == (1, "attacks", None, dt.date(2024, 3, 1))
    assert rank.incident is not None
    assert rank.incident.endswith(":m1")


def test_a_numbered_attack_is_rank_and_count(document: Reads) -> None:
    body = "A bomb killed two people in Karvali on Friday. It was the third bombing in the town this month."
    [rank] = [tally for tally in tallies(document, body) if tally.rank]
    assert (rank.rank, rank.low, rank.since) == (3, 3, dt.date(2024, 5, 1))


@pytest.mark.parametrize(
    "body",
    [
        "A bomb killed nine people in Karvali on Friday.",
        "Five rockets hit a base in Karvali on Friday.",
        "It was the first goal for the visitors since March.",
        "The minister spoke on the second day of his visit to Karvali.",
    ],
)
def test_figures_of_one_incident_and_other_ordinals_are_no_tallies(body: str, document: Reads) -> None:
    assert tallies(document, body) == ()


def test_the_words_of_a_tally_stand_in_its_sentence(document: Reads) -> None:
    body = "A bomb went off in Karvali on Friday. Rebels have carried out at least 30 attacks in Axland since January."
    tally = one(document, body)
    assert tally.spans[0].text == "at least 30 attacks"
    assert tally.spans[-1].text.startswith("Rebels have")
