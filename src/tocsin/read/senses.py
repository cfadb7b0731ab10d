"""Violent words with a tame sense, told apart by what stands beside them: a shark's attack, a price war."""

from spacy.tokens import Token

from tocsin.read.document import Document
from tocsin.read.lexicon import words
from tocsin.read.phrases import agents_by
from tocsin.read.senses_of_acts import SENSES
from tocsin.read.senses_shared import active_subjects, is_among, objects
from tocsin.read.triggers import Trigger
from tocsin.read.wordlists import Lexicon

_MODIFIED = frozenset(
    ("clash", "battle", "fighting", "crackdown", "shooting", "poisoning", "beating", "raid", "coup", "attack",
     "explosion", "blast", "offensive", "assault", "invasion", "demonstration", "arrest", "combat")
)  # fmt: skip
"""Nouns that a word before them can make tame."""


def is_tame(document: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Say whether the words beside a trigger show that it isn't meant as violence, an arrest or a protest."""
    if _describes(trigger) or _is_of_animals(trigger) or _is_in_name(trigger) or _is_in_metaphor(trigger):
        return True
    if not trigger.is_verb and (_is_modified(trigger) or _is_label(trigger)):
        return True
    return any(sense(document, trigger, lexicon) for sense in SENSES.get(trigger.lemma, ()))


def _describes(trigger: Trigger) -> bool:
    """Say whether a noun only tells what sort another is: "detention centre", "murder mystery", "kidnapping cases"."""
    token, head = trigger.token, trigger.token.head
    if trigger.role == "harm" and token.dep_ in {"amod", "compound"} and head.lemma_ in {"reserve", "list"}:
        return True
    if trigger.role not in {"act", "refer"} or token.dep_ not in {"compound", "amod", "nmod"} or token.tag_ == "VBN":
        return False
    while head.dep_ in {"compound", "nmod"} and head.head.i > head.i:
        head = head.head
    return head.i > token.i and (is_among(head, "described") or (head.lemma_ == "case" and head.tag_ == "NNS"))


def _is_of_animals(trigger: Trigger) -> bool:
    """Say whether an animal, the weather or a cure acts, or an animal is acted upon and nothing else."""
    token = trigger.token
    if not trigger.is_verb:
        beside = (c for c in token.children if c.dep_ in {"compound", "poss"})
        return any(is_among(each, "animals", "nature") for each in agents_by(token)) or any(
            is_among(each, "animals") for each in beside
        )
    doers = (*agents_by(token), *active_subjects(token))
    if any(
        is_among(each, "animals", "nature", "cures") for each in doers if not each.ent_type_ and each.pos_ != "PROPN"
    ):
        return True
    hit = objects(token)
    return bool(hit) and all(is_among(each, "animals") and not each.ent_type_ and each.pos_ != "PROPN" for each in hit)


def _is_in_name(trigger: Trigger) -> bool:
    """Say whether a word is a person's name, or part of another thing's: "Shooting Stars Hospice"."""
    token = trigger.token
    if token.pos_ == "PROPN" and token.ent_type_ == "PERSON":
        return True
    if token.tag_ != "NNP" or token.dep_ != "compound" or token.head.tag_ not in {"NNP", "NNPS"}:
        return False
    headed = any(each.pos_ == "VERB" and each.is_title and each.i > token.sent.start for each in token.sent)
    return token.head.i > token.i and not headed and token.sent.start > 0


def _is_in_metaphor(trigger: Trigger) -> bool:
    """Say whether the sentence tells of a war of prices or words, or one on litter."""
    return any(_is_bloodless(each) for each in trigger.token.sent if each.lower_ == "war")


def _is_bloodless(war: Token) -> bool:
    before = (c for c in war.children if c.dep_ in {"compound", "amod", "nmod"})
    behind = (obj for c in war.children if c.dep_ == "prep" and c.lower_ in {"of", "on"} for obj in c.children)
    return any(is_among(each, "wars") for each in before) or any(is_among(each, "things", "wars") for each in behind)


def _is_modified(trigger: Trigger) -> bool:
    if trigger.lemma not in _MODIFIED or (trigger.is_phrase and trigger.lemma not in {"explosion", "blast"}):
        return False
    before = (c for c in trigger.token.children if c.dep_ in {"compound", "amod", "nmod"})
    return any(is_among(each, "modifiers") or each.lower_ in words("senses")["modifiers"] for each in before)


def _is_label(trigger: Trigger) -> bool:
    """Say whether a noun is what something else is called: "attacked the plan as a massacre"."""
    token = trigger.token
    called = token.dep_ == "pobj" and token.head.lower_ == "as" and token.head.head.pos_ == "VERB"
    return called and any(c.lower_ in {"a", "an"} for c in token.children)
