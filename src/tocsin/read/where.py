"""How a place name stands in its sentence: for where something happened, or for who, whose, whence and whither."""

import dataclasses
import re
from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.model import Span, Toponym
from tocsin.read.document import Document, Sentence
from tocsin.read.geography import is_route_end
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
_DATELINE = 45
_DASHES = {"-", "--", "–", "—"}
_THEN = {"since", "after", "before", "following"}
_MOVES = {"dep", "compound", "appos", "conj", "nmod", "amod", "nummod", "poss", "punct"}


def places_in(document: Document, sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[Toponym, Token]]:
    """Yield the places of a sentence that stand for where, each with its token."""
    for place in document.toponyms:
        for span in place.spans:
            token = token_at(sentence, span.start)
            if token is None:
                continue
            manner = manner_of(document, sentence, span, token, lexicon)
            if manner in PLACING:
                yield (
                    (dataclasses.replace(place, relation="near") if is_near(document, sentence, span) else place),
                    token,
                )
                break


def token_at(sentence: Sentence, char: int) -> Token | None:
    """Return the token of a sentence that holds a character, None where it lies elsewhere."""
    if not sentence.start <= char < sentence.end:
        return None
    return next((token for token in sentence.slice if token.idx + len(token.text) > char), None)


def manner_of(document: Document, sentence: Sentence, span: Span, token: Token, lexicon: Lexicon) -> str:
    """Return how a place name stands in its sentence: one of PLACING, else what it is instead of where."""
    if _is_dateline(sentence, token):
        return "dateline"
    if is_route_end(sentence, span):
        return "way"
    if _is_in_name(document, span.start, span.end):
        return "in a name"
    return _manner(token, lexicon)


def is_near(document: Document, sentence: Sentence, span: Span) -> bool:
    """Say whether words before a name tell that a point near it is meant."""
    return bool(_NEAR.search(document.report.text[max(sentence.start, span.start - 60) : span.start]))


def _is_dateline(sentence: Sentence, token: Token) -> bool:
    """Say whether a place opens a report before a dash: "KABUL, Afghanistan (Jan. 5) -"."""
    dash = next((t for t in sentence.slice[:_DATELINE] if t.text in _DASHES), None)
    if dash is None or token.i > dash.i:
        return False
    return any(t.is_upper and len(t.text) > 3 for t in sentence.slice[: dash.i - sentence.slice.start])


def _is_in_name(document: Document, start: int, end: int) -> bool:
    """Say whether a place name is a part of an organisation's name ("Islamic Movement of Uzbekistan")."""
    longer = [n.span for n in document.names if n.label in {"ORG", "NORP", "PERSON"}]
    longer += [s for a in document.actors if a.kind in {"armed_group", "party", "organisation", "igo"} for s in a.spans]
    return any(s.start <= start and end <= s.end and s.end - s.start > end - start + 3 for s in longer)


def _manner(token: Token, lexicon: Lexicon) -> str:
    """Follow a name up the parse: to a preposition ("in", "near" …), "Baghdad's market", an object, a subject."""
    head = token
    for _ in range(6):
        if head.dep_ == "pobj":
            manner = _MANNERS.get(head.head.lower_, "other")
            return "origin" if manner != "other" and _is_origin(head.head, lexicon) else manner
        if head.dep_ == "npadvmod":
            return "adverb"
        if head.dep_ not in _MOVES or (head.dep_ == "amod" and head.ent_type_ == "NORP"):
            break
        if head.dep_ == "poss" and _is_whose(head.head, lexicon):
            return "owner"
        head = head.head
    if head.dep_ in {"dobj", "nsubjpass"}:
        verb = head.head.lemma_.lower()
        return "object" if verb in lexicon.act_verbs or verb in lexicon.harm_verbs else "other object"
    if head.dep_ in {"ROOT", "pcomp"} and head != token:
        return "bare"
    return "subject" if head.dep_ == "nsubj" else "other"


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
    return preposition.lower_ in {"of", "to", "for"} and lexicon.is_a(lemma, "officials", "state")


def stands_elsewhere(trigger: Token, place: Token) -> bool:
    """Say whether a place belongs to what a trigger came after: "the first attack since the war in Dorun began"."""
    below = [trigger, *trigger.ancestors]
    path = [place, *place.ancestors]
    joint = next((t for t in path if t in below), None)
    between = path if joint is None else path[: path.index(joint)]
    marks = [c for t in between for c in t.children if c.dep_ == "mark"]
    return any(t.lower_ in _THEN for t in [*between, *marks])
