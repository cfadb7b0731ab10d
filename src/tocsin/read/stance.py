"""Tells the stance of a statement: by its verb, then by what is said and who says it."""

import re
from functools import cache
from typing import get_args

from spacy.tokens import Token

from tocsin.model.vocabulary import Stance
from tocsin.read.cues import stances
from tocsin.read.lexicon import words
from tocsin.read.people import folded
from tocsin.read.said import Said

_KNOWN: frozenset[str] = frozenset(get_args(Stance))
_ACT = r"kill|attack|fire|shoot|shot|bomb|abduct|kidnap|plant|murder|carried out|responsib|destroy|captur|detain"
_EXACT: tuple[tuple[str, str, Stance], ...] = (
    ("call", r"^(?:\W*(?:up)?on|\W*for|again)\b", "appeal"),
    ("ask", r"\bto (?!be )\w+|\bthat\b.*\bbe\b|\bfor\b", "appeal"),
    ("tell", r"^(?:(?!that\b)[\w'’-]+ ){1,4}to (?!the\b|a\b)\w+", "appeal"),
    ("claim", r"\bresponsib|carried out|was behind", "claim"),
    ("take", r"responsibility", "claim"),
    ("declare", r"\bwar (?:on|against)\b", "threaten"),
    ("agree", r"^\W*to\b", "pledge"),
    ("offer", r"^\W*to\b", "pledge"),
    ("charge", r"", "accuse"),
    ("admit", _ACT, "claim"),
    ("acknowledge", _ACT, "claim"),
    ("concede", _ACT, "claim"),
    ("swear", r"", "pledge"),
    ("disclose", r"", "inform"),
    ("warn", r"\b(?:will|would) (?:\w+ ){0,3}(?:attack|strike|kill|retaliat|respond|open|punish|fire)", "threaten"),
    ("express", r"condolence|sympath|sorrow|concern|regret|awareness|dissatisf", "comment"),
    ("advise", r"", "warn"),
    ("caution", r"", "warn"),
    ("reject", r"\b(?:call|demand|offer|proposal|plan|appeal|deal|cease-?fire|truce|idea|request|bid)s?\b", "comment"),
    ("dismiss", r"\b(?:call|demand|offer|proposal|plan|appeal|idea|request)s?\b", "comment"),
)  # fmt: skip
_PAST, _PRESENT = frozenset({"VBD"}), frozenset({"VBZ", "VBP", "MD"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


@cache
def _patterns() -> tuple[tuple[Stance, re.Pattern[str]], ...]:
    return tuple(
        (stance, re.compile("|".join(patterns), re.DOTALL))  # type: ignore[misc]  # the keys are stances
        for stance, patterns in words("stance").items()
        if stance in _KNOWN
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(words("stance")[name]))


def stance_of(lemma: str, said: Said, *, negated: bool = False) -> Stance:
    """Return the stance of words said with a verb."""
    if negated and lemma in {"deny", "reject", "rule"}:
        return "inform"
    for verb, pattern, stance in _EXACT:
        if lemma == verb and re.search(pattern, said.words, re.IGNORECASE):
            return stance
    if lemma == "declare" and not said.quoted:
        return "announce"
    known = stances().get(lemma, "neutral")
    return known if known in _KNOWN else by_content(said)  # type: ignore[return-value]  # checked just before


def by_content(said: Said) -> Stance:
    """Return the stance that words show by themselves."""
    text = folded(said.quoted or said.words)
    for stance, pattern in _patterns():
        if pattern.search(text):
            return stance
    if _claims(said):
        return "claim"
    if _accuses(said):
        return "accuse"
    return _told(said) if said.quoted else _reported(said)


def _claims(said: Said) -> bool:
    """Say whether those who bear arms tell of violence of their own."""
    if "armed" not in said.source:
        return False
    for token in said.tokens:
        own = token.lower_ in {"it", "they", "we", "i"} or any(
            child.dep_ == "poss" and child.lower_ in {"its", "their", "our"} for child in token.children
        )
        if own and token.dep_ == "nsubj" and token.head.lemma_.lower() in words("stance")["deeds"]:
            return not any(child.dep_ in {"neg", "aux"} and child.tag_ == "MD" for child in token.head.children)
    return False


def _accuses(said: Said) -> bool:
    """Say whether a named actor is told to have done wrong; what prosecutors tell of anyone is an accusation."""
    if "accuser" in said.source:
        return any(token.tag_ in {"VBD", "VBN", "VBZ"} for token in said.tokens)
    for token in said.tokens:
        doer = token.dep_ == "nsubj" or (token.dep_ == "pobj" and token.head.dep_ == "agent")
        verb = token.head if token.dep_ == "nsubj" else token.head.head
        wrong = verb.lemma_.lower() in words("stance")["wrongs"] and verb.dep_ != "relcl"
        if doer and wrong and _is_named(token):
            return True
    return False


def _is_named(token: Token) -> bool:
    """Say whether a doer is one that can be blamed: a name, a named country's forces, a suspect."""
    if token.ent_type_ in _NAMES or token.lemma_.lower() in words("stance")["culprits"]:
        return True
    return any(child.dep_ in {"compound", "amod", "poss"} and child.ent_type_ in _NAMES for child in token.children)


def _told(said: Said) -> Stance:
    """Return inform for a quotation that tells what happened, comment for one that says what is thought."""
    past = sum(token.tag_ in _PAST for token in said.tokens)
    present = sum(token.tag_ in _PRESENT for token in said.tokens)
    event = _pattern("events").search(folded(said.quoted))
    opinion = _pattern("opinions").search(folded(said.quoted))
    if event and ("factual" in said.source or not opinion):
        return "inform"
    return "inform" if past > present and not opinion else "comment"


def _reported(said: Said) -> Stance:
    """Return comment for reported speech that weighs things up, inform for the rest."""
    weighed = "factual" not in said.source and _pattern("opinions").search(folded(said.words))
    return "comment" if weighed else "inform"
