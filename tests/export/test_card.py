import dataclasses
import datetime as dt

import pytest
from rich.console import Console

from tocsin.export import words
from tocsin.export.card import card
from tocsin.export.case import to_case
from tocsin.model import (
    ActorMention,
    Mention,
    Perpetrator,
    Quantity,
    Reading,
    Relation,
    Report,
    Span,
    Statement,
    Tally,
    Target,
    Timex,
    Toponym,
    Weapon,
)

BODY = "Two rockets hit the depot near Basra on Monday. The army said nobody was hurt. It was the third attack in May."
REPORT = Report(id="r1", title="Rockets hit depot", body=BODY, outlet="Example Wire", published=dt.date(2024, 5, 7))


def span(text: str) -> tuple[Span]:
    start = REPORT.text.index(text, len(REPORT.title))
    return (REPORT.span(start, start + len(text)),)


@pytest.fixture
def reading() -> Reading:
    """A reading with one of each."""
    day = dt.date(2024, 5, 6)
    mention = Mention(
        id="r1:m1",
        report="r1",
        trigger=span("hit")[0],
        kind="rocket_or_shelling",
        scope="headline",
        time=Timex(start=day, end=day, precision="day", spans=span("on Monday")),
        place=Toponym(name="Basra", country="IQ", relation="near", precision="city", spans=span("Basra")),
        perpetrators=(Perpetrator(actor=ActorMention(name=None), attribution="unclaimed"),),
        targets=(Target(actor=ActorMention(name=None, spans=span("the depot")), kind="facility"),),
        weapons=(Weapon(name="rockets", quantity=Quantity(low=2, high=2, spans=span("Two rockets"))),),
        killed=Quantity(low=0, high=0, spans=span("nobody was hurt")),
        evidence=span("Two rockets hit the depot near Basra on Monday."),
    )
    army = ActorMention(name="Iraqi Army", spans=span("The army"))
    statement = Statement(
        id="r1:s1", report="r1", speaker=army, stance="inform", about="r1:m1", spans=span("The army said")
    )
    rank = Tally(
        id="r1:t1", report="r1", what="attacks", rank=3, incident="r1:m1", spans=span("the third attack in May")
    )
    relation = Relation(subject="A", predicate="part_of", object="B", since="2014", spans=span("The army"))
    return Reading(report="r1", mentions=(mention,), statements=(statement,), tallies=(rank,), relations=(relation,))


def test_the_case_format_numbers_mentions_and_quotes_the_words(reading: Reading) -> None:
    case = to_case(REPORT, reading)
    incident = case["incidents"][0]
    assert incident["id"] == "i1"
    assert incident["date"] == {
        "start": "2024-05-06",
        "end": "2024-05-06",
        "precision": "day",
        "mentions": ["on Monday"],
    }
    assert incident["place"]["relation"] == "near"
    assert incident["weapons"] == [{"name": "rockets", "mentions": ["Two rockets"], "low": 2, "high": 2}]
    assert incident["injured"] is None
    assert case["statements"][0]["about"] == "i1"
    assert (case["tallies"][0]["rank"], case["tallies"][0]["incident"]) == (3, "i1")
    assert case["relations"][0]["from"] == "2014"


def test_a_mention_without_time_and_place_is_plain_about_it(reading: Reading) -> None:
    mention = dataclasses.replace(reading.mentions[0], time=None, place=None)
    incident = to_case(REPORT, Reading(report="r1", mentions=(mention,)))["incidents"][0]
    assert incident["place"] is None
    assert incident["date"] == {"start": None, "end": None, "precision": "unknown", "mentions": []}


def test_the_card_shows_values_beside_their_words(reading: Reading) -> None:
    console = Console(width=140, color_system=None)
    with console.capture() as captured:
        console.print(card(REPORT, reading))
    printed = captured.get()
    for expected in (
        "near Basra",
        "rockets: 2",
        "killed",
        "none",
        "unknown (unclaimed)",
        "number 3 of attacks",
        "2014",
    ):
        assert expected in printed
    assert "\x1b" not in printed


def test_a_report_of_nothing_says_so() -> None:
    console = Console(width=80)
    with console.capture() as captured:
        console.print(card(REPORT, Reading(report="r1")))
    assert "No incident is told of" in captured.get()


@pytest.mark.parametrize(
    ("low", "high", "approximate", "written"),
    [
        (0, 0, False, "none"),
        (5, 5, False, "5"),
        (5, None, False, "at least 5"),
        (None, 9, False, "up to 9"),
        (1000, 1500, False, "1,000–1,500"),
        (80, 80, True, "about 80"),
        (None, None, False, "not said"),
    ],
)
def test_figures_in_words(low: int | None, high: int | None, approximate: bool, written: str) -> None:  # noqa: FBT001  # a parameter of the table
    assert words.figure(Quantity(low=low, high=high, approximate=approximate)) == written


def test_days_in_words() -> None:
    start, end = dt.date(2024, 5, 1), dt.date(2024, 5, 31)
    assert words.day(Timex(start=start, end=end, precision="month")) == "2024-05-01 to 2024-05-31 (month)"
    assert words.day(None) == "not said"
