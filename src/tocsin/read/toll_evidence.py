"""What a report says of its toll, place by place: counts of victims, words of death and survival, denials of harm."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tocsin.model import Component, Quantity
from tocsin.read.document import Document, Sentence, within
from tocsin.read.harm_words import split
from tocsin.read.harms import Fate, Harm, harms_in
from tocsin.read.lexicon import words
from tocsin.read.zeros import zeros_in

Place = Literal["title", "lead", "body", "end", "beyond"]
"""Where in the report: its title, two sentences, eight more, the rest; "beyond" are sentences on other events too."""

DEATH = ("died", "killed", "death", "murder", "mourned", "pronounced")
SURVIVAL = ("injured", "condition", "survives", "hospital", "threatening")
OTHER = ("attempt", "self", "attacker", "others")
_LEAD, _BODY, _READ = 2, 10, 60
_MOST_HARMS = 50


@dataclass(frozen=True, slots=True)
class Told:
    """A count of victims, where it stands, and the number of its sentence."""

    place: Place
    sentence: int
    harm: Harm


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the evidence says of a number: "lead killed count first" is 3."""

    name: str
    fate: Fate
    number: int
    others: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that bears on a report's toll.

    `cues` are (place, name) pairs; `zeros` are (place, effect) pairs; `killed` and `injured` are the figures that
    grammar gives.
    """

    told: tuple[Told, ...]
    facts: tuple[Fact, ...]
    cues: frozenset[tuple[Place, str]]
    zeros: frozenset[tuple[Place, str]]
    killed: Quantity | None
    injured: Quantity | None

    @property
    def names(self) -> frozenset[str]:
        """The names of all cues, wherever they stand."""
        return frozenset(name for _, name in self.cues)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in words("toll_cues")[name]))


def number_of(count: Quantity | None) -> int | None:
    """Return the number that stands for a count: its lower end, else its upper."""
    if count is None:
        return None
    return count.low if count.low is not None else count.high


def gather(document: Document, killed: Quantity | None, injured: Quantity | None, rules: Component) -> Evidence:
    """Return the evidence of a document; `killed` and `injured` are what grammar gives for the act it is about."""
    told: list[Told] = []
    zeros: set[tuple[Place, str]] = set()
    texts: dict[Place, list[str]] = {}
    for place, sentence, text in _placed(document):
        texts.setdefault(place, []).append(text)
        zeros.update((place, figure.effect) for figure in zeros_in(document, sentence, rules))
        beyond: Place = "beyond" if place != "title" and _pattern("beyond").search(text) else place
        counts = within(document.quantities, sentence.start, sentence.end)
        found = harms_in(split(sentence.text, sentence.start, counts)) if len(told) < _MOST_HARMS else ()
        told += [Told(beyond, sentence.index, harm) for harm in found if harm.number]
    joined = {place: "\n".join(lines) for place, lines in texts.items()}
    cues = {(place, name) for place, text in joined.items() for name in _NAMES if _pattern(name).search(text)}
    facts = dict.fromkeys((*_facts(told), *_known(killed, injured)))
    return Evidence(tuple(told), tuple(facts), frozenset(cues), frozenset(zeros), killed, injured)


_NAMES = (*DEATH, *SURVIVAL, *OTHER)


def _placed(document: Document) -> Iterator[tuple[Place, Sentence, str]]:
    """Yield the sentences that are weighed, each with its place and lower-case text."""
    number = 0
    for sentence in document.sentences[:_READ]:
        number += not sentence.is_title
        place: Place = "lead" if number <= _LEAD else "body" if number <= _BODY else "end"
        yield ("title" if sentence.is_title else place), sentence, sentence.text.lower()


def _facts(told: list[Told]) -> Iterator[Fact]:
    groups: dict[str, list[Told]] = {}
    for each in told:
        harm = each.harm
        name = f"{each.place} {harm.fate} {harm.form}" + (" others" if harm.others else "")
        groups.setdefault(name, []).append(each)
    for name, group in groups.items():
        first, numbers = group[0].harm, [each.harm.number for each in group]
        yield Fact(f"{name} first", first.fate, numbers[0], first.others)
        if max(numbers) != numbers[0]:
            yield Fact(f"{name} most", first.fate, max(numbers), first.others)
    yield from _sums(told)
    for name, fates in (("killed", {"killed"}), ("hurt", {"injured", "shot"})):
        named = sum(each.harm.form == "named" and each.harm.fate in fates for each in told)
        if named:
            yield Fact(f"named {name}", "killed" if name == "killed" else "injured", min(named, 8))


def _sums(told: list[Told]) -> Iterator[Fact]:
    """Yield what the counts of one sentence add up to: "one was killed and another died later"."""
    for place, fates, numbers in sentence_sums(told):
        yield Fact(f"{place} {' '.join(fates)} sum", fates[0], sum(numbers))


def sentence_sums(told: list[Told] | tuple[Told, ...]) -> Iterator[tuple[Place, tuple[Fate, ...], list[int]]]:
    """Yield place, fates and numbers of the counts of each sentence that tells several, by fate and hurt or shot."""
    by_sentence: dict[int, list[Told]] = {}
    for each in told:
        if each.harm.form in {"count", "one"}:
            by_sentence.setdefault(each.sentence, []).append(each)
    kinds: tuple[tuple[Fate, ...], ...] = (("killed",), ("injured",), ("shot",), ("injured", "shot"))
    for group in by_sentence.values():
        for fates in kinds:
            chosen = [each.harm for each in group if each.harm.fate in fates]
            if len(chosen) > 1 and {harm.fate for harm in chosen} == set(fates):
                yield group[0].place, fates, [harm.number for harm in chosen]


def _known(killed: Quantity | None, injured: Quantity | None) -> Iterator[Fact]:
    for name, count in (("killed", killed), ("injured", injured)):
        number = number_of(count)
        if number is not None:
            yield Fact(f"grammar {name}", "killed" if name == "killed" else "injured", number)
