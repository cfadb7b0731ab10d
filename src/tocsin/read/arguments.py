"""Who did it and who or what was acted upon, read off the parse around a trigger."""

from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.read.document import Document
from tocsin.read.phrases import (
    Phrase,
    agents_by,
    companions,
    is_passive,
    phrase_at,
    prepositional,
    subjects,
    with_conjuncts,
)
from tocsin.read.triggers import Trigger
from tocsin.read.wordlists import Lexicon

_ON = ("on", "against", "upon", "into", "toward", "towards")
_AIMED = {"fire", "shoot", "open", "throw", "hurl", "lob", "launch"}
_INTRANSITIVE = {"die", "perish", "succumb"}
_SUPPORT = {
    "launch", "carry", "commit", "perpetrate", "stage", "conduct", "mount", "make", "execute", "stag", "claim",
    "begin", "start", "undertake", "lead", "plan", "organize", "organise", "do", "hold", "order", "direct",
}  # fmt: skip
_BLASTS = {"explode", "detonate", "blow", "go"}
_IN_PHRASE = {"guerrilla", "rebel", "terrorist", "militant", "police"}
_SUSPECTS = {"suspect", "mastermind", "accused", "perpetrator", "defendant"}
_KEEP = {"hold", "release", "free", "keep"}
_SURVIVE = {"survive", "escape"}
_BAD_AGENT = {"which", "that", "it", "there", "who", "what", "this"}


@dataclass(frozen=True, slots=True)
class Roles:
    """The phrases that a trigger's grammar gives: agents and patients."""

    agents: tuple[Phrase, ...] = ()
    patients: tuple[Phrase, ...] = ()


def roles_of(document: Document, trigger: Trigger, lexicon: Lexicon) -> Roles:
    """Return the agents and patients of a trigger."""
    agents, patients = _of_verb(trigger) if trigger.is_verb else _of_noun(trigger)
    agents = agents + [owner for head in agents for owner in _owners(head, lexicon)]
    return Roles(
        tuple(p for p in _phrases(document, agents) if can_act(p, lexicon)),
        tuple(p for p in _phrases(document, patients) if not p.is_pronoun and not _names_act(p, lexicon)),
    )


def _owners(head: Token, lexicon: Lexicon) -> list[Token]:
    """Return whose weapon acts: "Israeli warplanes", "the army's helicopters"."""
    if not lexicon.is_weapon(head.lemma_.lower()):
        return []
    return [
        c for c in head.children if c.dep_ in {"amod", "compound", "poss"} and c.ent_type_ in {"NORP", "GPE", "ORG"}
    ]


def _phrases(document: Document, heads: list[Token]) -> list[Phrase]:
    found: dict[int, Phrase] = {}
    for head in heads:
        for each in with_conjuncts(head):
            found.setdefault(each.i, phrase_at(document, each))
    return list(found.values())


def _names_act(phrase: Phrase, lexicon: Lexicon) -> bool:
    return (phrase.lemma,) in lexicon.act_nouns or phrase.lemma in {"responsibility", "incident", "life", "toll"}


