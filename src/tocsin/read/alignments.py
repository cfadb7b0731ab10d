"""Relations between groups, states and their leaders, as the words between two names say them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.model import Relation
from tocsin.model.vocabulary import Predicate
from tocsin.read.bodies import usual_name
from tocsin.read.document import Document, Sentence
from tocsin.read.people import Person

_MAKER = "read.rules@1"
_FILL = r"(?:(?:the|a|an|its|their|his|her|local|key|close|main)\s+)?(?:[\w.’'&-]+\s+){0,4}?[\"“‘(]?"
_BE = r"(?:,?\s*(?:which|who|that)?\s*(?:is|are|was|were|has been|have been|had been|being)?\s*(?:\w+ly\s+)?)"
_HELP = r"(?:back|support|fund|financ|arm|sponsor|train|equipp?|aid|suppl[iy]|assist)"
_FIGHT = (
    r"(?:fight(?:s|ing)?|fought|battl(?:e|es|ed|ing)|combat(?:s|t?ed|t?ing)?|clash(?:es|ed|ing)? with|(?:at|in) war (?:with|against)|"
    r"(?:attack|bomb|shell|ambush|raid)(?:s|ed|ing)?)"
)
_STRIFE = r"(?:war|fight|battle|campaign|offensive|struggle|insurgency|rebellion|uprising|jihad|air ?strikes|advance)s?"
_PARTED = r"(?:part|faction|branch|unit|offshoot|affiliate|brigade|division|subsidiary|component|arm|member)"
_WEAPONED = r"(?:armed|military|militant|paramilitary)"
_LED = r"(?:led|headed|commanded|run|chaired|founded) by|under (?:the )?(?:leadership|command|direction) of"
_LEADS = r"(?:leads|led|heads|headed|commands|commanded|chairs|chaired|founded|runs)"
_MARK = r"(?:designat|list|consider|classif|label|brand|regard|deem|proscrib|blacklist|outlaw|view)"
_TERROR = re.compile(r"^[\"”’]?\s*(?:as\s+|to be\s+)?(?:a\s+|an\s+)?[\"“‘]?(?:\w+\s+){0,2}terrorist", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Party:
    """A named actor or person in a sentence: characters [start, end), usual name, whether it is a person."""

    start: int
    end: int
    name: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """What words between two parties make of them; `turned` swaps subject and object.

    `people` says which of the two, if any, must be a person: "", "left" or "right"; `listed` that more parties joined
    to the right one by commas and "and" share the relation.
    """

    between: re.Pattern[str]
    predicate: Predicate
    turned: bool = False
    people: str = ""
    listed: bool = True


def _pattern(
    between: str, predicate: Predicate, *, turned: bool = False, people: str = "", listed: bool = True
) -> Pattern:
    return Pattern(re.compile(rf"^{between}\s*{_FILL}$", re.IGNORECASE), predicate, turned, people, listed)


_PATTERNS = (
    _pattern(rf"-{_HELP}\w*\s+", "backed_by", turned=True),
    _pattern(rf"{_BE}{_HELP}\w*(?:\s+\w+){{0,3}} by\s+", "backed_by"),
    _pattern(r"(?:,\s*which\s+|\s+)(?:has |have |had )?(?:back(?:s|ed)?|support(?:s|ed)?|funds?|funded|financ(?:es|ed)|sponsors?|sponsored|trains|"
             r"trained|armed|arms)\s+", "backed_by", turned=True),
    _pattern(r"(?:['’]s?)?\s+(?:support|backing|aid|military aid) (?:for|to)\s+", "backed_by", turned=True),
    _pattern(r",?\s+(?:\w+\s+){0,3}(?:made up|composed|consisting|comprised) of\s+", "part_of", turned=True),
    _pattern(r",?\s+(?:which\s+)?(?:compris(?:es|ing)|includ(?:es|ing)|groups together|brings together|unites)\s+", "part_of", turned=True),
    _pattern(rf"{_BE}(?:a |an |the |one of the )?(?:\w+\s+){{0,2}}{_PARTED}s? of\s+", "part_of"),
    _pattern(rf",?\s+(?:\w+\s+){{0,3}}(?:the|a|an|its) {_WEAPONED} (?:wing|arm|branch) of\s+", "armed_wing_of"),
    _pattern(rf"['’]s? {_WEAPONED} (?:wing|arm|branch),?\s+", "armed_wing_of", turned=True),
    _pattern(r",?\s+(?:the|a|an|its) political (?:wing|arm|branch) of\s+", "political_arm_of"),
    _pattern(r"['’]s? political (?:wing|arm|branch),?\s+", "political_arm_of", turned=True),
    _pattern(rf"{_BE}(?:closely )?(?:allied|aligned|affiliated) (?:with|to)\s+", "allied_with"),
    _pattern(r"-(?:allied|aligned|affiliated|linked)\s+", "allied_with", turned=True),
    _pattern(rf"{_BE}(?:an? |the )?(?:\w+\s+)?(?:ally|allies|affiliate|partner) of\s+", "allied_with"),
    _pattern(r"(?:['’]s?|,? and its)\s+(?:\w+\s+)?(?:ally|allies)[,:]?\s+", "allied_with"),
    _pattern(r"(?:\s+\w+){0,4}\s+(?:alongside|in cooperation with|in coordination with|cooperat\w+ with|together with)\s+", "cooperated_with"),
    _pattern(rf"(?:,?\s+(?:which|who))?(?:\s+(?:is|are|was|were|has|have|been|also|still|that|had))*\s+{_FIGHT}\s+", "fights"),
    _pattern(rf"(?:['’]s?)?(?:\s+[\w-]+){{0,6}}?\s+{_STRIFE} (?:against|on|with)\s+", "fights"),
    _pattern(rf"{_BE}(?:{_LED})\s+", "leads", turned=True, people="right", listed=False),
    _pattern(rf",?\s+(?:who\s+)?{_LEADS}\s+", "leads", people="left"),
    _pattern(r",?\s+(?:who\s+)?(?:belong(?:s|ed)? to|(?:is|was) a (?:\w+\s+){0,2}(?:member|fighter|leader|commander) (?:of|with|in)|joined)\s+",
             "member_of", people="left", listed=False),
)  # fmt: skip
_BETWEEN = re.compile(
    r"\b(?:fighting|clash\w*|battles?|war|conflict|hostilities|gun ?battles?|truce|cease-?fire|fire ?fights?|skirmish\w*)"
    rf"\s+(?:[\w-]+\s+){{0,3}}between\s+{_FILL}$",
    re.IGNORECASE,
)
_AND = re.compile(rf"^(?:\s*\([^)]*\)|['’]s?)?(?:\s+[\w-]+){{0,2}},?\s+and\s+{_FILL}$", re.IGNORECASE)
_JOINED = re.compile(
    rf"^(?:\s*\([^)]*\))?(?:\s+[\w-]+){{0,2}}\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s+or\s+){_FILL}$", re.IGNORECASE
)
_MARKS = re.compile(rf"^(?:\s+\w+){{0,3}}\s+{_MARK}\w*\s+{_FILL}$", re.IGNORECASE)
_MARKED = re.compile(rf"^.{{0,40}}\b{_MARK}\w*\b.{{0,30}}\bterrorist\b[^,.;]{{0,40}}\bby\s+{_FILL}$", re.IGNORECASE)
_REACH = 130


def find_alignments(document: Document, people: tuple[Person, ...]) -> tuple[Relation, ...]:
    """Return the relations that verbs and phrases between actors state."""
    everyone = _parties(document, people)
    found: list[Relation] = []
    for sentence in document.sentences:
        parties = [p for p in everyone if sentence.start <= p.start and p.end <= sentence.end]
        found += _in_sentence(document, sentence, parties)
    return tuple(found)


def _parties(document: Document, people: tuple[Person, ...]) -> list[Party]:
    """Return the actors, organisations that the registry doesn't hold, and persons, none overlapping another."""
    found = [
        Party(span.start, span.end, usual_name(actor))
        for actor in document.actors
        if actor.name and actor.kind != "person"
        for span in actor.spans
    ]
    found += [Party(p.start, p.end, p.name, person=True) for p in people if not _taken(found, p.start, p.end)]
    found += [
        Party(name.span.start, name.span.end, re.sub(r"^[Tt]he\s+", "", name.span.text))
        for name in document.names
        if name.label == "ORG" and not _taken(found, name.span.start, name.span.end) and name.span.text[:1].isupper()
    ]
    return sorted(found, key=lambda party: party.start)


