"""Tells the stance of a statement: by its verb, then by what is said and who says it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_args

from spacy.tokens import Token

from tocsin.model.vocabulary import Stance
from tocsin.read.cues import stances
from tocsin.read.lexicon import words

_KNOWN: frozenset[str] = frozenset(get_args(Stance))
_ACT = r"kill|attack|fire|shoot|shot|bomb|abduct|kidnap|plant|murder|carried out|responsib|destroy|captur|detain"
_EXACT: tuple[tuple[str, str, Stance], ...] = (
    ("call", r"^(?:\W*(?:up)?on|\W*for|again)\b", "appeal"),
    ("ask", r"\bto (?!be )\w+|\bthat\b.*\bbe\b|\bfor\b", "appeal"),
    ("tell", r"^\W*(?:\w+\W+){1,6}to (?!the\b|a\b)\w+", "appeal"),
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
    ("warn", r"\b(?:will|would) (?:\w+ ){0,3}(?:attack|strike|kill|retaliat|respond|open|punish|fire|shoot)", "threaten"),
    ("express", r"condolence|sympath|sorrow|concern|regret|awareness|dissatisf", "comment"),
    ("advise", r"", "warn"),
    ("caution", r"", "warn"),
    ("reject", r"\b(?:call|demand|offer|proposal|plan|appeal|deal|cease-?fire|truce|idea|request|bid)s?\b", "comment"),
    ("dismiss", r"\b(?:call|demand|offer|proposal|plan|appeal|idea|request)s?\b", "comment"),
)  # fmt: skip
_PAST, _PRESENT = frozenset({"VBD"}), frozenset({"VBZ", "VBP", "MD"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


@dataclass(frozen=True, slots=True)
class Said:
    """What a verb of speech brings in: `words` of the clause, those of them in quotation marks, who speaks.

    `tokens` are those of the quotation where there is one, else of the clause; `accuser` says that the speaker
    prosecutes, `police` that it investigates.
    """

    words: str
    quoted: str = ""
    tokens: Sequence[Token] = ()
    accuser: bool = False
    police: bool = False


@cache
def _patterns() -> tuple[tuple[Stance, re.Pattern[str]], ...]:
    return tuple(
        (stance, re.compile("|".join(patterns), re.IGNORECASE | re.DOTALL))  # type: ignore[misc]  # the keys are stances
        for stance, patterns in words("stance").items()
        if stance in _KNOWN
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(words("stance")[name]), re.IGNORECASE)


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
    text = said.quoted or said.words
    for stance, pattern in _patterns():
        if pattern.search(text):
            return stance
    if _accuses(said):
        return "accuse"
    return _told(said) if said.quoted else _reported(said)


def _accuses(said: Said) -> bool:
    """Say whether a named actor is told to have done wrong; what prosecutors tell of anyone is an accusation."""
    if said.accuser:
        return any(token.tag_ in {"VBD", "VBN", "VBZ"} for token in said.tokens)
    culprits = frozenset(words("stance")["culprits"])
    for token in said.tokens:
        doer = token.dep_ == "nsubj" or (token.dep_ == "pobj" and token.head.dep_ == "agent")
        named = token.ent_type_ in _NAMES or token.lemma_.lower() in culprits
        verb = token.head if token.dep_ == "nsubj" else token.head.head
        if doer and named and verb.lemma_.lower() in words("stance")["wrongs"] and verb.dep_ != "relcl":
            return True
    return False


def _told(said: Said) -> Stance:
    """Return inform for a quotation that tells what happened, comment for one that says what is thought."""
    past = sum(token.tag_ in _PAST for token in said.tokens)
    present = sum(token.tag_ in _PRESENT for token in said.tokens)
    if past > present and not _pattern("opinions").search(said.quoted):
        return "inform"
    return "inform" if present == past and _pattern("events").search(said.quoted) else "comment"


def _reported(said: Said) -> Stance:
    """Return comment for reported speech that weighs things up, inform for the rest."""
    return "comment" if _pattern("opinions").search(said.words) else "inform"