def is_weapon(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Say whether a phrase's head is a weapon, a bomber included."""
    return lexicon.is_weapon(phrase.lemma) and phrase.lemma.removesuffix("s") != "sniper"


def can_act(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Say whether a phrase can be a perpetrator: a person, a body, a country or their forces."""
    if phrase.head.lower_ in _BAD_AGENT or phrase.is_pronoun or phrase.head.ent_type_ in {"DATE", "TIME", "EVENT"}:
        return False
    if lexicon.is_a(phrase.lemma, "facilities", "infrastructure") and phrase.actor is None:
        return False
    if lexicon.is_a(phrase.lemma, "state", "attackers", "groups", "officials", "civilians"):
        return True
    if is_weapon(phrase, lexicon):
        return "bomber" in phrase.lemma
    return phrase.actor is not None and phrase.head.ent_type_ not in {"FAC", "LOC"}


def _of_verb(trigger: Trigger) -> tuple[list[Token], list[Token]]:
    verb = trigger.token
    if trigger.role == "harm" and verb.lemma_ in _INTRANSITIVE:
        return [], subjects(verb)
    if verb.dep_ == "amod" and verb.head.pos_ in {"NOUN", "PROPN"} and verb.tag_ in {"VBN", "JJ", "VBD"}:
        return [], [verb.head]
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "conj" and trigger.role == "harm":
        return agents_by(verb), [_first_of_list(verb.head)]
    if is_passive(verb) and not _has_object(verb):
        return agents_by(verb) + _keepers(verb), _passive_subjects(verb) + _beside(verb)
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.lower_ != "fire"]
    objects += companions(verb) + [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "NUM" and objects]
    objects += [owner for c in objects if c.lemma_.lower() == "life" for owner in prepositional(c, "of")]
    if trigger.role == "harm":
        objects += prepositional(verb, "between")
    else:
        aimed = prepositional(verb, *_ON, *(("at",) if verb.lemma_.lower() in _AIMED else ()))
        objects += [obj for obj in aimed if obj.ent_type_ not in {"DATE", "TIME"}]
    if verb.dep_ in {"oprd", "ccomp", "acomp"} and not objects and trigger.role == "harm":
        return [], subjects(verb) or _left_behind(verb)
    elliptic = verb.dep_ == "conj" and is_passive(verb.head)
    if elliptic and verb.tag_ == "VBN" and not objects and trigger.effect in {"detained", "abducted"}:
        return agents_by(verb), subjects(verb)
    if trigger.role == "harm" and not objects and (verb.tag_ == "VBN" or elliptic or verb.lemma_ in {"kill", "slay"}):
        return [], subjects(verb)
    if verb.lemma_.lower() in _BLASTS and not objects:
        return [], list(prepositional(verb, "near", "outside", "inside"))
    agents = _actors_of(verb)
    if trigger.kind == "battle":
        return agents + list(prepositional(verb, "with")), []
    return agents, objects


def _has_object(verb: Token) -> bool:
    """Say whether what was parsed as "a bomb (that was) killed" has an object: "a bomb killed five people"."""
    return verb.dep_ == "acl" and any(
        c.dep_ == "dobj" or (c.dep_ == "prep" and c.lower_ == "between") for c in verb.children
    )


def _first_of_list(head: Token) -> Token:
    """Return the head that a list begins with: "eight women, a girl and four men injured"."""
    while head.dep_ == "conj" and head.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        head = head.head
    return head


def _keepers(verb: Token) -> list[Token]:
    """Return who holds or frees the one that is said to have been kidnapped."""
    keeper = verb.head.head if verb.dep_ == "acl" else verb.head
    if verb.lemma_.lower() not in {"kidnap", "abduct"}:
        return []
    if verb.dep_ == "acl" and verb.head.dep_ in {"nsubjpass", "dobj"} and keeper.lemma_.lower() in _KEEP:
        return agents_by(keeper) if is_passive(keeper) else subjects(keeper)
    return []


def _actors_of(verb: Token) -> list[Token]:
    """Return the subjects; for "accounts of forces retaking" the forces."""
    found = subjects(verb)
    if not found and verb.dep_ == "conj":
        return [c for c in verb.head.children if c.dep_ == "nsubj"]
    if not found and verb.dep_ == "pcomp" and verb.head.head.pos_ in {"VERB", "AUX"}:
        return subjects(verb.head.head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and found == [verb.head]:
        nearer = [obj for obj in prepositional(verb.head, "of") if obj.i < verb.i]
        return nearer or found
    return found


def _passive_subjects(verb: Token) -> list[Token]:
    own = subjects(verb)
    if own or verb.dep_ not in {"ccomp", "oprd"}:
        return own
    return _left_behind(verb)


def _beside(verb: Token) -> list[Token]:
    """Return who shares a fate: "killed along with two guards", "killed, as were two guards"."""
    withs = [c for c in verb.subtree if c.dep_ == "prep" and c.lower_ == "with" and c.i > verb.i]
    near = [c for c in withs if verb in {c.head, c.head.head} and verb.doc[c.i - 1].lower_ in {"along", "together"}]
    found = [obj for c in near for obj in c.children if obj.dep_ == "pobj" and obj.pos_ in {"NOUN", "PROPN", "NUM"}]
    for clause in verb.children:
        if clause.dep_ == "advcl" and clause.lemma_ == "be" and any(c.lower_ == "as" for c in clause.children):
            found += [c for c in clause.children if c.dep_ == "nsubj"]
    return found


def _left_behind(word: Token) -> list[Token]:
    """Return the object of "left … dead"."""
    if word.head.pos_ not in {"VERB", "AUX"}:
        return []
    found = [c for c in word.head.children if c.dep_ in {"dobj", "nsubj", "nsubjpass"} and c.i < word.i][-1:]
    return found or ([_first_of_list(word.head.head)] if word.head.dep_ in {"acl", "relcl"} else [])


def _of_noun(trigger: Trigger) -> tuple[list[Token], list[Token]]:
    noun = trigger.token
    if noun.pos_ == "ADJ" or (trigger.effect and trigger.role == "harm"):
        return [], _harmed(trigger)
    agents = agents_by(noun)
    patients = list(prepositional(noun, *_ON)) if trigger.kind != "protest" else list(prepositional(noun, "against"))
    possessors = [c for c in noun.children if c.dep_ == "poss"]
    if trigger.effect in {"killed", "abducted", "detained", "injured", "taken"}:
        patients += [obj for obj in prepositional(noun, "of") if obj.pos_ in {"NOUN", "PROPN", "NUM"}]
        patients += possessors
        patients += [c for c in noun.children if c.dep_ == "compound" and c.ent_type_ == "PERSON"]
    else:
        agents += possessors
        agents += list(prepositional(noun, "between"))
    agents += [c for c in noun.children if c.dep_ in {"amod", "compound", "nmod"} and c.i < trigger.first]
    agents += [c for c in noun.doc[trigger.first : noun.i] if c.lemma_.lower() in _IN_PHRASE]
    if trigger.kind == "battle":
        agents += list(prepositional(noun, "with"))
    if noun.dep_ == "compound" and noun.head.lemma_.lower() in _SUSPECTS:
        agents.append(noun.head)
    agents += [c for c in noun.children if c.dep_ in {"amod", "compound"} and c.ent_type_ in {"NORP", "ORG", "GPE"}]
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _SURVIVE:
        patients += subjects(noun.head)
    return agents + _supporters(noun), patients


def _supporters(noun: Token) -> list[Token]:
    """Return who launches, stages or carries out what the noun names."""
    verb = noun.head
    found: list[Token] = []
    if noun.dep_ in {"dobj", "pobj", "nsubjpass"} and verb.lemma_ in _SUPPORT:
        found = agents_by(verb) if is_passive(verb) else subjects(verb)
    for child in noun.children:
        if child.dep_ == "acl" and child.lemma_ in _SUPPORT:
            found += agents_by(child)
    return found


def _harmed(trigger: Trigger) -> list[Token]:
    """Return the people that a harm noun or adjective counts: "20 dead", "the death of Ali", "left two dead"."""
    word = trigger.token
    if word.dep_ == "amod":
        return [word.head]
    if word.dep_ == "nsubj" and word.head.lemma_ == "be" and word.lower_ == "dead":
        return [c for c in word.head.children if c.dep_ == "attr" and c.pos_ in {"NOUN", "NUM"}]
    if word.pos_ == "ADJ" and any(c.dep_ == "nummod" for c in word.children):
        return [word]
    found = [obj for obj in prepositional(word, "of", "to", "among") if obj.pos_ in {"NOUN", "PROPN", "NUM"}]
    found += [c for c in word.children if c.dep_ == "poss"]
    if found or word.lemma_ in {"death", "fatality", "injury", "casualty", "victim", "wounded", "injured"}:
        return found or [word]
    if word.dep_ in {"acomp", "oprd", "attr", "ccomp", "conj", "xcomp"} and word.head.pos_ in {"VERB", "AUX"}:
        return _left_behind(word) or [word]
    return [word]
