"""Noun phrases of the parse: their words, names and counts, and who does what to whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.model import ActorMention, Quantity, Span
from tocsin.model.vocabulary import ActorKind
from tocsin.read.document import Document

_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_OF = re.compile(r"\s+of(?:\s+the)?\s+", re.IGNORECASE)
_BEHIND = re.compile(r"\s(?:\([^()]{1,12}\)\s)?")
_MORE = {"other", "others", "another", "additional", "further", "more"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}
_LONGEST = 18


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: head, span of its words, the actor it names (if any) and its own count (if any)."""

    head: Token
    span: Span
    actor: ActorMention | None = None
    quantity: Quantity | None = None

    @property
    def lemma(self) -> str:
        """The head's lemma in lower case."""
        return str(self.head.lemma_).lower()

    @property
    def counted(self) -> str:
        """The lemma of the noun that it counts: "associate" in "two of his associates", else the head's."""
        if self.head.pos_ not in {"NUM", "ADJ"}:
            return self.lemma
        nouns = [noun for noun in prepositional(self.head, "of") if noun.pos_ == "NOUN"]
        return str(nouns[0].lemma_).lower() if nouns else self.lemma

    @property
    def is_plural(self) -> bool:
        """Whether the head is plural, or names a crowd."""
        return self.head.tag_ in {"NNS", "NNPS"} or self.lemma in {"people", "police", "personnel"}

    @property
    def is_pronoun(self) -> bool:
        """Whether the head is a pronoun."""
        return bool(self.head.pos_ == "PRON")

    @property
    def is_definite(self) -> bool:
        """Whether a definite article, demonstrative or possessive opens it."""
        return any(c.lower_ in {"the", "this", "that", "these", "those"} or c.dep_ == "poss" for c in self.head.lefts)

    @property
    def is_beside_others(self) -> bool:
        """Whether those it tells of are counted beside others: "two additional suspects", "another man"."""
        marks = [self.head, *self.head.lefts] if self.head.pos_ != "NUM" else list(self.head.rights)
        return any(
            mark.lower_ in _MORE and mark.nbor().lower_ != "than" for mark in marks if mark.i + 1 < len(mark.doc)
        )

    @property
    def is_person(self) -> bool:
        """Whether it names one person."""
        return (self.actor is not None and self.actor.kind == "person") or self.head.ent_type_ == "PERSON"


def phrase_at(document: Document, head: Token) -> Phrase:
    """Build the noun phrase around a head token; where that only begins a body's name, around the noun behind it."""
    first, last = _bounds(head)
    behind = _behind_name(document, head)
    if behind is not head:
        head, last = behind, behind.i
    slice_ = document.doc[first : last + 1]
    span = document.span_of(slice_)
    return Phrase(head, span, _actor(document, head, span), _quantity(document, head, span))


def _behind_name(document: Document, head: Token) -> Token:
    """Return the noun that a body's name stands before, the name parsed as its head: "a Front for Change leader"."""
    for actor in document.actors:
        for span in actor.spans:
            if actor.kind != "person" and span.start <= head.idx and head.idx + len(head.text) < span.end:
                behind = next((t for t in head.subtree if t.idx > span.end and t.pos_ == "NOUN"), None)
                gap = document.report.text[span.end : behind.idx] if behind is not None else ""
                if behind is not None and _BEHIND.fullmatch(gap):
                    return behind
    return head


def _bounds(head: Token) -> tuple[int, int]:
    first = min(
        [head.i, *(left.left_edge.i for left in head.lefts if left.dep_ not in {"cc", "punct", "mark", "prep"})]
    )
    last = head.i
    for right in head.rights:
        if right.dep_ in {"compound", "nummod", "npadvmod", "nmod", "appos"} and right.i == last + 1:
            last = right.right_edge.i if right.dep_ != "appos" else right.i
        elif right.dep_ == "prep" and right.lower_ == "of" and right.i == last + 1:
            last = right.right_edge.i if right.right_edge.i - head.i <= 7 else last
    if head.ent_type_:
        while last + 1 < len(head.doc) and head.doc[last + 1].ent_iob_ == "I" and head.doc[last + 1].ent_type_:
            last += 1
    while (
        first < head.i and (head.doc[first].is_punct or head.doc[first].is_space) and head.doc[first].text not in "\"“'"
    ):
        first += 1
    return max(first, last - _LONGEST, head.sent.start), min(last, head.sent.end - 1)


