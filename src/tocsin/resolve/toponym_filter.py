"""Which runs of words that the gazetteer knows are places here, and not persons, firms or plain words."""

from tocsin.model import Name, Place
from tocsin.resolve.tokens import Token, at, words
from tocsin.resolve.toponym_spans import Hits, Page, Window
from tocsin.resolve.toponym_words import AFTER, BODIES, DIRECTIONS, LOCATIVE, NUMBER_LABELS, PLACE_LABELS, TITLES

_LEADS = words("the a an and or but in on at as from by for with this that its his her their our")
_DATELINE = 200


def is_place(page: Page, window: Window, hits: Hits, common: frozenset[str]) -> bool:
    """Say whether a run that the gazetteer knows stands for a place."""
    if page.case == "mixed":
        return _cased(page, window, hits, common)
    if not any(usual for _, usual in hits) or window.key in common or len(window.key) < 3:
        return False
    size = weight_of_name(hits)
    if page.case == "lower":
        return size >= 1_000_000 or (size >= 100_000 and is_located(page, window))
    name = page.name_at(window.start, window.end)
    if name is not None and name.label == "PERSON" and _whole(name) > window.end - window.start:
        return False
    if is_titled(page, window):
        return False
    return size >= 1_000_000 or is_located(page, window) or (name is not None and name.label in PLACE_LABELS)


def weight_of_name(hits: Hits) -> int:
    """Return the inhabitants of the largest place of that name; countries, divisions and curated places count double."""
    return max((_size(place) for place, usual in hits if usual), default=0)


def _size(place: Place) -> int:
    if place.feature in {"country", "admin1"} or place.source == "tocsin":
        return max(place.population, 1_000_000)
    return place.population


def is_located(page: Page, window: Window) -> bool:
    """Say whether words around a run make it a place: "in X", "X province", "the city of X", a dateline."""
    tokens = page.tokens
    before = window.first - 1
    while at(tokens, before).low in DIRECTIONS | {"the"}:
        before -= 1
    if at(tokens, before).low in LOCATIVE and "\n" not in page.gap(before, before + 1):
        return True
    after = at(tokens, window.last)
    if after.low in AFTER and not after.glued:
        return True
    start = page.text.find("\n\n") + 2
    near = page.text[window.end : window.end + 3]
    return window.start - start < 3 and near[:2] in {", ", " (", " -", " –", " —"}


def is_titled(page: Page, window: Window) -> bool:
    """Say whether a title of a person stands before a run: "Gen. Houston"."""
    before = at(page.tokens, window.first - 1)
    if before.low == "." and before.glued:
        before = at(page.tokens, window.first - 2)
    return before.low in TITLES and before.capital


def _cased(page: Page, window: Window, hits: Hits, common: frozenset[str]) -> bool:
    name = page.name_at(window.start, window.end)
    label = name.label if name else ""
    surface = page.text[window.start : window.end]
    if is_titled(page, window) or label in NUMBER_LABELS:
        return False
    if len(window.key) <= 3 and window.key in common:
        return surface.replace(".", "").isupper() and any(p.feature == "country" for p, _ in hits)
    if window.key in common and not (label in PLACE_LABELS and is_located(page, window)):
        return False
    size = weight_of_name(hits)
    located = is_located(page, window)
    if label in PLACE_LABELS:
        return _in_place(page, window, name, size) if name else False
    if _is_part(page, window) and not located:
        return False
    if label == "PERSON":
        return _in_person(page, window, name, size, located=located) if name else False
    if label == "NORP":
        return size >= 1_000_000
    if label:
        return _in_body(page, window, name, size, located=located) if name else False
    return size >= 100_000 or (located and size >= 0 and any(usual for _, usual in hits))


def _whole(name: Name) -> int:
    return name.span.end - name.span.start


def _rest(page: Page, window: Window, name: Name) -> list[Token]:
    """Return the words of the annotator's name that the run leaves out."""
    return [
        token
        for token in page.tokens[max(0, window.first - 8) : window.last + 8]
        if name.span.start <= token.start < name.span.end
        and not window.start <= token.start < window.end
        and token.low[0].isalpha()
    ]


def _in_place(page: Page, window: Window, name: Name, size: int) -> bool:
    rest = _rest(page, window, name)
    if all(not token.capital or token.low in AFTER or token.low in DIRECTIONS or token.low == "the" for token in rest):
        return True
    return size >= 100_000 or is_located(page, window)


def _in_person(page: Page, window: Window, name: Name, size: int, *, located: bool) -> bool:
    rest = _rest(page, window, name)
    if any(token.capital for token in rest):
        return False
    single = window.last == window.first + 1
    if single and any(
        other.label == "PERSON" and other.span.text != name.span.text and name.span.text in other.span.text.split()
        for other in page.names
    ):
        return False
    return located or size >= (300_000 if single else 5_000)


def _in_body(page: Page, window: Window, name: Name, size: int, *, located: bool) -> bool:
    rest = [token for token in _rest(page, window, name) if token.capital]
    if not rest:
        return located or size >= 100_000
    before = at(page.tokens, window.first - 1).low
    after = at(page.tokens, window.last).low
    return after in BODIES or before in {"of", "in", "at"}


def _is_part(page: Page, window: Window) -> bool:
    """Say whether a run is part of a longer capitalised run: "Houston Texans", "Avenue Lincoln"."""
    if window.start < page.heading:
        return False
    before, after = at(page.tokens, window.first - 1), at(page.tokens, window.last)
    if after.capital and page.text[window.end : after.start] == " " and after.low not in AFTER.keys() | BODIES:
        return True
    if not before.capital or page.text[before.end : window.start] not in {" ", "-"}:
        return False
    return before.low not in _LEADS | DIRECTIONS and not before.low.endswith("'s")
