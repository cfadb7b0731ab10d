"""Decides whom an alias means in its report, and whether a country or capital is a party there or a place."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tocsin.model import Actor, Alias, Name
from tocsin.ontology.actors import AliasEntry, context_words, in_context
from tocsin.ontology.folding import fold
from tocsin.resolve.actors_aliases import AliasMatch, is_acronym
from tocsin.resolve.actors_found import LIKELY, SURE, Found, found_actor, plain_name
from tocsin.resolve.actors_page import Page, Word, is_article
from tocsin.resolve.actors_scene import Demonym, Scene, is_half
from tocsin.resolve.actors_words import (
    AUXILIARIES,
    CALENDAR,
    DEEDS,
    ELSEWHERE,
    GROUP_KINDS,
    HYPHENED,
    NO_PARTY,
    OFFICIAL,
    RANKS,
    SAME,
    TOWARDS,
)

_NAMING = frozenset({"PERSON", "ORG", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
_AHEAD = 3
_SEVERAL = 2
_SAME = re.compile(rf"[\"”’']?\s(?:(?:{'|'.join(GROUP_KINDS)})\s)*(?:{'|'.join(SAME)})\b", re.IGNORECASE)
_COLLECTIVE = ("army", "military", "forces", "police", "navy", "air force", "defence force", "defense force")
_GOVERNING = {"Council", "Authority", "Committee"}


@dataclass(frozen=True, slots=True)
class Chooser:
    """Links the alias matches of one page; `names` are those that the annotator found."""

    page: Page
    matches: Sequence[AliasMatch]
    scene: Scene
    names: Sequence[Name]
    on: dt.date | None

    def states(self, matches: Iterable[AliasMatch]) -> Iterator[Demonym]:
        """Yield the names of countries as owners of what stands behind them."""
        for match in matches:
            entry = self.choose(match)
            state = entry is not None and entry.actor.kind == "state" and not entry.metonym
            if entry and state and entry.actor.country and not is_half(self.page, match.last):
                yield Demonym(match.first, match.last, entry.actor.country, is_name=True)

    def link(self) -> Iterator[Found]:
        """Yield what the matches mean, those that nothing decides left out."""
        covered = -1
        for match in self.matches:
            entry = self.choose(match) if match.last > covered else None
            if entry is None:
                continue
            covered = match.last
            place = (entry.metonym or entry.actor.kind == "state") and not self._is_party(match, entry)
            if not place and not self._is_elsewhere(match, entry):
                yield self._found(match, entry)

    def choose(self, match: AliasMatch) -> AliasEntry | None:
        """Return the entry that context, dates, spelling and the countries named decide for, else None."""
        open_ = [entry for entry in match.entries if _in_use(entry.alias, self.on)]
        decided = [e for e in open_ if e.alias.context and in_context(e.alias, self.page.text)]
        decided = self._most_told(decided)
        chosen = decided or [entry for entry in open_ if not entry.alias.context]
        plain = [entry for entry in chosen if not entry.metonym] or chosen
        if len({entry.actor.id for entry in plain}) > 1:
            surface = self._surface(match)
            plain = [entry for entry in plain if entry.alias.name == surface] or plain
        if len({entry.actor.id for entry in plain}) > 1:
            plain = self._of_scene(plain)
        return plain[0] if plain else None

    def _most_told(self, entries: list[AliasEntry]) -> list[AliasEntry]:
        """Return those of whose contexts the report holds the most words."""
        if len({entry.actor.id for entry in entries}) < _SEVERAL:
            return entries
        told = [context_words(entry.alias, self.page.text) for entry in entries]
        return [entry for entry, number in zip(entries, told, strict=True) if number == max(told)]

    def _of_scene(self, entries: list[AliasEntry]) -> list[AliasEntry]:
        weights = [self.scene.weights[entry.actor.country or ""] for entry in entries]
        best = [e for e, weight in zip(entries, weights, strict=True) if weight == max(weights) > 0]
        return best if len({entry.actor.id for entry in best}) == 1 else []

    def _surface(self, match: AliasMatch) -> str:
        return self.page.text[self.page.words[match.first].start : self.page.words[match.last].end]

    def _is_elsewhere(self, match: AliasMatch, entry: AliasEntry) -> bool:
        """Say whether the words are part of a longer name, such as a newspaper's or a street's."""
        after = self.page.word(match.last + 1) if self.page.joined(match.last) else None
        if after and after.low in HYPHENED and self.page.text[after.start - 1] in "-‐‑":
            return True
        if after and after.low in ELSEWHERE and (after.is_capital or self.page.lower):
            return True
        if self.page.before(match.first) == "national" and self.page.words[match.first - 1].is_capital:
            return True
        if not (entry.metonym or entry.actor.kind == "state"):
            return False
        if after and after.is_capital and not self.page.lower and self._is_named_on(match.last, after):
            return True
        start, end = self.page.words[match.first].start, self.page.words[match.last].end
        return any(
            name.label in _NAMING
            and name.span.start <= start
            and end <= name.span.end
            and (len(fold(name.span.text).split()) > match.last - match.first + 1 or self._is_person(match, name))
            for name in self.names
        )

    def _is_person(self, match: AliasMatch, name: Name) -> bool:
        """Say whether the annotator takes the word for a person's name, and a title precedes or no deed follows."""
        titled = match.first > 0 and self.page.low(match.first - 1) in RANKS
        return name.label == "PERSON" and (titled or not self._does(match.last))

    def _is_named_on(self, last: int, after: Word) -> bool:
        """Say whether the capital word behind a country's name goes on with a name: "Kenya Airways"."""
        plain = self.page.text[self.page.words[last].end : after.start] == " "
        return plain and after.start > self.page.body and after.low not in CALENDAR | OFFICIAL

    def _is_party(self, match: AliasMatch, entry: AliasEntry) -> bool:
        page, first = self.page, match.first
        if first and is_article(page, first - 1) and page.joined(first - 1):
            first -= 1
        before = page.before(first)
        if before == "with" and page.before(first - 1) in {"border", "borders", "frontier"}:
            return False
        if before in {"and", "or"} and self._ends_place(first - 2):
            return False
        if not entry.metonym:
            return before not in NO_PARTY and not self._ends_address(first, match.last)
        return before in TOWARDS or (before not in NO_PARTY and (self._does(match.last) or self._do_together(match)))

    def _ends_address(self, first: int, last: int) -> bool:
        """Say whether a comma and a capital word before make it an address: "Basra, Iraq", not "on Monday, Iraq"."""
        if self.page.lower:
            end = self.page.words[last].end
            listed = first > 0 and self.page.text[self.page.words[first - 1].end : self.page.words[first].start] == ", "
            return listed and self.page.text[end : end + 1] in {".", ","} and not self._does(last)
        if not first or self.page.text[self.page.words[first - 1].end : self.page.words[first].start].strip() != ",":
            return False
        town = self.page.words[first - 1]
        return town.is_capital and not self.page.lower and town.low not in CALENDAR and not self._does(last)

    def _ends_place(self, index: int) -> bool:
        """Say whether the word at an index ends a country's name that is a place: "in Iraq and Syria"."""
        other = next((match for match in self.matches if match.last == index), None)
        entry = self.choose(other) if other else None
        if other is None or entry is None or not (entry.metonym or entry.actor.kind == "state"):
            return False
        return not self._is_party(other, entry)

    def _does(self, last: int) -> bool:
        """Say whether a verb that only people and bodies are subject of follows."""
        for _ in range(_AHEAD):
            after = self.page.after(last)
            if after in DEEDS:
                return True
            if after not in AUXILIARIES:
                return False
            last += 1
        return False

    def _do_together(self, match: AliasMatch) -> bool:
        """Say whether two capitals do something together: "Washington and Baghdad condemned"."""
        if self.page.after(match.last) != "and":
            return False
        return any(
            other.first == match.last + 2 and any(entry.metonym for entry in other.entries) and self._does(other.last)
            for other in self.matches
        )

    def _found(self, match: AliasMatch, entry: AliasEntry) -> Found:
        last = match.last
        behind = _SAME.match(self.page.text, self.page.words[last].end)
        if behind and entry.actor.kind in {"armed_group", "party"}:
            last = self.page.at(behind.end() - 1)
        confidence = LIKELY if entry.metonym or len({each.actor.id for each in match.entries}) > 1 else SURE
        return found_actor(match.first, last, entry.actor, _name(entry, self._surface(match)), confidence)


