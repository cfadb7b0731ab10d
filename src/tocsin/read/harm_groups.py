"""People counted together in a sentence: "at least four people", "two men and a woman", "a 26-year-old"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tocsin.model import Quantity
from tocsin.read.harm_words import PEOPLE, SINGLE, Word
from tocsin.read.lexicon import words as lists

Form = Literal["count", "one", "known", "named", "multiple"]
"""How people are told of: by number, one told anew ("a man"), told of before ("the man"), by name, "triple"."""

ARTICLES = frozenset({"a", "an", "another"})
KNOWN = frozenset(lists("victims")["known"])
BE = frozenset(lists("victims")["be"])
SOFT = frozenset(lists("victims")["soft"])
"""What ends a clause only where no auxiliary follows: "four people at a party were shot"."""
STOPS = frozenset({".", ";", ":", "?", "!"}) | frozenset(lists("victims")["stops"]) | SOFT
VERBS = frozenset(lists("victims")["verbs"])
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_JOINTS = frozenset({",", "and", "&"})
_OPENERS = frozenset({",", ":", "and", ";"})
_MORE = frozenset({"other", "others", "more", "additional"})
_ENDS = frozenset({".", ",", ";", "and", "in", "at", "on", "-", "–", "—"})
_TOLD = frozenset({"known", "named"})
_MARKED = frozenset({"surviving", "wounded", "injured", "dead", "slain"})
"""Words of fate that may stand before their noun: "the surviving victim"."""
_LONGEST = 6
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Group:
    """People counted together: words [first, last), how many, and how they are told of.

    `others` are counted beside others ("three others", "another man").
    """

    first: int
    last: int
    low: int | None = 1
    high: int | None = 1
    form: Form = "one"
    others: bool = False
    quantity: Quantity | None = None


def group_at(words: Sequence[Word], at: int) -> Group | None:
    """Return the people counted from a word on, those joined to them by commas and "and" too."""
    found = one_at(words, at)
    while found is not None:
        after = found.last
        while after < len(words) and words[after].low in _JOINTS:
            after += 1
        more = one_at(words, after) if found.last < after else None
        if more is None or not _joins(words, found, more):
            break
        found = _sum(found, more)
    return found


def _joins(words: Sequence[Word], one: Group, more: Group) -> bool:
    if more.low is None or one.low is None or one.others:
        return False
    if more.others:
        return more.form == "count" and words[one.last].low == "and"
    behind = words[more.last] if more.last < len(words) else None
    listed = behind is not None and (behind.fate is not None or behind.low in BE | {"and"})
    if words[more.first - 1].low == "," and not listed:
        return False
    if "of" in (word.low for word in words[more.first : more.last]):
        return False
    if behind is not None and behind.low in BE and one.first and words[one.first - 1].low in VERBS:
        # "killed two soldiers and 20 people were hurt"
        return is_passive(words, one.first - 1)
    return (one.form in _TOLD) == (more.form in _TOLD)


def _sum(one: Group, more: Group) -> Group:
    return Group(
        one.first,
        more.last,
        (one.low or 0) + (more.low or 0),
        None if one.high is None or more.high is None else one.high + more.high,
        "known" if more.form in _TOLD else "count",
        one.others,
        one.quantity or more.quantity,
    )


def one_at(words: Sequence[Word], at: int) -> Group | None:
    """Return the people that one phrase counts from a word on."""
    if at >= len(words):
        return None
    word, before = words[at], words[at - 1] if at else None
    if word.quantity is not None:
        opens = before is None or before.quantity is not word.quantity
        return _counted(words, at, word.quantity) if opens else None
    if word.is_aged and (before is None or before.low not in ARTICLES | KNOWN):
        return Group(at, _past(words, at + 1))
    if word.low in ARTICLES | KNOWN:
        return _single(words, at, "one" if word.low in ARTICLES else "known")
    if word.low in SINGLE and word.low != "other" and (before is None or before.low in _OPENERS):
        return Group(at, _past_age(words, _past(words, at + 1)))
    return _named(words, at) if word.capital else None


def _past(words: Sequence[Word], at: int) -> int:
    """Return the index behind nouns for persons: "teen boy"."""
    while at < len(words) and words[at].low in SINGLE:
        at += 1
    return at


def _past_age(words: Sequence[Word], at: int) -> int:
    """Return the index behind ", 24,"."""
    if at + 1 >= len(words) or words[at].low != "," or not words[at + 1].low.isdigit() or len(words[at + 1].low) > 2:
        return at
    return at + 2 + (at + 2 < len(words) and words[at + 2].low == ",")


def _counted(words: Sequence[Word], at: int, quantity: Quantity) -> Group | None:
    last = at
    while last < len(words) and words[last].quantity is quantity:
        last += 1
    noun = _noun_behind(words, last)
    if noun is not None:
        end = noun + 1
        while end < len(words) and words[end].low in PEOPLE:
            end += 1
        others = any(word.low in _MORE for word in words[last:end])
        return Group(at, end, quantity.low, quantity.high, "count", others, quantity)
    if not _stands_alone(words, at, last) or _is_part(words, at, last):
        return None
    others = last < len(words) and words[last].low in _MORE
    return Group(at, _past_of(words, last), quantity.low, quantity.high, "count", others, quantity)


def _noun_behind(words: Sequence[Word], at: int) -> int | None:
    """Return the noun for people that a number counts, a few words on."""
    for index in range(at, min(at + _LONGEST, len(words))):
        word = words[index]
        if word.low in PEOPLE or word.is_aged:
            return index
        if word.fate or word.low in BE | STOPS | _JOINTS | {"of"} or not word.low.replace("-", "").isalpha():
            return None
    return None


def _stands_alone(words: Sequence[Word], at: int, last: int) -> bool:
    """Say whether a number alone counts people: "four shot", "two were hurt", "killing one."."""
    behind = words[last] if last < len(words) else None
    if behind is not None and (behind.fate or behind.low in BE | SOFT | {"have", "has", "of", "more"}):
        return True
    before = words[at - 1].low if at else ""
    return before in VERBS and not is_passive(words, at - 1) and (behind is None or behind.low in _ENDS)


def _is_part(words: Sequence[Word], at: int, last: int) -> bool:
    """Say whether a number only tells of some of those counted before: ", one of them a child,"."""
    partitive = [word.low for word in words[last : last + 2]]
    return at > 0 and words[at - 1].low == "," and partitive in (["of", "them"], ["of", "whom"])


def _past_of(words: Sequence[Word], at: int) -> int:
    """Return the index behind "of the victims" or "of them"."""
    if at + 2 >= len(words) or words[at].low != "of" or words[at + 1].low not in KNOWN | {"those"}:
        return at
    return at + 2 + (words[at + 2].low in PEOPLE)


def is_passive(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb is passive: "was shot", "were all killed"."""
    return any(word.low in BE for word in words[max(0, at - 2) : at])


