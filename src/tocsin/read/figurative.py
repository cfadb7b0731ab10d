"""Whether a violent word tells of violence here: not of sport, of health, of argument or of trade."""

from spacy.tokens import Token

from tocsin.read.document import Document
from tocsin.read.phrases import subjects
from tocsin.read.senses import is_tame
from tocsin.read.triggers import Trigger
from tocsin.read.wordlists import Lexicon

_ON = {"on", "against", "at", "in", "into", "upon"}
_FORCES = {
    "military",
    "security",
    "combat",
    "air",
    "joint",
    "rescue",
    "combined",
    "police",
    "army",
    "special",
    "forces",
}
_SHOTS = {"shot", "barrage", "round", "volley", "fire", "salvo"}
_HURTABLE = ("civilians", "officials", "attackers", "police", "military", "facilities", "vehicles", "infrastructure")
_CAPTIVES = {"hostage", "captive", "abductee", "prisoner"}
_NAMES = {"PERSON", "GPE", "NORP", "ORG", "FAC", "LOC"}


def tells_of_violence(document: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Say whether a trigger is meant literally and has beside it what it needs to tell of violence."""
    if _is_figurative(trigger, lexicon) or is_tame(document, trigger, lexicon):
        return False
    if trigger.needs == "armed":
        return any(_is_weapon(head, lexicon) for head in subjects(trigger.token))
    if trigger.needs == "ordnance":
        return any(_is_ordnance(head, lexicon) for head in _objects(trigger.token))
    if trigger.needs == "side":
        return trigger.is_phrase or _has_side(document, trigger.token, lexicon)
    if trigger.needs == "crowd":
        into = [obj for c in trigger.token.subtree if c.lower_ == "into" for obj in c.children]
        return any(lexicon.is_a(head.lemma_.lower(), "civilians", "crowds", "police", "military") for head in into)
    if trigger.needs == "captives":
        return any(head.lemma_.lower() in _CAPTIVES for head in _objects(trigger.token))
    if trigger.needs == "plot":
        return trigger.is_phrase or _is_violent_plot(trigger.token, lexicon)
    if trigger.needs == "people":
        return _has_people(trigger, lexicon)
    if trigger.lemma in {"target", "burn", "march"}:
        return _is_tame_but_meant(trigger, lexicon)
    return True


def _is_figurative(trigger: Trigger, lexicon: Lexicon) -> bool:
    token, lists = trigger.token, lexicon.figurative
    if any(c.lemma_.lower() in lists["modifiers"] and c.dep_ in {"compound", "amod", "poss"} for c in token.children):
        return not trigger.is_phrase
    if any(c.lower_ in lists["adverbs"] for c in token.children):
        return True
    behind = [obj.lemma_.lower() for c in token.children if c.dep_ == "prep" for obj in c.children]
    if any(lemma in lists["complements"] for lemma in behind):
        return True
    if not trigger.is_verb:
        return any(lemma in lists["objects"] for lemma in behind) and trigger.role == "act"
    objects = [head.lemma_.lower() for head in _objects(token)]
    if objects and trigger.role == "act" and not trigger.is_phrase and all(o in lists["objects"] for o in objects):
        return True
    return any(s.lemma_.lower() in lists["subjects"] for s in token.children if s.dep_ == "nsubj")


def _objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}] + (
        [verb.head] if verb.dep_ in {"acl", "amod"} and verb.tag_ == "VBN" else []
    )


def _is_weapon(head: Token, lexicon: Lexicon) -> bool:
    return lexicon.is_weapon(head.lemma_.lower())


def _is_ordnance(head: Token, lexicon: Lexicon) -> bool:
    lemma = head.lemma_.lower()
    return lexicon.is_weapon(lemma, "bombing", "rocket_or_shelling") or lemma in _SHOTS


def _has_side(document: Document, noun: Token, lexicon: Lexicon) -> bool:
    """Say whether a strike or operation has a party: "US strikes", "strikes against militants", "army operation"."""
    for child in noun.children:
        if child.lower_ in _FORCES or child.ent_type_ in {"NORP", "GPE", "ORG"}:
            return True
        if child.dep_ == "prep" and child.lower_ in {"on", "against"}:
            return True
        if child.dep_ in {"poss", "compound"} and lexicon.is_a(child.lemma_.lower(), "state", "attackers"):
            return True
    return noun.lemma_.lower() == "strike" and noun.tag_ == "NNS" and "airstrike" in document.report.text.lower()


def _is_violent_plot(noun: Token, lexicon: Lexicon) -> bool:
    """Say whether a plot is one of violence: a weapon or a violent word stands in its phrase or beside it."""
    near = [*noun.subtree, *(t for t in noun.head.subtree if t.i > noun.i)]
    words = {t.lemma_.lower() for t in near}
    return bool(
        words & (lexicon.cues["blood"] | {"attack", "blow", "assassination", "murder", "terror", "terrorist"})
    ) or any((word,) in lexicon.weapons for word in words)


def _has_people(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Say whether a seizure takes a person, a place or a thing that can be held, by someone who can hold it."""
    token = trigger.token
    heads = _objects(token) if trigger.is_verb else [o for c in token.children if c.dep_ == "prep" for o in c.children]
    heads += [o for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children]
    if trigger.is_phrase:
        heads = [o for c in token.subtree if c.dep_ == "prep" for o in c.children]
    return any(lexicon.is_a(h.lemma_.lower(), *_HURTABLE) or h.ent_type_ in _NAMES or _is_town(h) for h in heads)


def _is_town(head: Token) -> bool:
    return head.lemma_.lower() in {"town", "village", "city", "province", "district", "territory", "area", "hostage"}


def _is_tame_but_meant(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Believe words with a tame sense only with a victim beside them."""
    if trigger.lemma == "march":
        return trigger.is_verb and any(
            lexicon.is_a(s.lemma_.lower(), "crowds", "civilians") for s in subjects(trigger.token)
        )
    if not trigger.is_verb:
        return False
    return any(lexicon.is_a(head.lemma_.lower(), *_HURTABLE) for head in _objects(trigger.token))
