"""What people write as a right value: understood, or refused with what the field takes."""

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reconcile.accounts import KISMAYO

from tocsin.errors import JudgementError
from tocsin.model import Correction, Quantity, Toponym
from tocsin.model.vocabulary import CORRECTABLE
from tocsin.reconcile.corrections import read_correction


def place(text: str) -> Toponym:
    return Toponym(name=text)


def read(field: str, text: str) -> Correction:
    return read_correction(field, text, place, {"Example Front": "group:front"}.get)


@pytest.mark.parametrize(
    ("text", "low", "high", "rough"),
    [
        ("5", 5, 5, False),
        ("1,200", 1200, 1200, False),
        ("at least 5", 5, None, False),
        ("5+", 5, None, False),
        (">=5", 5, None, False),
        ("5-7", 5, 7, False),
        ("5 to 7", 5, 7, False),
        ("up to 9", None, 9, False),
        ("About 80", 80, 80, True),
        ("~80", 80, 80, True),
        ("none", 0, 0, False),
    ],
)
def test_figures(text: str, low: int | None, high: int | None, *, rough: bool) -> None:
    assert read("killed", text).figure == Quantity(low=low, high=high, approximate=rough)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2024-05-03", (2024, 5, 3), (2024, 5, 3), "day"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "month"),
        ("2024", (2024, 1, 1), (2024, 12, 31), "year"),
        ("2024-05-03/2024-05-05", (2024, 5, 3), (2024, 5, 5), "range"),
        ("2024-05 to 2024-06", (2024, 5, 1), (2024, 6, 30), "range"),
    ],
)
def test_times(text: str, start: Any, end: Any, precision: str) -> None:
    time = read("time", text).time
    assert time is not None
    assert (time.start, time.end, time.precision) == (dt.date(*start), dt.date(*end), precision)


def test_who_is_held_responsible_how_and_by_whom() -> None:
    held = read("perpetrator", "Example Front (accused by the police)").perpetrator
    assert held is not None
    assert (held.actor.name, held.actor.actor) == ("Example Front", "group:front")
    assert (held.attribution, held.attributed_by) == ("accused", "the police")
    plain, nobody = read("perpetrator", "Others").perpetrator, read("perpetrator", "nobody").perpetrator
    assert plain is not None
    assert nobody is not None
    assert (plain.attribution, nobody.attribution, nobody.actor.name) == ("reported", "unclaimed", None)


def test_words_are_taken_as_labels_and_titles_as_they_are() -> None:
    assert read("kind", "Rocket or shelling").text == "rocket_or_shelling"
    assert read("status", "foiled").text == "foiled"
    assert read("title", "  Market   blast ").text == "Market blast"
    assert read("place", KISMAYO.name).place == place("Kismayo")


def test_a_value_can_be_withdrawn() -> None:
    assert read("killed", "Unknown") == Correction(field="killed", text="unknown")
    assert read("place", "unknown").unknown


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("colour", "red", "'colour' is no field that can be corrected: it is one of kind, status"),
        ("kind", "picnic", "kind is 'picnic': it takes bombing, "),
        ("status", "unknown", "it takes occurred"),
        ("killed", "-5", "killed is '-5': it takes a number"),
        ("killed", "many", "it takes a number"),
        ("killed", "7-5", "lower end is above the upper"),
        ("killed", "99999999", "numbers up to 10,000,000"),
        ("time", "yesterday", "it takes a day, month or year"),
        ("time", "2024-02-30", "there is no such day"),
        ("time", "2024-05-05/2024-05-03", "ends before it starts"),
        ("perpetrator", "Front (guilty)", "it takes a name, and in brackets how"),
        ("perpetrator", "()", "it takes a name"),
        ("title", " ", "no value"),
        ("title", "x" * 301, "too long"),
    ],
)
def test_what_a_field_does_not_take_is_said(field: str, text: str, words: str) -> None:
    with pytest.raises(JudgementError, match=words):
        read(field, text)


@given(field=st.sampled_from(CORRECTABLE), text=st.text(max_size=40))
def test_any_text_is_understood_or_refused(field: str, text: str) -> None:
    with suppress(JudgementError):
        assert read(field, text).field == field
