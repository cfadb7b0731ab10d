"""Counts of victims as sentences give them: "one man was killed", "wounding three others", "four shot"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tocsin.model import Quantity
from tocsin.read.harm_groups import (
    ARTICLES,
    BE,
    DAYS,
    KNOWN,
    SOFT,
    STOPS,
    VERBS,
    Form,
    Group,
    group_at,
    is_passive,
    one_at,
)
from tocsin.read.harm_words import MULTIPLES, Word
from tocsin.read.lexicon import words as lists

Fate = Literal["killed", "injured", "shot", "victims"]
"""What became of victims; of those "shot" and of "victims" their words alone don't say whether they live."""

_DONE = frozenset(lists("victims")["done"])
"""What people of whom a fate isn't told do or undergo: "a man was charged with shooting …"."""
_NOT = frozenset(lists("victims")["not"])
_DEEDS = frozenset(lists("victims")["deeds"])
_SELF = frozenset({"himself", "herself", "themselves"})
_OBJECTS = frozenset({"him", "them"}) | _SELF
_LIVES = frozenset({"lives", "life"})
_REACH = 12
_INSERTION = 14
_TAIL = 9


@dataclass(frozen=True, slots=True)
class Harm:
    """One count of victims: what became of them, how many, and the characters [start, end) of their words."""

    fate: Fate
    low: int | None
    high: int | None
    form: Form
    others: bool
    start: int
    end: int
    quantity: Quantity | None = None

    @property
    def number(self) -> int:
        """The number that stands for the count."""
        return self.low if self.low is not None else self.high or 0


def harms_in(words: Sequence[Word]) -> Iterator[Harm]:
    """Yield the counts of victims that a sentence's words give, in order."""
    at = 0
    while at < len(words):
        multiple = _multiple(words, at)
        group = group_at(words, at) if multiple is None else None
        if multiple is not None:
            yield multiple
        elif group is not None and (fate := _fate(words, group)) is not None:
            start, end = words[group.first].start, words[group.last - 1].end
            yield Harm(fate, group.low, group.high, group.form, group.others, start, end, group.quantity)
        at = group.last if group is not None else at + 1


def _multiple(words: Sequence[Word], at: int) -> Harm | None:
    """Read "a quadruple shooting", "double homicide"."""
    count = MULTIPLES.get(words[at].low)
    noun = next((w for w in words[at + 1 : at + 3] if w.fate in {"shot", "killed"}), None) if count else None
    if count is None or noun is None:
        return None
    fate: Fate = "killed" if noun.fate == "killed" and noun.low != "fatal" else "victims"
    return Harm(fate, count, count, "multiple", others=False, start=words[at].start, end=noun.end)


def _fate(words: Sequence[Word], group: Group) -> Fate | None:
    """Return what became of a group: by the verb right before it, else by what its clause goes on to say."""
    before = _before(words, group)
    if before is None:
        return _behind(words, group)
    tail = [word.low for word in words[group.last : group.last + 2]]
    return "killed" if tail == ["to", "death"] or tail[:1] == ["dead"] else before


def _before(words: Sequence[Word], group: Group) -> Fate | None:
    at = group.first - 1
    if at < 1:
        return words[0].fate if at == 0 and words[0].low in VERBS else None
    if words[at].low in {"of", "to"}:
        noun = words[at - 1]
        if noun.low in _LIVES:
            return "killed"
        return noun.fate if noun.low in _DEEDS else None
    if words[at].low not in VERBS or is_passive(words, at):
        return None
    return "killed" if any(word.fate == "killed" for word in words[max(0, at - 2) : at]) else words[at].fate


def _behind(words: Sequence[Word], group: Group) -> Fate | None:
    at, end, apart = group.last, min(group.last + _REACH, len(words)), False
    while at < end:
        word = words[at]
        if word.low == ",":
            at = _over_insertion(words, at)
            continue
        if word.low in _NOT or word.low in _DONE:
            return None
        if word.fate is not None:
            loose = apart and not is_passive(words, at) and word.low not in {"dead", "died"}
            return None if loose else _verdict(words, at)
        if word.low in STOPS - SOFT or (word.low == "and" and one_at(words, at + 1) is not None):
            return None
        apart = apart or word.low in SOFT
        at += 1
    return None


def _over_insertion(words: Sequence[Word], at: int) -> int:
    """Return where a clause goes on behind words between commas, the end where it doesn't."""
    for index in range(at + 1, min(at + _INSERTION, len(words) - 1)):
        if words[index].low in {".", ";"}:
            break
        behind = words[index + 1]
        if words[index].low == "," and (behind.low in BE | {"died", "has", "had", "have"} or behind.fate):
            return index + 1
    behind_comma = words[at + 1].low if at + 1 < len(words) else ""
    return at + 1 if behind_comma in {"was", "were", "who", "fatally", "critically"} else len(words)


def _verdict(words: Sequence[Word], at: int) -> Fate | None:
    """Return what the words from a first word of fate on say: "shot and killed", "shot in the chest and died"."""
    word = words[at]
    if word.low in VERBS and not is_passive(words, at) and _has_object(words, at):
        return "shot" if at + 1 < len(words) and words[at + 1].low in _SELF else None
    fate = word.fate
    for other in words[at + 1 : at + 1 + _TAIL] if fate != "killed" else ():
        if other.low in {".", ";", ","} or other.quantity is not None or other.low in _NOT:
            break
        if other.fate == "killed":
            return "killed"
        if other.fate == "injured" and fate == "shot":
            fate = "injured"
    return fate


def _has_object(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb has an object, so that its subject did it: "a man shot four people"."""
    if at + 1 >= len(words):
        return False
    behind = words[at + 1]
    if behind.low in {"and", "or"} and at + 2 < len(words) and words[at + 2].low in VERBS:
        return _has_object(words, at + 2)
    if behind.quantity is not None:
        return not any(word.low in {"times", "time"} for word in words[at + 1 : at + 4])
    return behind.low in _OBJECTS | KNOWN | ARTICLES or (behind.capital and behind.low not in DAYS)
