"""Relations between groups, states and their leaders, as the words between two names say them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from tocsin.model import Relation
from tocsin.model.vocabulary import Predicate
from tocsin.read.bodies import usual_name
from tocsin.read.countries import country_spans
from tocsin.read.document import Document
from tocsin.read.people import Person
from tocsin.read.ties import frames, ties

_REACH = 130
_SHARED: frozenset[Predicate] = frozenset({"fights", "backed_by", "allied_with"})
_BODIES = frozenset({"military", "police", "armed_group", "party", "organisation", "igo", "media", "company"})
_HYPHEN = re.compile(r"[-–](?:backed|supported|funded|armed|sponsored|trained|led|allied|aligned|financed)\b")
_PROPER = re.compile(r"(?!.*-(?:led|backed|based|linked)\b)[A-Z]")
_STOPS = re.compile(r"(?<![A-Z]\.)(?<=[.!?;])[\"”’)]*\s+(?=[\"“(]?[A-Z])|\n+")
_CONTINUED = re.compile(r"\s+and\s+(?:made|comp|consist)")
_AGAINST = re.compile(r"\b(?:anti|pro|non)[-–]$", re.IGNORECASE)
_OWNS = re.compile(r"['’]s?\s+")
_GOVERNED = re.compile(r"\b(?:against|by|with|to|from|of)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Party:
    """A named actor or person in a sentence: characters [start, end), usual name, whether a person, actor kind."""

    start: int
    end: int
    name: str
    person: bool = False
    kind: str = "unknown"


def find_alignments(document: Document, people: tuple[Person, ...]) -> tuple[Relation, ...]:
    """Return the relations that verbs and phrases between actors state."""
    everyone = _parties(document, people)
    found: list[Relation] = []
    for start, end in _stretches(document.report.text):
        parties = [p for p in everyone if start <= p.start and p.end <= end]
        found += _in_stretch(document, (start, end), parties)
    return tuple(found)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences by their marks alone, as the parser cuts some short after a name."""
    start = 0
    for match in _STOPS.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _parties(document: Document, people: tuple[Person, ...]) -> list[Party]:
    """Return the actors, organisations that the registry doesn't hold, and persons, none overlapping another."""
    text = document.report.text
    found = [
        Party(span.start, span.end, usual_name(actor), kind=actor.kind)
        for actor in document.actors
        if actor.name and actor.kind != "person"
        for span in actor.spans
    ]
    found += [Party(p.start, p.end, p.name, person=True) for p in people if not _taken(found, p.start, p.end)]
    found += [
        Party(name.span.start, name.span.end, re.sub(r"^[Tt]he\s+", "", name.span.text))
        for name in document.names
        if name.label == "ORG" and not _taken(found, name.span.start, name.span.end) and _PROPER.match(name.span.text)
    ]
    found += [
        Party(start, end, country)
        for start, end, country in country_spans(text)
        if (_HYPHEN.match(text, end) or text[start:end] == country) and not _taken(found, start, end)
    ]
    found.sort(key=lambda party: party.start)
    return [party for party, then in zip_longest(found, found[1:]) if _is_party(text, party, then)]


def _is_party(text: str, party: Party, then: Party | None) -> bool:
    """Say whether a name stands for itself: not in "anti-X", nor in "X's Y" before a party's own name."""
    if _AGAINST.search(text[max(0, party.start - 6) : party.start]):
        return False
    return then is None or not _OWNS.fullmatch(text[party.end : then.start])


def _taken(found: list[Party], start: int, end: int) -> bool:
    return any(start < party.end and party.start < end for party in found)


def _in_stretch(document: Document, bounds: tuple[int, int], parties: list[Party]) -> Iterator[Relation]:
    text = document.report.text
    for at, left in enumerate(parties):
        for right_at, right in enumerate(parties[at + 1 : at + 4], at + 1):
            if right.start - left.end > _REACH:
                break
            between = text[left.end : right.start]
            whole = parties[at - 1] if at and _CONTINUED.match(between) else left
            lefts = [whole, *_listed(text, parties[:at][::-1], left, back=True)]
            rights = [right, *_listed(text, parties[right_at + 1 :], right)]
            yield from _by_tie(document, between, lefts, rights)
            if left.person and right.kind in _BODIES and frames()["of"].match(between):
                yield _relation(document, left, "member_of", right)
            if not left.person and not right.person:
                yield from _by_frame(document, bounds, between, left, rights)


def _by_tie(document: Document, between: str, lefts: list[Party], rights: list[Party]) -> Iterator[Relation]:
    people = (lefts[0].person, rights[0].person)
    governed = _GOVERNED.search(document.report.text[max(0, lefts[0].start - 12) : lefts[0].start])
    for tie in ties():
        wanted = (tie.people == "left", tie.people == "right")
        if wanted != people or not tie.between.match(between) or (governed and "includ" in between):
            continue
        for left in lefts if tie.predicate in _SHARED else lefts[:1]:
            for right in rights[:1] if tie.single else rights:
                subject, object_ = (right, left) if tie.turned else (left, right)
                yield _relation(document, subject, tie.predicate, object_)
        return


def _by_frame(
    document: Document, bounds: tuple[int, int], between: str, left: Party, rights: list[Party]
) -> Iterator[Relation]:
    """Read what stands around both: "fighting between A and B", "A lists B as terrorist", "A, listed … by B"."""
    text, frame = document.report.text, frames()
    before, after = text[bounds[0] : left.start], text[rights[0].end : bounds[1]]
    if frame["and"].match(between) and (frame["strife_between"].search(before) or frame["at_strife"].match(after)):
        yield _relation(document, left, "fights", rights[0])
    if frame["marks"].match(between) and frame["terrorist"].match(after):
        yield _relation(document, rights[0], "designated_terrorist_by", left)
    if frame["marked"].match(between):
        for right in rights:
            yield _relation(document, left, "designated_terrorist_by", right)


def _listed(text: str, others: list[Party], last: Party, *, back: bool = False) -> Iterator[Party]:
    """Yield the parties joined to one by commas and "and", those after it or, with `back`, those before it."""
    joined = frames()["conjoined" if back else "joined"]
    for party in others:
        between = text[party.end : last.start] if back else text[last.end : party.start]
        if party.person or last.person or not joined.match(between):
            return
        yield party
        last = party


def _relation(document: Document, subject: Party, predicate: Predicate, object_: Party) -> Relation:
    start, end = min(subject.start, object_.start), max(subject.end, object_.end)
    return Relation(
        subject=subject.name,
        predicate=predicate,
        object=object_.name,
        report=document.report.id,
        spans=(document.span(start, end),),
        confidence=0.6,
    )
