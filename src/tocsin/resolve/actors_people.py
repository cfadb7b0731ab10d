"""Finds persons with the offices that the report gives them beside their names, and whose offices these are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.model import Name
from tocsin.ontology.actors import Registry
from tocsin.ontology.offices import Body, Offices
from tocsin.resolve.actors_found import GUESSED, LIKELY, Found
from tocsin.resolve.actors_page import Page, is_article
from tocsin.resolve.actors_scene import Demonym, is_half
from tocsin.resolve.actors_words import RANKS

_OFFICE_WORDS = 5
_PLAIN_WORDS = 4
_LONGEST_NAME = 5
_SHORTEST_SURNAME = 4
_NO_NAME = re.compile(r"\n|['’]s\s")


@dataclass(frozen=True, slots=True)
class Office:
    """An office beside a name: its words [first, last], and the body that it is an office of, None for any."""

    first: int
    last: int
    body: Body | None


@dataclass(frozen=True, slots=True)
class People:
    """Finds persons on one page; `found` are the other actors on it, `owners` its demonyms and countries' names.

    `home` is the country whose offices are meant where nothing says whose, None where that isn't clear.
    """

    page: Page
    registry: Registry
    offices: Offices
    found: Mapping[int, Found]
    owners: Sequence[Demonym]
    home: str | None

    def find(self, names: Sequence[Name]) -> Iterator[Found]:
        """Yield the persons with an office or named again by surname, each with the fullest name and its office."""
        if self.page.lower:
            return
        people = [person for name in names if name.label == "PERSON" for person in self._person(name)]
        known = self._by_surname(people)
        again = {surname: tuple(self._again(surname, one)) for surname, one in known.items()}
        for person in people:
            surname = self.page.words[person.last].text
            full = known.get(surname)
            if full is not None and (full.name == person.name or person.first == person.last):
                if full.role or again[surname]:
                    yield replace(full, first=person.first, last=person.last)
            elif person.role:
                yield person
        yield from (each for some in again.values() for each in some)

    def _by_surname(self, people: Sequence[Found]) -> dict[str, Found]:
        """Return the person whom a surname means, with office where one is given; namesakes are left out."""
        known: dict[str, Found] = {}
        shared: set[str] = set()
        for person in sorted(people, key=lambda each: (not each.actor, not each.role)):
            surname = self.page.words[person.last].text
            if person.last > person.first and known.setdefault(surname, person).name != person.name:
                shared.add(surname)
        return {surname: person for surname, person in known.items() if surname not in shared}

    def _again(self, surname: str, person: Found) -> Iterator[Found]:
        if len(surname) < _SHORTEST_SURNAME:
            return
        for index, word in enumerate(self.page.words):
            if word.text == surname and not self._beside_name(index):
                yield replace(person, first=index, last=index, confidence=LIKELY)

    def _beside_name(self, index: int) -> bool:
        """Say whether a capital word before makes it part of another name."""
        before = self.page.word(index - 1) if self.page.joined(index - 1) else None
        return before is not None and before.is_capital and not self._is_title(index - 1)

    def _person(self, name: Name) -> Iterator[Found]:
        first, last = self.page.inside(name.span)
        while first < last and self._is_title(first):
            first += 1
        words_ = self.page.words[first : last + 1]
        if not words_ or not words_[-1].is_capital or len(words_) > _LONGEST_NAME or _NO_NAME.search(name.span.text):
            return
        text = self.page.text[words_[0].start : words_[-1].end]
        office = self._before(first) or self._after(last)
        if office is None:
            yield Found(first=first, last=last, name=text, kind="person", confidence=LIKELY)
            return
        owner = self._owner(office, first) or self._at_home(office)
        yield Found(
            first=first,
            last=last,
            name=text,
            actor=owner.actor if owner else None,
            kind="person",
            country=owner.country if owner else None,
            sector=office.body.sector if office.body else (owner.sector if owner else None),
            role=self.page.text[self.page.words[office.first].start : self.page.words[office.last].end],
            confidence=LIKELY if owner else GUESSED,
        )

    def _at_home(self, office: Office) -> Found | None:
        return self._body_of(Demonym(0, 0, self.home), office) if self.home and office.body else None

    def _is_title(self, index: int) -> bool:
        word = self.page.words[index]
        return word.low in RANKS or word.low in self.offices.offices or not word.is_capital

    def _before(self, first: int) -> Office | None:
        """Return the office that ends right before a name, ranks between stepped over."""
        last = first - 1
        if last >= 0 and self.page.text[self.page.words[last].end : self.page.words[first].start].strip() == ",":
            return self._ending(last) or self._of_owner(last)
        while self.page.joined(last):
            office = self._ending(last) or self._of_owner(last)
            if office is not None or self.page.low(last) not in RANKS:
                return office
            last -= 1
        return None

    def _ending(self, last: int) -> Office | None:
        best: Office | None = None
        key, first = "", last
        for _ in range(_OFFICE_WORDS):
            key = f"{self.page.low(first)} {key}".strip()
            if key in self.offices.offices:
                best = Office(first, last, self.offices.offices[key])
            if not self.page.joined(first - 1):
                break
            first -= 1
        return best

    def _of_owner(self, last: int) -> Office | None:
        """Return the office in "Prime Minister of Iraq" before a name."""
        start = next((each.first for each in self.owners if each.last == last), None)
        found = self.found.get(last)
        start = found.first if found else start
        if start is None:
            return None
        start -= self.page.low(start - 1) == "the"
        return self._ending(start - 2) if self.page.before(start) in {"of", "for"} else None

    def _after(self, last: int) -> Office | None:
        """Return the office in "Name, the Iraqi prime minister,"."""
        gap = self.page.text[self.page.words[last].end : self.page.words[last + 1].start] if self._has(last + 1) else ""
        if gap.strip() != ",":
            return None
        index = last + 1
        for _ in range(_OFFICE_WORDS + _PLAIN_WORDS):
            office = self._starting(index)
            if office is not None:
                return office
            if not self._may_lead(index) or not self.page.joined(index):
                return None
            index += 1
        return None

    def _has(self, index: int) -> bool:
        return index < len(self.page.words)

    def _may_lead(self, index: int) -> bool:
        """Say whether a word may stand between the comma and the office: plain, or part of the owner's name."""
        inside = [(each.first, each.last) for each in self.found.values()] + [(o.first, o.last) for o in self.owners]
        return self.page.low(index) in self.offices.plain or any(first <= index <= last for first, last in inside)

    def _starting(self, first: int) -> Office | None:
        best: Office | None = None
        key, last = self.page.low(first), first
        for _ in range(_OFFICE_WORDS):
            if key in self.offices.offices:
                best = Office(first, last, self.offices.offices[key])
            if not self.page.joined(last):
                break
            last += 1
            key = f"{key} {self.page.low(last)}"
        return best

    def _owner(self, office: Office, name: int) -> Found | None:
        """Return whose the office is: the body named before it, or behind it after "of"; a state's own body for it."""
        before = office.first - 1
        while self.page.joined(before) and self.page.low(before) in self.offices.plain:
            before -= 1
        behind = office.last + 1
        if self.page.joined(office.last) and self.page.low(behind) in {"of", "for", "at", "in", "to", "with"}:
            behind += 1 + (self._has(behind + 1) and is_article(self.page, behind + 1))
            while self._has(behind) and is_half(self.page, behind):
                behind += 2
            found = self._starting_at(behind, office) if behind != name else None
            if found is not None:
                return found
        return self._ending_at(before, office) if self.page.joined(before) else None

    def _ending_at(self, index: int, office: Office) -> Found | None:
        found = self.found.get(index)
        if found is not None and found.actor and found.kind != "state":
            return found
        owner = next((each for each in self.owners if each.last == index), None)
        return self._body_of(owner, office) if owner else None

    def _starting_at(self, index: int, office: Office) -> Found | None:
        found = next((each for each in self.found.values() if each.first == index), None)
        if found is not None and found.actor and found.kind != "state":
            return found
        owner = next((each for each in self.owners if each.first == index), None)
        return self._body_of(owner, office) if owner else None

    def _body_of(self, owner: Demonym, office: Office) -> Found | None:
        prefix = office.body.actor if office.body else "gov"
        actor = self.registry.get(f"{prefix}:{owner.country}")
        sector = office.body.sector if office.body else actor.sector
        return Found(first=0, last=0, name=actor.name, actor=actor.id, country=owner.country, sector=sector)
