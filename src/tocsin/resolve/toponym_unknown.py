"""Place names that the annotator found and the gazetteer doesn't hold: where they lie, as far as the report says."""

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence

from tocsin.model import Place
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.gazetteer_names import fold, loosen
from tocsin.resolve.tokens import at, words
from tocsin.resolve.toponym_choice import Sense, contains, distance
from tocsin.resolve.toponym_context import demonyms
from tocsin.resolve.toponym_cues import fitting_features, is_titled, lead_of
from tocsin.resolve.toponym_spans import Page, Window
from tocsin.resolve.toponym_words import GENERIC, INSIDE, NOT_PLACES, PLACE_LABELS

_KINDS = words("district village province governorate subdistrict municipality town valley")
_OPENERS = words("the in at near a an and from on of to this that one another several also")
_ROADS = words("street avenue road lane drive boulevard highway route bypass interstate freeway")
_LONGEST = 5
_SHORTEST = 4
_TELLING = 4
"""Consonants that a name must have to be known by them alone."""
_APART_KM = 40.0


def unknown_names(page: Page, known: Sequence[Window]) -> Iterator[Window]:
    """Yield the annotator's place names that no known name overlaps and that the words around make a place."""
    if page.case != "mixed":
        return
    starts = [token.start for token in page.tokens]
    named = [name.span for name in page.names if name.label in PLACE_LABELS]
    found = {_window(page, starts, span.start, span.end) for span in named} | set(_beside_kinds(page))
    end = 0
    for window in sorted(filter(None, found)):
        if window.start < end or any(window.start < other.end and other.start < window.end for other in known):
            continue
        placed = lead_of(page, window) in INSIDE or bool(fitting_features(page, window))
        if placed and _is_name(page, window) and not is_titled(page, window):
            end = window.end
            yield window


def _beside_kinds(page: Page) -> Iterator[Window]:
    """Yield the capitalised words beside the word for a kind of place: "Paghman district", "the village of Zal"."""
    tokens = page.tokens
    for index, token in enumerate(tokens):
        if token.low not in _KINDS or token.capital:
            continue
        first = index
        while first > index - _LONGEST and _goes_on(page, first - 1, first):
            first -= 1
        while first < index and (tokens[first].low in _OPENERS or not tokens[first].capital):
            first += 1
        last = index + 2
        while at(tokens, index + 1).low == "of" and last < index + _LONGEST and _goes_on(page, last, last):
            last += 1
        for one, two in ((first, index), (index + 2, last)):
            if one < two:
                start, end = tokens[one].start, tokens[two - 1].end
                yield Window(one, two, start, end, fold(page.text[start:end]))


def _goes_on(page: Page, index: int, before: int) -> bool:
    """Say whether a token belongs to a name: a capital or a hyphen; `before` is the token behind the gap."""
    token = at(page.tokens, index)
    if not token.low or (0 < before < len(page.tokens) and "\n" in page.gap(before - 1, before)):
        return False
    return token.capital or (token.low in {"-", "e", "ye", "al"} and token.start > 0)


def _window(page: Page, starts: Sequence[int], start: int, end: int) -> Window | None:
    """Return the words of a name without article and possessive."""
    text = page.text[start:end]
    start += 4 * text.lower().startswith("the ")
    end -= 2 * text.endswith(("'s", "’s"))
    first, last = bisect.bisect_left(starts, start), bisect.bisect_left(starts, end)
    return Window(first, last, start, end, fold(page.text[start:end])) if first < last and start < end else None


def _is_name(page: Page, window: Window) -> bool:
    text = page.text[window.start : window.end]
    plain = set(window.key.split())
    return (
        text[0].isupper()
        and len(window.key) >= _SHORTEST
        and "\n" not in text
        and text.lower() not in demonyms()
        and window.key not in NOT_PLACES
        and not plain <= GENERIC | page.lower
        and not plain & _ROADS
    )


def main_country(senses: Sequence[Sense], peoples: Counter[str]) -> str | None:
    """Return the country that most of the report's places and peoples are of, None where none has half of them."""
    counts = Counter(peoples)
    for sense in senses:
        if sense.chosen is not None and sense.chosen.country:
            counts[sense.chosen.country] += len(sense.spots)
    country, count = counts.most_common(1)[0] if counts else (None, 0)
    return country if 2 * count > counts.total() else None


def find_alike(
    gazetteer: Gazetteer, name: str, fits: frozenset[str], holder: Place | None, country: str | None
) -> Place | None:
    """Return the place that a name spelt otherwise may mean, None where none or several lie apart."""
    country = holder.country if holder is not None and holder.country else country
    if country is None or (not fits and len(loosen(fold(name))) < _TELLING):
        return None
    found = [place for place in gazetteer.find_loosely(name, country) if not fits or place.feature in fits]
    if holder is not None:
        found = [place for place in found if contains(holder, place)]
    if not found or any(distance(found[0], place) > _APART_KM for place in found):
        return None
    return max(found, key=lambda place: place.population)
