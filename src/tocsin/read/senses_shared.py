"""What the senses of violent words ask of the words beside them."""

from spacy.tokens import Token

from tocsin.read.lexicon import words
from tocsin.read.phrases import subjects
from tocsin.read.wordlists import Lexicon

NAMES = frozenset({"PERSON", "GPE", "NORP", "ORG", "FAC", "LOC"})
"""Labels of names that someone, or some place, goes by."""
_PEOPLE = ("civilians", "officials", "attackers", "police", "military", "state", "crowds", "groups")


def is_among(token: Token, *lists: str) -> bool:
    """Say whether a word is in one of the lists of `senses.yaml`."""
    lemma = token.lemma_.lower()
    return any(lemma in words("senses")[name] for name in lists)


def objects(verb: Token) -> list[Token]:
    """Return the heads of what a verb is done to."""
    return [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}] + (
        [verb.head] if verb.dep_ in {"acl", "amod"} and verb.tag_ == "VBN" else []
    )


def active_subjects(verb: Token) -> list[Token]:
    """Return the heads of who does what an active verb says."""
    return [] if any(c.dep_ == "nsubjpass" for c in verb.children) else subjects(verb)


def can_be_hurt(head: Token, lexicon: Lexicon) -> bool:
    """Say whether a noun names people, or a name or pronoun stands for them."""
    return head.ent_type_ in NAMES or head.pos_ == "PRON" or lexicon.is_a(head.lemma_.lower(), *_PEOPLE)
