"""Who gives a figure: the speaker of the words that hold it, and whether that is a public authority."""

import re
from dataclasses import replace

from spacy.tokens import Token

from tocsin.model import ActorMention, Quantity, Span
from tocsin.model.vocabulary import ActorKind
from tocsin.read.attribution import speaker_over
from tocsin.read.document import Document, Sentence
from tocsin.read.lexicon import words
from tocsin.read.phrases import Phrase, phrase_at, subjects

_PUBLIC: frozenset[ActorKind] = frozenset({"state", "government", "military", "police", "ministry", "igo"})
_PRIVATE: frozenset[ActorKind] = frozenset({"armed_group", "party", "organisation", "company", "group"})
_PUBLIC_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|some|local)\s+", re.IGNORECASE)
_BESIDE = {"compound", "amod", "nmod", "appos", "poss"}
_OF = {"of", "for", "at", "in", "from"}
_FAR = 8


def sourced(document: Document, figure: Quantity | None) -> Quantity | None:
    """Return the figure with who gives it, an authority before others; nobody where the report or the press does."""
    if figure is None:
        return None
    heads = [head for span in figure.spans if (head := _speaker(document, span)) is not None]
    told = [
        (phrase, _is_public(document, phrase)) for head in heads if not _relays(phrase := phrase_at(document, head))
    ]
    if not told:
        return figure
    phrase, official = max(told, key=lambda pair: pair[1])
    return replace(figure, said_by=_name(phrase), official=official)


def _speaker(document: Document, span: Span) -> Token | None:
    """Return the head of who says the span's words, or to whom the sentence says it accords."""
    part = document.doc.char_span(span.start, span.end, alignment_mode="expand")
    if part is None:
        return None
    return speaker_over(part.root) or _giver(part.root) or _according(document.sentence_at(span.start))


def _giver(token: Token) -> Token | None:
    """Return the subject of "put", "raise" and the like above a token."""
    for verb in list(token.ancestors)[:_FAR]:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in words("sources")["giving"]:
            return next((head for head in subjects(verb) if head.pos_ in {"NOUN", "PROPN"} and _speaks(head)), None)
    return None


def _speaks(head: Token) -> bool:
    lists = words("sources")
    return head.pos_ == "PROPN" or head.lemma_.lower() in lists["public"] or head.lemma_.lower() in lists["other"]


def _according(sentence: Sentence) -> Token | None:
    for token in sentence.slice:
        if token.lower_ == "according":
            return next((t for t in token.doc[token.i + 1 : token.i + 12] if t.dep_ == "pobj"), None)
    return None


def _relays(phrase: Phrase) -> bool:
    return phrase.lemma in words("sources")["relays"] or (phrase.actor is not None and phrase.actor.kind == "media")


def _is_public(document: Document, phrase: Phrase) -> bool:
    """Say whether the phrase names an authority or who speaks for one; a party's own spokesman does not."""
    lists, beside = words("sources"), _beside(phrase.head)
    if phrase.lemma in lists["other"]:
        return False
    kinds = {actor.kind for actor in _actors(document, phrase, beside)}
    if kinds & _PRIVATE:
        return False
    nouns = {token.lemma_.lower() for token in (phrase.head, *beside)}
    sector = phrase.actor.sector if phrase.actor else None
    return bool(kinds & _PUBLIC) or sector in _PUBLIC_SECTORS or not nouns.isdisjoint(lists["public"])


def _beside(head: Token) -> list[Token]:
    """Return the words that say whose the head is: "police" of "a police spokesman", "ministry" behind "for the"."""
    close = [child for child in head.children if child.dep_ in _BESIDE]
    behind = [child for child in head.children if child.dep_ == "prep" and child.lower_ in _OF]
    return close + [obj for each in behind for obj in each.children if obj.dep_ == "pobj"]


def _actors(document: Document, phrase: Phrase, beside: list[Token]) -> list[ActorMention]:
    places = [phrase.head.idx, *(token.idx for token in beside)]
    return [actor for actor in document.actors if any(s.start <= at < s.end for s in actor.spans for at in places)]


def _name(phrase: Phrase) -> str:
    actor = phrase.actor
    return actor.name if actor and actor.name else _ARTICLE.sub("", " ".join(phrase.span.text.split()))
