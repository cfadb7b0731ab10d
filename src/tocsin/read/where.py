"""How a place name stands in its sentence: for where something happened, or for who, whose, whence and whither."""

import dataclasses
import re
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.model import Span, Toponym
from tocsin.model.vocabulary import PlaceRelation
from tocsin.read.document import Document, Sentence, within
from tocsin.read.geography import is_finer, is_route_end, lies_in
from tocsin.read.wordlists import Lexicon

_PREPOSITIONS = {
    "in": {"in", "at", "inside", "within", "on", "around", "throughout", "across", "over", "upon", "between", "along"},
    "near": {"near", "outside", "off", "north", "south", "east", "west", "close", "beside", "behind"},
    "of": {"of"},
    "from": {"from"},
    "to": {"to", "toward", "towards", "into", "through"},
    "against": {"against", "under", "for"},
}
_MANNERS = {word: manner for manner, words in _PREPOSITIONS.items() for word in words}
PLACING = frozenset({*_PREPOSITIONS, "adverb", "object", "bare"})
"""The manners in which a name may stand for where an act happened."""
_NEAR = re.compile(
    r"\b(?:near|outside|close to|in the vicinity of|vicinity of|off|north of|south of|east of|west of|"
    r"kilomet(?:er|re)s from|miles from|km from|northeast of|northwest of|southeast of|southwest of|"
    r"on the outskirts of)"
    r"(?:\s+(?!in\b|at\b)\w+){0,4}\s*$",
    re.IGNORECASE,
)
_DAY = r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?"
_DATELINE = re.compile(
    r"\W*(?:[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+)*|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})"
    rf"(?:, [A-Z][\w .'’-]{{1,30}}){{0,2}}"
    rf"(?:,? ?{_DAY})?\s*(?:\([^()]{{2,60}}\))?\s*(?:,? ?{_DAY})?\s*(?:(?:--+|[-–—])\s|(?<=\))\s*$)"
)
"""What opens a report before its first sentence: "KABUL, Afghanistan (Jan. 5) -", or on a line of its own."""
_LINE = re.compile(r"[\n\u2028\u2029]")
_KINDS = (
    "capital|city|town|village|hamlet|port|province|district|region|neighbou?rhood|suburb|base|camp|settlement|area|"
    "state|county|governorate|department|municipality|quarter|island|valley|agency|territory|enclave"
)
_BEHIND = re.compile(
    rf"\b(in|at|near|outside|around|inside)\s(?:the\s|an?\s)?(?:[\w'’-]+\s){{0,4}}(?:{_KINDS})(?:\sof)?,?\s$",
    re.IGNORECASE,
)
"""What makes a name a place where the parse loses it: "in the northern port city of", "in the Dagestani capital,"."""
_CHAIN = re.compile(
    rf"(?:\s(?:{_KINDS}))?(?:,\s(?:in\s)?|\s\(|,?\s(?:in|of)\s)(?:the\s)?(?:\w+(?:ern)?\s){{0,2}}?(?:(?:{_KINDS})\s(?:of\s)?)?",
    re.IGNORECASE,
)
"""What stands between a place and the wider one that it lies in: "Hit, Anbar", "Hit district in the western"."""
_KIN = {
    "citizen", "national", "native", "father", "mother", "son", "daughter", "brother", "sister", "wife", "husband",
    "parent", "resident", "immigrant",
}  # fmt: skip
_LONGEST_GAP = 60
_WHILE = {"during", "in", "amid", "amidst", "while", "when", "as"}
_THEN = {"since", "after", "before", "following"}
_MOVES = {"dep", "compound", "appos", "conj", "nmod", "amod", "nummod", "poss", "punct"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A place name in a sentence, the token that ties it to the sentence, and the manner in which it stands there."""

    place: Toponym
    sentence: Sentence
    token: Token
    manner: str


def standings(document: Document, sentence: Sentence, lexicon: Lexicon) -> list[Standing]:
    """Return the place names of a sentence; one that a narrower name lies in ("Hit, Anbar") stands as that does."""
    found: list[Standing] = []
    for place in within(document.toponyms, sentence.start, sentence.end):
        span = place.spans[0]
        token = token_at(sentence, span.start)
        if token is None:
            continue
        if found and _is_chained(document, found[-1].place, place):
            found.append(dataclasses.replace(found[-1], place=_placed(place, found[-1].place.relation)))
            continue
        manner = manner_of(document, sentence, span, token, lexicon)
        relation = "near" if is_near(document, sentence, span) else place.relation
        found.append(Standing(_placed(place, relation), sentence, token, manner))
    return found


def _placed(place: Toponym, relation: PlaceRelation) -> Toponym:
    return place if place.relation == relation else dataclasses.replace(place, relation=relation)


def _is_chained(document: Document, inner: Toponym, outer: Toponym) -> bool:
    gap = document.report.text[inner.spans[0].end : outer.spans[0].start]
    return len(gap) < _LONGEST_GAP and bool(_CHAIN.fullmatch(gap)) and is_finer(inner, outer) and lies_in(inner, outer)


def token_at(sentence: Sentence, char: int) -> Token | None:
    """Return the token of a sentence that holds a character, None where it lies elsewhere."""
    if not sentence.start <= char < sentence.end:
        return None
    return next((token for token in sentence.slice if token.idx + len(token.text) > char), None)


def manner_of(document: Document, sentence: Sentence, span: Span, token: Token, lexicon: Lexicon) -> str:
    """Return how a place name stands in its sentence: one of PLACING, else what it is instead of where."""
    if is_dateline(document.report.text, span):
        return "dateline"
    if is_route_end(sentence, span):
        return "way"
    if _is_in_name(document, span.start, span.end) or _is_surname(token):
        return "in a name"
    manner = _manner(token, lexicon)
    behind = None if manner in PLACING else _BEHIND.search(document.report.text[sentence.start : span.start])
    return manner if behind is None else "near" if behind[1].lower() in {"near", "outside"} else "in"


def is_near(document: Document, sentence: Sentence, span: Span) -> bool:
    """Say whether words before a name tell that a point near it is meant."""
    return bool(_NEAR.search(document.report.text[max(sentence.start, span.start - 60) : span.start]))


def is_dateline(text: str, span: Span) -> bool:
    """Say whether words open a report before its first words: "KABUL, Afghanistan (Jan. 5) -"."""
    start = max((match.end() for match in _LINE.finditer(text, 0, span.start)), default=0)
    end = _LINE.search(text, span.end)
    opening = _DATELINE.match(text[start : end.start() if end else len(text)])
    return opening is not None and span.end - start < opening.end()


def _is_in_name(document: Document, start: int, end: int) -> bool:
    """Say whether a place name is a part of an organisation's name ("Islamic Movement of Uzbekistan")."""
    longer = [n.span for n in document.names if n.label in {"ORG", "NORP", "PERSON"}]
    longer += [s for a in document.actors if a.kind in {"armed_group", "party", "organisation", "igo"} for s in a.spans]
    return any(s.start <= start and end <= s.end and s.end - s.start > end - start + 3 for s in longer)


def _is_surname(token: Token) -> bool:
    """Say whether a capitalised word right before a name makes it a part of a longer one: "General Santander"."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    known = before is not None and before.ent_type_ in {"GPE", "NORP", "LOC", "FAC"}
    return before is not None and not known and before.pos_ == "PROPN" and before.text[0].isupper()


def _manner(token: Token, lexicon: Lexicon) -> str:
    """Follow a name up the parse: to a preposition ("in", "near" …), "Baghdad's market", an object, a subject."""
    head, manner = token, ""
    for _ in range(6):
        if head.dep_ == "pobj":
            manner = manner or _MANNERS.get(head.head.lower_, "other")
            return "origin" if manner in PLACING and _is_origin(head.head, lexicon) else manner
        if head.dep_ == "npadvmod":
            return manner or "adverb"
        if head.dep_ not in _MOVES or (head.dep_ == "amod" and head.ent_type_ == "NORP"):
            break
        if head.dep_ == "poss" and _is_whose(head.head, lexicon):
            return "owner"
        if head.dep_ in {"compound", "nmod", "amod", "poss"}:
            manner = manner or _whose(head.head, lexicon)
        head = head.head
    if head.dep_ in {"dobj", "nsubjpass"}:
        verb = head.head.lemma_.lower()
        hit = verb in lexicon.act_verbs or verb in lexicon.harm_verbs
        return manner or ("object" if hit else "other object")
    if head.dep_ in {"ROOT", "pcomp"} and head != token:
        return manner or "bare"
    return manner or ("subject" if head.dep_ == "nsubj" else "other")


def _whose(noun: Token, lexicon: Lexicon) -> str:
    """Say what a name before a noun makes of it: someone's home ("a Leeds man"), a body's seat ("Leeds police")."""
    lemma = noun.lemma_.lower()
    if lexicon.is_a(lemma, "state", "vehicles"):
        return "seat"
    return "home" if lexicon.is_a(lemma, "civilians", "attackers", "officials") else ""


def _is_whose(noun: Token, lexicon: Lexicon) -> bool:
    """Say whether a possessor tells whose people or whose act it is: "Kenya's operation"."""
    lemma = noun.lemma_.lower()
    return (lemma,) in lexicon.act_nouns or lexicon.is_a(lemma, "officials", "state", "civilians")


def _is_origin(preposition: Token, lexicon: Lexicon) -> bool:
    """Say whether a preposition tells whose or where from: "the president of Iraq", "a man from Leeds"."""
    lemma = preposition.head.lemma_.lower()
    if preposition.lower_ == "from":
        return (
            lexicon.is_a(lemma, "civilians", "officials", "attackers", "state")
            or preposition.head.ent_type_ == "PERSON"
        )
    if preposition.lower_ == "of" and lemma in _KIN:
        return True
    return preposition.lower_ in {"of", "to", "for"} and lexicon.is_a(lemma, "officials", "state")


def stands_elsewhere(trigger: Token, place: Token) -> bool:
    """Say whether a place belongs to what a trigger came after: "the first attack since the war in Dorun began"."""
    below = [trigger, *trigger.ancestors]
    path = [place, *place.ancestors]
    joint = next((t for t in path if t in below), None)
    between = path if joint is None else path[: path.index(joint)]
    marks = [c for t in between for c in t.children if c.dep_ == "mark"]
    if any(t.lower_ in _THEN for t in [*between, *marks]):
        return True
    return any(t.dep_ == "conj" and t.pos_ == "VERB" and _has_subject(t) for t in between)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def is_while(trigger: Token, other: Token) -> bool:
    """Say whether an act is told to have happened in the course of another: "detained during an operation"."""
    path = []
    for step in other.ancestors:
        if step == trigger:
            break
        path.append(step)
    else:
        return False
    return any(t.dep_ in {"prep", "mark"} and t.lower_ in _WHILE for t in path)
