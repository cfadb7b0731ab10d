"""Which of the times that a report tells is an act's own."""

import datetime as dt
from collections.abc import Callable

import pytest

from tocsin.model import Mention

Finds = Callable[..., tuple[Mention, ...]]
FRIDAY = dt.date(2024, 5, 10)
THURSDAY, MONDAY = dt.date(2024, 5, 9), dt.date(2024, 5, 6)


def days(mention: Mention) -> tuple[dt.date | None, dt.date | None]:
    return (mention.time.start, mention.time.end) if mention.time else (None, None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Axland's army has shelled Dorun since Monday, killing nine people.", MONDAY, FRIDAY),
        ("Axland began bombing Dorun on May 6 and has continued to do so.", MONDAY, FRIDAY),
        ("Axland began bombing Dorun on May 6.", MONDAY, MONDAY),
        ("Rebels attacked soldiers in Dorun on Wednesday and Thursday.", dt.date(2024, 5, 8), THURSDAY),
    ],
)
def test_an_act_has_all_the_days_that_it_lasted(mentions: Finds, text: str, start: dt.date, end: dt.date) -> None:
    assert days(mentions(text)[0]) == (start, end)


def test_what_has_happened_is_not_dated_by_what_is_to_come(mentions: Finds) -> None:
    (mention,) = mentions("Police arrested the bomber's father. A hearing over his arrest was set for 14 May.")
    assert days(mention) == (None, None)


def test_a_date_belongs_to_the_noun_that_it_stands_before(mentions: Finds) -> None:
    found = mentions("The bombing suspect's flat was searched after May 6, 2024, bombing in Dorun.")
    assert [days(m)[0] for m in found] == [MONDAY]


def test_the_day_of_another_clause_does_not_date_what_has_happened_before(mentions: Finds) -> None:
    found = mentions("The front, which has detonated twenty car bombs in Dorun, was founded in 1984.")
    assert all(m.time is None for m in found)


def test_a_paragraph_goes_on_with_the_day_that_it_told_of(mentions: Finds) -> None:
    lead = "The town council of Karvali met again. It spoke about the price of bread and water.\n\n"
    told = "The mayor opened a school on Monday. The sun shone. Gunmen attacked a bus in Dorun."
    assert [days(m)[0] for m in mentions(lead + told)] == [MONDAY]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke on Monday.\n\nGunmen attacked a bus in Dorun.",
        "The mayor said on Monday that all was well. Gunmen attacked a bus in Dorun.",
        "The mayor opened a school on Monday. Gunmen had attacked a bus in Dorun.",
    ],
)
def test_no_day_is_taken_from_another_paragraph_or_speech_or_for_what_had_happened(mentions: Finds, text: str) -> None:
    lead = "The town council of Karvali met again. It spoke about the price of bread and water.\n\n"
    assert [days(m)[0] for m in mentions(lead + text)] == [None]


def test_a_day_told_in_full_dates_a_report_without_a_day(mentions: Finds) -> None:
    text = "A bomb exploded in Dorun on Monday. The bombing of 6 May 2024 killed nine people."
    assert [days(m)[0] for m in mentions(text, published=None)] == [MONDAY]
