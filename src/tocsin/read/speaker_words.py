"""The words that name a speaker: where the phrase begins and ends, whose it is, which actor it names."""

import re
from functools import cache

from spacy.tokens import Token

from tocsin.model import ActorMention
from tocsin.read.document import Document
from tocsin.read.lexicon import words
from tocsin.read.people import Person

_ISSUES = frozenset(words("speech")["issues"])


@cache
def titles() -> frozenset[str]:
    """Return the words of offices and ranks that a person goes by: "the minister", "the colonel"."""
    kinds = ("government", "leader", "official", "spokesperson", "ranks")
    return frozenset(word for kind in kinds for word in words("offices")[kind])


@cache
def roles() -> frozenset[str]:
    """Return these and the words that only name what someone is: "the candidate", "the agent"."""
    return titles() | {office.split()[-1] for office in words("offices")["member"]}


def phrase(head: Token) -> tuple[int, int]:
    """Return the characters of a noun phrase: its head with what stands before it and short complements after it."""
    tokens = [head]
    for child in head.children:
        if child.i < head.i and child.dep_ not in {"relcl", "punct", "cc", "conj", "appos", "advcl", "acl"}:
            tokens += list(child.subtree)
        elif child.dep_ == "prep" and child.lower_ in {"of", "for", "in", "from", "at", "with"}:
            tokens += list(child.subtree)[:8]
        elif child.dep_ in {"appos", "conj", "cc", "nmod"}:
            tokens += list(child.subtree)[:10]
    tokens = sorted(set(tokens), key=lambda t: t.i)
    start, end = tokens[0].i, head.i
    chosen = {t.i for t in tokens}
    for i in range(head.i, tokens[-1].i + 1):
        if i not in chosen and not head.doc[i].is_punct:
            break
        if i in chosen:
            end = i
    last = head.doc[end]
    return head.doc[start].idx, last.idx + len(last.text)


def before_clause(document: Document, head: Token, end: int) -> int:
    """Cut a phrase before "who" or "which"."""
    text = document.report.text[head.idx : end]
    match = re.search(r",?\s+(?:who|which|that|whose)\b", text)
    return head.idx + match.start() if match else end


def is_owned(document: Document, person: Person) -> bool:
    """Say whether a possessive follows the name."""
    return document.report.text[person.end : person.end + 2] in {"'s", "’s"}


def is_subject(document: Document, person: Person) -> bool:
    """Say whether the name is the subject of a clause."""
    part = document.doc.char_span(person.start, person.end, alignment_mode="expand")
    return part is not None and part.root.dep_ in {"nsubj", "nsubjpass"}


def issuer_of(head: Token) -> Token | None:
    """Return who issued a document by the words around it: "the ministry's statement", "X issued a statement"."""
    for child in head.children:
        if child.dep_ in {"poss", "compound", "nmod"}:
            return child
        by = [child]
        if child.dep_ == "acl" and child.lemma_.lower() in _ISSUES:
            by = [t for t in child.children if t.dep_ == "agent"]
        for each in by:
            if each.dep_ in {"prep", "agent"} and each.lower_ in {"from", "by", "of"}:
                return next((t for t in each.children if t.dep_ == "pobj"), None)
    verb = head.head
    if head.dep_ == "dobj" and verb.lemma_.lower() in _ISSUES:
        return next((t for t in verb.children if t.dep_ == "nsubj"), None)
    return None


def issued_before(head: Token) -> Token | None:
    """Return who issued the last document of this kind before a word: "the council adopted a resolution"."""
    for token in reversed(head.doc[: head.i]):
        if token.lemma_.lower() == head.lemma_.lower() and token.dep_ in {"dobj", "pobj", "nsubjpass"}:
            found = issuer_of(token)
            if found is not None:
                return found
    return None


def actor_at(document: Document, start: int, end: int) -> ActorMention | None:
    """Return the actor whose words overlap characters [start, end)."""
    for actor in document.actors:
        if any(span.start < end and start < span.end for span in actor.spans):
            return actor
    return None
