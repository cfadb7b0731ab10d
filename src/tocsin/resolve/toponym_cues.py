"""What the words around a run say: that it is a place, a person's name, part of a longer name, or an adjective."""

import re

from tocsin.model.vocabulary import PlaceRelation
from tocsin.resolve.tokens import at, words
from tocsin.resolve.toponym_spans import Page, Window
from tocsin.resolve.toponym_words import AFTER, BODIES, DIRECTIONS, NEAR_BEFORE, SIDES, TITLES

_LEADS = words("the a an and or but in on at as from by for with this that its his her their our")
_DATELINE = re.compile(r"^(?:, [A-Z(]|,? \(|,? ?[-–—]|/)")
_FUNCTION = words(
    "and or in on at is are was were has have had to for from with will said says that by as of which who where since "
    "after before during against when but while would could can may might must than then because if until through "
    "did does do should also over into under about not only alone itself"
)


def lead_of(page: Page, window: Window) -> str:
    """Return the word before a run and its article and side ("in" of "in the northern X"), "" at a line's start."""
    before = window.first - 1
    while before > 0 and (page.tokens[before].low == "the" or page.tokens[before].low in DIRECTIONS):
        before -= 1
    if before < 0 or "\n" in page.gap(before, before + 1):
        return ""
    return page.tokens[before].low


def is_beside(page: Page, window: Window) -> bool:
    """Say whether a side of a place is told of rather than all of it: "northern Iraq"."""
    before = at(page.tokens, window.first - 1)
    return before.low in SIDES and page.text[before.end : window.start] == " "


def is_dateline(page: Page, window: Window) -> bool:
    """Say whether a run opens a story: "BAGHDAD (AP) -", "Mosul, Iraq -"."""
    if not _DATELINE.match(page.text[window.end : window.end + 4]):
        return False
    lead = page.text[max(0, window.start - 2) : window.start]
    shouted = page.case == "mixed" and page.text[window.start : window.end].isupper() and len(window.key) > 3
    return lead.endswith("\n\n") or (shouted and lead.strip()[-1:] in {"", ".", "\n"})


def is_opening(page: Page, window: Window) -> bool:
    """Say whether a run opens a sentence or stands in a heading, where any word may have a capital."""
    lead = page.text[: window.start].rstrip(" \"'“‘(")
    return window.start < page.heading or lead[-1:] in {"", ".", "!", "?", ":", ";", "\n", "—", "-", "–"}


def is_titled(page: Page, window: Window) -> bool:
    """Say whether a title of a person stands before a run: "Gen. Houston"."""
    before = at(page.tokens, window.first - 1)
    if before.low == "." and before.glued:
        before = at(page.tokens, window.first - 2)
    return before.low in TITLES and (before.capital or page.case == "lower")


def is_part(page: Page, window: Window) -> bool:
    """Say whether a run is part of a longer capitalised run: "Houston Texans", "Avenue Lincoln"."""
    if window.start < page.heading:
        return False
    before, after = at(page.tokens, window.first - 1), at(page.tokens, window.last)
    if after.capital and page.text[window.end : after.start] in {" ", "-"} and after.low not in AFTER.keys() | BODIES:
        return True
    if not before.capital or page.text[before.end : window.start] not in {" ", "-"}:
        return False
    return before.low not in _LEADS | DIRECTIONS and not before.low.endswith("'s")


def is_attributive(page: Page, window: Window) -> bool:
    """Say whether a run stands before a noun like an adjective: "U.S. troops", "UK officials"."""
    after = at(page.tokens, window.last)
    return after.low.isalpha() and after.low not in _FUNCTION and page.text[window.end : after.start] == " "


def fitting_features(page: Page, window: Window) -> frozenset[str]:
    """Return the features that words around a name ask for: "Anbar province", "the city of Hit"; empty: any."""
    after = at(page.tokens, window.last)
    if after.low in AFTER and "\n" not in page.gap(window.last - 1, window.last):
        return AFTER[after.low]
    if at(page.tokens, window.first - 1).low == "of":
        return AFTER.get(at(page.tokens, window.first - 2).low, frozenset())
    return frozenset()


def relation_of(page: Page, window: Window) -> PlaceRelation:
    """Say whether the place meant is the one named or a point near it: "20 km north of Mosul"."""
    return "near" if NEAR_BEFORE.search(page.text[max(0, window.start - 60) : window.start]) else "at"
