"""What opens a press release before its first words: its number, the office that issued it, "for immediate release".

Of the number only year and month are taken ("2024-05-S-012"): they date a dateline that gives none but day and month.
"""

import datetime as dt
import re
from dataclasses import dataclass

_NUMBER = re.compile(
    r"(?<![\d-])(?P<year>(?:19|20)\d{2})-(?P<month>0[1-9]|1[0-2])-[A-Z]{1,3} ?[-–] ?(?P<serial>\d{1,4})\b"
)
_WORDS = re.compile(
    r"for immediate (?:release|publication)|(?:news|press|media) (?:release|statement)|download (?:pdf|release)"
    r"|(?:release|statement) (?:no\.?|number|#) ?\d[\d/-]*|\b\d{3,5}(?:, ?\d{3,5})+",
    re.IGNORECASE,
)
_OFFICE_WORDS = frozenset(
    ("command", "office", "headquarters", "ministry", "department", "bureau", "directorate", "taskforce", "force")
)
_SMALL = frozenset(("of", "for", "the", "and"))
_HEAD = 9
"""Among how many first lines the head of a release is looked for."""
_LONGEST = 90
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_DAY = re.compile(rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?\s*(?P<day>\d{{1,2}})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A release without its head: title and paragraphs, the office that issued it, the month of its number.

    `titled` is the day that its title gives ("Morning update, Feb. 21, 2011").
    """

    title: str
    paragraphs: tuple[str, ...]
    office: str | None = None
    issued: dt.date | None = None
    titled: dt.date | None = None


def open_release(title: str, paragraphs: tuple[str, ...]) -> Release:
    """Return a report without the lines that only make it a release; a text without a number is kept as it is."""
    head = (title, *paragraphs[:_HEAD])
    number = next((found for line in head if (found := _NUMBER.search(line))), None)
    if number is None:
        return Release(title=title, paragraphs=paragraphs)
    issued = dt.date(int(number["year"]), int(number["month"]), 1)
    left = [_without_head(line) for line in head]
    days = (day for line in left[:3] if len(line) < _LONGEST * 2 and (day := in_month(line, issued)))
    return Release(
        title=left[0],
        paragraphs=(*(line for line in left[1:] if line), *paragraphs[_HEAD:]),
        office=next((office for line in head if (office := _office(line))), None),
        issued=issued,
        titled=next(days, None),
    )


def number_in(text: str) -> tuple[dt.date, int] | None:
    """Return the number of a release that a text gives: the first of its month, and the number in that month."""
    found = _NUMBER.search(text)
    return (dt.date(int(found["year"]), int(found["month"]), 1), int(found["serial"])) if found else None


def _without_head(line: str) -> str:
    """Return a line without number and words of release; nothing where only an office is left."""
    if not _NUMBER.search(line) and not _WORDS.search(line) and not _is_office(line):
        return line
    rest = _WORDS.sub(" ", _NUMBER.sub(" ", line)).strip(" \t-–—")
    return "" if _is_office(rest) else " ".join(rest.split())


def _office(line: str) -> str | None:
    rest = _WORDS.sub(" ", _NUMBER.sub(" ", line)).strip(" \t-–—")
    return rest if _is_office(rest) else None


def _is_office(line: str) -> bool:
    """Say whether a line names an office and says no more: "Regional Command South"."""
    if len(line) > _LONGEST:
        return False
    words = [word for word in re.split(r"[\s/–-]+", line) if word]
    lows = [word.lower() for word in words]
    named = all(word[0].isupper() or low in _SMALL | _OFFICE_WORDS for word, low in zip(words, lows, strict=True))
    return named and not any(c in line for c in ".,:;!?") and any(low in _OFFICE_WORDS - {"force"} for low in lows)


def in_month(text: str, issued: dt.date) -> dt.date | None:
    """Return the day that words like "Dec. 31" name, of the year that brings it closest to the month of issue."""
    found = _DAY.search(text)
    if found is None:
        return None
    days = []
    for year in (issued.year - 1, issued.year, issued.year + 1):
        try:
            days.append(dt.date(year, _MONTHS[found["month"][:3].lower()], int(found["day"])))
        except ValueError:
            continue
    return min(days, key=lambda each: abs((each - issued).days), default=None)
