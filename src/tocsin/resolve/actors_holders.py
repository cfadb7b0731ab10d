"""Links offices and their holders as of the report's day: "the president", "the Iraqi prime minister", "Ruto"."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.model import Name
from tocsin.ontology.actors import Registry
from tocsin.ontology.folding import fold
from tocsin.ontology.holders import Holders, Tenure
from tocsin.resolve.actors_found import GUESSED, LIKELY, Found, found_actor
from tocsin.resolve.actors_page import Page, longest_in
from tocsin.resolve.actors_scene import Scene
from tocsin.resolve.actors_words import CALENDAR
from tocsin.resolve.tokens import words

_BARE = dict.fromkeys(("president", "prime minister", "premier", "chancellor", "king", "queen", "supreme leader"), True)
_ANOTHER = words("of and elect emeritus designate")
"""Words behind an office that give it to another body, or to somebody who doesn't hold it yet."""
_GONE = words("former ex late then future incoming outgoing")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Holding:
    """Links the offices of one page; `on` is the report's day, `places` the countries named by their first word."""

    page: Page
    registry: Registry
    holders: Holders
    scene: Scene
    places: Mapping[int, str]
    on: dt.date | None

    def bare(self, found: Sequence[Found]) -> Iterator[Found]:
        """Yield "the president" where the report's country, or who was named with the office before, says whose."""
        for index in range(1, len(self.page.words)):
            if self.page.low(index - 1) != "the" or not self.page.joined(index - 1):
                continue
            known, last = longest_in(_BARE, self.page, index)
            office = self._at(index, last) if known else None
            if office and (one := self._meant(office, index, last, found)):
                yield one

    def _at(self, first: int, last: int) -> str | None:
        """Return the office at words that end it; None where they go on with a name or another body."""
        behind = self.page.word(last + 1) if self.page.joined(last) else None
        if behind is not None and behind.is_capital and not self.page.lower:
            return None
        if behind is not None and behind.low in _ANOTHER and last + 3 not in self._countries(last):
            return None
        return " ".join(self.page.low(index) for index in range(first, last + 1))

    def _countries(self, last: int) -> set[int]:
        """Return where a country's name may begin behind "of" or "of the", as indexes past the office's last word."""
        return {last + 3} if self.places.get(last + 2) or self.places.get(last + 3) else set()

    def _meant(self, office: str, first: int, last: int, found: Sequence[Found]) -> Found | None:
        before = [each for each in found if each.last < first and fold(each.role or "") == office and each.actor]
        named = self.places.get(last + 2) or self.places.get(last + 3) if self.page.after(last) == "of" else None
        if before and not named:
            return replace(before[-1], first=first, last=last, role=office, confidence=GUESSED)
        country = named or self.scene.country
        body = f"gov:{country}"
        if country is None or body not in self.registry:
            return None
        if self.on and self.holders.knows(body) and not self.holders.of(body, office, self.on):
            return None
        return replace(found_actor(first, last, self.registry.get(body), None, GUESSED), name=None, role=office)

    def filled(self, found: Sequence[Found]) -> list[Found]:
        """Return what was found, offices with who held them that day and persons with the office that they held."""
        people = {(each.actor, fold(each.role)): each.name for each in found if each.kind == "person" and each.role}
        beside = {each.first: each for each in found if each.kind == "person"}
        beside |= {each.last: each for each in beside.values()}
        return [each if self._is_title(each, beside) else self._filled(each, people) for each in found]

    def _is_title(self, each: Found, people: Mapping[int, Found]) -> bool:
        """Say whether an office stands beside its holder's name, or isn't held any more."""
        if each.kind == "person":
            return False
        before = each.first - (self.page.low(each.first - 1) == "the") - 1
        gone = self.page.low(each.first - 1) in _GONE
        return gone or any(people[at].actor in (each.actor, None) for at in (before, each.last + 1) if at in people)

    def _filled(self, each: Found, people: Mapping[tuple[str | None, str], str | None]) -> Found:
        if each.kind == "person" and each.actor is None and each.name:
            tenure = self._tenure(each.name)
            return self._holding(each, tenure) if tenure else each
        if each.kind != "person" and each.name is None and each.role and each.actor:
            office = fold(each.role)
            name = people.get((each.actor, office)) or self.holders.of(each.actor, office, self.on)
            return replace(each, name=name, kind="person") if name else each
        return each

    def people(self, names: Sequence[Name], found: Sequence[Found]) -> Iterator[Found]:
        """Yield the persons named without an office who held one that day, by the fullest name in the report."""
        full = {fold(each.name).split()[-1]: each.name for each in found if each.kind == "person" and each.name}
        for first, last in (*self._persons(names), *self._at_home()):
            text = self.page.text[self.page.words[first].start : self.page.words[last].end]
            if tenure := self._tenure(text):
                name = text if last > first else full.get(fold(text), tenure.name)
                yield self._holding(Found(first=first, last=last, name=name, kind="person", confidence=LIKELY), tenure)

    def _persons(self, names: Sequence[Name]) -> Iterator[tuple[int, int]]:
        for name in names if not self.page.lower else ():
            first, last = self.page.inside(name.span)
            if name.label == "PERSON" and last >= first and "\n" not in name.span.text:
                yield first, last

    def _at_home(self) -> Iterator[tuple[int, int]]:
        """Yield the single words that are the surname of who holds an office in the report's own country."""
        body = f"gov:{self.scene.country}"
        if self.page.lower or not self.holders.knows(body):
            return
        for index, word in enumerate(self.page.words):
            if not word.is_capital or word.text.isupper() or len(word.low) < _SHORTEST or word.low in CALENDAR:
                continue
            beside = self.page.word(index + 1) if self.page.joined(index) else None
            alone = not (beside and beside.is_capital) and not self._goes_on(index)
            if alone and any(each.body == body for each in self.holders.named(word.text, self.on)):
                yield index, index

    def _goes_on(self, index: int) -> bool:
        """Say whether a capital word before that is no office makes the word part of another name."""
        before = self.page.word(index - 1) if self.page.joined(index - 1) else None
        return before is not None and before.is_capital and before.low not in _BARE

    def _tenure(self, name: str) -> Tenure | None:
        """Return the office that a name's bearer held; a surname alone counts where the report names the country."""
        held = self.holders.named(name, self.on)
        if len(fold(name).split()) == 1:
            held = tuple(each for each in held if self.scene.weights[each.body.removeprefix("gov:")])
        return held[0] if len({each.name for each in held}) == 1 and held[0].body in self.registry else None

    def _holding(self, person: Found, tenure: Tenure) -> Found:
        body = self.registry.get(tenure.body)
        role = person.role or tenure.office
        return replace(person, actor=body.id, country=body.country, sector=body.sector, role=role)
