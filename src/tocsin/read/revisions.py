"""Finds tolls that a sentence tells as such, and the earlier figures that they replace: "raised to 23 from 19"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tocsin.model import Component, Quantity, Span
from tocsin.read.document import Document, Sentence, within
from tocsin.read.drafts import Draft, Figure
from tocsin.read.lexicon import words

_DEAD = (
    r"(?:death|body) (?:toll|count)|(?<!injury )(?<!casualty )toll|deaths?|fatalities|"
    r"(?:count|number) of (?:the )?(?:dead|deaths|fatalities)|(?:figure|estimate|count|number)(?= (?:up |down )?to\b)"
)
_BARE = frozenset({"figure", "estimate", "count", "number"})
"""What is a toll only in a sentence that tells of deaths and of no wounds."""
_WHO = r"number of (?:people|persons|those|victims|\w+) (?:who (?:had |have )?)?"
_TOLD = re.compile(
    rf"\b(?:(?P<killed>{_DEAD}|{_WHO}(?:killed|died|dead))"
    rf"|(?P<injured>injury toll|number of (?:the )?(?:wounded|injured|injuries)|{_WHO}(?:wounded|injured|hurt)))\b",
    re.IGNORECASE,
)
_DEATH = re.compile(r"\b(?:killed|died|dead|deaths?|toll)\b", re.IGNORECASE)
_WOUNDS = re.compile(r"\b(?:wound|injur)", re.IGNORECASE)
_NEW = re.compile(
    r"(?:\b(?:to|at|now|reached|reaches|hit|hits|topped|passed|is|was)|"
    r"\b(?:stands?|stood|remains?|remained) (?:\w+ )?at|\bbecame)\s*$",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:raised|rais(?:es|ing)|rose|risen|rises|rising|climb(?:s|ed|ing)|jump(?:s|ed)|increas(?:es|ed)|grew|grown|"
    r"revis(?:ed|es|ing)|updat(?:ed|es)|lower(?:ed|s)|correct(?:ed|s)|cut|reduc(?:ed|es)|fell|fallen|drop(?:s|ped)|"
    r"up from|down from|soared|now|(?:bring|tak|push|rais|lower|cutt|reduc|correct)ing|brought|took|pushed)\b",
    re.IGNORECASE,
)
_REPORTED = r"(?:toll|count|figure|estimate|number|tally|total)s?"
_FORMER_BEFORE = re.compile(
    rf"(?:\bfrom(?: (?:an?|the|its|their))?(?: (?:initial|earlier|previous|first|preliminary|original|reported))*"
    rf"(?: (?:death )?{_REPORTED}(?: of| at)?)?"
    rf"|\b(?:previous|earlier|initial|preliminary|former|first|original)(?:ly)?\b[^.;,]{{0,45}}?"
    rf"\b(?:{_REPORTED}(?: (?:of|at|to))?|put (?:\w+ )*?at|given as|reported(?: as)?|said)"
    rf"|\b(?:instead of|rather than)|\bhad (?:been|stood)(?: \w+)? at)\s*$",
    re.IGNORECASE,
)
_GIVEN = r"(?:reported|given|announced|put out|counted)"
_FORMER_BEHIND = re.compile(
    rf"^\s*(?:\w+\s+){{0,2}}(?:{_GIVEN}\s+(?:earlier|previously|at first|initially|before)"
    rf"|(?:as )?(?:earlier|previously|initially|first)\s+{_GIVEN})\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"^(?:\s+\w+){0,2}\s*(?:,|and|, and)\s*$", re.IGNORECASE)
_WIDE = re.compile("|".join(each for each in words("tallies")["spans"] if each != "death toll"), re.IGNORECASE)
_WAR = re.compile(r"\b(?:war|conflict|uprising|insurgency|unrest)(?:'s|’s)?\b", re.IGNORECASE)
_REACH = 90
"""How many characters may stand between "toll" and its number."""


@dataclass(frozen=True, slots=True)
class Revision:
    """What a sentence (by index) tells of tolls: the newest figures, and the counts that they replace."""

    sentence: int
    figures: tuple[Figure, ...] = ()
    former: tuple[Quantity, ...] = ()


def revision_in(document: Document, sentence: Sentence, rules: Component) -> Revision | None:
    """Return the tolls that a sentence tells, None where it tells none or counts over a war or a span of years."""
    counts = within(document.quantities, sentence.start, sentence.end)
    if not counts or sentence.is_title:
        return None
    former = tuple(_former(document, sentence, counts))
    bare = _DEATH.search(sentence.text) is None or _WOUNDS.search(sentence.text) is not None
    nouns = [each for each in _TOLD.finditer(sentence.text) if not (bare and each[0].lower() in _BARE)]
    told: tuple[Figure, ...] = ()
    if nouns and not _WIDE.search(sentence.text) and not _WAR.search(sentence.text):
        fresh = [count for count in counts if count not in former]
        told = tuple(
            replace(figure, quantity=replace(figure.quantity, by=rules.id))
            for figure in _told(document, sentence, nouns, fresh)
        )
    return Revision(sentence.index, told, former) if told or former else None


def _former(document: Document, sentence: Sentence, counts: tuple[Quantity, ...]) -> Iterator[Quantity]:
    """Yield the counts told as earlier states of another."""
    text, last = document.report.text, None
    revised = _MOVED.search(sentence.text) is not None or _TOLD.search(sentence.text) is not None
    for count in counts if revised else ():
        span = count.spans[0]
        before = text[max(sentence.start, span.start - _REACH) : span.start]
        joined = last is not None and _BOTH.match(text[last : span.start]) is not None
        if joined or _FORMER_BEFORE.search(before) or _FORMER_BEHIND.match(text[span.end : sentence.end]):
            last = span.end
            yield count


def _told(
    document: Document, sentence: Sentence, nouns: list[re.Match[str]], fresh: list[Quantity]
) -> Iterator[Figure]:
    """Yield the first count behind each word for a toll, where the words between say that it is its state."""
    text = document.report.text
    ends = [*(noun.start() + sentence.start for noun in nouns[1:]), sentence.end]
    moved = _MOVED.search(sentence.text) is not None
    for noun, end in zip(nouns, ends, strict=True):
        start = sentence.start + noun.end()
        count = next((c for c in fresh if start <= c.spans[0].start < min(end, start + _REACH)), None)
        if count is None or not _NEW.search(text[start : count.spans[0].start]):
            continue
        token = next((t.i for t in sentence.slice if t.idx >= sentence.start + noun.start()), -1)
        yield Figure(noun.lastgroup or "killed", count, sentence.index, "toll", token, revised=moved)


def revise(draft: Draft, revision: Revision) -> Draft:
    """Return a draft with the tolls of a sentence among its figures, and without the figures that they replace."""
    gone = [span for count in revision.former for span in count.spans]
    new = [span for figure in revision.figures for span in figure.quantity.spans]
    figures = [figure for figure in draft.figures if not _rests_on(figure, [*gone, *new])] + list(revision.figures)
    return replace(draft, figures=_with_former(figures, revision))


def _rests_on(figure: Figure, spans: list[Span]) -> bool:
    return any(own.overlaps(span) for own in figure.quantity.spans for span in spans)


def _with_former(figures: list[Figure], revision: Revision) -> tuple[Figure, ...]:
    """Say of a sentence's figures which earlier ones they replace: "23 dead and 61 wounded, from 19 and 50".

    Earlier ones are those of the figures right before them, in order, else of the figure behind: "from 19 to 23".
    """
    own = sorted((each for each in figures if each.sentence == revision.sentence), key=_start)
    former = [count for count in revision.former if count.number is not None]
    before = [each for each in own if former and _start(each) < former[0].spans[0].start][-len(former) :]
    heirs = (
        before if len(before) == len(former) else [(before or own)[-1 if before else 0]] * len(former) if own else []
    )
    made = list(figures)
    for heir, count in zip(heirs, former, strict=False):
        at = next(at for at, each in enumerate(figures) if each is heir)
        old = (*made[at].quantity.replaces, count.number or 0)
        made[at] = replace(made[at], quantity=replace(made[at].quantity, replaces=tuple(dict.fromkeys(old))))
    return tuple(made)


def _start(figure: Figure) -> int:
    return figure.quantity.spans[0].start
