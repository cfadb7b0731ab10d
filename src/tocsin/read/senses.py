"""Violent words with a tame sense, told apart by what stands beside them: a shark's attack, a crackdown on litter."""

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from tocsin.read.document import Document
from tocsin.read.lexicon import words
from tocsin.read.phrases import agents_by, prepositional, subjects
from tocsin.read.triggers import Trigger
from tocsin.read.wordlists import Lexicon

_NAMES = frozenset({"PERSON", "GPE", "NORP", "ORG", "FAC", "LOC"})
_PEOPLE = ("civilians", "officials", "attackers", "police", "military", "state", "crowds", "groups")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_MODIFIED = frozenset(
    ("clash", "battle", "fighting", "crackdown", "shooting", "poisoning", "beating", "raid", "coup", "attack",
     "explosion", "blast", "offensive", "assault", "invasion", "demonstration", "arrest", "combat")
)  # fmt: skip
"""Nouns that a word before them can make tame."""
_FIRES = frozenset(
    {
        "bomb",
        "device",
        "explosive",
        "charge",
        "explosion",
        "blast",
        "grenade",
        "ied",
        "gun",
        "mine",
        "shell",
        "dynamite",
        "rocket",
    }
)
_TRADE = frozenset(
    {
        "company",
        "firm",
        "stake",
        "share",
        "shareholder",
        "bid",
        "merger",
        "acquisition",
        "chain",
        "brand",
        "retailer",
        "bank",
        "airline",
    }
)
_CLIMBS = frozenset(
    {"hostage", "captive", "soldier", "militant", "gunman", "rebel", "kidnap", "abduct", "airman", "commando", "troop"}
)

Sense = Callable[[Document, Trigger, Lexicon], bool]


def is_tame(document: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Say whether the words beside a trigger show that it isn't meant as violence, an arrest or a protest."""
    if _describes(trigger) or _is_of_animals(trigger) or _is_in_name(trigger):
        return True
    if not trigger.is_verb and _is_modified(trigger):
        return True
    return any(sense(document, trigger, lexicon) for sense in _SENSES.get(trigger.lemma, ()))


def _is(token: Token, *lists: str) -> bool:
    lemma = token.lemma_.lower()
    return any(lemma in words("senses")[name] for name in lists)


def _objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}] + (
        [verb.head] if verb.dep_ in {"acl", "amod"} and verb.tag_ == "VBN" else []
    )


def _can_be_hurt(head: Token, lexicon: Lexicon) -> bool:
    lemma = head.lemma_.lower()
    return head.ent_type_ in _NAMES or head.pos_ == "PRON" or lexicon.is_a(lemma, *_PEOPLE)


def _describes(trigger: Trigger) -> bool:
    """Say whether a noun only tells what sort another is: "detention centre", "murder mystery"."""
    token = trigger.token
    if trigger.role not in {"act", "refer"} or token.dep_ not in {"compound", "amod", "nmod"} or token.tag_ == "VBN":
        return False
    return _is(token.head, "described") and token.head.i > token.i


def _is_of_animals(trigger: Trigger) -> bool:
    """Say whether an animal or the weather acts, or an animal is acted upon and nothing else."""
    token = trigger.token
    if not trigger.is_verb:
        beside = (c for c in token.children if c.dep_ in {"compound", "poss"})
        return any(_is(each, "animals", "nature") for each in agents_by(token)) or any(
            _is(each, "animals") for each in beside
        )
    if any(_is(each, "animals", "nature") for each in (*agents_by(token), *_active_subjects(token))):
        return True
    hit = _objects(token)
    return bool(hit) and all(_is(each, "animals") and not each.ent_type_ for each in hit)


def _active_subjects(verb: Token) -> list[Token]:
    return [] if any(c.dep_ == "nsubjpass" for c in verb.children) else subjects(verb)


