"""Counts on training texts what the choice of fillers asks for; see `tocsin.read.roles.counts`."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tocsin.read.roles.counts import CONTEXTS, FILL_HEADS, FILLS, HEADS, LEMMAS, STRINGS, Counts, make_table
from tocsin.read.roles.parse import Parse
from tocsin.read.roles.vocabulary import ROLES, TYPES
from tocsin.read.roles.wording import normalise
from tocsin.train.reader.examples import Example

Tally = Counter[tuple[str, str]]
"""How often words go with a role or type; with "" how often they are there at all."""
_LEAST_CONTEXT, _LEAST_LEMMA = 2, 4
_SENTENCE_PRIOR, _TYPE_PRIOR = 2.0, 4.0


def count(examples: Sequence[Example], parses: Mapping[str, Parse]) -> Counts:
    """Return the tables of counts from examples and their parses by id."""
    strings, heads = _words(examples)
    contexts: list[Tally] = [Counter() for _ in CONTEXTS]
    roles, types, texts = _Ratios(), _Ratios(), _Ratios()
    for example in examples:
        parse = parses[example.id]
        filled = _phrases(example, parse, contexts)
        told = _told(example, parse)
        for number, lemmas in enumerate(parse.lemmas):
            roles.add(lemmas, filled[number])
            types.add(lemmas, told[number])
        texts.add(frozenset().union(*parse.lemmas), example.types)
    fills, fill_heads = _fills(examples)
    tables = {
        STRINGS: _table(strings, ROLES),
        HEADS: _table(heads, ROLES),
        **{name: _table(held, ROLES, _LEAST_CONTEXT) for name, held in zip(CONTEXTS, contexts, strict=True)},
        FILLS: _table(fills, TYPES),
        FILL_HEADS: _table(fill_heads, TYPES),
        LEMMAS: _ratios(roles, types, texts),
    }
    return {name: make_table(rows) for name, rows in tables.items()}


def _table(tally: Tally, columns: Sequence[str], least: int = 1) -> dict[str, list[float]]:
    seen = {words: many for (words, column), many in tally.items() if not column and many >= least}
    return {words: [many, *(tally[words, column] for column in columns)] for words, many in seen.items()}


def _words(examples: Sequence[Example]) -> tuple[Tally, Tally]:
    """Count texts that have the words of any filler, or their last, and those where they fill a role."""
    vocabulary = {key for example in examples for role in ROLES for key in example.keys(role)}
    ends = {key.split()[-1] for key in vocabulary}
    strings: Tally = Counter()
    heads: Tally = Counter()
    for example in examples:
        text = f" {normalise(example.text)} "
        keys = {role: example.keys(role) for role in ROLES}
        for words in (each for each in vocabulary if f" {each} " in text):
            strings[words, ""] += 1
            strings.update((words, role) for role in ROLES if words in keys[role])
        last = {role: {key.split()[-1] for key in keys[role]} for role in ROLES}
        for word in ends.intersection(text.split()):
            heads[word, ""] += 1
            heads.update((word, role) for role in ROLES if word in last[role])
    return strings, heads


def _phrases(example: Example, parse: Parse, contexts: Sequence[Tally]) -> dict[int, set[str]]:
    """Count how noun phrases are governed; return the roles that are filled in each sentence."""
    keys = {role: example.keys(role) for role in ROLES}
    filled: dict[int, set[str]] = defaultdict(set)
    for first, last in sorted(parse.chunks):
        key = normalise(parse.text[parse.starts[first] : parse.ends[last - 1]])
        roles = [role for role in ROLES if any(_alike(key, each) for each in keys[role])]
        for tally, context in zip(contexts, parse.contexts(last - 1), strict=True):
            tally[context, ""] += 1
            tally.update((context, role) for role in roles)
        filled[parse.sentence_of[first]].update(roles)
    return filled


def _alike(one: str, other: str) -> bool:
    """Say whether one ends in the other: "six jesuits" and "jesuits"."""
    return bool(one) and (f" {other}".endswith(f" {one}") or f" {one}".endswith(f" {other}"))


def _told(example: Example, parse: Parse) -> dict[int, set[str]]:
    """Return the types whose fillers stand in each sentence."""
    told: dict[int, set[str]] = defaultdict(set)
    for incident in example.incidents:
        words = {each for fillers in incident.fillers.values() for filler in fillers for each in filler}
        for number, sentence in enumerate(parse.doc.sents):
            if any(each in sentence.text for each in words):
                told[number].update(incident.types)
    return told


def _fills(examples: Sequence[Example]) -> tuple[Tally, Tally]:
    fills: Tally = Counter()
    heads: Tally = Counter()
    for example in examples:
        for incident in example.incidents:
            every = (words for fillers in incident.fillers.values() for filler in fillers for words in filler)
            for key in filter(None, map(normalise, every)):
                for tally, words in ((fills, key), (heads, key.split()[-1])):
                    tally[words, ""] += 1
                    tally.update((words, kind) for kind in incident.types)
    return fills, heads


class _Ratios:
    """Counts in how many sets of lemmas each lemma is, and of them those that go with a label."""

    def __init__(self) -> None:
        self.sets = 0
        self.labels: Counter[str] = Counter()
        self.seen: Tally = Counter()

    def add(self, lemmas: frozenset[str], labels: set[str] | frozenset[str]) -> None:
        self.sets += 1
        self.labels.update(labels)
        for lemma in lemmas:
            self.seen[lemma, ""] += 1
            self.seen.update((lemma, label) for label in labels)

    def of(self, lemma: str, label: str, weight: float) -> float:
        """Return the log of how much oftener the label goes with sets that have the lemma."""
        prior = max(self.labels[label], 1) / max(self.sets, 1)
        return math.log((self.seen[lemma, label] + weight * prior) / (self.seen[lemma, ""] + weight) / prior)


def _ratios(roles: _Ratios, types: _Ratios, texts: _Ratios) -> dict[str, list[float]]:
    often = [lemma for (lemma, label), many in roles.seen.items() if not label and many >= _LEAST_LEMMA]
    return {
        lemma: [
            *(roles.of(lemma, role, _SENTENCE_PRIOR) for role in ROLES),
            *(types.of(lemma, kind, _TYPE_PRIOR) for kind in TYPES),
            *(texts.of(lemma, kind, _TYPE_PRIOR) for kind in TYPES),
        ]
        for lemma in often
    }
