"""The word lists of the mention rules, loaded once from `lexicon/*.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

import yaml

Phrase = tuple[str, ...]
Needs = Literal["", "people", "ordnance", "armed", "side", "plot", "crowd", "captives"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActEntry:
    """What a word or phrase that names an act says: see the head of `triggers.yaml`."""

    kind: str
    family: str
    effect: str | None = None
    weapon: str | None = None
    weak: bool = False
    needs: Needs = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists; phrases are tuples of lemmas in lower case. Verb phrases are listed by their first word."""

    act_verbs: Mapping[str, tuple[tuple[Phrase, ActEntry], ...]]
    act_nouns: Mapping[Phrase, ActEntry]
    harm_verbs: Mapping[str, tuple[tuple[Phrase, str], ...]]
    harm_nouns: Mapping[Phrase, str]
    harm_adjectives: Mapping[str, str]
    weapons: Mapping[Phrase, str]
    people: Mapping[str, frozenset[str]]
    cues: Mapping[str, frozenset[str]]
    figurative: Mapping[str, frozenset[str]]

    def is_a(self, lemma: str, *classes: str) -> bool:
        """Say whether a noun belongs to one of the classes of `people.yaml`."""
        return any(lemma in self.people[name] or lemma.removesuffix("s") in self.people[name] for name in classes)

    def is_weapon(self, lemma: str, *kinds: str) -> bool:
        """Say whether a noun is a weapon, of one of the kinds of act that weapons point to if any are given."""
        kind = self.weapons.get((lemma,)) or self.weapons.get((lemma.removesuffix("s"),))
        return kind is not None and (not kinds or kind in kinds)


def _table(name: str) -> Any:
    return yaml.safe_load((files("tocsin.read") / "lexicon" / f"{name}.yaml").read_text(encoding="utf-8"))


def _phrase(text: str) -> Phrase:
    return tuple(text.lower().split())


def _acts(part: str) -> list[tuple[Phrase, ActEntry]]:
    found: list[tuple[Phrase, ActEntry]] = []
    for row in _table("triggers"):
        entry = ActEntry(**{key: value for key, value in row.items() if key not in {"verbs", "nouns"}})
        found += [(_phrase(text), entry) for text in row[part]]
    return found


def _harms(part: str) -> list[tuple[Phrase, str]]:
    return [(_phrase(text), effect) for effect, row in _table("harms").items() for text in row.get(part, ())]


def _by_first(pairs: list[tuple[Phrase, Any]]) -> dict[str, tuple[tuple[Phrase, Any], ...]]:
    """List phrases by their first word, the longest first."""
    found: dict[str, tuple[tuple[Phrase, Any], ...]] = {}
    for phrase, value in sorted(pairs, key=lambda pair: -len(pair[0])):
        found[phrase[0]] = (*found.get(phrase[0], ()), (phrase, value))
    return found


def _sets(name: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(str(word) for word in words) for key, words in _table(name).items()}


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Load the word lists."""
    return Lexicon(
        act_verbs=_by_first(_acts("verbs")),
        act_nouns=dict(_acts("nouns")),
        harm_verbs=_by_first(_harms("verbs")),
        harm_nouns=dict(_harms("nouns")),
        harm_adjectives={" ".join(phrase): effect for phrase, effect in _harms("adjectives")},
        weapons={_phrase(text): kind for kind, texts in _table("weapons").items() for text in texts},
        people=_sets("people"),
        cues=_sets("reality"),
        figurative=_sets("figurative"),
    )
