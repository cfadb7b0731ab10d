"""What the top and the tail of an article say of its making: dateline, day, agency, author."""

import datetime as dt
import re
from dataclasses import dataclass

from tocsin.acquire.release import in_month

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?i:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\b\.?)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_CLOCK = r"(?:,?\s*(?:at\s+|-\s*|\|\s*)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\b\)?)?)?"
_FULL_DATE = re.compile(
    rf"(?P<m1>{_MONTH})\s+(?P<d1>{_DAY}),?\s+(?P<y1>\d{{4}})\b|(?P<d2>{_DAY})\s+(?:of\s+)?(?P<m2>{_MONTH}),?\s+(?P<y2>\d{{4}})\b"
    r"|\b(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})\b",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|updated|last updated|created|issued|date)\b(?:\s+on)?\s*:?\s*)?"
    rf"(?:{_WEEKDAY}\s*,?\s*)?"
    rf"(?:{_FULL_DATE.pattern}){_CLOCK}(?:T[\d:.+Z-]+)?(?:\s*(?:by|[-–—|])\s+[\w .,'’-]{{2,60}})?\.?",
    re.IGNORECASE,
)
_AUTHOR_LINE = re.compile(
    r"(?:[Bb]y|BY|[Ww]ritten by|[Rr]eported by)\s+"
    r"(?P<who>[A-Z][\w.'’-]+(?:\s+(?:[A-Z][\w.'’-]*|de|al|el|bin|van|von|and|,))*)"
    r"(?:\s*[,|–—-]\s*[\w .]{2,60})?"
)
_AGENCIES = {
    "Reuters": r"Reuters|REUTERS",
    "AP": r"AP|Associated Press",
    "AFP": r"AFP|Agence France[- ]Presse",
    "EFE": r"EFE|Efe",
    "DPA": r"DPA|dpa",
    "UPI": r"UPI|United Press International",
    "ANSA": r"ANSA",
    "TASS": r"TASS|ITAR-TASS",
    "Interfax": r"Interfax",
    "RIA Novosti": r"RIA Novosti",
    "Xinhua": r"Xinhua|XINHUA",
    "Anadolu": r"AA|Anadolu(?: Agency)?",
    "IRNA": r"IRNA",
    "SANA": r"SANA",
    "PTI": r"PTI|Press Trust of India",
    "IANS": r"IANS",
    "ANI": r"ANI",
    "Kyodo": r"Kyodo(?: News)?",
    "Yonhap": r"Yonhap",
    "PA": r"PA|Press Association",
    "CP": r"CP|Canadian Press",
    "AAP": r"AAP|Australian Associated Press",
    "Bernama": r"Bernama|BERNAMA",
    "Antara": r"ANTARA|Antara",
    "NAN": r"NAN|News Agency of Nigeria",
    "Shafaq News": r"Shafaq News",
    "CNN": r"CNN",
}
_ALL_AGENCIES = "|".join(_AGENCIES.values())
_NAMED_AGENCY = re.compile(rf"\b(?:{_ALL_AGENCIES})\b")
_CREDIT = re.compile(rf"[(\[]\s*(?P<agency>{_ALL_AGENCIES})(?:\s*[/,;-]\s*[\w .]{{1,30}})?\s*[)\]]")
_TOLD_EFE = re.compile(r"\b(?:informed|told|explained to|confirmed to|assured|announced to)\s+(?:EFE|Efe)\b")
_PLACE = r"[A-Z][A-ZÀ-Þ.'’ -]{2,40}|[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){0,3}"
_DATELINE = re.compile(
    rf"(?P<line>(?:{_PLACE})"
    r"(?:\s*[,/]\s*[A-Z][\w.'’ -]{1,30}){0,2}"
    rf"(?:\s*,?\s*\(?\s*(?P<date>(?:{_WEEKDAY},?\s*)?(?:{_MONTH}\s*{_DAY}(?:,?\s*\d{{4}})?|{_DAY}\s+{_MONTH}(?:,?\s*\d{{4}})?))\s*\)?)?"
    r"(?:\s*,?\s*\((?P<credit>[^()\n]{2,60})\))?)"
    r"\s*(?:\.\s*)?(?:--+|[–—―]|-(?=\s))\s*",
)
_BARE_DATELINE = re.compile(
    r"(?P<line>(?:[A-Z][A-ZÀ-Þ.'’ -]{2,40})(?:,\s*[A-Z][\w.'’ -]{1,30})?\s*"
    rf"\((?P<date>{_MONTH}\s*{_DAY},\s*\d{{4}})\))\s*"
)
_DATELINE_ALONE = re.compile(
    rf"(?P<line>(?:[A-Z][A-ZÀ-Þ.'’ -]{{2,40}})(?:,\s*[A-Z][\w.'’ -]{{1,30}})?\s*\((?P<date>{_MONTH}\s*{_DAY})\))\s*"
)
_OPENING_CREDIT = re.compile(rf"\(\s*(?:{_ALL_AGENCIES})\s*\)\s*(?:--+|[–—-])\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """What the paragraphs say of themselves; None where they don't."""

    dateline: str | None = None
    published: dt.date | None = None
    agency: str | None = None
    author: str | None = None


def find_byline(paragraphs: tuple[str, ...], issued: dt.date | None = None) -> tuple[Byline, tuple[str, ...]]:
    """Return the byline, and the paragraphs without the lines that hold nothing else; datelines stay in the text.

    `issued` is the month in which a release was numbered: it says the year of a dateline that gives none.
    """
    head, author, day = 0, None, None
    while head < min(4, len(paragraphs)):
        line = paragraphs[head]
        written = _AUTHOR_LINE.fullmatch(line)
        if is_date_line(line):
            day = day or full_date(line)
        elif written and len(line) < 120:
            author = author or written["who"].strip()
        else:
            break
        head += 1
    rest = paragraphs[head:]
    dateline, dated = next((found for text in rest[:4] if (found := _dateline(text, issued))[0]), (None, None))
    byline = Byline(dateline=dateline, published=day or dated, agency=_agency(dateline, rest), author=author)
    return byline, rest


def _dateline(paragraph: str, issued: dt.date | None = None) -> tuple[str | None, dt.date | None]:
    found = _DATELINE.match(paragraph) or _BARE_DATELINE.match(paragraph) or _DATELINE_ALONE.fullmatch(paragraph)
    if not found or not _is_dateline(found):
        return None, None
    day = found["date"] or ""
    return found["line"].strip(), full_date(day) or (in_month(day, issued) if issued else None)


def _is_dateline(found: re.Match[str]) -> bool:
    """Tell "BAGHDAD (Reuters) -" and "SEATTLE — The" from a sentence that happens to hold a dash."""
    line = found["line"]
    place = re.split(r"[,(/]", line)[0].strip()
    return bool(found["date"] or found.groupdict().get("credit") or place.isupper())


def strip_dateline(body: str) -> str:
    """Return the body without the dateline or the credit that opens it."""
    dateline, _ = _dateline(body)
    found = (_DATELINE.match(body) or _BARE_DATELINE.match(body)) if dateline else _OPENING_CREDIT.match(body)
    return body[found.end() :] if found else body


def _agency(dateline: str | None, paragraphs: tuple[str, ...]) -> str | None:
    """Look in the dateline, in credits at the head or tail, and for what EFE writes of its own sources."""
    if dateline and (named := agency_in(dateline)):
        return named
    for paragraph in (*paragraphs[:2], *paragraphs[-2:]):
        credit = _CREDIT.match(paragraph) or re.search(_CREDIT.pattern + r"\W*$", paragraph)
        if credit:
            return agency_in(credit[0])
    return "EFE" if any(_TOLD_EFE.search(paragraph) for paragraph in paragraphs) else None


def agency_in(text: str) -> str | None:
    """Return the usual name of the news agency that the text names."""
    found = _NAMED_AGENCY.search(text)
    if not found:
        return None
    return next(name for name, pattern in _AGENCIES.items() if re.fullmatch(pattern, found[0]))


def is_date_line(line: str) -> bool:
    """Say whether the line holds a full date and nothing but what goes with one ("Posted on …", "… by …")."""
    return bool(_DATE_LINE.fullmatch(line))


def full_date(text: str) -> dt.date | None:
    """Return the first date in the text that names day, month and year."""
    for found in _FULL_DATE.finditer(text):
        year, month, day = (
            next(found[f"{part}{form}"] for form in (1, 2, 3) if found[f"{part}{form}"]) for part in "ymd"
        )
        number = int(month) if month.isdigit() else _MONTHS[month.rstrip(".").lower()]
        try:
            return dt.date(int(year), number, int(re.sub(r"\D", "", day)))
        except ValueError:
            continue
    return None