def _taken(found: list[Party], start: int, end: int) -> bool:
    return any(start < party.end and party.start < end for party in found)


def _in_sentence(document: Document, sentence: Sentence, parties: list[Party]) -> Iterator[Relation]:
    text = document.report.text
    for at, left in enumerate(parties):
        for right_at, right in enumerate(parties[at + 1 : at + 4], at + 1):
            if right.start - left.end > _REACH:
                break
            between = text[left.end : right.start]
            listed = [right, *_listed(text, parties[right_at + 1 :], right)]
            yield from _by_pattern(document, between, left, listed)
            if not left.person and not right.person:
                yield from _by_frame(document, sentence, between, left, listed)


def _by_pattern(document: Document, between: str, left: Party, rights: list[Party]) -> Iterator[Relation]:
    for pattern in _PATTERNS:
        wanted = (pattern.people == "left", pattern.people == "right")
        if wanted != (left.person, rights[0].person) or not pattern.between.match(between):
            continue
        for right in rights if pattern.listed else rights[:1]:
            subject, object_ = (right, left) if pattern.turned else (left, right)
            yield _relation(document, subject, pattern.predicate, object_)
        return


def _by_frame(
    document: Document, sentence: Sentence, between: str, left: Party, rights: list[Party]
) -> Iterator[Relation]:
    """Read what stands around both: "fighting between A and B", "A considers B a terrorist group", "A, listed … by B"."""
    text = document.report.text
    if _AND.match(between) and _BETWEEN.search(text[sentence.start : left.start]):
        yield _relation(document, left, "fights", rights[0])
    if _MARKS.match(between) and _TERROR.match(text[rights[0].end : sentence.end]):
        yield _relation(document, rights[0], "designated_terrorist_by", left)
    if _MARKED.match(between):
        for right in rights:
            yield _relation(document, left, "designated_terrorist_by", right)


def _listed(text: str, after: list[Party], last: Party) -> Iterator[Party]:
    """Yield the parties joined to one by commas and "and"."""
    for party in after:
        if party.person or not _JOINED.match(text[last.end : party.start]):
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
        by=_MAKER,
        confidence=0.6,
    )
