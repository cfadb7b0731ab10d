"""Counts of victims, from the words of one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model import Report
from tocsin.read.harm_words import split
from tocsin.read.harms import Harm, harms_in
from tocsin.resolve.quantities import Quantities

COUNTS = Quantities()


def harms(text: str) -> list[Harm]:
    report = Report(id="r", title="", body=text)
    return list(harms_in(split(report.body, 2, COUNTS.find(report))))


def told(text: str) -> list[tuple[str, int]]:
    return [(harm.fate, harm.number) for harm in harms(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 dead, 3 wounded in Karvali shooting", [("killed", 1), ("injured", 3)]),
        ("One man was killed and three others wounded early Friday, police said.", [("killed", 1), ("injured", 3)]),
        ("Two men and a woman were shot at a party, killing one.", [("shot", 3), ("killed", 1)]),
        ("2 boys, 2 girls shot in Dorun", [("shot", 4)]),
        ("Four people, one of them a child, were shot.", [("shot", 4), ("shot", 1)]),
        ("Quadruple shooting leaves 1 dead", [("victims", 4), ("killed", 1)]),
        ("Police investigate double homicide", [("killed", 2)]),
        ("He and three others were shot on the court.", [("shot", 4)]),
        ("Man, 19, fatally shot", [("killed", 1)]),
        ("Man killed, woman injured in shooting", [("killed", 1), ("injured", 1)]),
        ("A gunfight left a bystander dead and nine people hurt.", [("killed", 1), ("injured", 9)]),
        ("A 26-year-old man was shot in the chest and died.", [("killed", 1)]),
        ("At least 40 people were killed and more than 100 injured.", [("killed", 40), ("injured", 101)]),
        ("The blast killed 12 and injured 50, police said.", [("killed", 12), ("injured", 50)]),
        ("The murder of two brothers shocked Dorun.", [("killed", 2)]),
        ("Ana Ruiz, 24, was pronounced dead at the scene.", [("killed", 1)]),
    ],
)
def test_counts_are_read_with_what_became_of_whom(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A man walked into a shop.",
        "Three men were arrested and charged with shooting at a house.",
        "Two officers were not injured.",
        "He was shot four times.",
        "",
    ],
)
def test_who_came_to_no_harm_is_not_counted(text: str) -> None:
    assert all(harm.form == "known" for harm in harms(text))


def test_who_shoots_is_not_counted_unless_it_is_himself() -> None:
    assert told("A gunman shot four people.") == [("shot", 4)]
    assert told("A gunman shot himself.") == [("shot", 1)]


def test_others_are_marked_and_ranges_kept() -> None:
    one, others = harms("One person died and at least three others were hurt.")
    assert (one.others, others.others) == (False, True)
    assert (others.low, others.high) == (3, None)


@given(st.text(alphabet="aeint 3,.-’\n", max_size=60))
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    for harm in harms(text):
        assert 2 <= harm.start < harm.end <= len(text) + 2
