"""What a report says about where it plays: countries and divisions named, and which name lies in which."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tocsin.model import Report
from tocsin.resolve.gazetteer_build import curated_rows
from tocsin.resolve.tokens import at
from tocsin.resolve.toponym_spans import Hits, Page, Window
from tocsin.resolve.toponym_words import AFTER, DIRECTIONS, REGIONAL

_KIND = "|".join(AFTER)
_SIDE = "|".join(DIRECTIONS)
_INSIDE = re.compile(
    rf"^(?: (?:{_KIND}))?(?:,? (?:which lies |located )?(?:in|of)|,(?: in)?| \()(?: the)?(?: (?:{_SIDE}))*"
    rf"(?: (?:{_KIND})(?: of)?)? ?$",
    re.IGNORECASE,
)
_OWNER = re.compile(
    rf"^['’]s(?: (?:{_SIDE}|capital|second|largest|city|of|town|village|province|port))*,? $", re.IGNORECASE
)
_COMMA = re.compile(r"^, $|^ \($")


class Spot(NamedTuple):
    """A place name in the text: its words, the places of that name, and the features that the words around fit.

    `how` says how far the name was changed before places bore it (`toponym_variants`); `chance` how likely the words
    are a place name.
    """

    window: Window
    hits: Hits
    fits: frozenset[str]
    how: str = ""
    chance: float = 1.0


class Link(NamedTuple):
    """One spot lies in another; `close` where only a comma parts them."""

    inner: int
    outer: int
    close: bool


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Return the adjectives and peoples of countries and regions, in lower case, with the country, "" for none."""
    rows = curated_rows("countries.tsv")
    found = {form: country or "" for word, (country, _) in REGIONAL.items() for form in (word, f"{word}s")}
    return found | {word.lower(): row["iso2"] for row in rows for word in row["demonyms"].split("|") if word}


def named_peoples(page: Page) -> Counter[str]:
    """Count the countries whose people or adjective the report names; those are no place names."""
    known, found = demonyms(), Counter[str]()
    for index, token in enumerate(page.tokens):
        pair = f"{token.low} {at(page.tokens, index + 1).low}"
        country = known.get(pair) or known.get(token.low.removesuffix("'s"))
        if country and (token.capital or page.case == "lower") and (len(token.low) > 2 or page.case == "mixed"):
            found[country] += 1
    return found


def links(page: Page, spots: Sequence[Spot]) -> list[Link]:
    """Return which names the text puts into which: "Hit, Anbar", "Karrada in Baghdad", "Iraq's Anbar"."""
    found = []
    for index in range(len(spots) - 1):
        gap = page.text[spots[index].window.end : spots[index + 1].window.start]
        if len(gap) > 60:
            continue
        if _INSIDE.match(gap):
            found.append(Link(index, index + 1, close=bool(_COMMA.match(gap))))
        elif _OWNER.match(gap):
            found.append(Link(index + 1, index, close=False))
    return found


@lru_cache(maxsize=1)
def _domains() -> dict[str, str]:
    """Return the countries by the last part of their domains."""
    return {row["iso2"].lower(): row["iso2"] for row in curated_rows("countries.tsv")} | {"uk": "GB"}


def outlet_country(report: Report) -> str:
    """Return the country of a report's outlet by its domain ("example.co.uk"), "" where that names none."""
    host = (report.url or "").partition("://")[2].split("/")[0] or report.outlet or ""
    return _domains().get(host.rsplit(".", 1)[-1].lower(), "") if "." in host else ""
