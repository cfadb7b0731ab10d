"""Finds actors named again: by an acronym that the report introduces, or as "the group" where only one can be meant."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tocsin.ontology.folding import fold
from tocsin.resolve.actors_found import GUESSED, LIKELY, Found
from tocsin.resolve.actors_page import Page
from tocsin.resolve.actors_words import GROUP_KINDS
from tocsin.resolve.tokens import words

_INTRODUCED = re.compile(
    r"(?:['’]s)?(?:\s?[\[(]\s?(?:or\s|also\sknown\sas\s|known\sas\s|the\s)*(?P<inside>[\w.&-]{2,12})\s?[\])]"
    r"|,?\s(?:or|also known as|known as|known by the acronym)\s(?:the\s)?(?P<after>[A-Z][\w-]*[A-Z][\w-]*)(?!\w))"
)
_EXPLAINED = re.compile(r"(?<![\w.-])(?P<short>[\w.&-]{2,12})\s*[\[(]\s*(?:the\s+)?$")
_GROUP = words(
    "group movement militia organisation organization faction outfit rebels militants insurgents "
    "guerrillas jihadists extremists cartel gang fighters militiamen insurgency"
)
_DEFINITE = words("the this")
_PARTIES = frozenset({"armed_group", "party"})
_GROUPS = _PARTIES | {"group"}
_TITLES = words("front movement brigades army party league union council")


@dataclass(frozen=True, slots=True)
class Short:
    """A short form that the report gives an actor, from word `since` on."""

    words: str
    since: int
    found: Found


def short_forms(page: Page, found: Sequence[Found]) -> Iterator[Short]:
    """Yield the acronyms beside the names that they stand for: "Kata'ib Hezbollah (KH)", "KH (Kata'ib Hezbollah)"."""
    for each in found:
        if not each.name or each.kind == "person":
            continue
        after = _INTRODUCED.match(page.text, page.words[each.last].end)
        before = _EXPLAINED.search(page.text, max(0, page.words[each.first].start - 20), page.words[each.first].start)
        short = (after["inside"] or after["after"]) if after else (before["short"] if before else "")
        surface = page.text[page.words[each.first].start : page.words[each.last].end]
        if short and _is_short_for(short, surface, page):
            start = after.start() if after else before.start() if before else 0
            yield Short(fold(short), page.at(start), each)


def _is_short_for(short: str, name: str, page: Page) -> bool:
    """Say whether the letters are initials of the name, or capitals beside it."""
    letters = re.sub(r"\W", "", short).lower()
    parts = fold(name).split()
    initials = "".join(part[0] for part in parts)
    if len(letters) < 2 or letters.isdigit() or letters == "".join(parts):
        return False
    return letters[0] in initials if not page.lower and short.isupper() else letters == initials


def named_again(page: Page, shorts: Sequence[Short]) -> Iterator[Found]:
    """Yield the later mentions by short forms."""
    by_word = {short.words.split()[0]: short for short in shorts}
    for index, word in enumerate(page.words):
        short = by_word.get(word.low)
        if short is None or (not page.lower and not word.text.isupper()) or index < short.since:
            continue
        last = index + len(short.words.split()) - 1
        if " ".join(page.low(i) for i in range(index, last + 1)) == short.words:
            yield replace(short.found, first=index, last=last, confidence=LIKELY)


def as_group(page: Page, found: Sequence[Found], crowds: frozenset[str]) -> Iterator[Found]:
    """Yield "the group", "the pirates" where those named before leave only one that is meant.

    `crowds` are the nouns of unnamed groups ("rebels"), whose mentions are told apart by them.
    """
    nouns = {page.low(each.last) for each in found if each.kind in _PARTIES} & crowds
    for index in range(1, len(page.words)):
        low = page.low(index)
        if low in _TITLES and page.words[index].is_capital and page.low(index - 1) == "the":
            yield from _by_title(page, found, index)
        if low not in _GROUP | nouns or page.low(index - 1) not in _DEFINITE | GROUP_KINDS:
            continue
        first = index - 1
        while page.low(first) in GROUP_KINDS and page.joined(first - 1):
            first -= 1
        before = [each for each in found if each.last < first and each.kind in _GROUPS and each.name]
        one = _only(page, before, first, low) if page.low(first) in _DEFINITE else None
        if one is not None:
            yield replace(one, first=first + 1, last=index, role=None, confidence=GUESSED)


def _by_title(page: Page, found: Sequence[Found], index: int) -> Iterator[Found]:
    """Yield the one group named before that has the capital noun in its name: "the Front"."""
    named = {each.actor or each.name: each for each in found if each.last < index and each.kind in _GROUPS}
    alike = [each for each in named.values() if page.low(index) in fold(each.name or "").split()]
    behind = page.joined(index) and page.words[index + 1].is_capital
    if len(alike) == 1 and not behind:
        yield replace(alike[0], first=index, last=index, role=None, confidence=GUESSED)


def _only(page: Page, before: Sequence[Found], index: int, noun: str) -> Found | None:
    """Return the one group that the noun named before a word, else the one named at all, else in its paragraph."""
    alike = [each for each in before if page.low(each.last) == noun]
    named = [each for each in before if each.actor or page.words[each.last].is_capital] if noun in _GROUP else []
    start = page.text.rfind("\n\n", 0, page.words[index].start)
    here = [each for each in named if page.words[each.first].start > start]
    for some in (alike, named, here):
        if len({each.actor or each.name for each in some}) == 1:
            return some[-1]
    return None