def _is_in_name(trigger: Trigger) -> bool:
    """Say whether a word is part of a name of another thing: "Shooting Stars Hospice", "Battle Ground Academy"."""
    token = trigger.token
    if token.pos_ == "PROPN" and token.ent_type_ == "PERSON":
        return True
    if token.tag_ != "NNP" or token.dep_ != "compound" or token.head.tag_ not in {"NNP", "NNPS"}:
        return False
    long = [each for each in token.sent if each.is_alpha and len(each) > 3]
    return token.head.i > token.i and 2 * sum(each.is_title for each in long) < len(long)


def _is_modified(trigger: Trigger) -> bool:
    if trigger.lemma not in _MODIFIED or (trigger.is_phrase and trigger.lemma not in {"explosion", "blast"}):
        return False
    before = (c for c in trigger.token.children if c.dep_ in {"compound", "amod", "nmod"})
    return any(_is(each, "modifiers") or each.lower_ in words("senses")["modifiers"] for each in before)


def _only_things(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of a verb: all that it is done to are things that can't be hurt."""
    heads = _objects(trigger.token) if trigger.is_verb else []
    heads += list(prepositional(trigger.token, "against", "with", "through", "for", "over")) if not heads else []
    return bool(heads) and all(_is(each, "things") and not _can_be_hurt(each, lexicon) for each in heads)


def _shows(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "demonstrate": something is shown, not protested."""
    token = trigger.token
    if not trigger.is_verb:
        return any(not _can_be_hurt(each, lexicon) for each in prepositional(token, "of"))
    shown = (c for c in token.children if c.dep_ in {"dobj", "nsubjpass", "ccomp"})
    return any(each.ent_type_ not in {"DATE", "TIME"} for each in shown)


def _has_no_fighter(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "clash", "battle": who does it, or with whom, are no people, or such as fight with words and hoses."""
    token = trigger.token
    sides = subjects(token) if trigger.is_verb else [*prepositional(token, "between")]
    against = list(prepositional(token, "with", "against")) + (_objects(token) if trigger.is_verb else [])
    against = [each for each in against if not lexicon.is_weapon(each.lemma_.lower())]
    if any(_is(each, "fighters") for each in sides) and not any(_can_be_hurt(each, lexicon) for each in against):
        return True
    if not trigger.is_verb and sides and not any(_can_be_hurt(each, lexicon) for each in sides):
        return True
    if not (sides or against) and any(c.dep_ in {"acl", "xcomp"} and c.tag_ == "VB" for c in token.children):
        return not any(c.dep_ in {"acl", "xcomp"} and _is(c, "aims") for c in token.children)
    return bool(against) and not any(_can_be_hurt(each, lexicon) for each in against)


def _on_no_crowd(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "crackdown", "disperse", "quell": what it is done to is no crowd and no opponent."""
    token = trigger.token
    hit = _objects(token) if trigger.is_verb else list(prepositional(token, "on", "against"))
    if not hit:
        return trigger.is_verb
    return not any(_is(each, "crowds") or _can_be_hurt(each, lexicon) for each in hit)


def _is_no_weapon_that(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "go off": the subject is no weapon and no blast."""
    return not any(
        lexicon.is_weapon(each.lemma_.lower()) or each.lemma_.lower() in _FIRES for each in subjects(trigger.token)
    )


def _bursts(_: Document, trigger: Trigger, __: Lexicon) -> bool:
    """Of "explode", "explosion": a boiler, a star, a price."""
    heads = subjects(trigger.token) if trigger.is_verb else prepositional(trigger.token, "of")
    return any(_is(each, "bursts") for each in heads)


def _frees_no_captive(document: Document, trigger: Trigger, _: Lexicon) -> bool:
    """Of "rescue operation": nobody is said to be held."""
    first = trigger.token.doc[trigger.first].lower_
    return first == "rescue" and not _CLIMBS.intersection(t.lemma_.lower() for t in document.doc)


def _is_of_a_firm(_: Document, trigger: Trigger, __: Lexicon) -> bool:
    """Of "operation": what a firm does somewhere."""
    return not trigger.is_phrase and any(each.lemma_.lower() in _TRADE for each in trigger.token.sent)


def _burns_by_itself(document: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "burn": nobody is said to have set the fire, and nothing in the report to have been meant."""
    token = trigger.token
    if not trigger.is_verb or agents_by(token):
        return False
    if any(_can_be_hurt(each, lexicon) for each in _active_subjects(token)):
        return False
    return not any(each.lemma_.lower() in words("genres")["meant"] for each in document.doc)


def _goes_no_place(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "storm": nothing that can be stormed is its object."""
    if not trigger.is_verb:
        return False
    heads = _objects(trigger.token) + list(prepositional(trigger.token, "into", "through"))
    return not any(
        each.ent_type_ in _NAMES or lexicon.is_a(each.lemma_.lower(), "facilities", "vehicles", "infrastructure")
        for each in heads
    )


def _buys(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "take over", "capture": a firm changes hands, or a title does."""
    heads = _objects(trigger.token) if trigger.is_verb else list(prepositional(trigger.token, "of"))
    if not heads and trigger.is_phrase and any(prepositional(trigger.token, "from", "as", "at")):
        return True
    if not heads or any(each.ent_type_ in _PLACES for each in heads):
        return False
    takers = subjects(trigger.token) if trigger.is_verb else agents_by(trigger.token)
    if any(lexicon.is_a(each.lemma_.lower(), "attackers", "military", "police") for each in takers):
        return False
    near = {t.lemma_.lower() for t in trigger.token.sent}
    return all(each.ent_type_ == "ORG" for each in heads) and bool(near & _TRADE)


def _is_voted_out(_: Document, trigger: Trigger, __: Lexicon) -> bool:
    """Of "oust", "topple", "depose", "coup": by voters or owners, from a job or a cup; nobody in power is named."""
    token = trigger.token
    takers = [*agents_by(token), *(_active_subjects(token) if trigger.is_verb else [])]
    if trigger.is_verb and not any(_is(each, "power") or each.ent_type_ in {"GPE", "NORP"} for each in token.sent):
        return True
    return any(_is(each, "voters") for each in takers) or any(
        _is(each, "seats") for each in prepositional(token, "from")
    )


def _aims_at_custom(_: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Of "target": who aims is neither a person nor armed: a firm, a campaign, a tax."""
    takers = [*agents_by(trigger.token), *_active_subjects(trigger.token)]
    return bool(takers) and not any(
        lexicon.is_a(each.lemma_.lower(), "attackers", "military", "police", "state", "officials", "groups")
        or lexicon.is_weapon(each.lemma_.lower())
        or (each.lemma_.lower(),) in lexicon.act_nouns
        or each.ent_type_ in _NAMES
        or each.pos_ == "PRON"
        for each in takers
    )


def _any_of(names: Iterable[str], *senses: Sense) -> dict[str, tuple[Sense, ...]]:
    return dict.fromkeys(names, senses)


_SENSES: dict[str, tuple[Sense, ...]] = {
    **_any_of(("demonstrate", "demonstration"), _shows),
    **_any_of(("clash", "battle", "fighting"), _has_no_fighter, _only_things),
    **_any_of(("shoot", "attack", "execute", "raid", "assault", "bomb", "ambush", "destroy", "kill"), _only_things),
    **_any_of(("crackdown", "disperse", "suppress", "quell"), _on_no_crowd),
    **_any_of(("go",), _is_no_weapon_that),
    **_any_of(("explode", "explosion", "blast", "detonate", "blow"), _bursts),
    **_any_of(("operation",), _frees_no_captive, _is_of_a_firm),
    **_any_of(("burn",), _burns_by_itself, _only_things),
    **_any_of(("storm",), _goes_no_place),
    **_any_of(("take", "takeover", "capture", "seize", "seizure", "gain"), _buys),
    **_any_of(("oust", "topple", "depose", "ouster", "ousting", "coup", "overthrow"), _is_voted_out),
    **_any_of(("target",), _aims_at_custom),
}
