"""What clauses without an act of their own say in PLOVER: "is ready to", "has no intention of", "war broke out"."""

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from tocsin.read.coding_acts import lemma, noun_act
from tocsin.read.coding_said import FRIENDLY, HOSTILE, Said, meant, of_act
from tocsin.read.coding_words import frame

Read = Callable[[Token], Said | None]
"""Reads the clause of another verb."""
_STATES = frozenset({"be", "remain", "become", "feel", "seem", "stand", "stay"})
_HAVING = frozenset({"be", "have", "see", "make", "exist"})
_FEELINGS = (("pleased", "SUPPORT", ""), ("displeased", "ACCUSE", "disapprove"), ("sorry", "SUPPORT", ""))
_CERTAIN, _LIKELY, _VAGUE = 3.0, 2.0, 1.5


def of_state(verb: Token, own: tuple[Token, ...], read: Read) -> Said | None:
    """Return what "be" with an adjective, noun or infinitive says: "is willing to", "is out of the question"."""
    if lemma(verb) not in _STATES:
        return None
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "xcomp", "prep", "advmod", "oprd"}:
            found = _of_child(child, verb, own, read)
            if found is not None:
                return found
    return None


def _of_child(child: Token, verb: Token, own: tuple[Token, ...], read: Read) -> Said | None:
    if child.dep_ == "xcomp" and child.tag_ == "VB":
        inner = read(child)
        return None if inner is None else replace(meant(inner), verb=verb, actors=own)
    if child.lower_ == "behind":
        return _blamed(child, verb, own)
    below = [each for each in child.children if each.dep_ in {"xcomp", "ccomp", "acl"}]
    inner = next(filter(None, map(read, below)), None)
    word = lemma(child)
    if word in frame("willing") and below:
        vague = Said("AGREE", "", ("AGREE", ""), _VAGUE, verb, (child,), own)
        return vague if inner is None else replace(meant(inner, child), verb=verb, actors=own)
    text = " ".join(token.lower_ for token in child.subtree if token.pos_ != "DET")
    if word in frame("unwilling") or text.startswith("out of question"):
        return _refusal(verb, (child,), own)
    for name, event, mode in _FEELINGS:
        if word in frame(name):
            return Said(event, mode, (event, mode), _LIKELY, verb, (child,), own)
    if word in frame("needed") and child.dep_ == "acomp":
        return Said("REQUEST", "", ("REQUEST", ""), _LIKELY, verb, (child,), own)
    return None if inner is None else replace(inner, verb=verb)


def _blamed(behind: Token, verb: Token, own: tuple[Token, ...]) -> Said | None:
    """Return ACCUSE for "is behind the murder of"."""
    for each in behind.children:
        act = noun_act(each)
        if act is not None and act.rule.event in HOSTILE:
            return Said("ACCUSE", "allege", ("ACCUSE", "allege"), _CERTAIN, verb, (behind, each), own)
    return None


def none_of(verb: Token, own: tuple[Token, ...]) -> Said | None:
    """Return REJECT for "has no intention of", "there is no question of"."""
    if lemma(verb) not in _HAVING:
        return None
    denied = any(child.dep_ == "neg" for child in verb.children)
    for child in verb.children:
        if child.dep_ in {"attr", "dobj", "nsubj"} and lemma(child) in frame("refused") and (denied or has_no(child)):
            return _refusal(verb, (verb, child), own)
    return None


def has_no(noun: Token) -> bool:
    """Say whether "no" stands before a noun."""
    return any(child.dep_ == "det" and child.lower_ in {"no", "neither"} for child in noun.children)


def of_subject(verb: Token, own: tuple[Token, ...]) -> Said | None:
    """Return what the verb's subject says where it happens or ends: "fighting broke out", "talks collapsed"."""
    word = lemma(verb)
    out = any(child.lower_ == "out" for child in verb.children)
    for head in own:
        act = noun_act(head)
        if act is None:
            continue
        if word in frame("collapse") and act.rule.event in FRIENDLY:
            return replace(_refusal(verb, (head, verb), own), score=_LIKELY)
        if (word in frame("undo") and not out) or word in frame("happen") | frame("light"):
            ended = word in frame("undo") and not out
            return replace(of_act(replace(act, undone=ended), verb, own), score=_LIKELY)
    return None


def _refusal(verb: Token, words: tuple[Token, ...], own: tuple[Token, ...]) -> Said:
    return Said("REJECT", "", ("REJECT", ""), _CERTAIN, verb, words, own)