def _actor(document: Document, head: Token, span: Span) -> ActorMention | None:
    """Return the actor whose words hold the head; else a name there that is a person's or a body's."""
    for actor in document.actors:
        if any(s.start <= head.idx < s.end for s in actor.spans):
            return actor
    for name in document.names:
        if name.span.start <= head.idx < name.span.end and name.label in {"PERSON", "ORG", "NORP", "GPE", "FAC"}:
            kind: ActorKind = "person" if name.label == "PERSON" else "unknown"
            return ActorMention(name=name.span.text, kind=kind, spans=(name.span,))
    beside = [right.idx for right in head.rights if right.dep_ == "appos"]
    for actor in document.actors:
        if any(s.start <= at < s.end for s in actor.spans for at in beside):
            return actor
    for actor in document.actors:
        if any(span.covers(s) and s.end >= span.end - 1 for s in actor.spans):
            return actor
    return None


def _quantity(document: Document, head: Token, span: Span) -> Quantity | None:
    """Return the count that opens the phrase or is its head ("two", "at least nine", "dozens of")."""
    for quantity in document.quantities:
        for words in quantity.spans:
            behind = head.idx + len(head.text)
            parted = _OF.fullmatch(document.report.text[words.end : span.start]) is not None
            opens = span.start - 16 <= words.start < behind and (parted or span.start < words.end)
            if opens and (words.end <= behind or head.idx < words.end):
                return quantity
    return None


def with_conjuncts(head: Token) -> list[Token]:
    """Return a head and the heads joined to it by "and", "or", commas."""
    found, open_ = [head], [head]
    while open_:
        current = open_.pop()
        for child in current.rights:
            if child.dep_ == "conj" and child.pos_ in _NOMINAL:
                found.append(child)
                open_.append(child)
    return found


def subjects(verb: Token) -> list[Token]:
    """Return the heads of a verb's subject, own or shared with the verb that governs it."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own:
        return _relative(own, verb)
    if verb.dep_ in {"conj", "xcomp", "advcl", "dep"} and verb.head.pos_ in {"VERB", "AUX"} and verb.head != verb:
        if verb.dep_ == "conj" and _is_passive(verb.head) != _is_passive(verb):
            return subjects(verb.head) if verb.tag_ == "VBN" else []
        if verb.dep_ == "xcomp":
            objects = [c for c in verb.head.children if c.dep_ == "dobj"]
            return objects or subjects(verb.head)
        return subjects(verb.head)
    if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in _NOMINAL:
        return [verb.head]
    return []


def _relative(heads: list[Token], verb: Token) -> list[Token]:
    """Put the noun that "who", "which" and "that" stand for in their place."""
    if verb.dep_ == "relcl" and heads[0].tag_ in {"WP", "WDT", "IN"}:
        return [verb.head]
    return heads


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def is_passive(verb: Token) -> bool:
    """Say whether a verb is passive, or a bare past participle behind its noun ("shot by", "kidnapped on")."""
    if _is_passive(verb):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(c.dep_ in {"nsubj", "dobj"} for c in verb.children):
        return verb.head.pos_ in {"VERB", "AUX"} and is_passive(verb.head)
    return bool(verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"}) or (
        verb.dep_ in {"ROOT", "advcl", "amod", "ccomp", "dep"}
        and verb.tag_ == "VBN"
        and not any(c.dep_ in {"aux", "dobj"} for c in verb.children)
    )


def prepositional(token: Token, *words: str) -> Iterator[Token]:
    """Yield the objects of a token's prepositions, two levels deep ("opened fire on", "attack by")."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and (not words or child.lower_ in words):
            yield from (obj for obj in child.children if obj.dep_ in {"pobj", "pcomp"})


def agents_by(token: Token) -> list[Token]:
    """Return the heads behind "by"."""
    return [obj for obj in prepositional(token, "by") if obj.pos_ in _NOMINAL]


def companions(head: Token) -> list[Token]:
    """Return those told beside someone: "detained him along with three guards"."""
    found = []
    for word in head.subtree:
        apart = any(t.dep_ in {"conj", "advcl", "ccomp"} and t.pos_ == "VERB" for t in _below(word, head))
        if word.lower_ in {"along", "together"} and word.i > head.i and not apart:
            beside = [t for t in word.subtree if t.dep_ == "pobj" and t.head.lower_ == "with"]
            found += [t for t in beside[:1] if t.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"}]
    return found


def _below(token: Token, top: Token) -> Iterator[Token]:
    """Yield the tokens above one in the parse that are below another."""
    for step in token.ancestors:
        if step == top:
            return
        yield step
