"""Countries by the words of a report: names, adjectives, peoples, and the country that a report is about."""

import re
from collections import Counter
from functools import cache, lru_cache

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

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|u\.s(?!\w)|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?")
_NO_COUNTRY = frozenset({"us", "Us", "usa", "car", "uk"})


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
def country_codes() -> dict[str, str]:
    """Return ISO 3166 alpha-2 codes by usual name."""
    return {name: code for code, name in _by_code().items()}


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the names as tuples of words, the longest first, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(countries(), key=len, reverse=True):
        parts = tuple(_WORD.findall(name))
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(names) for first, names in found.items()}


def country_in(text: str) -> str | None:
    """Return the usual name of the first country that the words name ("us" counts only in capitals or with dots)."""
    return next((country for _, _, country in country_spans(text)), None)


@lru_cache(maxsize=64)
def country_spans(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return where the words name countries, by name or adjective: start, end, usual name."""
    matches = list(_WORD.finditer(text))
    lowered = [match[0].lower() for match in matches]
    found: list[tuple[int, int, str]] = []
    end = 0
    for at, word in enumerate(lowered):
        if at < end:
            continue
        for parts in _by_first_word().get(word, ()):
            whole = text[matches[at].start() : matches[min(at + len(parts), len(matches)) - 1].end()]
            if whole.lower() in countries() and whole not in _NO_COUNTRY:
                end = at + len(parts)
                found.append((matches[at].start(), matches[at].start() + len(whole), countries()[whole.lower()]))
                break
    return tuple(found)


def country_of(code: str | None) -> str | None:
    """Return the usual name of a country by its ISO 3166 alpha-2 code."""
    return _by_code().get(code) if code else None


def government(country: str) -> str:
    """Return the usual name of a country's government."""
    return _PLAIN if country == _PLAIN else f"Government of {country}"


def country_focus(document: Document) -> str | None:
    """Return the country that the report speaks of most, by name or else by its places; None where it names none."""
    counts = Counter(country for _, _, country in country_spans(document.report.text))
    if not counts:
        codes = [place.country for place in document.toponyms] + [actor.country for actor in document.actors]
        counts = Counter(name for name in map(country_of, codes) if name)
    return counts.most_common(1)[0][0] if counts else None
