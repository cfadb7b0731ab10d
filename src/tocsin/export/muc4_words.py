"""The words that keys of MUC-4 hold for a filler: names without titles, things without articles."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from tocsin.model import Quantity, Report
from tocsin.read.lexicon import words
from tocsin.resolve.quantities import Quantities

_LEAD = re.compile(
    r"^(?:(?:the|a|an|this|that|these|those|his|her|their|its|our|such|same|some|other|another|alleged|suspected)\s+)+",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s,;:.'’\"(\[-]+$")
_NOBODY = re.compile(r"^(?:no|none|nobody)\b", re.IGNORECASE)
_REBELS = re.compile(r"guerril|rebel|terroris|insurg|subvers|extremis|urban", re.IGNORECASE)
_OF_PEOPLE = ("attackers", "civilians", "military", "police", "officials", "crowds")


def bare(text: str) -> str:
    """Return a phrase without article, possessive and loose punctuation; empty for "no group"."""
    plain = _TAIL.sub("", _LEAD.sub("", " ".join(text.split()).strip("\"'“”‘’ ")))
    return "" if _NOBODY.match(plain) else plain


def uncounted(text: str) -> str:
    """Return a phrase without the number before it: "bombs" of "two bombs"."""
    return counted(text)[1]


@lru_cache(maxsize=4096)
def counted(text: str) -> tuple[Quantity | None, str]:
    """Return the count before a bare phrase, None where there is none, and what is counted."""
    plain = bare(text)
    report = Report(id="", title="", body=plain)
    before = len(report.text) - len(plain)
    count = next((each for each in Quantities().find(report) if each.spans[0].start == before), None)
    if count is None:
        return None, plain
    rest = report.text[count.spans[0].end :].strip()
    return (count, bare(rest)) if rest and not rest.startswith("of ") else (None, plain)


def name_of_person(text: str) -> str:
    """Return the name at the end of a phrase without title, age and description; empty where there is none."""
    if counted(text)[0] is not None:
        return ""
    kept: list[str] = []
    for word in reversed(re.split(r",|\bwho\b", bare(text))[0].split()):
        plain = word.strip("\"'()").lower()
        if not plain.isalpha() or plain in common_words():
            break
        kept.insert(0, word)
    while kept and kept[0].lower() in words("names")["particles"]:
        kept.pop(0)
    return " ".join(kept) if len(kept) < 6 else ""


def fullest(name: str, others: Iterable[str]) -> str:
    """Return the longest of the names that holds all words of this one in their order, itself where none does."""
    holding = [other for other in others if f" {name.lower()} " in f" {other.lower()} "]
    return max(holding, key=len, default=name)


def people(text: str, body: str = "") -> str:
    """Return the people that a phrase names, without the name of their organisation; empty where it names none."""
    left = bare(text)
    if body:
        left = bare(re.sub(rf"[\"'“”]*\b{re.escape(body)}\b(?:['’]s)?[\"'“”]*", "", left, flags=re.IGNORECASE))
    left = uncounted(left) or left
    return left if head(left) in _people() else ""


def are_rebels(phrase: str) -> bool:
    """Say whether people are those of an armed group."""
    return bool(_REBELS.search(phrase))


def head(phrase: str) -> str:
    """Return the noun that a phrase is about, in lower case."""
    return re.split(r"\s+(?:of|who|wearing|with|from|in)\b", phrase)[0].split(" ")[-1].lower() if phrase else ""


def organisation(text: str, report: str, names: Iterable[str]) -> str:
    """Return the name of an organisation, the longest that the phrase gives, else the first that the report gives."""
    forms = sorted(names, key=len, reverse=True)
    for where in (text, report):
        for form in forms:
            found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", where, re.IGNORECASE)
            if found:
                return found[0]
    return ""


@cache
def common_words() -> frozenset[str]:
    """Words that are no part of a person's name."""
    lists = [
        *words("people").values(),
        *words("offices").values(),
        words("names")["known"],
        words("names")["hush"],
        words("names")["nameless"],
    ]
    singular = {part for entries in lists for entry in entries for part in entry.split()}
    return frozenset(singular | {f"{word}s" for word in singular})


@cache
def _people() -> frozenset[str]:
    named = {word for name in _OF_PEOPLE for word in words("people")[name]} | set(words("names")["bands"])
    return frozenset(named | {f"{word}s" for word in named} - {"police", "army", "forces", "force"})
