"""Finds bodies that no demonym gives a country: "the army", "police", "government forces"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.ontology.actors import Registry
from tocsin.ontology.offices import Body, Offices
from tocsin.resolve.actors_bodies import ministry_at
from tocsin.resolve.actors_found import GUESSED, Found, found_actor
from tocsin.resolve.actors_page import Page, longest_in
from tocsin.resolve.tokens import words

_LOCAL_POLICE = frozenset({"US"})
"""Countries whose police are its towns' and states', so that "police" links to no national force."""
_THING = words(
    "academy base bases building buildings bus buses car cars cell chief chiefs checkpoint checkpoints college "
    "compound commander commanders commissioner convoy custody department detention helicopter headquarters "
    "hospital house operation operations officer officers official officials outpost outposts patrol plane planes "
    "post posts presence prison protection raid rule ruler source sources spokesman spokesmen spokesperson "
    "spokeswoman station stations training truck trucks vehicle vehicles uniform uniforms van work general "
    "captain colonel brigade quarters council courts court tribunal coup camp camps barracks"
)
"""Nouns before which "police" or "army" only says of what sort the thing is."""
_OWNED = words(
    "its their his her our your my foreign allied private rival opposing enemy coalition international peacekeeping "
    "un nato western former ex tribal both of another rebel separatist joint multinational campus university"
)
"""Words before a body that say that it is another's."""
_BODIES = frozenset({"government", "military", "police", "ministry"})
_NEAR = 300
_MEMBERS = ("troops", "soldiers", "policemen", "officers")


@dataclass(frozen=True, slots=True)
class Bare:
    """Finds bodies named alone on one page; `country` is the report's, None where no one stands out.

    `places` gives the countries that the page names by the index of their first word, `named` are the actors found.
    """

    page: Page
    registry: Registry
    offices: Offices
    country: str | None
    places: Mapping[int, str]
    named: Sequence[Found]

    def find(self) -> Iterator[Found]:
        """Yield the bodies, linked where the report's country is clear."""
        starts = {key.split()[0] for key in self.offices.bare}
        for index, word in enumerate(self.page.words):
            if word.low in starts:
                body, last = longest_in(self.offices.bare, self.page, index)
                if body is not None and self._stands_alone(index, last, body):
                    yield self._of_country(body, index, last)
                elif body is not None and (owner := self._owner(index)):
                    yield self._of_country(body, index, last, owner)
            elif word.is_capital and (word.low == "ministry" or word.low in self.offices.policies):
                yield from self._ministry(index)

    def _owner(self, index: int) -> str | None:
        """Return the country that "its" means before a body: that of the actor named last in the same sentence."""
        if self.page.before(index) != "its":
            return None
        last = next((each for each in reversed(self.named) if each.last < index), None)
        if last is None or last.kind not in _BODIES | {"state"}:
            return None
        between = self.page.text[self.page.words[last.last].end : self.page.words[index].start]
        return None if re.search(r"[.!?]\s|\n", between) else last.country

    def _ministry(self, index: int) -> Iterator[Found]:
        """Yield a ministry without a demonym: the report's country's, unless an adjective says whose it is."""
        before = self.page.word(index - 1) if self.page.joined(index - 1) else None
        body, last = ministry_at(self.page, self.offices, index)
        if body is None or (before is not None and before.low != "the" and before.is_capital):
            return
        like = self._named_before(index, last)
        if like is not None:
            yield replace(like, first=index, last=last, confidence=GUESSED)
            return
        words_ = self.page.words
        name = self.page.text[words_[index].start : words_[last].end]
        country = self.places.get(last + 2) if self.page.after(last) in {"of", "in"} else self.country
        found = Found(first=index, last=last, name=name, kind="ministry", sector=body.sector, confidence=GUESSED)
        yield replace(found, actor=f"{body.actor}:{country}", country=country) if country else found

    def _named_before(self, first: int, last: int) -> Found | None:
        """Return the body that the same noun named a little before: "the US military … the military"."""
        noun = self._low(first, last)
        for each in reversed(self.named):
            if each.last < first and each.kind in _BODIES and self._low(each.last - last + first, each.last) == noun:
                near = self.page.words[first].start - self.page.words[each.last].end <= _NEAR
                return each if near or self.country is None or each.country == self.country else None
        return None

    def _low(self, first: int, last: int) -> list[str]:
        return [self.page.low(index) for index in range(first, last + 1)]

    def _own_police(self) -> Found | None:
        """Return the only police that the report names and the registry doesn't hold: a town's."""
        police = {each.name: each for each in self.named if each.kind == "police" and each.name}
        own = next(iter(police.values()), None)
        return own if own is not None and len(police) == 1 and own.actor is None else None

    def _stands_alone(self, first: int, last: int, body: Body) -> bool:
        """Say whether nothing before says whose it is and nothing after makes it a mere modifier."""
        if self.page.after(last) in _THING or (self.page.words[first].is_capital and self.page.joined(first - 1)):
            return False
        before = self.page.word(first - 1) if self.page.joined(first - 1) else None
        if before is None or before.low == "the":
            return before is not None or last > first or body.name == "police" or self._opens_title(first)
        opens = not self.page.joined(first - 2)
        named = before.is_capital and not opens and not self.page.lower
        return (last > first or body.name == "police") and not named and before.low not in _OWNED

    def _opens_title(self, first: int) -> bool:
        return first == 0 and self.page.words[first].start < self.page.body - 2 and not self.page.lower

    def _of_country(self, body: Body, first: int, last: int, owner: str | None = None) -> Found:
        named = owner or (self.page.after(last) in {"in", "of"} and self.places.get(last + 2))
        like = self._named_before(first, last) or (self._own_police() if body.name == "police" else None)
        if like is not None and not named:
            return replace(like, first=first, last=last, confidence=GUESSED)
        country = named or self.country
        if country is None or (body.name == "police" and country in _LOCAL_POLICE):
            return Found(
                first=first,
                last=last,
                name=None,
                kind=body.kind,
                country=country,
                sector=body.sector,
                confidence=GUESSED,
            )
        if self.page.low(last) == "junta" and (council := self._council(country)):
            return replace(council, first=first, last=last, confidence=GUESSED)
        name = None if body.name == "government" else self._name(country, first, last)
        return found_actor(first, last, self.registry.get(f"{body.actor}:{country}"), name, GUESSED)

    def _council(self, country: str) -> Found | None:
        """Return the country's government where the report knows it by a name of its own, such as a council's."""
        own = [each for each in self.named if each.actor == f"gov:{country}" and each.kind == "government"]
        return next((each for each in own if each.name and "Council" in each.name), None)

    def _name(self, country: str, first: int, last: int) -> str | None:
        noun = self.page.text[self.page.words[first].start : self.page.words[last].end].lower()
        return None if noun.endswith(_MEMBERS) else f"{self.registry.countries[country].adjectives[0].name} {noun}"
