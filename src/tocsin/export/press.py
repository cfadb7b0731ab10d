"""One coding of a military press release, as a corpus of them is coded: day, type, province, least killed and captured.

The corpus' own conventions live here and nowhere else: how many "numerous" stands for, how provinces are spelt, that a
release that gives no day tells of the day it was issued.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tocsin.export.press_provinces import province_of, provinces_in
from tocsin.model import Mention, Quantity, Reading, Report, Span, Timex
from tocsin.model.vocabulary import COUNTED
from tocsin.resolve.timexes import Timexes

_LEAST = {"numerous": 4, "many": 4, "multiple": 3}
"""What a word stands for at least, where that isn't how the reader counts it."""
_READ = {"numerous": 3, "many": 3, "multiple": 2}
_STRIKE = re.compile(r"\bair ?-?strikes?\b|\bprecision[ -](?:strikes?|guided)\b", re.IGNORECASE)
_NIGHT = re.compile(r"\bover ?night\b|\blast night\b", re.IGNORECASE)
_HOURS = re.compile(r"\b24 hours\b|\btwenty-four hours\b", re.IGNORECASE)
"""A round-up of a day and a night is coded under the day it was issued."""
_NEWS = 7
"""Days for which what a release tells of is its news."""
_OLD = 21
"""Days before its issue from which on what a release tells is told as history."""
_FORCES = re.compile(
    r"\b(?:forces?|troops|soldiers|commandos|company|patrol|ISAF|coalition|police|army|team)\b", re.IGNORECASE
)
_OWN = re.compile(
    r"\b(?:soldiers?|troops?|service ?members?|police(?:men|man)?|officers?|contractors?)\b", re.IGNORECASE
)
"""Whose deaths no operation of the forces is coded for."""
_CIVILIANS = re.compile(
    r"\b(?:civilians?|citizens?|(?:local )?nationals?|children|women|people|villagers?|residents?|officials?|"
    r"governors?|elders?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a release is coded for: the mention that tells the captures, the one that tells the deaths, and all acts."""

    captures: Mention | None
    deaths: Mention | None
    acts: tuple[Mention, ...]


def to_press(report: Report, reading: Reading) -> dict[str, Any]:
    """Return the coding of a release under the corpus' own names."""
    told = _told(report, reading.mentions)
    killed = _count(told.deaths.killed) if told.deaths else 0
    captured = _count(told.captures.detained) if told.captures else 0
    day = _day(report, told)
    return {
        "start_date": day.isoformat() if day else None,
        "event_type": _types(report, told, killed, captured),
        "province": _provinces(report, told),
        "min_killed": killed,
        "min_captured": captured,
    }


def _told(report: Report, mentions: Sequence[Mention]) -> _Told:
    acts = [m for m in mentions if m.status in COUNTED and not _is_history(m, report.published)]
    acts.sort(key=lambda m: m.scope != "headline")
    captures = max(acts, key=lambda m: _count(m.detained), default=None)
    deaths = next((m for m in acts if _count(m.killed) and _is_by_forces(m)), None)
    return _Told(captures if captures and _count(captures.detained) else None, deaths, tuple(acts))


def _is_history(mention: Mention, published: dt.date | None) -> bool:
    end = mention.time.end if mention.time else None
    return bool(published and end and (published - end).days > _OLD)


def _is_by_forces(mention: Mention) -> bool:
    """Say whether the dead are those of the operation told of, not of an attack by those whom it is against."""
    actors = [each.actor for each in mention.perpetrators if each.attribution != "denied"]
    dead = " ".join(span.text for span in _spans(mention.killed))
    if _OWN.search(dead):
        return False
    if any(_FORCES.search(span.text) for actor in actors for span in actor.spans):
        return True
    return not _CIVILIANS.search(dead) and (not actors or mention.scope == "headline")


def _count(count: Quantity | None) -> int:
    """Return the least number that a count stands for in the corpus."""
    if count is None or count.number is None:
        return 0
    words = [word for span in count.spans for word in re.findall(r"\w+", span.text.lower()) if word in _LEAST]
    return count.number + sum(_LEAST[word] - _READ[word] for word in words)


def _types(report: Report, told: _Told, killed: int, captured: int) -> list[str]:
    if killed and captured:
        return ["captureandkill"]
    if captured or not told.acts:
        return ["detention"]
    if told.deaths is not None and any(_CIVILIANS.search(span.text) for span in _spans(told.deaths.killed)):
        return ["civiliancasualty"]
    strike = _STRIKE.search(report.body) or any(m.kind == "airstrike_or_drone" for m in told.acts)
    if strike or killed:
        return ["airstrike" if strike else "insurgentskilled"]
    return ["detention"]


def _spans(count: Quantity | None) -> tuple[Span, ...]:
    return count.spans if count is not None else ()


def _provinces(report: Report, told: _Told) -> list[str]:
    for mention in (told.captures, told.deaths, *told.acts):
        found = province_of(mention.place) if mention is not None and mention.place is not None else None
        if found is not None:
            return [found]
    return list(provinces_in(report.body)[:1])


def _day(report: Report, told: _Told) -> dt.date | None:
    """Return the day of the act, else the first day told; without one that of issue, the one before for a night's."""
    issued = report.published
    for mention in (told.captures, told.deaths, *told.acts):
        if mention is not None and (day := _first_day(mention.time)):
            return day
    if issued is None:
        return None
    body = report.body
    told_days = (
        _first_day(time) for time in Timexes().find(report) if time.spans[0].start >= len(report.text) - len(body)
    )
    near = (day for day in told_days if day and 0 < (issued - day).days < _NEWS)
    night = issued - dt.timedelta(days=_NIGHT.search(report.text) is not None)
    return next(near, night)


def _first_day(time: Timex | None) -> dt.date | None:
    if time is None or time.start is None or time.precision not in {"day", "time", "range"}:
        return None
    rounded = any(_HOURS.search(span.text) for span in time.spans)
    return time.end if rounded else time.start
