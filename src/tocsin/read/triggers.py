"""Finds the words that tell of an act or of its harm."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from tocsin.read.document import Document, Sentence
from tocsin.read.wordlists import ActEntry, Lexicon, Phrase

Role = Literal["act", "harm", "hit", "launch", "refer"]
REFERENCES = frozenset({"incident", "violence", "tragedy", "crime", "atrocity", "carnage", "bloodshed", "outrage"})
_LONGEST = 5


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
    seizure: bool = False

    @property
    def is_verb(self) -> bool:
        """Whether it is used as a verb."""
        return self.token.pos_ in {"VERB", "AUX"}


def find_triggers(document: Document, lexicon: Lexicon) -> dict[int, list[Trigger]]:
    """Return the triggers of each sentence, by the sentence's index, in text order."""
    return {sentence.index: _of_sentence(sentence, lexicon) for sentence in document.sentences}


def _of_sentence(sentence: Sentence, lexicon: Lexicon) -> list[Trigger]:
    found: list[Trigger] = []
    tokens = list(sentence.slice)
    at = 0
    while at < len(tokens):
        trigger = _at(tokens, at, lexicon)
        if trigger is None:
            at += 1
            continue
        found.append(trigger)
        at += max(1, trigger.last - tokens[at].i + 1) if trigger.first == tokens[at].i and not trigger.is_verb else 1
    return found


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
    if token_refers(tokens[at]):
        return Trigger(tokens[at], tokens[at].i, tokens[at].i, "refer", "any")
    return None


def token_refers(token: Token) -> bool:
    """Say whether the noun only refers to something told elsewhere ("the incident")."""
    return token.pos_ == "NOUN" and _lemma(token) in REFERENCES


def _adjective(token: Token, lexicon: Lexicon) -> Trigger | None:
    effect = lexicon.harm_adjectives.get(token.lower_)
    if effect is None or token.pos_ not in {"ADJ", "VERB"}:
        return None
    return Trigger(token, token.i, token.i, "harm", "violence", effect=effect)


def _verb(tokens: list[Token], at: int, lexicon: Lexicon) -> Trigger | None:
    token = tokens[at]
    lemma = _lemma(token)
    best: tuple[int, ActEntry] | None = None
    for phrase, entry in lexicon.act_verbs.items():
        if phrase[0] in {lemma, token.lower_} and (last := _phrase_end(tokens, at, phrase)) is not None:
            if best is None or last > best[0]:
                best = last, entry
    if best is not None:
        return _act(token, token.i, best[0], best[1])
    return _harm_verb(tokens, at, lexicon)


def _harm_verb(tokens: list[Token], at: int, lexicon: Lexicon) -> Trigger | None:
    token = tokens[at]
    for phrase, effect in lexicon.harm_verbs.items():
        if phrase[0] not in {_lemma(token), token.lower_}:
            continue
        last = _phrase_end(tokens, at, phrase)
        if last is None:
            continue
        if effect == "hits":
            return Trigger(token, token.i, last, "hit", "violence")
        if effect == "launches":
            return Trigger(token, token.i, last, "launch", "violence")
        return Trigger(token, token.i, last, "harm", "violence", effect=effect)
    return None


def _phrase_end(tokens: list[Token], at: int, phrase: Phrase) -> int | None:
    """Return the index of the last token of a verb's phrase; up to three words may stand between its parts."""
    if len(phrase) == 1:
        return int(tokens[at].i)
    position, gap = at + 1, 0
    for word in phrase[1:]:
        while position < len(tokens) and gap < 3 and word not in {_lemma(tokens[position]), tokens[position].lower_}:
            if tokens[position].is_punct and word != tokens[position].text:
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
        entry.seizure,
    )
