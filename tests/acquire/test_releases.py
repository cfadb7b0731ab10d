"""Press releases: their number, office and words of release go, and what they say of the day is taken."""

import datetime as dt

import pytest

from tocsin.acquire.draft import Origin, finish
from tocsin.acquire.records import from_record
from tocsin.acquire.release import in_month, number_in, open_release
from tocsin.model import Report

PROSE = "Soldiers searched a farm near Karvali yesterday and arrested a smuggler of mines, who had hidden in the barn."


def report(text: str) -> Report:
    return finish(from_record({"text": text}, "a release"), Origin(name="a release", raw_hash=""))


def test_the_head_of_a_release_goes_and_its_office_is_the_outlet() -> None:
    found = report(
        "Smuggler arrested near Karvali\nJoint Northern Command - Axland\n2024-05-N-017\nFor Immediate Release\n"
        f"Download PDF\n\nDORUN, Axland (May 6) – {PROSE}"
    )
    assert found.title == "Smuggler arrested near Karvali"
    assert found.outlet == "Joint Northern Command - Axland"
    assert found.body == f"DORUN, Axland (May 6) – {PROSE}"


@pytest.mark.parametrize(
    ("head", "day", "said_by"),
    [
        ("2024-05-N-017\n\nDORUN, Axland (May 6)\n", dt.date(2024, 5, 6), "dateline"),
        ("2024-05-N-017\n\nDORUN, Axland (May 6, 2024)\n", dt.date(2024, 5, 6), "dateline"),
        ("2024-01-N-002\n\nDORUN, Axland (Dec. 31) – ", dt.date(2023, 12, 31), "dateline"),
        ("Northern Command Morning Update, May 7\n2024-05-N-017\n\n", dt.date(2024, 5, 7), "title"),
        ("2024-05-N-017\nFor Immediate Release\n\n", None, None),
        ("DORUN, Axland (May 6) – ", None, None),
    ],
)
def test_the_number_says_the_year_of_a_day_without_one(head: str, day: dt.date | None, said_by: str | None) -> None:
    found = report(f"{head}{PROSE}")
    assert (found.published, found.published_from) == (day, said_by)


def test_a_text_without_number_is_kept_as_it_is() -> None:
    paragraphs = ("For Immediate Release", "Joint Northern Command", PROSE)
    found = open_release("Regional Command South", paragraphs)
    assert (found.title, found.paragraphs, found.issued) == ("Regional Command South", paragraphs, None)


def test_a_number_beside_the_title_goes_and_the_title_stays() -> None:
    assert open_release("Arms found in Dorun 2024-05-N-017 For Immediate Release", (PROSE,)).title == (
        "Arms found in Dorun"
    )


def test_numbers_of_other_kinds_are_none_of_a_release() -> None:
    assert number_in("2024-05-N-017") == (dt.date(2024, 5, 1), 17)
    assert number_in("call 2024-05-17, room N-017") is None
    assert in_month("Feb. 30", dt.date(2024, 2, 1)) is None
