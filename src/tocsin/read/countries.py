"""Countries by the words of a report: names, adjectives, peoples, and the country that a report is about."""

import re
from collections import Counter
from functools import cache

from tocsin.ontology.files import data, read_rows
from tocsin.read.document import Document

_PLAIN = "United States"
_SHORT = {
    name: country
    for country, names in {
        "United States": "u.s.|us|u.s|usa|america|washington|white house|american",
        "United Kingdom": "uk|u.k.|britain",
        "Russia": "moscow|kremlin",
        "Soviet Union": "soviet",
    }.items()
    for name in names.split("|")
}


def _bare(cell: str) -> str:
    return re.sub(r"\s*[\[{].*", "", cell).strip()


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(read_rows(data("states.tsv")))


@cache
def countries() -> dict[str, str]:
    """Return usual names by lower-case name, adjective or people's name."""
    found: dict[str, str] = {}
    for row in _rows():
        usual = _bare(row["name"])
        names = [usual, row["formal"], *(row[cell] for cell in ("adjectives", "people", "other"))]
        parts = [part for cell in names for part in cell.split("|")]
        parts += [f"{_bare(adjective)}s" for adjective in row["adjectives"].split("|")] if not row["people"] else []
        for part in parts:
            bare = _bare(part).lower()
            if len(bare) > 3 or bare in {"uae", "drc"}:
                found.setdefault(bare, usual)
    return found | _SHORT


@cache
def _by_code() -> dict[str, str]:
    return {row["code"]: _bare(row["name"]) for row in _rows()}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(countries(), key=len, reverse=True)
    return re.compile(r"(?<![\w.])(?:" + "|".join(re.escape(name) for name in names) + r")(?![\w])", re.IGNORECASE)


def country_in(text: str) -> str | None:
    """Return the usual name of the first country that the words name ("us" counts only in capitals or with dots)."""
    return next(iter(_countries(text)), None)


def country_spans(text: str) -> list[tuple[int, int, str]]:
    """Return where the words name countries, by name or adjective: start, end, usual name."""
    shouting = ("us", "Us", "usa", "car", "uk")
    matches = [match for match in _pattern().finditer(text) if match[0] not in shouting]
    return [(match.start(), match.end(), countries()[match[0].lower()]) for match in matches]


def _countries(text: str) -> list[str]:
    return [country for _, _, country in country_spans(text)]


def country_of(code: str | None) -> str | None:
    """Return the usual name of a country by its ISO 3166 alpha-2 code."""
    return _by_code().get(code) if code else None


def government(country: str) -> str:
    """Return the usual name of a country's government."""
    return _PLAIN if country == _PLAIN else f"Government of {country}"


def country_focus(document: Document) -> str | None:
    """Return the country that the report speaks of most, by name or else by its places; None where it names none."""
    counts = Counter(_countries(document.report.text))
    if not counts:
        codes = [place.country for place in document.toponyms] + [actor.country for actor in document.actors]
        counts = Counter(name for name in map(country_of, codes) if name)
    return counts.most_common(1)[0][0] if counts else None
