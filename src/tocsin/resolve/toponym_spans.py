"""Where place names stand in a report: runs of words that the gazetteer knows, and names that it doesn't."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tocsin.model import Name, Place
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.tokens import Token, at, tokenise, words
from tocsin.resolve.toponym_words import STATE, STATES

Hits = tuple[tuple[Place, bool], ...]

_LONGEST = 8
_INNER = words(
    "of the de del la las los le al el - – ' and e y da do dos di du ul upon on sur en bin an as ash ar ad az"
)
_BEFORE_DOT = words("st mt ft sta ste pto")
_ARTICLES = words("al el as ash ar ad az an at")


class Window(NamedTuple):
    """Tokens [first, last) that may be a name: characters [start, end) and the folded name."""

    first: int
    last: int
    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Page:
    """A report's words, how it is written ("caps", "lower" or "mixed"), and the annotator's names by character.

    `heading` is where a title ends that has capitals throughout, else 0; `lower` holds the words without a capital.
    """

    text: str
    tokens: list[Token]
    case: str
    heading: int
    names: tuple[Name, ...]
    lower: frozenset[str]

    def name_at(self, start: int, end: int) -> Name | None:
        """Return the annotator's name that overlaps [start, end)."""
        return next((name for name in self.names if name.span.start < end and start < name.span.end), None)

    def gap(self, one: int, other: int) -> str:
        """Return the text between two tokens."""
        return self.text[self.tokens[one].end : self.tokens[other].start]


def read_page(title: str, body: str, names: Sequence[Name]) -> Page:
    """Split a report's text into words, and see how it is written."""
    text = f"{title}\n\n{body}"
    tokens = tokenise(text)
    long = [word for word in re.findall(r"[^\W\d_]+", title) if len(word) > 3]
    heads = sum(word[0].isupper() for word in long)
    return Page(
        text=text,
        tokens=tokens,
        case=_case(text),
        heading=len(title) if heads > 0.7 * len(long) else 0,
        names=tuple(names),
        lower=frozenset(token.low for token in tokens if not token.capital),
    )


def _case(text: str) -> str:
    letters = [char for char in text if char.isalpha()]
    upper = sum(char.isupper() for char in letters)
    if upper > 0.6 * len(letters):
        return "caps"
    return "lower" if upper < 0.004 * len(letters) else "mixed"


def windows(page: Page) -> Iterator[Window]:
    """Yield the runs of words that may be place names, for each first word the longest run first."""
    for index, token in enumerate(page.tokens):
        if _may_begin(page, index, token):
            yield from reversed(list(_runs(page, index)))


def _may_begin(page: Page, index: int, token: Token) -> bool:
    if token.low == "the":
        return False
    if page.case == "lower":
        return token.low[0].isalpha()
    if token.capital:
        return True
    return token.low in _ARTICLES and at(page.tokens, index + 1).low == "-" and at(page.tokens, index + 2).capital


def _runs(page: Page, first: int) -> Iterator[Window]:
    tokens = page.tokens
    longest = _LONGEST if page.case == "mixed" else 5
    for index in range(first, min(first + longest, len(tokens))):
        token = tokens[index]
        if index > first and "\n" in page.gap(index - 1, index):
            return
        if not token.low[0].isalpha():
            if token.low not in _INNER and not (token.low == "." and at(tokens, index - 1).low in _BEFORE_DOT):
                return
            continue
        named = token.capital or page.case == "lower"
        if not named and token.low not in _INNER:
            return
        if named and (token.low not in _INNER or index == first):
            end = token.end - 2 if token.low.endswith("'s") else token.end
            yield Window(first, index + 1, tokens[first].start, end, fold(page.text[tokens[first].start : end]))


def look_up(page: Page, gazetteer: Gazetteer) -> Iterator[tuple[Window, Hits]]:
    """Yield every run that the gazetteer knows, in text order, the longest first where several begin at one word."""
    found = [window for window in windows(page) if len(window.key) > 1]
    known = gazetteer.look_up(window.key for window in found)
    for window in found:
        if window.key in known:
            yield window, known[window.key]


def abbreviations(page: Page, gazetteer: Gazetteer) -> Iterator[tuple[Window, Hits]]:
    """Yield the states that stand shortened behind a town ("Alexandria, La."), under their full names."""
    starts = [token.start for token in page.tokens]
    for match in STATE.finditer(page.text):
        key = fold(STATES[match.group().removesuffix(".")])
        hits = gazetteer.look_up([key]).get(key, ())
        first = bisect_left(starts, match.start())
        last = bisect_left(starts, match.end())
        states = tuple(hit for hit in hits if hit[0].feature == "admin1" and hit[0].country in {"US", "CA", "AU"})
        if states and first < last:
            yield Window(first, last, match.start(), match.end(), key), states
