"""The countries that a report names, and the one that it is set in, where one clearly is."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.ontology.actors import Registry, in_context
from tocsin.ontology.folding import fold
from tocsin.resolve.actors_aliases import AliasMatch
from tocsin.resolve.actors_page import Page
from tocsin.resolve.actors_words import LOCATIVE

_LONGEST = 3
_STATE = re.compile(r",\s(?!(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)(?:[A-Z][a-z]{1,4}\.|[A-Z]{2}\b)")
_AHEAD = 1.5
_HYPHENS = ("-", "‐", "‑")
_ALONE = 0.75
_OFTEN = 4
_TITLED = 3
_GROUP = 3
_PLACED, _NAMED = 1.5, 0.75
_DATELINE = 200
_OF_COUNTRIES = frozenset({"state", "government", "military", "police", "ministry", "armed_group"})


@dataclass(frozen=True, slots=True)
class Demonym:
    """Words [first, last] of a page that are a country's adjective or people ("Iraqi"), or its name ("Iraq's")."""

    first: int
    last: int
    country: str
    is_name: bool = False


class Demonyms:
    """The adjectives and peoples of all countries, for one pass over a report."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._known = {
            fold(alias.name): alias.name
            for country in registry.countries.values()
            for alias in (*country.adjectives, *country.people)
        }
        self._first = {key.split()[0] for key in self._known}

    def find(self, page: Page) -> tuple[Demonym, ...]:
        """Return the demonyms of a page in text order; words that several countries share are left out."""
        found: list[Demonym] = []
        for first, word in enumerate(page.words):
            if word.low in self._first and (page.lower or word.is_capital) and not (found and first <= found[-1].last):
                found += [each for each in self._longest(page, first) if not is_half(page, each.last)]
        return tuple(found)

    def _longest(self, page: Page, first: int) -> list[Demonym]:
        best: list[Demonym] = []
        key, last = page.words[first].low, first
        for _ in range(_LONGEST):
            if key in self._known and self._is_written(page, first, key):
                countries = self._registry.demonym(key, page.text)
                best = [Demonym(first, last, countries[0].code)] if len(countries) == 1 else best
            if not page.joined(last):
                break
            last += 1
            key = f"{key} {page.words[last].low}"
        return best

    def _is_written(self, page: Page, first: int, key: str) -> bool:
        """Say whether "US" and "UK" are in capitals, and other words no acronym."""
        return not self._known[key].replace(".", "").isupper() or page.words[first].text.isupper()


def is_half(page: Page, last: int) -> bool:
    """Say whether a hyphen joins a word to one that tells of another: "German-Iraqi", "US-led"."""
    return page.text[page.words[last].end : page.words[last].end + 1] in _HYPHENS


@dataclass(frozen=True, slots=True)
class Scene:
    """The countries of a report by how often it names them, and the one that it is set in: None where none is clear."""

    weights: Counter[str]
    country: str | None

    @property
    def home(self) -> str | None:
        """The country of the report where it hardly names another, so that its offices are meant."""
        own, all_ = self.weights[self.country or ""], self.weights.total()
        return self.country if own >= _ALONE * all_ and own >= _OFTEN else None


def scene_of(page: Page, matches: Sequence[AliasMatch], demonyms: Sequence[Demonym]) -> Scene:
    """Weigh the countries of a page: most by where it says that things are, less by how often it names them."""
    weights: Counter[str] = Counter()
    places: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    for match in _outermost(page, matches):
        entries = [each for each in match.entries if not each.alias.context or in_context(each.alias, page.text)]
        countries = {each.actor.country for each in entries if each.metonym or each.actor.kind in _OF_COUNTRIES}
        country = countries.pop() if len(countries) == 1 else None
        groups[entries[0].actor.id if entries else ""] += 1
        if country and not (entries[0].actor.kind == "armed_group" and groups[entries[0].actor.id] > _GROUP):
            weights[country] += 1
            places[country] += _placing(page, match)
    for demonym in demonyms:
        weights[demonym.country] += 1
    scores = {country: _PLACED * places[country] + count**_NAMED for country, count in weights.items()}
    return Scene(weights, _clear(scores))


def _outermost(page: Page, matches: Sequence[AliasMatch]) -> Iterator[AliasMatch]:
    """Yield the matches inside no other, but those of capitals that the report says lie in America."""
    american = {page.low(each.first) for each in matches if _STATE.match(page.text, page.words[each.last].end)}
    covered = -1
    for match in matches:
        capital = any(entry.metonym for entry in match.entries)
        if match.last > covered and not (capital and page.low(match.first) in american):
            yield match
        covered = max(covered, match.last)


def _clear(scores: Mapping[str, float]) -> str | None:
    """Return the country that is well ahead of the next, None where none is."""
    ranked = sorted(scores, key=lambda country: -scores[country])[:2]
    if not ranked or scores[ranked[0]] < _AHEAD:
        return None
    return ranked[0] if len(ranked) == 1 or scores[ranked[0]] >= _AHEAD * scores[ranked[1]] else None


def _placing(page: Page, match: AliasMatch) -> int:
    """Return how much a country's or capital's name says where things are: most in a title."""
    if not any(entry.metonym or entry.actor.kind == "state" for entry in match.entries):
        return 0
    word, before = page.words[match.first], page.before(match.first)
    before = page.before(match.first - 1) if before == "the" else before
    dateline = word.text.isupper() and len(word.low) > _LONGEST and 0 <= word.start - page.body < _DATELINE
    return int(dateline or before in LOCATIVE) * (_TITLED if word.start < page.body else 1)
