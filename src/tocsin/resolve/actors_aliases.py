"""Finds the registry's aliases in a report: the longest run of words that is one, its case as names are written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tocsin.ontology.actors import AliasEntry
from tocsin.resolve.actors_page import Page, Word, is_article
from tocsin.resolve.tokens import words

_COMMON = words(
    "aid aids an arena as amnesty base basij bonn call car care cell das dawn epl eta fal fars fis gal gun hasm "
    "her his it is klan las mas mena mir mit mod of or pa pet pic pot raw sadr save sana sas spa sucre the usa us "
    "victoria who wagner"
)
"""Aliases that are words of the language too: in text without capitals they stay words."""
_SHOUTED = _COMMON - {"us", "usa"}
_NOUNS = words(
    "agency alliance and area army authority brigade brigades bureau campaign cartel central coalition command "
    "commission committee council court de defence defense department e el federation fighters for force forces "
    "front government group guard guards house i in insurgency intelligence joint la militants military militia "
    "minister ministry mission movement national network of office operation organisation organization party "
    "police people regime region republic resistance rebels security service services special state the ul union "
    "unit units"
)
"""Words of names that reports write without a capital too."""
_ARTICLES = frozenset({"the", "al"})
_ACRONYM = 8
_SHORT = 3


@dataclass(frozen=True, slots=True)
class AliasMatch:
    """Words [first, last] of a page that are one or more aliases; `entries` are those whose case fits."""

    first: int
    last: int
    entries: tuple[AliasEntry, ...]


class AliasIndex:
    """Aliases of a registry by their words, for one pass over a report. Built once; holds no report."""

    def __init__(self, entries: Iterable[AliasEntry]) -> None:
        self._entries: dict[str, list[AliasEntry]] = {}
        for entry in entries:
            self._entries.setdefault(entry.key, []).append(entry)
        self._prefixes = {key[:end] for key in self._entries for end in _ends(key)}

    def matches(self, page: Page) -> Iterator[AliasMatch]:
        """Yield the longest match at every word, those inside longer ones too."""
        for index, word in enumerate(page.words):
            if word.low in self._prefixes and word.low not in _ARTICLES:
                match = self._longest(page, index)
                if match is not None:
                    yield match

    def _longest(self, page: Page, first: int) -> AliasMatch | None:
        found: AliasMatch | None = None
        key = page.words[first].low
        index = first
        while True:
            fitting = tuple(entry for entry in self._entries.get(key, ()) if _fits(page, first, index, entry))
            if fitting:
                found = AliasMatch(first, index, fitting)
            index = _next(page, index)
            key = f"{key} {page.low(index)}"
            if index == 0 or key not in self._prefixes:
                return found


def _ends(key: str) -> list[int]:
    return [place for place, letter in enumerate(key) if letter == " "] + [len(key)]


def _next(page: Page, index: int) -> int:
    """Return the index of the next word of the same phrase, articles stepped over; 0 where the phrase ends."""
    while page.joined(index):
        index += 1
        if not is_article(page, index):
            return index
    return 0


def _fits(page: Page, first: int, last: int, entry: AliasEntry) -> bool:
    """Say whether the words are written as a name is: a capital where the alias has one, acronyms in capitals."""
    alias, surface = entry.alias.name, page.words[first].text
    if page.lower:
        return " " in entry.key or entry.key not in _COMMON
    if first == last and entry.key in _SHOUTED and _is_shouted(page, first):
        return False
    if first == last and is_acronym(alias):
        return surface.isupper() or (surface[0].isupper() and len(alias) > _SHORT and entry.key not in _COMMON)
    heads = [part for part in alias.replace("-", " ").split() if part.casefold() not in _ARTICLES]
    if not page.words[first].is_capital and heads and not heads[0][0].islower():
        return False
    return all(_is_name_case(page.words[i]) for i in range(first + 1, last + 1)) or not alias.istitle()


def _is_shouted(page: Page, index: int) -> bool:
    """Say whether a word stands among words all in capitals, so that its own say nothing."""
    return any(
        (word := page.word(i)) and len(word.low) > _SHORT and word.text.isupper() for i in (index - 1, index + 1)
    )


def _is_name_case(word: Word) -> bool:
    return word.is_capital or word.low in _NOUNS


def is_acronym(name: str) -> bool:
    """Say whether a name is an acronym: no lower-case letter, or few in a short word ("FAMa", "U.S.")."""
    bare = name.replace(".", "")
    return " " not in bare and len(bare) <= _ACRONYM and sum(letter.isupper() for letter in bare) > len(bare) / 2
