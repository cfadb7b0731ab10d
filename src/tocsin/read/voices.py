"""Tells what can speak: persons, offices, bodies and states, not boats, verses or explosions."""

import re
from functools import cache

from spacy.tokens import Token

from tocsin.read.lexicon import words

_HUMAN = re.compile(
    r"\w{2,}(?:m[ae]n|wom[ae]n|ists?|spokesperson|cians?|leaders?|ologists?|keepers?|workers?|owners?|makers?|holders?)$"
)
_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_PEOPLE = (
    "police",
    "military",
    "state",
    "attackers",
    "officials",
    "civilians",
    "groups",
    "crowds",
)


@cache
def _voices() -> frozenset[str]:
    """Return the nouns of all who can speak, by lemma."""
    offices = words("offices")
    last = {
        office.split()[-1]
        for kind in ("government", "leader", "official", "spokesperson", "member")
        for office in offices[kind]
    }
    people = {noun for name in _PEOPLE for noun in words("people")[name]}
    return frozenset(words("speech")["voices"]) | frozenset(last) | people


def can_speak(head: Token) -> bool:
    """Say whether a noun names someone or something that speaks."""
    lemma, word = head.lemma_.lower(), head.lower_
    if head.pos_ == "PROPN":
        known = word in _voices() or word.removesuffix("s") in _voices()
        return head.ent_type_ in _NAMED or known or not head.ent_type_
    if head.pos_ not in {"NOUN", "ADJ", "X", "PRON"}:
        return False
    if _is_bare_name(head):
        return True
    return lemma in _voices() or word in _voices() or bool(_HUMAN.fullmatch(lemma)) or head.ent_type_ in _NAMED


def is_personal(head: Token) -> bool:
    """Say whether "who" can go back to this noun."""
    return head.ent_type_ not in {"GPE", "LOC", "DATE", "TIME", "FAC"} and can_speak(head)


def _is_bare_name(head: Token) -> bool:
    """Say whether a noun of copy without capitals stands like a name: singular and bare, at the sentence's start."""
    alone = head.pos_ == "NOUN" and head.tag_ == "NN" and not any(child.i < head.i for child in head.children)
    return alone and head.i == head.sent.start and head.text.islower()
