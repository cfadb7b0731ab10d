"""Relations between groups, states and their leaders, as the words between two names say them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.model import Relation
from tocsin.model.vocabulary import Predicate
from tocsin.read.bodies import usual_name
from tocsin.read.countries import country_spans
from tocsin.read.document import Document
from tocsin.read.people import Person

_MAKER = "read.rules@1"
_NOT = (
    r"(?!(?:has|have|had|is|are|was|were|be|been|being|that|which|who|whose|when|while|where|said|says|will|would|could|"
    r"against|from|by|to|into|after|before|since|in|on|at|for|as|and|or|but|not|with)\b)"
)
_WORD = rf"{_NOT}[\w.’'&-]+"
_FILL = rf"(?:{_WORD}\s+){{0,5}}?[\"“‘(]?"
_BE = rf"(?:,?\s*(?:which|who|that)?\s*(?:is|are|was|were|has been|have been|had been|being)?\s*(?:\w+ly\s+)?)"
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
    """A named actor or person in a sentence: characters [start, end), usual name, whether it is a person, actor kind."""

    start: int
    end: int
    name: str
    person: bool = False
    kind: str = "unknown"


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


_GOODS = r"(?:weapons|arms|aid|support|assistance|training|troops|money|funds|funding|equipment|ammunition|help|cash|missiles|rockets)"
_UMBRELLA = (
    r"(?:umbrella|coalition|alliance|front|network|group|grouping|factions|militias|movements|groups|organi[sz]ation)"
)
_PATTERNS = (
    _pattern(rf"-{_HELP}\w*\s+", "backed_by", turned=True),
    _pattern(rf"{_BE}{_HELP}\w*(?:\s+{_WORD}){{0,3}} by\s+", "backed_by"),
    _pattern(r"(?:,?\s*(?:which|who)\s+|\s+)(?:has |have |had |also )?(?:back(?:s|ed)?|support(?:s|ed)?|funds?|funded|financ(?:es|ed)|sponsors?|"
             r"sponsored|trains|trained|arm(?:s|ed))\s+", "backed_by", turned=True),
    _pattern(r"(?:['’]s?)?\s+(?:\w+\s+)?(?:support|backing|aid) (?:for|to)\s+", "backed_by", turned=True),
    _pattern(rf"(?:\s+{_WORD}){{0,4}},? with (?:the )?(?:\w+\s+)?(?:support|backing|help|assistance|aid) (?:of|from)\s+", "backed_by"),
    _pattern(rf"(?:\s+{_WORD}){{0,2}}\s+(?:provid|sen[dt]|suppl|g[ai]v|offer|deliver|ship)\w*\s+(?:[\w-]+\s+){{0,4}}{_GOODS}\s+(?:and \w+\s+)?(?:to|for)\s+",
             "backed_by", turned=True),
    _pattern(rf"(?:\s+{_WORD}){{0,2}}\s+(?:receiv|get|got)\w*\s+(?:[\w-]+\s+){{0,4}}{_GOODS}\s+(?:and \w+\s+)?from\s+", "backed_by"),
    _pattern(rf"(?:,?\s+(?:and\s+)?(?:{_WORD}\s+){{0,4}}|\s+)(?:made up|composed|consisting|comprised) of\s+", "part_of", turned=True),
    _pattern(r",?\s+(?:which\s+)?(?:compris(?:es|ing)|includ(?:es|ing)|groups together|brings together|unites)\s+", "part_of", turned=True),
    _pattern(rf",?\s+(?:[\w-]+\s+){{0,4}}{_UMBRELLA}\b(?:\s+(?:of\s+)?[\w-]+){{0,2}},?\s+(?:such as|including|like|of)\s+", "part_of", turned=True),
    _pattern(rf"{_BE}(?:a |an |the |one of the )?(?:{_WORD}\s+){{0,2}}{_PARTED}s? of\s+", "part_of"),
    _pattern(rf",?\s+(?:{_WORD}\s+){{0,3}}{_WEAPONED} (?:wing|arm|branch) of\s+", "armed_wing_of"),
    _pattern(rf"['’]s? {_WEAPONED} (?:wing|arm|branch),?\s+", "armed_wing_of", turned=True),
    _pattern(rf",?\s+(?:{_WORD}\s+){{0,2}}political (?:wing|arm|branch) of\s+", "political_arm_of"),
    _pattern(r"['’]s? political (?:wing|arm|branch),?\s+", "political_arm_of", turned=True),
    _pattern(rf"{_BE}(?:closely )?(?:allied|aligned|affiliated) (?:with|to)\s+", "allied_with"),
    _pattern(r"-(?:allied|aligned|affiliated|linked)\s+", "allied_with", turned=True),
    _pattern(rf"{_BE}(?:{_WORD}\s+){{0,2}}(?:ally|allies|affiliate|partner) of\s+", "allied_with"),
    _pattern(r"(?:['’]s?|,? and its)\s+(?:\w+\s+)?(?:ally|allies)[,:]?\s+", "allied_with"),
    _pattern(rf"(?:\s+{_WORD}){{0,4}}\s+(?:alongside|in cooperation with|in coordination with|cooperat\w+ with|together with)\s+", "cooperated_with"),
    _pattern(rf"(?:,?\s+(?:which|who))?(?:\s+(?:is|are|was|were|has|have|been|also|still|that|had))*\s+{_FIGHT}\s+", "fights"),
    _pattern(rf"(?:['’]s?)?(?:\s+[\w-]+){{0,6}}?\s+{_STRIFE} (?:against|on|with)\s+", "fights"),
    _pattern(r"\s+(?:have |has |had )?joined\s+", "allied_with"),
    _pattern(rf"(?:\s+{_WORD}){{0,2}}\s+(?:re)?(?:captured|seized|took|taken|won|wrested)(?:\s+[\w-]+){{1,4}} from\s+", "fights"),
    _pattern(rf"{_BE}(?:{_LED})\s+", "leads", turned=True, people="right", listed=False),
    _pattern(rf"(?:,\s+(?:{_WORD}\s+){{1,4}}|{_BE})(?:{_LED})\s+", "led_by"),
    _pattern(r"-led\s+", "led_by", turned=True, listed=False),
    _pattern(rf",?\s+(?:who\s+)?{_LEADS}\s+", "leads", people="left"),
    _pattern(r",?\s+whose\s+", "leads", people="left", listed=False),
    _pattern(rf"{_BE}loyal to\s+", "leads", turned=True, people="right", listed=False),
    _pattern(r",?\s+(?:who\s+)?(?:(?:had |has |have )?(?:belong(?:s|ed)? to|worked for|works for|joined)|employed by|working for)\s+",
             "member_of", people="left", listed=False),
    _pattern(r"(?:,| (?:is|was)\b)[^.;:]{0,60}?\b(?:member|fighter|deserter|operative|employee) (?:of|with|in|from)\s+", "member_of", people="left", listed=False),
)  # fmt: skip
_TOGETHER = re.compile(
    r"^\s+(?:are|were|have been|had been)?\s*(?:at war|fighting|clashing|fought|clashed|exchanged fire|battled|in conflict)"
    r"\b(?=\s*(?:$|[,.;]|in\b|on\b|at\b|over\b|near\b|for\b|since\b|outside\b|again\b|after\b|around\b))",
    re.IGNORECASE,
)
_GOVERNED = re.compile(r"\b(?:against|by|with|to|from|of)\s+(?:the\s+)?$", re.IGNORECASE)
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
_HYPHEN = re.compile(r"[-–](?:backed|supported|funded|armed|sponsored|trained|led|allied|aligned|financed)\b")
_PROPER = re.compile(r"(?!.*-(?:led|backed|based|linked)\b)[A-Z]")
_STOPS = re.compile(r"(?<![A-Z]\.)(?<=[.!?;])[\"”’)]*\s+(?=[\"“(]?[A-Z])|\n+")
_CONTINUED = re.compile(r"\s+and\s+(?:made|comp|consist)")
_CONJOINED = re.compile(
    rf"^(?:\s+{_WORD}){{0,2}}\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?(?:{_WORD}\s+){{0,2}}$", re.IGNORECASE
)
_SHARED = frozenset({"fights", "backed_by", "allied_with"})
_OF = re.compile(rf"^,?\s+of\s+{_FILL}$", re.IGNORECASE)
_RANKED = frozenset({"military", "police", "armed_group", "party", "organisation", "igo", "media", "company"})
_REACH = 130


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
        for start, end, country in country_spans(document.report.text)
        if not _taken(found, start, end) and _HYPHEN.match(document.report.text, end)
    ]
    return sorted(found, key=lambda party: party.start)


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
            yield from _by_pattern(document, between, lefts, rights)
            if left.person and right.kind in _RANKED and _OF.match(between):
                yield _relation(document, left, "member_of", right)
            if not left.person and not right.person:
                yield from _by_frame(document, bounds, between, left, rights)


def _by_pattern(document: Document, between: str, lefts: list[Party], rights: list[Party]) -> Iterator[Relation]:
    people = (lefts[0].person, rights[0].person)
    governed = _GOVERNED.search(document.report.text[max(0, lefts[0].start - 12) : lefts[0].start])
    for pattern in _PATTERNS:
        wanted = (pattern.people == "left", pattern.people == "right")
        if wanted != people or not pattern.between.match(between) or (governed and "includ" in between):
            continue
        for left in lefts if pattern.predicate in _SHARED else lefts[:1]:
            for right in rights if pattern.listed else rights[:1]:
                subject, object_ = (right, left) if pattern.turned else (left, right)
                yield _relation(document, subject, pattern.predicate, object_)
        return


def _by_frame(
    document: Document, bounds: tuple[int, int], between: str, left: Party, rights: list[Party]
) -> Iterator[Relation]:
    """Read what stands around both: "fighting between A and B", "A considers B a terrorist group", "A, listed … by B"."""
    text = document.report.text
    after = text[rights[0].end : bounds[1]]
    if _AND.match(between) and (_BETWEEN.search(text[bounds[0] : left.start]) or _TOGETHER.match(after)):
        yield _relation(document, left, "fights", rights[0])
    if _MARKS.match(between) and _TERROR.match(after):
        yield _relation(document, rights[0], "designated_terrorist_by", left)
    if _MARKED.match(between):
        for right in rights:
            yield _relation(document, left, "designated_terrorist_by", right)


def _listed(text: str, others: list[Party], last: Party, *, back: bool = False) -> Iterator[Party]:
    """Yield the parties joined to one by commas and "and", those after it or, with `back`, those before it."""
    for party in others:
        between = text[party.end : last.start] if back else text[last.end : party.start]
        if party.person or last.person or not (_CONJOINED if back else _JOINED).match(between):
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
