"""Place names that the annotator found and the gazetteer doesn't hold: where they lie, as far as the report says."""

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence

from tocsin.model import Place
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.tokens import words
from tocsin.resolve.toponym_choice import Sense, contains, distance
from tocsin.resolve.toponym_context import demonyms
from tocsin.resolve.toponym_cues import fitting_features, is_titled, lead_of
from tocsin.resolve.toponym_spans import Page, Window
from tocsin.resolve.toponym_words import GENERIC, NOT_PLACES, PLACE_LABELS

_LEADS = words("in at near outside around from")
_SHORTEST = 4
_APART_KM = 40.0


def unknown_names(page: Page, known: Sequence[Window]) -> Iterator[Window]:
    """Yield the annotator's place names that no known name overlaps and that the words around make a place."""
    if page.case != "mixed":
        return
    starts = [token.start for token in page.tokens]
    for name in page.names:
        window = _window(page, starts, name.span.start, name.span.end) if name.label in PLACE_LABELS else None
        if window is None or any(window.start < other.end and other.start < window.end for other in known):
            continue
        placed = lead_of(page, window) in _LEADS or bool(fitting_features(page, window))
        if placed and _is_name(page, window) and not is_titled(page, window):
            yield window


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
    if country is None:
        return None
    found = [place for place in gazetteer.find_loosely(name, country) if not fits or place.feature in fits]
    if holder is not None:
        found = [place for place in found if contains(holder, place)]
    if not found or any(distance(found[0], place) > _APART_KM for place in found):
        return None
    return max(found, key=lambda place: place.population)
