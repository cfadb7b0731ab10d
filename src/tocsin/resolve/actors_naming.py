"""Finds groups that a report introduces: "the previously unknown Black Falcons", "a gang known as the Wolves"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tocsin.model.vocabulary import ActorKind
from tocsin.resolve.actors_found import GUESSED, Found
from tocsin.resolve.actors_page import Page
from tocsin.resolve.actors_words import CALENDAR, GROUP_KINDS
from tocsin.resolve.tokens import words

_NOUNS: dict[str, tuple[ActorKind, str | None]] = {
    **dict.fromkeys(words("gang gangs cartel syndicate mafia cult"), ("armed_group", "CRM")),
    **dict.fromkeys(
        words(
            "militia militias faction cell outfit brigade squad rebels militants insurgents guerrillas gunmen fighters"
        ),
        ("armed_group", "REB"),
    ),
    **dict.fromkeys(words("group groups movement organisation organization collective network"), ("group", None)),
}
_NOUN = rf"(?P<noun>{'|'.join(sorted(_NOUNS, key=len, reverse=True))})"
_NAMED = (
    r"(?:(?:that|which|who)\s)?(?:calls?|calling|called|names?|naming|named|styling|dubs?|dubbed|identified|known)"
    r"(?:\s(?:itself|themselves))?(?:\s(?:as|by\sthe\sname(?:\sof)?))?"
)
_UNKNOWN = (
    r"(?:previously|hitherto|formerly|until\snow|until\sthen|so\sfar|largely|relatively|almost)[\s-]unknown"
    r"|little[\s-]known|newly[\s-](?:formed|founded|emerged)|unheard[\s-]of"
)
_QUOTE = r"[\"“”'‘’]?"
_INTRODUCED = re.compile(
    rf"\b(?:(?P<unknown>{_UNKNOWN})\s(?:[\w-]+\s){{0,2}}?(?:{_NOUN},?\s(?:{_NAMED}\s)?)?"
    rf"|{_NOUN.replace('?P<noun>', '?P<other>')},?\s{_NAMED}\s)(?:the\s)?{_QUOTE}(?=[A-Z])"
)
_LINKS = words("of for the and in de la al el")
_LONGEST = 8
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Naming:
    """Finds the groups that one page introduces."""

    page: Page

    def introduced(self) -> Iterator[Found]:
        """Yield each group where its name is introduced, its kind by the noun that it is called."""
        if self.page.lower:
            return
        for match in _INTRODUCED.finditer(self.page.text):
            first = self.page.at(match.end())
            last = self._last(first)
            if last is None:
                continue
            name = self.page.text[self.page.words[first].start : self.page.words[last].end]
            kind, sector = self._kind(match)
            yield Found(first=first, last=last, name=name, kind=kind, sector=sector, confidence=GUESSED)

    def _kind(self, match: re.Match[str]) -> tuple[ActorKind, str | None]:
        kind, sector = _NOUNS.get((match["noun"] or match["other"] or "").lower(), ("group", None))
        before = self.page.text[max(0, match.start() - 30) : match.end()].lower().split()
        armed = match["unknown"] or GROUP_KINDS.intersection(before)
        return ("armed_group", "REB") if kind == "group" and armed else (kind, sector)

    def _last(self, first: int) -> int | None:
        """Return the last word of the name that begins at a capital word; None where it is no name."""
        if first >= len(self.page.words) or not self.page.words[first].is_capital:
            return None
        last = index = first
        while self.page.joined(index) and index - first < _LONGEST:
            index += 1
            if self.page.words[index].is_capital:
                last = index
            elif self.page.low(index) not in _LINKS:
                break
        alone = last == first and (len(self.page.low(first)) < _SHORTEST or self.page.low(first) in CALENDAR)
        return None if alone else last

    def again(self, found: Sequence[Found]) -> Iterator[Found]:
        """Yield the later mentions of introduced groups by their whole names."""
        for each in found:
            keys = [self.page.low(index) for index in range(each.first, each.last + 1)]
            for first in range(each.last + 1, len(self.page.words) - len(keys) + 1):
                here = range(first, first + len(keys))
                if self.page.words[first].is_capital and [self.page.low(index) for index in here] == keys:
                    yield replace(each, first=first, last=here[-1])
