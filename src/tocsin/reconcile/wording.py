"""The words of an account that tell one incident from another, made comparable."""

import re
from functools import lru_cache
from math import sqrt

from tocsin.model import Weapon
from tocsin.ontology.folding import fold, fold_text
from tocsin.reconcile.account import Account
from tocsin.reconcile.word_lists import word_list

_WORD = re.compile(r"[^\W_](?:[\w.'’-]*[^\W_])?")
_STEM = 6


def telling_words(account: Account) -> dict[str, float]:
    """Return the stems of the account's sentences, and of the title where it is the news, with their weights.

    Names and numbers weigh 2, other words 1.
    """
    mention = account.mention
    texts = [span.text for span in mention.evidence] or [mention.trigger.text]
    if mention.scope == "headline":
        texts.append(account.report.title)
    found: dict[str, float] = {}
    for text in texts:
        for word, weight in _weighed(text):
            found[word] = max(weight, found.get(word, 0.0))
    return found


@lru_cache(maxsize=4096)
def _weighed(text: str) -> tuple[tuple[str, float], ...]:
    found: list[tuple[str, float]] = []
    for match in _WORD.finditer(text):
        folded = fold_text(match.group())
        if not folded or folded in word_list("common"):
            continue
        name = match.start() > 0 and match.group()[0].isupper()
        found.append((folded[:_STEM], 2.0 if name or folded[0].isdigit() else 1.0))
    return tuple(found)


def overlap(one: dict[str, float], other: dict[str, float]) -> float:
    """Return what the two share, 0 to 1: the weight of common words over the geometric mean of both weights."""
    if not one or not other:
        return 0.0
    shared = sum(min(weight, other[word]) for word, weight in one.items() if word in other)
    return shared / sqrt(sum(one.values()) * sum(other.values()))


def weapon_key(weapon: Weapon) -> str:
    """Return the weapon's last word in the singular: "mortar shells" is "shell"."""
    return (fold(weapon.name).split() or [""])[-1].rstrip("s")