def _name(entry: AliasEntry, surface: str) -> str:
    """Return the usual name; for forces, police and councils that govern the fuller words that the report uses."""
    if entry.actor.kind == "state" and entry.alias.until:
        return _spelled_out(entry.alias.name, entry.actor) if is_acronym(entry.alias.name) else entry.alias.name
    if not entry.actor.id.startswith(("mil:", "pol:", "gov:")) or entry.metonym:
        return plain_name(entry.actor)
    if is_acronym(entry.alias.name):
        return _spelled_out(entry.alias.name, entry.actor)
    if "'" in surface or "’" in surface or entry.alias.name.islower():
        return plain_name(entry.actor)
    words = entry.alias.name if surface.islower() else surface
    return words if words.lower().endswith(_COLLECTIVE) or _GOVERNING & set(words.split()) else plain_name(entry.actor)


def _spelled_out(acronym: str, actor: Actor) -> str:
    """Return the alias whose initials make the acronym ("IDF": "Israel Defense Forces"), else the usual name."""
    letters = acronym.replace(".", "").lower()
    for alias in actor.aliases:
        if "".join(word[0] for word in fold(alias.name).split() if word not in {"of", "and", "for"}) == letters:
            return alias.name
    return plain_name(actor)


def _in_use(alias: Alias, on: dt.date | None) -> bool:
    """Say whether a name was in use on a day, each bound at its own precision."""
    if on is None:
        return True
    day = on.isoformat()
    since, until = alias.since, alias.until
    return (since is None or day[: len(since)] >= since) and (until is None or day[: len(until)] <= until)
