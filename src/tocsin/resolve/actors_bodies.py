"""Finds bodies of states by their common nouns: "Iraqi soldiers", "French Foreign Ministry"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tocsin.model import Name
from tocsin.ontology.actors import Registry
from tocsin.ontology.offices import Body, Offices
from tocsin.resolve.actors_found import GUESSED, LIKELY, SURE, Found, found_actor
from tocsin.resolve.actors_page import Page, longest_in
from tocsin.resolve.actors_scene import Demonym
from tocsin.resolve.actors_words import ACTS

_MODIFIERS = 3
_LISTED = re.compile(r"\s?,\s|\s?,?\s(?:and|or)\s")


@dataclass(frozen=True, slots=True)
class Bodies:
    """Finds bodies on one page by the words of `offices`."""

    page: Page
    registry: Registry
    offices: Offices

    def of_countries(self, demonyms: Sequence[Demonym]) -> Iterator[Found]:
        """Yield the bodies, crowds and acts that demonyms name: "Nigerian troops", "Chechen rebels", "US strikes"."""
        for demonym in demonyms:
            found = self._behind(demonym) or self._joined(demonym, demonyms)
            if found is not None:
                yield found

    def of_owners(self, owners: Sequence[Demonym]) -> Iterator[Found]:
        """Yield the bodies behind a country's name: "Guinea's military government", "Israel Foreign Ministry"."""
        for owner in owners:
            found = self._behind(owner)
            if found is not None and found.last > owner.last:
                yield found

    def crowds(self, names: Sequence[Name]) -> Iterator[Found]:
        """Yield unnamed groups behind the adjectives of peoples and creeds: "Chechen rebels", "Shiite militias"."""
        for name in names:
            first, last = self.page.inside(name.span)
            if name.label == "NORP" and last >= first and self.page.joined(last):
                crowd = self._crowd(Demonym(first, last, ""), last + 1)
                between = crowd or (
                    self._crowd(Demonym(first, last, ""), last + 2) if self.page.joined(last + 1) else None
                )
                if between is not None:
                    yield between

    def _behind(self, demonym: Demonym) -> Found | None:
        """Return what the demonym's noun names, modifiers stepped over."""
        first = demonym.last
        for _ in range(_MODIFIERS + 1):
            if not self.page.joined(first):
                return None
            found = self._noun(demonym, first + 1)
            if found is not None:
                return found
            first += 1
            if self.page.low(first) not in self.offices.modifiers:
                return None
        return None

    def _joined(self, demonym: Demonym, demonyms: Sequence[Demonym]) -> Found | None:
        """Return the body that a demonym shares with what follows "and": "Afghan and coalition forces"."""
        other = demonym
        while beside := next((each for each in demonyms if self._lists(other, each)), None):
            other = beside
        if other is demonym and self.page.after(demonym.last) != "and":
            return None
        start = demonym.last + 2 if other is demonym else other.last
        for index in range(start, start + _MODIFIERS):
            if not self.page.joined(index):
                return None
            body, last = longest_in(self.offices.nouns, self.page, index + 1)
            body, last = (body, last) if body else longest_in(self.offices.people, self.page, index + 1)
            if body and body.is_own:
                found = self._of_state(body, demonym, demonym.last, self._label(demonym, index + 1, last))
                return replace(found, confidence=LIKELY)
        return None

    def _lists(self, one: Demonym, other: Demonym) -> bool:
        """Say whether two demonyms stand in a list: "Malian, Burkinabe and Nigerien troops"."""
        gap = self.page.text[self.page.words[one.last].end : self.page.words[other.first].start]
        return other.first > one.last and _LISTED.fullmatch(gap) is not None

    def _noun(self, demonym: Demonym, index: int) -> Found | None:
        body, last = longest_in(self.offices.nouns, self.page, index)
        if body and not (body.name == "government" and self.page.after(last) in {"house", "run", "backed"}):
            named = None if body.name == "government" else self._label(demonym, demonym.last + 1, last)
            return self._of_state(body, demonym, last, named)
        body, last = longest_in(self.offices.people, self.page, index)
        if body:
            named = None if body.name in {"military", "police"} else self._label(demonym, demonym.last + 1, last)
            return self._of_state(body, demonym, last, named)
        ministry = self._ministry(demonym, index)
        return ministry or self._office(demonym, index) or self._crowd(demonym, index) or self._act(demonym, index)

    def _office(self, demonym: Demonym, index: int) -> Found | None:
        """Return an office without its holder's name: "the Iraqi prime minister"; the name is None."""
        body, last = longest_in(self.offices.offices, self.page, index)
        behind = self.page.word(last + 1) if self.page.joined(last) else None
        if body is None or (behind is not None and (behind.is_capital or self.page.lower)):
            return None
        words = self.page.words
        role = self.page.text[words[index].start : words[last].end]
        return replace(self._of_state(body, demonym, last, None), name=None, role=role)

    def _of_state(self, body: Body, demonym: Demonym, last: int, name: str | None) -> Found:
        actor = self.registry.get(f"{body.actor}:{demonym.country}")
        found = found_actor(demonym.first, last, actor, name, SURE if body.is_own else LIKELY)
        return replace(found, kind=body.kind, sector=body.sector)

    def _ministry(self, demonym: Demonym, index: int) -> Found | None:
        body, last = ministry_at(self.page, self.offices, index)
        return self._of_state(body, demonym, last, self._label(demonym, index, last)) if body else None

    def _crowd(self, demonym: Demonym, index: int) -> Found | None:
        sector, last = longest_in(self.offices.crowds, self.page, index)
        if not sector:
            return None
        return Found(
            first=demonym.first,
            last=last,
            name=self._label(demonym, demonym.last + 1, last),
            kind="group" if sector in {"OPP", "CVL"} else "armed_group",
            country=demonym.country or None,
            sector=sector,
            confidence=GUESSED,
        )

    def _act(self, demonym: Demonym, index: int) -> Found | None:
        if self.page.low(index) not in ACTS:
            return None
        state = self.registry.get(f"state:{demonym.country}")
        return found_actor(demonym.first, demonym.last, state, confidence=LIKELY)

    def _label(self, demonym: Demonym, first: int, last: int) -> str:
        """Return the adjective and noun as a name: "peruvian police" → "Peruvian police"."""
        words = self.page.words
        surface = self.page.text[words[demonym.first].start : words[demonym.last].end]
        if demonym.is_name:
            surface = "US" if demonym.country == "US" else self.registry.countries[demonym.country].adjectives[0].name
        elif surface.islower():
            surface = surface.title()
        return f"{surface} {self.page.text[words[first].start : words[last].end]}"


def ministry_at(page: Page, offices: Offices, index: int) -> tuple[Body | None, int]:
    """Return the ministry that the words from an index on name, and its last word: "Foreign Ministry"."""
    start = index + 2 if page.low(index) == "ministry" and page.after(index) in {"of", "for"} else index
    sector, last = longest_in(offices.policies, page, start)
    if sector is None or (start == index and page.after(last) not in {"ministry", "ministries", "department"}):
        return None, index
    policy = " ".join(page.low(each) for each in range(start, last + 1))
    return offices.ministry_of(policy), last + (start == index)
