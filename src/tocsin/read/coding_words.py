"""The word lists that code political acts, loaded once from `lexicon/coding_*.yaml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tocsin.read.lexicon import words

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRule:
    """What verbs or nouns say in PLOVER: see the head of `coding_acts.yaml`; `older` is type and mode in PLOVER 0.5."""

    event: str
    mode: str = ""
    older: tuple[str, str] = ("", "")
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    weak: bool = False
    strong: bool = False
    near: bool = False
    order: int = 0


@dataclass(frozen=True, slots=True)
class ActWords:
    """All rules: for verbs with their further words by first lemma, for nouns by their words."""

    verbs: Mapping[str, tuple[tuple[Phrase, ActRule], ...]]
    nouns: Mapping[str, ActRule]


def frame(name: str) -> frozenset[str]:
    """Return a list of `coding_frames.yaml`."""
    return _frames()[name]


@cache
def _frames() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed) for name, listed in words("coding_frames").items()}


@cache
def act_words() -> ActWords:
    """Load the rules."""
    verbs: dict[str, list[tuple[Phrase, ActRule]]] = {}
    nouns: dict[str, ActRule] = {}
    for order, row in enumerate(_rows()):
        rule = ActRule(
            event=row["event"],
            mode=row.get("mode", ""),
            older=(row.get("older", row["event"]), row.get("older_mode", row.get("mode", ""))),
            objects=frozenset(_spread(row.get("with", ()))),
            subjects=frozenset(_spread(row.get("by", ()))),
            weak=row.get("weak", False),
            strong=row.get("strong", False),
            near=row.get("near", False),
            order=order,
        )
        for text in row.get("verbs", ()):
            first, *rest = text.split()
            verbs.setdefault(first, []).append((tuple(rest), rule))
        for text in row.get("nouns", ()):
            nouns.setdefault(text, rule)
    return ActWords({first: tuple(rules) for first, rules in verbs.items()}, nouns)


def _spread(names: list[str]) -> Iterator[str]:
    """Yield the words of classes that are named, and other words as they are."""
    for name in names:
        if name.startswith("@"):
            yield from words("coding_nouns")[name[1:]]
        else:
            yield name


def _rows() -> Any:
    return yaml.safe_load((files("tocsin.read") / "lexicon" / "coding_acts.yaml").read_text(encoding="utf-8"))
