"""Tells the stance of a statement: by its verb, then by what is said."""

import re
from functools import cache
from typing import get_args

from tocsin.model.vocabulary import Stance
from tocsin.read.cues import stances
from tocsin.read.lexicon import words

_KNOWN: frozenset[str] = frozenset(get_args(Stance))
_EXACT: tuple[tuple[str, str, Stance], ...] = (
    ("call", r"^(?:\W*(?:up)?on|\W*for|again)\b", "appeal"),
    ("ask", r"\bto (?!be )\w+|\bthat\b.*\bbe\b|\bfor\b", "appeal"),
    ("tell", r"^\W*(?:\w+\W+){1,6}to (?!the\b|a\b)\w+", "appeal"),
    ("claim", r"responsibility", "claim"),
    ("take", r"responsibility", "claim"),
    ("declare", r"war\b", "threaten"),
    ("declare", r"", "announce"),
    ("agree", r"^\W*to\b", "pledge"),
    ("offer", r"^\W*to\b", "pledge"),
    ("charge", r"", "accuse"),
    ("admit", r"", "claim"),
    ("acknowledge", r"", "claim"),
    ("concede", r"", "claim"),
    ("swear", r"", "pledge"),
    ("disclose", r"", "inform"),
    ("express", r"condolence|sympath|sorrow|concern|regret|awareness|dissatisf", "comment"),
    ("advise", r"", "warn"),
    ("caution", r"", "warn"),
)  # fmt: skip


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (stance, re.compile("|".join(patterns), re.IGNORECASE | re.DOTALL))
        for stance, patterns in words("stance").items()
    )


def stance_of(lemma: str, said: str, quoted: str, *, negated: bool = False) -> Stance:
    """Return the stance of words said with a verb; `quoted` are those in quotation marks, `said` all of them."""
    if negated and lemma in {"deny", "reject", "rule"}:
        return "inform"
    for verb, pattern, stance in _EXACT:
        if lemma == verb and re.search(pattern, said, re.IGNORECASE):
            return stance
    known = stances().get(lemma, "neutral")
    return known if known in _KNOWN else by_content(quoted or said)  # type: ignore[return-value]  # checked just before


def by_content(said: str) -> Stance:
    """Return the stance that words show by themselves."""
    for stance, pattern in _patterns():
        if pattern.search(said):
            return stance  # type: ignore[return-value]  # the lexicon's keys are stances
    return "comment"
