"""Countries that a report names by their people or adjective alone: "a Pakistani village", "Afghans"."""

import re
from dataclasses import replace
from functools import cache

from tocsin.model import Component, Report, Toponym
from tocsin.resolve.gazetteer_build import curated_rows
from tocsin.resolve.toponym_context import demonyms

_LETTERS_CASED = 0.004
"""Below which share of capitals a text is written without case."""


class Nations:
    """The finder of countries by adjective and people."""

    component = Component("nations", "1")

    def find(self, report: Report) -> tuple[Toponym, ...]:
        """Return the countries so named in text order, each with its words; where in it, if at all, is left open."""
        text = report.text
        capitals = sum(char.isupper() for char in text)
        cased = capitals > _LETTERS_CASED * sum(char.isalpha() for char in text)
        found = []
        for match in _pattern().finditer(text):
            words = match[0]
            country = demonyms()[words.lower()]
            if not country or (cased and not words[0].isupper()) or len(words) <= 3:  # "US" is found as a name
                continue
            span = report.span(match.start(), match.end())
            found.append(replace(_countries()[country], spans=(span,), by=self.component.id))
        return tuple(found)


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(demonyms(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)


@cache
def _countries() -> dict[str, Toponym]:
    return {
        row["iso2"]: Toponym(
            name=row["name"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["iso2"],
            feature="country",
            precision="country",
            relation="unknown",
        )
        for row in curated_rows("countries.tsv")
    }
