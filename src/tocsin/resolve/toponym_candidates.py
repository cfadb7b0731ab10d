"""Runs of words that may be place names: those of the gazetteer, of the annotator, and whole runs of capitals."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.tokens import at
from tocsin.resolve.toponym_spans import Hits, Page, Window, abbreviations, look_up
from tocsin.resolve.toponym_words import KINDS

_LONGEST = 6
_SMALL = frozenset({"of", "the", "de", "la", "del", "al", "el", "-", "&", "and", "'"})


class Candidate(NamedTuple):
    """A run, the places of that name, and whether it is a state shortened behind its town ("Alexandria, La.")."""

    window: Window
    hits: Hits
    state: bool = False


def candidates(page: Page, gazetteer: Gazetteer) -> list[Candidate]:
    """Return every run that may be a place name, in text order; they overlap."""
    found = {
        (window.start, window.end): Candidate(window, hits, state=True)
        for window, hits in abbreviations(page, gazetteer)
    }
    for window, hits in look_up(page, gazetteer):
        found.setdefault((window.start, window.end), Candidate(window, hits))
    for window in (*_named(page), *_capitals(page)):
        found.setdefault((window.start, window.end), Candidate(window, ()))
    return sorted(found.values(), key=lambda one: (one.window.start, -one.window.end))


def _named(page: Page) -> Iterator[Window]:
    """Yield the annotator's names without article and possessive."""
    starts = [token.start for token in page.tokens]
    for name in page.names:
        text = name.span.text
        start = name.span.start + 4 * text.lower().startswith("the ")
        end = name.span.end - 2 * text.endswith(("'s", "’s"))
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if first < last and "\n" not in page.text[start:end] and last - first <= _LONGEST:
            yield Window(first, last, start, end, fold(page.text[start:end]))


def _capitals(page: Page) -> Iterator[Window]:
    """Yield whole runs of capitals, and runs that end in the word for a kind of place ("Neches River")."""
    if page.case != "mixed":
        return
    index = 0
    while index < len(page.tokens):
        last = _run(page, index)
        if last > index:
            yield _window(page, index, last)
            for end in range(index + 1, last + 1):
                if page.tokens[end - 1].low in KINDS and end - index > 1 and end < last:
                    yield _window(page, index, end)
        index = max(last, index + 1)


def _run(page: Page, first: int) -> int:
    """Return where a run of capitals that begins at a token ends."""
    if not page.tokens[first].capital:
        return first
    last = first + 1
    while last - first < _LONGEST and at(page.tokens, last).capital and page.gap(last - 1, last) == " ":
        last += 1
    return last


def _window(page: Page, first: int, last: int) -> Window:
    start, end = page.tokens[first].start, page.tokens[last - 1].end
    end -= 2 * page.tokens[last - 1].low.endswith("'s")
    return Window(first, last, start, end, fold(page.text[start:end]))