def _single(words: Sequence[Word], at: int, form: Form) -> Group | None:
    """Return the one person that an article or a pronoun opens, None where it opens something else."""
    another = words[at].low == "another"
    if words[at].low in {"he", "she", "who"}:
        return Group(at, at + 1, form="known")
    for index in range(at + 1, min(at + _LONGEST, len(words))):
        word = words[index]
        if word.low in SINGLE or word.is_aged:
            return Group(at, _past(words, index + 1), form=form, others=another or word.low == "other")
        ends = word.low in STOPS | BE or word.quantity or not word.low.replace("-", "").isalnum()
        if ends or (word.fate and word.low not in _MARKED):
            break
    if another and at + 1 < len(words) and (words[at + 1].low in BE or words[at + 1].fate):
        return Group(at, at + 1, others=True)
    return None


def _named(words: Sequence[Word], at: int) -> Group | None:
    """Return the person of a name: with an age behind it, or going straight on to what became of it."""
    end = at
    while end < len(words) and end - at < _LONGEST_NAME and words[end].capital and _is_name(words[end].low):
        end += 1
    last = words[end - 1]
    if end == at or last.low in DAYS | PEOPLE | KNOWN | BE or last.fate:
        return None
    past = _past_age(words, end)
    behind = words[past].low if past < len(words) else ""
    goes_on = behind in BE | {"died", "suffered", "sustained"} or (behind in {"and", ","} and end - at > 1)
    return Group(at, past, form="named") if past > end or goes_on else None


def _is_name(low: str) -> bool:
    return low.replace("-", "").replace("'", "").replace("’", "").isalpha()
