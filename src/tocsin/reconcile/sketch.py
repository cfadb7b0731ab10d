"""The terms of an account: the words, names and numbers of its report that may tell its incident from others."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tocsin.model import Mention, Report
from tocsin.ontology import fold
from tocsin.ontology.folding import fold_text
from tocsin.ontology.states import load_countries
from tocsin.reconcile.word_lists import word_list

LONGEST = 6000
"""Characters of a report that are looked at; what follows is mostly other matter."""

_WORD = re.compile(r"[^\W_](?:[\w.'’]*[^\W_])?")
_END = re.compile(r"[.!?:\n\"“”]\s*$")
STEM = 7
"""Letters that are kept of a word, which so goes for its plural and its tenses."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """Terms by class, each sorted and without doubles.

    `words` are stems of all words, `title` those of the title, `names` capitalised words inside sentences, `pairs` two
    or more names in a row, two by two; `numbers` are counts with the word after them ("31 year"), or three digits and
    more alone ("2300"). Countries, the account's own place, actors of the registry, the outlet and its people, and
    who holds an office ("Sheriff John Smith") are no names: they recur from one incident to the next.
    """

    words: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    @property
    def streets(self) -> frozenset[str]:
        """The names of streets ("elm street") among the pairs."""
        return frozenset(pair for pair in self.pairs if pair.split()[-1] in word_list("streets"))


CLASSES = ("words", "title", "names", "pairs", "numbers")


def sketch(mention: Mention, report: Report, others: Iterable[Mention] = ()) -> Sketch:
    """Return the terms of a mention, whose report has its body; `others` are the report's other mentions.

    What a report tells as its only news, or alone, is all that it says but for the sentences of its other incidents.
    Any other mention has its own sentences alone; the title goes with all that is news.
    """
    rivals = [other for other in others if other.id != mention.id]
    headline = mention.scope == "headline" or not rivals
    whole = headline and not any(other.scope == "headline" for other in rivals)
    body = _without(report, rivals, mention) if whole else _evidence(mention)
    title = report.title if headline else ""
    dropped = _dropped(mention, report)
    heading = list(_tokens(title))
    if 2 * sum(cased for _, _, cased in heading) > len(heading):
        heading = [(at, word, False) for at, word, _ in heading]
    tokens = [(at - len(title) - 9, word, cased) for at, word, cased in heading] + list(_tokens(body))
    names = {at: word for at, word, cased in tokens if cased and word not in dropped}
    common = word_list("common")
    return Sketch(
        words=_sorted(stem(word) for _, word, _ in tokens if word not in common and not word.isdigit()),
        title=_sorted(stem(word) for _, word, _ in heading if word not in common),
        names=_sorted(names.values()),
        pairs=_sorted(f"{word} {names[at + 1]}" for at, word in names.items() if at + 1 in names),
        numbers=_sorted(_numbers(tokens)),
    )


def stem(word: str) -> str:
    """Return what is kept of a folded word."""
    return word[:STEM]


def place_words(mention: Mention) -> frozenset[str]:
    """Return the words, as they are among a sketch's, that the mention's place goes by."""
    return frozenset(stem(word) for word in fold(mention.place.name).split()) if mention.place else frozenset()


@lru_cache(maxsize=1)
def country_words() -> frozenset[str]:
    """Return the words, as they are among a sketch's, that countries and their people go by."""
    countries = load_countries()
    names = [name.name for each in countries for name in (*each.names, *each.adjectives, *each.people)]
    return frozenset(stem(word) for name in names for word in fold(name).split())


def _evidence(mention: Mention) -> str:
    return "\n".join(dict.fromkeys(span.text for span in mention.evidence)) or mention.trigger.text


def _without(report: Report, rivals: Iterable[Mention], own: Mention) -> str:
    """Return the body but for the sentences that only rivals rest on."""
    text, at = report.text, len(report.title) + 2
    kept = {(span.start, span.end) for span in own.evidence}
    out = {(span.start, span.end) for rival in rivals for span in rival.evidence} - kept
    parts = []
    for start, end in sorted(out):
        parts.append(text[at : max(at, start)])
        at = max(at, end)
    return ("\n".join(parts) + "\n" + text[at:]).strip()[:LONGEST] or _evidence(own)


Token = tuple[int, str, bool]
"""Number, folded word, and whether it is a capitalised word inside a sentence."""


def _tokens(text: str) -> Iterator[Token]:
    number, last = 0, 0
    office = False
    for match in _WORD.finditer(text):
        between, last = text[last : match.start()], match.end()
        raw = match.group()
        word = _fold_word(raw)
        if not word:
            continue
        first = match.start() == 0 or _END.search(between) is not None
        if first or "," in between:
            office = False
        cased = raw[0].isupper() and not first and word not in word_list("offices") and word not in word_list("common")
        if word in word_list("offices"):
            office = True
        elif not raw[0].isupper():
            office = False
        # A gap keeps words of two clauses from being taken for neighbours.
        number += 2 if first or "," in between else 1
        for part in word.split():
            yield number, part, cased and not office


def _numbers(tokens: list[Token]) -> Iterator[str]:
    for (_, word, _), (_, after, _) in zip(tokens, [*tokens[1:], (0, "", False)], strict=True):
        if word[0].isdigit():
            if len(word) >= 3 and word.isdigit():
                yield word
            yield f"{word} {stem(after)}"


@lru_cache(maxsize=65536)
def _fold_word(raw: str) -> str:
    return fold_text(raw)


def _sorted(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(terms)))


def _dropped(mention: Mention, report: Report) -> frozenset[str]:
    actors = [held.actor for held in mention.perpetrators] + [hit.actor for hit in mention.targets]
    known = [actor.name for actor in actors if actor.actor and actor.name]
    place = [mention.place.name, mention.place.admin1 or ""] if mention.place else []
    own = [report.outlet or "", report.agency or "", report.author or ""]
    return _countries().union(*(fold(name).split() for name in (*known, *place, *own)))


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(fold(country.name) for country in load_countries())
