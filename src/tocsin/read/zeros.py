"""Finds where a sentence says that nobody came to harm: "without causing victims", "no one was injured"."""

import re

from tocsin.model import Component, Quantity
from tocsin.read.document import Document, Sentence
from tocsin.read.drafts import Figure

_HARMED = r"(?:killed|injured|hurt|wounded|harmed)"
_WAS = r"(?:was|were|is|has been|have been|had been)"
_NOBODY = re.compile(
    r"\b(?:no|without(?: causing| any)?|nor|not any)\s+(?:\w+\s+){0,3}?"
    rf"(?P<a>casualt\w+|victims?|injur\w+|deaths?|fatalit\w+|wounded|dead|one {_WAS} (?:\w+ )?{_HARMED})"
    rf"|\b(?:no-?\s?one|nobody|none) (?:of \w+ (?:\w+ )?)?{_WAS} (?:\w+ )?(?P<b>{_HARMED})"
    rf"|\bno (?:people|persons?|civilians?|others?) {_WAS} (?P<c>{_HARMED}(?: or {_HARMED})?)"
    rf"|\b{_WAS[:-1]}|escaped) (?P<d>unhurt|unharmed|uninjured|unscathed)"
    r"|\b(?P<e>kill(?:ed|ing)|injur(?:ed|ing)|wound(?:ed|ing)|hurt(?:ing)?|harm(?:ed|ing)) (?:no[ -]?one|nobody)\b",
    re.IGNORECASE,
)
_KILLED = ("kill", "death", "fatal", "dead")
_INJURED = ("injur", "wound", "unin")
_BOTH = ("hurt", "harm", "unh", "uns")


def zeros_in(document: Document, sentence: Sentence, rules: Component) -> tuple[Figure, ...]:
    """Return the zeros that a sentence states, of killed, of injured or of both."""
    found: list[Figure] = []
    for match in _NOBODY.finditer(sentence.text):
        what = next(group for group in match.groups() if group).lower().removeprefix("one ").split()[-1]
        span = document.span(sentence.start + match.start(), sentence.start + match.end())
        zero = Quantity(low=0, high=0, spans=(span,), by=rules.id)
        found += [Figure(effect, zero, sentence.index, head="nobody") for effect in _effects(what, match[0].lower())]
    return tuple(found)


def _effects(what: str, words: str) -> tuple[str, ...]:
    if "killed or" in words:
        return ("killed", "injured")
    if what.startswith(_BOTH):
        return ("killed", "injured")
    if what.startswith(_KILLED):
        return ("killed",)
    return ("injured",) if what.startswith(_INJURED) else ("killed", "injured")
