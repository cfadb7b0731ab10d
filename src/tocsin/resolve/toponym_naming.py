"""What speaks for and against a run of words being a place name here: the evidence that is weighed by the trees."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.tokens import at
from tocsin.resolve.toponym_candidates import Candidate
from tocsin.resolve.toponym_context import demonyms
from tocsin.resolve.toponym_cues import (
    is_attributive,
    is_dateline,
    is_opening,
    is_part,
    is_titled,
    lead_of,
)
from tocsin.resolve.toponym_spans import Page, Window
from tocsin.resolve.toponym_words import (
    AFTER,
    BODIES,
    DISTRICTS,
    GENERIC,
    HEIGHTS,
    INSIDE,
    LOCALS,
    LOCATIVE,
    NUMBER_LABELS,
    PLACE_LABELS,
    PUBLISHERS,
    ROADS,
    SITES,
    TITLES,
    WATERS,
)

_LABELS = ("GPE", "LOC", "FAC", "ORG", "PERSON", "NORP")
_CASES = {"mixed": 0.0, "caps": 1.0, "lower": 2.0}
_ENDS = (WATERS, HEIGHTS, ROADS, DISTRICTS, SITES)
NAMES = (
    *("places", "usual", "size", "country", "admin1", "admin2", "city", "curated", "common", "state", "people"),
    *("words", "letters", "capitals", "short", "case", "lower", "opening", "heading", "dateline"),
    *(f"is {label}" for label in _LABELS),
    *("number", "exact", "more before", "more after", "inside"),
    *("in", "locative", "of", "article", "from", "titled", "after capital", "after comma", "after hyphen"),
    *("kind follows", "local follows", "body follows", "publisher follows", "capital follows", "comma follows"),
    *("place after comma", "place before comma", "attributive", "possessive", "hyphen follows", "verb follows"),
    *("water", "height", "road", "district", "site", "generic", "publisher", "title", "digit before"),
    *("times", "times in", "times a place", "times a person", "in a person", "longer known"),
)
_SAID = frozenset({"said", "says", "told", "was", "who", "has", "had", "is", "added", "will", "and"})


@dataclass(frozen=True, slots=True)
class Scenery:
    """What the whole report says of each folded name: how often it stands, stands behind "in", and is labelled.

    `persons_of` are the folded names of persons by each of their words; `known` the tokens of runs with places.
    """

    times: Counter[str]
    inside: Counter[str]
    places: Counter[str]
    persons: Counter[str]
    persons_of: Mapping[str, frozenset[str]]
    known: frozenset[tuple[int, int]]


def scenery(page: Page, found: Sequence[Candidate]) -> Scenery:
    """Count the names of a report."""
    times, inside, places, persons = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for window, _, _ in found:
        times[window.key] += 1
        inside[window.key] += lead_of(page, window) in INSIDE
        name = page.name_at(window.start, window.end)
        places[window.key] += name is not None and name.label in PLACE_LABELS
        persons[window.key] += name is not None and name.label == "PERSON"
    persons_of: dict[str, set[str]] = defaultdict(set)
    for person in {fold(name.span.text) for name in page.names if name.label == "PERSON"}:
        for word in person.split():
            persons_of[word].add(person)
    known = frozenset((w.first, w.last) for w, hits, _ in found if hits)
    return Scenery(
        times, inside, places, persons, {word: frozenset(whole) for word, whole in persons_of.items()}, known
    )


def evidence(page: Page, candidate: Candidate, seen: Scenery, common: frozenset[str]) -> list[float]:
    """Return the numbers by `NAMES`; `common` holds the folded names that are English words too."""
    window = candidate.window
    return [
        *_of_places(candidate, window, common, page),
        *_of_form(page, window),
        *_of_label(page, window),
        *_of_neighbours(page, window, seen),
        *_of_words(page, window),
        *_of_report(window, seen),
    ]


def _of_places(candidate: Candidate, window: Window, common: frozenset[str], page: Page) -> list[float]:
    usual = [place for place, is_usual in candidate.hits if is_usual]
    features = {place.feature for place in usual}
    return [
        float(len(candidate.hits)),
        float(len(usual)),
        math.log10(max((place.population for place in usual), default=0) + 1),
        float("country" in features),
        float("admin1" in features),
        float("admin2" in features),
        float("city" in features),
        float(any(place.source == "tocsin" for place in usual)),
        float(window.key in common),
        float(candidate.state),
        float(page.text[window.start : window.end].lower() in demonyms()),
    ]


def _of_form(page: Page, window: Window) -> list[float]:
    surface = page.text[window.start : window.end]
    return [
        float(window.last - window.first),
        float(len(window.key)),
        float(surface.isupper()),
        float(len(window.key) <= 3),
        _CASES[page.case],
        float(window.key in page.lower),
        float(is_opening(page, window)),
        float(window.start < page.heading),
        float(is_dateline(page, window)),
    ]


def _of_label(page: Page, window: Window) -> list[float]:
    name = page.name_at(window.start, window.end)
    label = name.label if name else ""
    one_hot = [float(label == each) for each in _LABELS]
    if name is None:
        return [*one_hot, 0.0, 0.0, 0.0, 0.0, 0.0]
    start = name.span.start + 4 * name.span.text.lower().startswith("the ")
    end = name.span.end - 2 * name.span.text.endswith(("'s", "’s"))
    before = len(page.text[start : window.start].split()) if start < window.start else 0
    after = len(page.text[window.end : end].split()) if end > window.end else 0
    exact = start == window.start and end == window.end
    inside = start > window.start or end < window.end
    return [*one_hot, float(label in NUMBER_LABELS), float(exact), float(before), float(after), float(inside)]


def _of_neighbours(page: Page, window: Window, seen: Scenery) -> list[float]:
    before, after = at(page.tokens, window.first - 1), at(page.tokens, window.last)
    lead = lead_of(page, window)
    gap_before = page.text[before.end : window.start] if before.end >= 0 else "\n"
    gap_after = page.text[window.end : after.start] if after.end >= 0 else "\n"
    known_after = after.low == "," and any((window.last + 1, window.last + 1 + n) in seen.known for n in (1, 2, 3))
    known_before = before.low == "," and any((window.first - 1 - n, window.first - 1) in seen.known for n in (1, 2, 3))
    return [
        float(lead in INSIDE),
        float(lead in LOCATIVE),
        float(before.low == "of"),
        float(before.low == "the"),
        float(before.low == "from"),
        float(is_titled(page, window)),
        float(before.capital and gap_before == " "),
        float(before.low == ","),
        float(before.low in {"-", "–", "/"} and not gap_before),
        float(after.low in AFTER and gap_after == " "),
        float(after.low in LOCALS and gap_after == " "),
        float(after.low in BODIES and gap_after == " "),
        float(after.low in PUBLISHERS and gap_after == " "),
        float(is_part(page, window)) + float(after.capital and gap_after == " "),
        float(after.low == ","),
        float(known_after),
        float(known_before),
        float(is_attributive(page, window)),
        float(page.text[window.end : window.end + 2] in {"'s", "’s"}),
        float(after.low in {"-", "–", "/"} and not gap_after),
        float(after.low in _SAID),
    ]


def _of_words(page: Page, window: Window) -> list[float]:
    lows = [token.low for token in page.tokens[window.first : window.last] if token.low[0].isalpha()]
    last, first = (lows[-1].removesuffix("'s"), lows[0]) if lows else ("", "")
    return [
        *(float(last in kind and len(lows) > 1) for kind in _ENDS),
        float(bool(lows) and GENERIC.issuperset(lows)),
        float(last in PUBLISHERS),
        float(first in TITLES),
        float(at(page.tokens, window.first - 1).low.isdigit()),
    ]


def _of_report(window: Window, seen: Scenery) -> list[float]:
    key, times = window.key, seen.times[window.key]
    longer = any(
        (first, last) in seen.known
        for first in range(max(0, window.first - 3), window.first + 1)
        for last in range(window.last, window.last + 4)
        if (first, last) != (window.first, window.last)
    )
    return [
        float(times),
        seen.inside[key] / times,
        seen.places[key] / times,
        seen.persons[key] / times,
        float(bool(seen.persons_of.get(key, frozenset()) - {key})),
        float(longer),
    ]
