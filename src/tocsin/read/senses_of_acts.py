"""The tame sense of each violent word that has one, by its lemma."""

from collections.abc import Callable, Iterable, Mapping

from spacy.tokens import Token

from tocsin.read.document import Document
from tocsin.read.lexicon import words
from tocsin.read.phrases import agents_by, prepositional, subjects
from tocsin.read.senses_shared import NAMES, active_subjects, can_be_hurt, is_among, objects
from tocsin.read.triggers import Trigger
from tocsin.read.wordlists import Lexicon

Sense = Callable[[Document, Trigger, Lexicon], bool]

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ARMED = ("attackers", "police", "military")


def _only_things(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of a verb: all that it is done to are things that can't be hurt."""
    heads = objects(trigger.token) if trigger.is_verb else []
    heads = heads or list(prepositional(trigger.token, "against", "with", "through", "for", "over", "on"))
    return bool(heads) and all(_is_thing(each, lexicon) and not can_be_hurt(each, lexicon) for each in heads)


def _is_thing(head: Token, lexicon: Lexicon) -> bool:
    return is_among(head, "things") or head.lemma_.lower() in lexicon.figurative["objects"]


def _with_words(_: Document, trigger: Trigger, __: Lexicon) -> bool:
    """Of "attack": somebody is blamed for doing something, not hurt."""
    blamed = (c for c in trigger.token.children if c.dep_ == "prep" and c.lower_ == "for")
    return trigger.is_verb and any(obj.dep_ == "pcomp" for each in blamed for obj in each.children)


def _hires_and_fires(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "fire": someone loses a job, on a day or at a place; or a weapon is only tried."""
    token = trigger.token
    before = token.doc[max(0, token.i - 2) : token.i].text.lower()
    if before.endswith(("test-", "test")):
        return True
    hit = [c for c in token.children if c.dep_ == "dobj" or (c.dep_ == "nsubjpass" and not trigger.is_phrase)]
    if any(can_be_hurt(each, lexicon) and not lexicon.is_weapon(each.lemma_.lower()) for each in hit):
        return True
    aimed = list(prepositional(token, "on", "at", "upon", "into"))
    return (
        trigger.is_phrase
        and bool(aimed)
        and not objects(token)
        and all(each.ent_type_ in {"DATE", "TIME"} for each in aimed)
    )


def _shoots_for(_: Document, trigger: Trigger, __: Lexicon) -> bool:
    """Of "shoot": for a goal, a date; without anyone hit."""
    token = trigger.token
    return (
        trigger.is_verb and not objects(token) and any(c.lower_ == "for" and c.dep_ == "prep" for c in token.children)
    )


def _in_battle(_: Document, trigger: Trigger, __: Lexicon) -> bool:
    """Of "battle", "combat": any, not one: "a name for courage in battle"."""
    token = trigger.token
    bare = token.dep_ == "pobj" and token.head.lower_ == "in" and token.tag_ == "NN"
    return bare and not any(c.dep_ in {"det", "amod", "compound", "poss", "prep"} for c in token.children)


def _shows(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "demonstrate": something is shown, not protested."""
    token = trigger.token
    if not trigger.is_verb:
        return any(not can_be_hurt(each, lexicon) for each in prepositional(token, "of"))
    shown = (c for c in token.children if c.dep_ in {"dobj", "nsubjpass", "ccomp"})
    return any(each.ent_type_ not in {"DATE", "TIME"} for each in shown)


def _has_no_fighter(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "clash", "battle": who does it, or with whom, are no people, or such as fight with words and hoses."""
    token = trigger.token
    if {"firefighter", "blaze"}.intersection(each.lemma_.lower() for each in token.sent):
        return True
    sides = subjects(token) if trigger.is_verb else _between(token)
    against = list(prepositional(token, "with", "against")) + (objects(token) if trigger.is_verb else [])
    against = [each for each in against if not lexicon.is_weapon(each.lemma_.lower())]
    if against:
        return not any(can_be_hurt(each, lexicon) for each in against)
    if any(is_among(each, "fighters") for each in sides):
        return True
    if sides and not trigger.is_verb:
        return not any(can_be_hurt(each, lexicon) for each in sides)
    return _aims_at_none(token) or (trigger.lemma == "battle" and _is_over_rights(token))


def _between(noun: Token) -> list[Token]:
    above = prepositional(noun.head, "between") if noun.dep_ in {"nsubj", "nsubjpass"} else ()
    return [*prepositional(noun, "between"), *above]


def _aims_at_none(token: Token) -> bool:
    """Say whether what is fought for is nothing that armed sides take: "a battle to stay alive"."""
    aims = [c for c in token.children if c.dep_ in {"acl", "xcomp", "advcl"} and c.tag_ == "VB"]
    return bool(aims) and not any(is_among(each, "aims") for each in aims)


def _is_over_rights(token: Token) -> bool:
    heads = [obj for c in token.children if c.lower_ == "over" for obj in c.children if obj.dep_ in {"pobj", "pcomp"}]
    return any(each.tag_ == "VBG" or is_among(each, "rights", "things") for each in heads)


def _on_no_crowd(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "crackdown", "disperse", "quell": what it is done to is no crowd and no opponent."""
    token = trigger.token
    hit = objects(token) if trigger.is_verb else list(prepositional(token, "on", "against"))
    if not hit:
        return trigger.is_verb
    return not any(is_among(each, "crowds") or can_be_hurt(each, lexicon) for each in hit)


def _is_no_weapon_that(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "go off": the subject is no weapon and no blast."""
    return not any(
        lexicon.is_weapon(each.lemma_.lower()) or is_among(each, "charges") for each in subjects(trigger.token)
    )


def _is_blamed(document: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "come under fire": words are meant, for no weapon stands in the report, or it is "over" or "for" something."""
    if trigger.lemma != "come":
        return False
    if any(c.lower_ in {"over", "for"} for t in (trigger.token, *trigger.token.children) for c in t.children):
        return True
    armed = (each for each in document.doc if each.lower_ != "fire")
    return not any(
        lexicon.is_weapon(each.lemma_.lower()) or lexicon.is_a(each.lemma_.lower(), "attackers", "military")
        for each in armed
    )


def _bombards_with_words(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "bombard": what it is done with is no weapon."""
    means = list(prepositional(trigger.token, "with")) if trigger.is_verb else []
    return bool(means) and not any(lexicon.is_weapon(each.lemma_.lower()) for each in means)


def _bursts(_: Document, trigger: Trigger, __: Lexicon) -> bool:
    """Of "explode", "explosion": a boiler, a star, a price; or somebody's way onto the market."""
    token = trigger.token
    if trigger.is_verb and any(
        c.lower_ == "onto" or (c.lower_ == "into" and any(is_among(each, "bursts") for each in c.children))
        for c in token.children
    ):
        return True
    heads = subjects(token) if trigger.is_verb else prepositional(token, "of")
    return any(is_among(each, "bursts") for each in heads)


def _clears(_: Document, trigger: Trigger, __: Lexicon) -> bool:
    """Of "destroy": it is ordnance that is made away with."""
    heads = objects(trigger.token) if trigger.is_verb else []
    return bool(heads) and all(is_among(each, "ordnance") for each in heads)


def _frees_no_captive(document: Document, trigger: Trigger, _: Lexicon) -> bool:
    """Of "rescue operation": nobody is said to be held, and no forces fight."""
    first = trigger.token.doc[trigger.first].lower_
    return first == "rescue" and not any(is_among(each, "held") for each in document.doc)


def _is_of_a_firm(document: Document, trigger: Trigger, __: Lexicon) -> bool:
    """Of "operation": what a firm does somewhere; a body is taken for one where the registry doesn't know it."""
    if trigger.is_phrase:
        return False
    if any(is_among(each, "trade") for each in trigger.token.sent):
        return True
    bodies = [c for c in trigger.token.children if c.ent_type_ == "ORG"]
    known = [span for actor in document.actors if actor.actor for span in actor.spans]
    return bool(bodies) and not any(span.start <= each.idx < span.end for each in bodies for span in known)


def _burns_by_itself(document: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "burn": nobody is said to have set the fire, and nothing in the report to have been meant."""
    token = trigger.token
    if not trigger.is_verb or agents_by(token) or any(can_be_hurt(each, lexicon) for each in active_subjects(token)):
        return False
    return not any(each.lemma_.lower() in words("genres")["meant"] for each in document.doc)


def _goes_no_place(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "storm": nothing that can be stormed is its object."""
    if not trigger.is_verb:
        return False
    heads = objects(trigger.token) + list(prepositional(trigger.token, "into", "through"))
    return not any(
        each.ent_type_ in NAMES or lexicon.is_a(each.lemma_.lower(), "facilities", "vehicles", "infrastructure")
        for each in heads
    )


def _buys(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "take over", "capture": a firm changes hands, or an office does."""
    token = trigger.token
    heads = objects(token) if trigger.is_verb else list(prepositional(token, "of"))
    if not heads:
        return trigger.is_phrase and any(prepositional(token, "from", "as", "at"))
    takers = subjects(token) if trigger.is_verb else agents_by(token)
    if any(each.ent_type_ in _PLACES for each in heads) or any(lexicon.is_a(t.lemma_.lower(), *_ARMED) for t in takers):
        return False
    return all(each.ent_type_ == "ORG" for each in heads) and any(is_among(each, "trade") for each in token.sent)


def _is_voted_out(_: Document, trigger: Trigger, __: Lexicon) -> bool:
    """Of "oust", "topple", "coup": by voters or owners, from a job or a cup; nobody in power is named."""
    token = trigger.token
    takers = [*agents_by(token), *(active_subjects(token) if trigger.is_verb else [])]
    if any(is_among(each, "owners") for each in token.sent):
        return True
    if trigger.is_verb and not any(is_among(each, "power") or each.ent_type_ in {"GPE", "NORP"} for each in token.sent):
        return True
    return any(is_among(each, "voters") for each in takers) or any(
        is_among(each, "seats") for each in prepositional(token, "from")
    )


def _aims_at_custom(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "target": who aims is neither a person nor armed: a firm, a campaign, a tax."""
    takers = [*agents_by(trigger.token), *active_subjects(trigger.token)]
    return bool(takers) and not any(_can_aim(each, lexicon) for each in takers)


def _can_aim(head: Token, lexicon: Lexicon) -> bool:
    lemma = head.lemma_.lower()
    armed = lexicon.is_weapon(lemma) or (lemma,) in lexicon.act_nouns
    return (
        armed
        or head.ent_type_ in NAMES
        or head.pos_ == "PRON"
        or lexicon.is_a(lemma, *_ARMED, "state", "officials", "groups")
    )


def _each(lemmas: Iterable[str], *senses: Sense) -> dict[str, tuple[Sense, ...]]:
    return dict.fromkeys(lemmas, senses)


SENSES: Mapping[str, tuple[Sense, ...]] = {
    **_each(("execute", "raid", "assault", "bomb", "ambush", "kill", "offensive"), _only_things),
    **_each(("attack",), _only_things, _with_words),
    **_each(("shoot",), _only_things, _shoots_for),
    **_each(("fire",), _hires_and_fires),
    **_each(("combat",), _in_battle),
    **_each(("demonstrate", "demonstration"), _shows),
    **_each(("clash", "battle", "fighting"), _has_no_fighter, _only_things, _in_battle),
    **_each(("crackdown", "disperse", "suppress", "quell"), _on_no_crowd),
    **_each(("go",), _is_no_weapon_that),
    **_each(("come",), _is_blamed),
    **_each(("bombard",), _bombards_with_words),
    **_each(("explode", "explosion", "blast", "detonate", "blow"), _bursts),
    **_each(("destroy",), _clears, _only_things),
    **_each(("operation",), _frees_no_captive, _is_of_a_firm),
    **_each(("burn",), _burns_by_itself, _only_things),
    **_each(("storm",), _goes_no_place),
    **_each(("take", "takeover", "capture", "seize", "seizure", "gain"), _buys),
    **_each(("oust", "topple", "depose", "ouster", "ousting", "coup", "overthrow"), _is_voted_out),
    **_each(("target",), _aims_at_custom),
}
