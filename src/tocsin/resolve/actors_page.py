"""A report as the actor finder sees it: folded words with their places, and the case that its text keeps."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from tocsin.model import Report, Span
from tocsin.ontology.folding import fold

_ARTICLES = frozenset({"the", "al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az"})
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w.]))?"  # U.S., D.R.C.
    r"|[^\W_]+(?:['’ʼʻʾʿ`´][^\W_]+)*"  # Kata'ib, M23
)
_POSSESSIVE = re.compile(r"['’]s?$")
_JOINT = re.compile(r"(?:['’]s)?[\s&/'’.‐‑–—-]*")
_BROKEN = re.compile(r"\n\s*\n|\s[-‐‑–—/]|[-‐‑–—/.]\s")
_FEW_CAPITALS = 0.004
_LONGEST = 5
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its folded form and characters [start, end) of the report's text, a possessive ending left out."""

    low: str
    start: int
    end: int
    text: str

    @property
    def is_capital(self) -> bool:
        """Whether it starts with a capital or a figure."""
        return self.text[0].isupper() or self.text[0].isdigit()


class Page:
    """The words of a report in order.

    `lower` tells wire copy without capitals, in which case says nothing. Articles are words here, `key` leaves them
    out as the registry does.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        self.text = report.text
        self.lower = sum(letter.isupper() for letter in report.body) < _FEW_CAPITALS * len(report.body)
        self.words = tuple(_words(self.text))
        self.body = len(report.title) + 2
        self._joined = [self._is_joint(one, two) for one, two in zip(self.words, self.words[1:], strict=False)]

    def _is_joint(self, one: Word, two: Word) -> bool:
        gap = self.text[one.end : two.start]
        return gap == " " or (_JOINT.fullmatch(gap) is not None and not _BROKEN.search(gap))

    def joined(self, index: int) -> bool:
        """Say whether the word at an index and the next belong to one phrase: no mark but a hyphen between them."""
        return 0 <= index < len(self._joined) and self._joined[index]

    def word(self, index: int) -> Word | None:
        """Return the word at an index, None outside the report."""
        return self.words[index] if 0 <= index < len(self.words) else None

    def low(self, index: int) -> str:
        """Return the folded word at an index, "" outside the report."""
        return self.words[index].low if 0 <= index < len(self.words) else ""

    def before(self, index: int) -> str:
        """Return the folded word before an index if nothing parts the two, else ""."""
        return self.low(index - 1) if self.joined(index - 1) else ""

    def after(self, index: int) -> str:
        """Return the folded word after an index if nothing parts the two, else ""."""
        return self.low(index + 1) if self.joined(index) else ""

    def at(self, char: int) -> int:
        """Return the index of the first word that ends after a character."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].end <= char:
                low = middle + 1
            else:
                high = middle
        return low

    def inside(self, span: Span) -> tuple[int, int]:
        """Return the indexes of the first and last word of a span; the last is before the first where it has none."""
        first = last = self.at(span.start)
        while last + 1 < len(self.words) and self.words[last + 1].start < span.end:
            last += 1
        return (first, last) if first < len(self.words) and self.words[first].start < span.end else (first, first - 1)


def _words(text: str) -> list[Word]:
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        surface = match.group()
        bare = _POSSESSIVE.sub("", surface) if surface[-1] in "s'’" and ("'" in surface or "’" in surface) else surface
        if low := fold(bare) if bare else "":
            found.append(Word(low, match.start(), match.start() + len(bare), bare))
    return found


def is_article(page: Page, index: int) -> bool:
    """Say whether a word is an article that names leave out: "the", "al", or the "ash" of "ash-Sham"."""
    word = page.words[index]
    if word.low in {"the", "al"}:
        return True
    return word.low in _ARTICLES and page.text[word.end : word.end + 1] in {"-", "‐", "‑"}


def longest_in(table: Mapping[str, T], page: Page, first: int) -> tuple[T | None, int]:
    """Return the value of the longest key that the words from `first` on are, and the index of its last word."""
    found: tuple[T | None, int] = (None, first)
    key, last = page.low(first), first
    for _ in range(_LONGEST):
        if key in table:
            found = (table[key], last)
        if not page.joined(last):
            break
        last += 1
        key = f"{key} {page.low(last)}"
    return found
