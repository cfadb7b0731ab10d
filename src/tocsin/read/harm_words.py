"""Words of a sentence as its counts of victims are read: people, what became of them, and what ends a clause."""

import re
from dataclasses import dataclass
from typing import Literal

from tocsin.model import Quantity
from tocsin.read.lexicon import words

Said = Literal["killed", "injured", "shot"]
_LISTS = words("victims")
PEOPLE = frozenset(_LISTS["people"])
SINGLE = frozenset(_LISTS["single"])
MULTIPLES = {word: count for count, word in enumerate(_LISTS["groups"], 2)}
"""The number that a word makes of what it stands before: "triple murder"."""
_FATES: tuple[Said, ...] = ("shot", "injured", "killed")
_FATE = {word: fate for fate in _FATES for word in _LISTS[fate]}
_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\s\w]")
_AGED = re.compile(r"\d{1,2}-(?:year|month|week|day)s?-old")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark: its lower-case text, its place in the report, and the count that begins or goes on there."""

    low: str
    start: int
    end: int
    capital: bool
    quantity: Quantity | None = None

    @property
    def fate(self) -> Said | None:
        """What the word says became of someone: killed, injured, or shot and no more."""
        return _FATE.get(self.low)

    @property
    def is_aged(self) -> bool:
        """Whether it stands for someone of an age: "26-year-old"."""
        return _AGED.fullmatch(self.low) is not None


def split(text: str, start: int, quantities: tuple[Quantity, ...]) -> list[Word]:
    """Return the words of a sentence that begins at `start` in the report; `quantities` are those within it."""
    counted = [(quantity.spans[0].start, quantity.spans[0].end, quantity) for quantity in quantities]
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        first, last = match.start() + start, match.end() + start
        held = next((q for a, b, q in counted if a < last and first < b), None)
        found.append(Word(match[0].lower(), first, last, match[0][:1].isupper(), held))
    return found
