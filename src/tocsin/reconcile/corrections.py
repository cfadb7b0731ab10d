"""What a person writes as a field's right value, checked and understood."""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import get_args

from tocsin.errors import JudgementError
from tocsin.model import ActorMention, Correction, Perpetrator, Quantity, Timex, Toponym
from tocsin.model.judgement import UNKNOWN
from tocsin.model.vocabulary import (
    ATTRIBUTION_STATES,
    CORRECTABLE,
    KINDS,
    STATUSES,
    AttributionState,
    Correctable,
    TimePrecision,
)

ReadPlace = Callable[[str], Toponym]
"""Understands a place as a person writes it."""
Identify = Callable[[str], str | None]
"""Gives the registry's id of an actor's name."""

_LONGEST = 300
_LARGEST = 10_000_000
_FIGURES = frozenset({"killed", "injured", "abducted", "detained"})
_COUNT = re.compile(
    r"(?P<rough>about |around |~ ?)?(?P<least>at least |>= ?|≥ ?)?(?P<most>up to |<= ?|≤ ?)?"
    r"(?P<low>\d[\d,]*)(?: ?(?:-|–|to) ?(?P<high>\d[\d,]*))?(?P<plus>\+)?"
)
_DAYS = re.compile(r"(?P<start>\d{4}(?:-\d\d){0,2})(?:(?: ?/ ?| to | ?– ?)(?P<end>\d{4}(?:-\d\d){0,2}))?")
_HELD = re.compile(r"(?P<name>[^()]*[^()\s])(?:\s*\((?P<state>[a-z]+)(?: by (?P<by>[^()]+))?\))?")


def read_correction(field: str, text: str, read_place: ReadPlace, identify: Identify | None = None) -> Correction:
    """Return the correction that a person means by `text`; "unknown" withdraws a time, place or figure.

    JudgementError says what the field takes.
    """
    name = next((known for known in CORRECTABLE if known == field), None)
    if name is None:
        raise JudgementError(
            f"{field!r} is no field that can be corrected", advice=f"it is one of {_list(CORRECTABLE)}"
        )
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        raise JudgementError(f"{field} is given no value or too long a one", advice=f"it takes 1 to {_LONGEST} letters")
    if text.lower() == UNKNOWN and name in _FIGURES | {"time", "place"}:
        return Correction(field=name, text=UNKNOWN)
    if name in _FIGURES:
        return Correction(field=name, text=text, figure=_count(name, text))
    if name == "time":
        return Correction(field=name, text=text, time=_days(text))
    if name == "place":
        return Correction(field=name, text=text, place=read_place(text))
    if name == "perpetrator":
        return Correction(field=name, text=text, perpetrator=_held(text, identify))
    return Correction(field=name, text=_label(name, text))


def _label(name: Correctable, text: str) -> str:
    choices = {"kind": KINDS, "status": STATUSES}.get(name)
    if choices is None:
        return text
    label = text.lower().replace(" ", "_")
    if label not in choices:
        raise JudgementError(f"{name} is {text!r}", advice=f"it takes {_list(choices)}")
    return label


def _count(name: Correctable, text: str) -> Quantity:
    takes = 'it takes a number such as 5, "at least 5", "5-7", "about 80", or "unknown"'
    match = _COUNT.fullmatch(text.lower().replace("none", "0"))
    if match is None:
        raise JudgementError(f"{name} is {text!r}", advice=takes)
    low = int(match["low"].replace(",", ""))
    high = int(match["high"].replace(",", "")) if match["high"] else low
    if low > high:
        raise JudgementError(f"{name} is {text!r}, whose lower end is above the upper", advice=takes)
    if high > _LARGEST:
        raise JudgementError(f"{name} is {text!r}", advice=f"it takes numbers up to {_LARGEST:,}")
    return Quantity(
        low=None if match["most"] else low,
        high=None if match["least"] or match["plus"] else high,
        approximate=bool(match["rough"]),
    )


def _days(text: str) -> Timex:
    takes = "it takes a day, month or year, or two with a slash: 2024-05-03, 2024-05, 2024-05-03/2024-05-05"
    match = _DAYS.fullmatch(text)
    if match is None:
        raise JudgementError(f"time is {text!r}", advice=takes)
    try:
        start, last = _period(match["start"])
        end = _period(match["end"])[1] if match["end"] else last
    except ValueError as error:
        raise JudgementError(f"time is {text!r}, and there is no such day", advice=takes) from error
    if start > end:
        raise JudgementError(f"time is {text!r}, which ends before it starts", advice=takes)
    precisions: dict[int, TimePrecision] = {4: "year", 7: "month", 10: "day"}
    return Timex(start=start, end=end, precision="range" if match["end"] else precisions[len(match["start"])])


def _period(text: str) -> tuple[dt.date, dt.date]:
    """Return the first and last day of a year, month or day."""
    numbers = [int(part) for part in text.split("-")]
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else None
    if len(numbers) == 3:
        day = dt.date(year, numbers[1], numbers[2])
        return day, day
    last = month or 12
    return dt.date(year, month or 1, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def _held(text: str, identify: Identify | None) -> Perpetrator:
    states = _list(ATTRIBUTION_STATES)
    takes = (
        f"it takes a name, and in brackets how: Example Front (claimed), Example Front (accused by police); {states}"
    )
    match = _HELD.fullmatch(text)
    state = _state(match["state"]) if match else None
    if match is None or state is None:
        raise JudgementError(f"perpetrator is {text!r}", advice=takes)
    name = match["name"]
    if name.lower() in {"nobody", "no one"}:
        return Perpetrator(actor=ActorMention(name=None), attribution="unclaimed")
    actor = ActorMention(name=name, actor=identify(name) if identify else None)
    return Perpetrator(actor=actor, attribution=state, attributed_by=match["by"])


def _state(text: str | None) -> AttributionState | None:
    return next((state for state in get_args(AttributionState) if state == (text or "reported")), None)


def _list(choices: Sequence[str]) -> str:
    return ", ".join(choices)
