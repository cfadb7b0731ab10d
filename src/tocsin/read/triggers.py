"""Finds the words that tell of an act or of its harm."""

from dataclasses import dataclass
from typing import Any, Literal

from spacy.tokens import Token

from tocsin.read.document import Sentence
from tocsin.read.wordlists import ActEntry, Lexicon, Needs, Phrase

Role = Literal["act", "harm", "hit", "launch", "refer"]
REFERENCES = frozenset(
    {"incident", "violence", "tragedy", "crime", "atrocity", "carnage", "bloodshed", "outrage", "confrontation"}
)
_LONGEST = 5
_GAP = 4
_CLAUSE = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP"})
"""What can't stand between the parts of a verb's phrase."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger: its head token, the tokens from `first` to `last`, and what it says."""

    token: Token
    first: int
    last: int
    role: Role
    family: str
    kind: str | None = None
    effect: str | None = None
    weapon: str | None = None
    weak: bool = False
    needs: Needs = ""

    @property
    def lemma(self) -> str:
        """The head's lemma in lower case."""
        return _lemma(self.token)

    @property
    def is_verb(self) -> bool:
        """Whether it is used as a verb."""
        return self.token.pos_ in {"VERB", "AUX"}

    @property
    def is_phrase(self) -> bool:
        """Whether it is more than one word."""
        return self.first != self.last


def triggers_of(sentence: Sentence, lexicon: Lexicon) -> list[Trigger]:
    """Return the triggers of a sentence, in text order."""
    found: list[Trigger] = []
    tokens = list(sentence.slice)
    at = 0
    while at < len(tokens):
        trigger = _at(tokens, at, lexicon)
        if sentence.is_title and _is_mistaken(tokens, at, trigger, lexicon):
            trigger = _verb(tokens, at, lexicon)
        if trigger is None:
            at += 1
            continue
        found.append(trigger)
        at += max(1, trigger.last - tokens[at].i + 1) if trigger.first == tokens[at].i and not trigger.is_verb else 1
    return _without_parts(found)


def _is_mistaken(tokens: list[Token], at: int, trigger: Trigger | None, lexicon: Lexicon) -> bool:
    """Say whether a verb of a title was taken for a noun: "Gunmen storm hotel", "Police arrest four"."""
    token = tokens[at]
    if token.pos_ not in {"NOUN", "PROPN"} or at == 0 or (trigger is not None and trigger.is_phrase):
        return False
    before = tokens[at - 1]
    people = lexicon.is_a(_lemma(before), "attackers", "state", "police", "military", "crowds")
    return (
        at + 1 < len(tokens)
        and (people or before.tag_ in {"NNS", "NNPS"})
        and tokens[at + 1].pos_ not in {"PUNCT", "ADP"}
    )


def _without_parts(found: list[Trigger]) -> list[Trigger]:
    """Leave out triggers inside the words of a longer one: "dead" in "shot dead"."""
    spans = [(t.first, t.last) for t in found if t.is_phrase]
    return [t for t in found if t.is_phrase or not any(a < t.first <= b for a, b in spans)]


def _lemma(token: Token) -> str:
    return str(token.lemma_).lower() or str(token.lower_)


def _at(tokens: list[Token], at: int, lexicon: Lexicon) -> Trigger | None:
    token = tokens[at]
    if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBN", "VBD", "VBG"}:
        return _verb(tokens, at, lexicon) or _noun(tokens, at, lexicon)
    return _noun(tokens, at, lexicon) or _adjective(token, lexicon)


def _noun(tokens: list[Token], at: int, lexicon: Lexicon) -> Trigger | None:
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        part = tokens[at : at + length]
        head = part[-1]
        if length == 1 and head.pos_ not in {"NOUN", "PROPN"}:
            continue
        phrase = (*(token.lower_ for token in part[:-1]), _lemma(head))
        entry = lexicon.act_nouns.get(phrase) or lexicon.act_nouns.get((*phrase[:-1], head.lower_))
        if entry is not None:
            return _act(head, part[0].i, head.i, entry)
        effect = lexicon.harm_nouns.get(phrase)
        if effect is not None and (length > 1 or head.pos_ == "NOUN"):
            return Trigger(head, part[0].i, head.i, "harm", "violence", effect=effect)
    if tokens[at].pos_ == "NOUN" and _lemma(tokens[at]) in REFERENCES:
        return Trigger(tokens[at], tokens[at].i, tokens[at].i, "refer", "violence")
    return None


def _adjective(token: Token, lexicon: Lexicon) -> Trigger | None:
    effect = lexicon.harm_adjectives.get(token.lower_)
    if effect is None or token.pos_ not in {"ADJ", "VERB"}:
        return None
    return Trigger(token, token.i, token.i, "harm", "violence", effect=effect)


def _verb(tokens: list[Token], at: int, lexicon: Lexicon) -> Trigger | None:
    token = tokens[at]
    found = _longest(tokens, at, lexicon.act_verbs)
    if found is not None:
        return _act(token, token.i, found[0], found[1])
    harm = _longest(tokens, at, lexicon.harm_verbs)
    if harm is None:
        return None
    if harm[1] == "hits":
        return Trigger(token, token.i, harm[0], "hit", "violence", needs="armed")
    if harm[1] == "launches":
        return Trigger(token, token.i, harm[0], "launch", "violence", needs="ordnance")
    return Trigger(token, token.i, harm[0], "harm", "violence", effect=harm[1])


def _longest(tokens: list[Token], at: int, lists: Any) -> tuple[int, Any] | None:
    """Return the last token and the entry of the longest verb phrase that begins here."""
    for first in dict.fromkeys((_lemma(tokens[at]), tokens[at].lower_)):
        for phrase, value in lists.get(first, ()):
            last = _phrase_end(tokens, at, phrase)
            if last is not None:
                return last, value
    return None


def _phrase_end(tokens: list[Token], at: int, phrase: Phrase) -> int | None:
    """Return the index of the last token of a verb's phrase; a few words may stand between its parts."""
    position, gap = at + 1, 0
    for word in phrase[1:]:
        while position < len(tokens) and gap < _GAP and word not in {_lemma(tokens[position]), tokens[position].lower_}:
            if tokens[position].is_punct and word != tokens[position].text:
                return None
            if tokens[position].tag_ in _CLAUSE:
                return None
            position, gap = position + 1, gap + 1
        if position >= len(tokens) or word not in {_lemma(tokens[position]), tokens[position].lower_}:
            return None
        position += 1
    return int(tokens[position - 1].i)


def _act(head: Token, first: int, last: int, entry: ActEntry) -> Trigger:
    return Trigger(
        head,
        first,
        last,
        "act",
        entry.family,
        entry.kind,
        entry.effect,
        entry.weapon,
        entry.weak,
        entry.needs,
    )
