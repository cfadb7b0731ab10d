"""The words without which no report tells of an act of violence, an arrest or a protest.

A report that holds none of them can't give the rules of mentions anything to start from, so it needn't be parsed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

import yaml

from tocsin.read.wordlists import Lexicon, Phrase, load_lexicon

WORD = re.compile(r"[^\W_]+")
_ARMED = frozenset({"hits", "launches"})
"""Harms that count beside a weapon alone."""
_VOWELS = frozenset("aeiou")


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, in small letters."""
    return frozenset(WORD.findall(text.lower()))


def may_tell(words: frozenset[str]) -> bool:
    """Say whether a report with these words may tell of an act or of harm."""
    gate = load_gate()
    return any(_holds(words, each) for each in gate.acts) or (
        any(_holds(words, each) for each in gate.armed) and any(_holds(words, each) for each in gate.weapons)
    )


Forms = tuple[frozenset[str], ...]
"""A phrase: for each of its words all the forms that it has."""


class Gate:
    """The phrases that tell of acts and harm, those that do so beside a weapon, and weapons."""

    def __init__(self, lexicon: Lexicon) -> None:
        irregular = load_irregular()

        def phrases(found: Iterable[Phrase]) -> tuple[Forms, ...]:
            parts = (_parts(phrase) for phrase in found)
            return tuple(sorted({tuple(forms_of(word, irregular) for word in each) for each in parts}, key=len))

        verbs = [phrase for group in lexicon.act_verbs.values() for phrase, _ in group]
        harms = [pair for group in lexicon.harm_verbs.values() for pair in group]
        plain = [phrase for phrase, effect in harms if effect not in _ARMED]
        adjectives: list[Phrase] = [tuple(word.split()) for word in lexicon.harm_adjectives]
        self.acts = phrases([*verbs, *lexicon.act_nouns, *plain, *lexicon.harm_nouns, *adjectives])
        self.armed = phrases(phrase for phrase, effect in harms if effect in _ARMED)
        self.weapons = phrases(lexicon.weapons)


@lru_cache(maxsize=1)
def load_gate() -> Gate:
    """Load the words from the lexicon."""
    return Gate(load_lexicon())


@lru_cache(maxsize=1)
def load_irregular() -> Mapping[str, frozenset[str]]:
    """Load the forms that no ending makes."""
    text = (files("tocsin.read") / "lexicon" / "forms.yaml").read_text(encoding="utf-8")
    return {word: frozenset(forms) for word, forms in yaml.safe_load(text).items()}


def _parts(phrase: Phrase) -> tuple[str, ...]:
    """Return the words of a phrase as a text is cut into them: "drive-by" is two, a dash is none."""
    return tuple(part for word in phrase for part in WORD.findall(word))


def _holds(words: frozenset[str], phrase: Forms) -> bool:
    return all(not words.isdisjoint(forms) for forms in phrase)


def forms_of(word: str, irregular: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the forms that a word may have in a text, and some that it hasn't."""
    return frozenset({word, *irregular.get(word, ()), *_endings(word)})


def _endings(word: str) -> Iterator[str]:
    stems = {word}
    if word.endswith("e"):
        stems.add(word[:-1])
    if word.endswith("y"):
        stems.add(f"{word[:-1]}i")
    if len(word) > 2 and word[-1] not in _VOWELS and word[-2] in _VOWELS:
        stems.add(word + word[-1])
    for stem in stems:
        yield from (f"{stem}{ending}" for ending in ("s", "es", "ed", "d", "ing"))
