"""Reads the full answer keys of MUC-4: 25 slots a template, in the notation of 1992.

In a slot `-` is nothing, `*` not applicable, `/` stands between alternatives, `?` before what may be left out, and
`VALUE: "WORDS"` ties a value to the filler that it is about.
"""

import calendar
import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tocsin.errors import FormatError, InputError

Days = tuple[dt.date, dt.date]

ID, NUMBER, KIND = "MESSAGE: ID", "MESSAGE: TEMPLATE", "INCIDENT: TYPE"
DATE, LOCATION, STAGE = "INCIDENT: DATE", "INCIDENT: LOCATION", "INCIDENT: STAGE OF EXECUTION"
CONFIDENCE = "PERP: ORGANIZATION CONFIDENCE"
FILLERS = {
    "PerpInd": ("PERP: INDIVIDUAL ID",),
    "PerpOrg": ("PERP: ORGANIZATION ID",),
    "Target": ("PHYS TGT: ID",),
    "Victim": ("HUM TGT: NAME", "HUM TGT: DESCRIPTION"),
    "Weapon": ("INCIDENT: INSTRUMENT ID",),
}
MONTHS = {name.upper(): number for number, name in enumerate(calendar.month_abbr) if number}
UNSAID = 1900
"""The year of a date whose year the key doesn't say."""
REACH = dt.timedelta(days=31)
"""How long before the last possible day a date counts where the key says only "on or before"."""

_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_DAY = re.compile(r"(?:(\d{1,2})\s+)?([A-Z]{3})[A-Z]*(?:\s+(\d{2}))?$")


@dataclass(frozen=True, slots=True)
class Fill:
    """One answer of a slot: the values that are right, the words of the filler that they are about, if any."""

    values: tuple[str, ...]
    mentions: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """A template of the key; an optional one may be missed."""

    docid: str
    optional: bool
    slots: Mapping[str, Sequence[str]]

    def fills(self, slot: str) -> list[Fill]:
        """Return the answers of a slot, those that must be found first."""
        found = [_fill(text) for text in self.slots.get(slot, ()) if text.strip() not in {"-", "*", ""}]
        return sorted(found, key=lambda fill: fill.optional)

    @property
    def types(self) -> frozenset[str]:
        """The types of incident that are right."""
        return frozenset(value for fill in self.fills(KIND) for value in fill.values)

    def fillers(self, role: str) -> list[tuple[str, ...]]:
        """Return the mentions of each filler of a role."""
        return [fill.mentions for slot in FILLERS[role] for fill in self.fills(slot) if fill.mentions]


def read_keys(path: Path) -> dict[str, list[Key]]:
    """Return the templates by document, an empty list where the key says that there is none."""
    found: dict[str, list[Key]] = {}
    for number, each in enumerate(_templates(path), 1):
        try:
            docid = each[ID][0].split()[0]
            name = each[NUMBER][0]
            keys = found.setdefault(docid, [])
            if name.strip() != "*":
                keys.append(Key(docid, "OPTIONAL" in name, each))
        except (KeyError, IndexError, TypeError, AttributeError) as error:
            advice = f"each needs {ID} and {NUMBER}, and a list of strings a slot"
            raise FormatError(f"{path}, template {number} is broken: {error!r}", advice=advice) from error
    return found


def _templates(path: Path) -> Iterator[Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path} can't be read ({error})", advice="name the file of the keys") from error
    except ValueError as error:
        raise FormatError(f"{path} is no JSON: {error}", advice="name the file of the keys") from error
    for part in content.values() if isinstance(content, dict) else [content]:
        if not isinstance(part, list):
            raise FormatError(f"{path} holds no lists of templates", advice="one list, or one list a split")
        yield from part


def _fill(text: str) -> Fill:
    optional = text.lstrip().startswith("?")
    plain = text.strip().lstrip("? ")
    quoted = _QUOTED.search(plain)
    left, _, right = plain[: quoted.start() if quoted else len(plain)].partition(":")
    mentions = [words.replace('\\"', '"') for words in _QUOTED.findall(plain)] or [right.strip()]
    values = (value.strip(" ()").lower() for value in left.split("/"))
    return Fill(tuple(filter(None, values)), tuple(each for each in mentions if each not in {"", "-"}), optional)


def days(text: str) -> list[Days | None]:
    """Return the alternatives of a date as first and last day that are right, None for what can't be read.

    "- 04 MAR 90" is any of the days up to it that are in reach.
    """
    return [_days(part.strip(" ()?")) for part in text.split("/")]


def _days(text: str) -> Days | None:
    first, dash, last = text.rpartition("-")
    end = _day(last.strip(), last=True)
    start = _day(first.strip(), last=False) if first.strip() else None
    if end is None:
        return None
    if not dash:
        start = _day(last.strip(), last=False)
    return (start or end - REACH, end)


def _day(text: str, *, last: bool) -> dt.date | None:
    """Return a day; the first or last one of a month; a year that isn't said is `UNSAID`."""
    match = _DAY.match(text.upper())
    if match is None or match[2] not in MONTHS:
        return None
    year, month = UNSAID + int(match[3] or 0), MONTHS[match[2]]
    try:
        if match[1]:
            return dt.date(year, month, int(match[1]))
        after = dt.date(year + month // 12, month % 12 + 1, 1)
    except ValueError:
        return None
    return after - dt.timedelta(days=1) if last else dt.date(year, month, 1)


def places(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the alternatives of a location: the country, and the names of places in it."""
    return [_place(part) for part in _split(text.strip().lstrip("? "), "/")]


def _place(text: str) -> tuple[str, tuple[str, ...]]:
    plain = text.strip()
    if plain.startswith("(") and plain.endswith(")"):
        plain = plain[1:-1]
    country, *parts = _split(plain, ":")
    names = (re.sub(r"\(.*", "", name).strip() for part in parts for name in re.split(r"\)\s+-\s+", part))
    return country.strip().lower(), tuple(name.lower() for name in names if name)


def _split(text: str, mark: str) -> list[str]:
    """Split at a mark that stands outside parentheses."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == mark and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts
