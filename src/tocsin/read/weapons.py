"""Finds the weapons of a sentence, with their counts."""

from spacy.tokens import Token

from tocsin.model import Component, Quantity, Weapon
from tocsin.read.document import Document, Sentence
from tocsin.read.drafts import Armed
from tocsin.read.phrases import phrase_at
from tocsin.read.triggers import Trigger
from tocsin.read.wordlists import Lexicon

_LONGEST = 4
_ORES = {"coal", "gold", "copper", "diamond", "silver", "iron", "salt", "uranium", "cobalt", "tin", "zinc", "nickel"}
_PEOPLE = {"bomber", "sniper"}


def weapons_in(document: Document, sentence: Sentence, lexicon: Lexicon, rules: Component) -> tuple[Armed, ...]:
    """Return the weapons that a sentence names, in text order."""
    found: list[Armed] = []
    tokens = list(sentence.slice)
    at = 0
    while at < len(tokens):
        length, kind = _match(tokens, at, lexicon)
        if length:
            head = tokens[at + length - 1]
            if (not _is_modifier(head) and head.lemma_.lower() not in _PEOPLE) or kind:
                found.append(Armed(_weapon(document, tokens[at : at + length], rules), kind, tokens[at].i))
        at += max(length, 1)
    return tuple(found)


def _match(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[int, str]:
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        part = tokens[at : at + length]
        if part[-1].pos_ not in {"NOUN", "PROPN", "NUM"}:
            continue
        phrase = (*(token.lower_ for token in part[:-1]), part[-1].lemma_.lower())
        kind = lexicon.weapons.get(phrase) or lexicon.weapons.get((*phrase[:-1], phrase[-1].removesuffix("s")))
        if kind and not _is_pit(part[-1]):
            return length, kind
    return 0, ""


def _is_pit(head: Token) -> bool:
    """Say whether a mine is one that coal or gold comes from."""
    if head.lemma_.lower() != "mine":
        return False
    ores = {c.lower_ for c in head.children if c.dep_ in {"compound", "amod"}} & _ORES
    return bool(ores) or any(token.lemma_.lower() in {"miner", "mining"} for token in head.doc)


def _is_modifier(head: Token) -> bool:
    return bool(head.dep_ in {"compound", "amod", "nmod"} and head.head.pos_ in {"NOUN", "PROPN"})


def _weapon(document: Document, part: list[Token], rules: Component) -> Weapon:
    head = part[-1]
    if _is_modifier(head) or head.lemma_.lower() in _PEOPLE:
        span = document.span(part[0].idx, head.idx + len(head.text))
        return Weapon(name=_name(part), quantity=Quantity(low=None, high=None, spans=(span,), by=rules.id))
    phrase = phrase_at(document, head)
    counted = phrase.quantity
    low, high, rough = (None, None, False)
    if counted is not None:
        low, high, rough = counted.low, counted.high, counted.approximate
    elif head.tag_ in {"NNS", "NNPS"}:
        low = 2
    elif any(c.lower_ in {"a", "an", "the", "another", "his", "her"} for c in head.children):
        low, high = 1, 1
    quantity = Quantity(low=low, high=high, approximate=rough, spans=(phrase.span,), by=rules.id)
    return Weapon(name=_name(part), quantity=quantity)


def _name(part: list[Token]) -> str:
    return " ".join(token.lower_ for token in part)


def implied(document: Document, trigger: Trigger, rules: Component) -> Armed | None:
    """Return the weapon that a trigger's own word implies: to shoot is to use guns."""
    if trigger.weapon is None:
        return None
    span = document.span(
        document.doc[trigger.first].idx, document.doc[trigger.last].idx + len(document.doc[trigger.last].text)
    )
    quantity = Quantity(low=None, high=None, spans=(span,), by=rules.id)
    return Armed(Weapon(name=trigger.weapon, quantity=quantity), trigger.kind or "", trigger.first)
