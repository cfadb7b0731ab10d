"""Which runs of words that the gazetteer knows are places here, and not persons, firms or plain words."""

from typing import Literal

from spacy.lang.en.stop_words import STOP_WORDS

from tocsin.model import Name, Place
from tocsin.resolve.tokens import Token, at
from tocsin.resolve.toponym_cues import is_attributive, is_dateline, is_located, is_opening, is_part, is_titled
from tocsin.resolve.toponym_spans import Hits, Page, Window
from tocsin.resolve.toponym_words import (
    AFTER,
    BODIES,
    DIRECTIONS,
    GENERIC,
    INSIDE,
    LOCATIVE,
    NOT_PLACES,
    NUMBER_LABELS,
    PLACE_LABELS,
    PUBLISHERS,
)

Verdict = Literal["yes", "maybe", "no"]
_LARGE = 1_000_000
_TOWN = 100_000
_VILLAGE = 5_000
_ENOUGH = {"PERSON": 300_000, "NORP": _LARGE}
"""Inhabitants that let a name stand for a place though the annotator takes it for something else."""


def judge(page: Page, window: Window, hits: Hits, common: frozenset[str]) -> Verdict:
    """Say whether a run that the gazetteer knows stands for a place.

    "maybe" is yes where the report names the same place clearly elsewhere, or in a row with places.
    """
    if window.key in NOT_PLACES or _is_generic(page, window, hits) or is_titled(page, window):
        return "no"
    if page.case == "mixed":
        return _cased(page, window, hits, common)
    usual = any(usual for _, usual in hits)
    short = len(window.key) <= 3 and "." not in page.text[window.start : window.end]
    if not usual or window.key in common or short:
        return "no"
    return _caseless(page, window, weight_of_name(hits))


def _is_generic(page: Page, window: Window, hits: Hits) -> bool:
    """Say whether a run is words for kinds and sides only, which name a place but seldom: "North", "East Bank"."""
    parts = window.key.split()
    if not GENERIC.issuperset(parts) or any(place.source == "tocsin" for place, _ in hits):
        return False
    name = page.name_at(window.start, window.end)
    return len(parts) == 1 or name is None or name.label != "GPE"


def weight_of_name(hits: Hits) -> int:
    """Return the inhabitants of the largest place of that usual name; countries and curated places count as large."""
    return max((_size(place) for place, usual in hits if usual), default=0)


def _size(place: Place) -> int:
    if place.feature == "country" or place.source == "tocsin" or (place.feature == "admin1" and place.population):
        return max(place.population, _LARGE)
    return place.population


def _caseless(page: Page, window: Window, size: int) -> Verdict:
    """Judge a run in a text without case, where only size and the words around tell names from words."""
    located = is_located(page, window)
    if page.case == "lower":
        known = size >= _LARGE or (size >= _VILLAGE and located)
        return "yes" if known else ("maybe" if size >= _VILLAGE else "no")
    name = page.name_at(window.start, window.end)
    if name is not None and name.label == "PERSON" and len(name.span.text) > window.end - window.start:
        return "no"
    if size >= _LARGE or located or (name is not None and name.label in PLACE_LABELS):
        return "yes"
    return "maybe"


def _cased(page: Page, window: Window, hits: Hits, common: frozenset[str]) -> Verdict:
    name = page.name_at(window.start, window.end)
    label = name.label if name else ""
    if label in NUMBER_LABELS and not is_dateline(page, window):
        return "no"
    surface = page.text[window.start : window.end]
    if len(window.key) <= 3 and surface.replace(".", "").isupper():
        nation = any(place.feature == "country" and usual for place, usual in hits)
        return "yes" if nation and not is_attributive(page, window) else "no"
    located = is_located(page, window, INSIDE if label == "PERSON" else LOCATIVE)
    if is_dateline(page, window):
        return "yes"
    if window.key in common and (window.key in page.lower or window.key in STOP_WORDS):
        return "no"
    if window.key in common and (is_opening(page, window) or not (located or label in PLACE_LABELS)):
        return "yes" if label in PLACE_LABELS and located else "maybe"
    return _named(page, window, name, weight_of_name(hits), located=located)


def _named(page: Page, window: Window, name: Name | None, size: int, *, located: bool) -> Verdict:
    """Judge by the annotator's name that the run stands in."""
    label = name.label if name else ""
    capitals = [token for token in _rest(page, window, name) if token.capital] if name else []
    if label in PLACE_LABELS:
        fits = all(token.low in AFTER or token.low in DIRECTIONS for token in capitals)
        return "yes" if fits or located or size >= _TOWN else "maybe"
    if capitals and label != "NORP":
        return "no" if label == "PERSON" else _in_body(page, window, capitals, size)
    if is_part(page, window) and (not located or page.text[window.end : window.end + 1] == "-"):
        return "no"
    if name is not None and label == "PERSON" and _is_surname(page, name):
        return "no"
    unsure = not label and is_opening(page, window)
    enough = size >= (_LARGE if unsure else _ENOUGH.get(label, _TOWN))
    if label == "NORP":
        return "yes" if enough else "no"
    return "yes" if located or enough else "maybe"


def _rest(page: Page, window: Window, name: Name) -> list[Token]:
    """Return the words of the annotator's name that the run leaves out."""
    return [
        token
        for token in page.tokens[max(0, window.first - 8) : window.last + 8]
        if name.span.start <= token.start < name.span.end
        and not window.start <= token.start < window.end
        and token.low[0].isalpha()
        and token.low not in {"the", "'s"}
    ]


def _is_surname(page: Page, name: Name) -> bool:
    """Say whether the word is part of a longer name of a person in the report."""
    return any(
        other.label == "PERSON" and other.span.text != name.span.text and name.span.text in other.span.text.split()
        for other in page.names
    )


def _in_body(page: Page, window: Window, capitals: list[Token], size: int) -> Verdict:
    """Judge a run inside an organisation's name: where it sits ("Baghdad Police"), not what it is called."""
    if capitals[-1].low.removesuffix("'s") in PUBLISHERS:
        return "no"
    before, after = at(page.tokens, window.first - 1), at(page.tokens, window.last)
    if after.low in BODIES or after.low in AFTER:
        return "yes"
    if before.low in {"of", "in", "at"}:
        return "yes" if size < _LARGE or not _is_party(capitals) else "no"
    leads = capitals[0].start > window.start
    return ("yes" if size >= _TOWN else "maybe") if leads else "no"


def _is_party(capitals: list[Token]) -> bool:
    """Say whether the words are those of a movement: "Islamic Resistance in Iraq"."""
    return not any(token.low in BODIES for token in capitals)
