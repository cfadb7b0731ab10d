"""Tells men from women by the words beside their names, so that "he" and "she" go back to the right ones."""

import re

from tocsin.read.document import Document
from tocsin.read.lexicon import words
from tocsin.read.people import Person

_NEAR = 40
_EXPLAINED = re.compile(r",\s+(?:\d+,\s+)?(?:a|the|an|his|her|one of)\b([^.,;:\n]*)")
_SIGNS = {
    gender: re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words('names')[key])})\b", re.IGNORECASE)
    for gender, key in (("woman", "female"), ("man", "male"))
}
_GIVEN = {gender: frozenset(words("names")[key]) for gender, key in (("woman", "women"), ("man", "men"))}


class Genders:
    """What a document shows of each person's gender; who is unknown fits either pronoun."""

    def __init__(self, document: Document, people: tuple[Person, ...]) -> None:
        self._known: dict[str, str] = {}
        for person in people:
            gender = _given(person.name) or _beside(document, person)
            if gender:
                self._known.setdefault(person.name, gender)

    def fits(self, name: str, gender: str) -> bool:
        """Say whether a person may be of a gender."""
        return self._known.get(name, gender) == gender

    def note(self, name: str, gender: str) -> None:
        """Remember that a pronoun went back to a person."""
        self._known.setdefault(name, gender)


def _given(name: str) -> str | None:
    first = name.split(maxsplit=1)[0].lower() if len(name.split()) > 1 else ""
    return next((gender for gender, names in _GIVEN.items() if first in names), None)


def _beside(document: Document, person: Person) -> str | None:
    """Return the gender that words right before the name, or after a comma behind it, show."""
    text = document.report.text
    before = re.split(r"[.,;:\n]", text[max(0, person.start - _NEAR) : person.start])[-1]
    behind = _EXPLAINED.match(text, person.end, person.end + _NEAR)
    told = " ".join(before.split()[-3:]) + " " + (behind[1] if behind else "")
    found = [gender for gender, sign in _SIGNS.items() if sign.search(told)]
    return found[0] if len(found) == 1 else None
