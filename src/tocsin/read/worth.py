"""How much a joined draft is worth: whether it tells of one act that happened, and how surely."""

import re

from tocsin.read.drafts import Draft
from tocsin.read.wordlists import Lexicon

KEEP = 0.4
_UNMEANT = re.compile(r"\b(?:accidental\w*|unintentional\w*)\b", re.IGNORECASE)
_ACCIDENTAL = re.compile(r"\b(?:accident\w*|unintentional\w*)\b", re.IGNORECASE)


def worth(draft: Draft, lexicon: Lexicon) -> float:
    """Return a confidence from 0 to 1; below 0.4 the draft is too vague to be an incident."""
    if is_told_as_accident(draft, lexicon):
        return 0.0
    if draft.allusive or (draft.harm_only and not _is_violent_harm(draft, lexicon)):
        return 0.0
    if draft.vague and not (draft.lead and draft.figures):
        return 0.0
    value = 0.25 if draft.strong_kinds else 0.15
    value += 0.25 if draft.lead else 0.0
    value += 0.2 if draft.figures else 0.0
    value += 0.15 if draft.agents else 0.0
    value += 0.15 if any(_is_specific(p.phrase) for p in draft.patients) else 0.05 if draft.patients else 0.0
    value += 0.1 if draft.places else 0.0
    value += 0.1 if draft.times else 0.0
    value += 0.1 if len(draft.sentences) > 1 else 0.0
    value += 0.1 if draft.trigger.is_verb else 0.0
    if draft.plural and not draft.figures and not draft.times:
        value -= 0.25
    if draft.status in {"planned", "threatened", "alleged"} and not draft.lead:
        value -= 0.1
    return max(0.0, min(value, 0.97))


def _is_specific(phrase: object) -> bool:
    return phrase.actor is not None or phrase.quantity is not None or phrase.is_definite  # type: ignore[attr-defined]  # a Phrase


def is_told_as_accident(draft: Draft, lexicon: Lexicon) -> bool:
    """Say whether a draft tells of an accident, and so of no incident."""
    return draft.accident and _is_accident(draft, lexicon)


def _is_accident(draft: Draft, lexicon: Lexicon) -> bool:
    """Say whether an accident, and no one's act, is told: no attacker stands in the sentences."""
    if not draft.harm_only and not draft.trigger.weak and draft.trigger.kind != "generic":
        first, *others = draft.sentences
        return _ACCIDENTAL.search(first.text) is not None or any(_UNMEANT.search(each.text) for each in others[:2])
    words = {token.lemma_.lower() for sentence in draft.sentences[:2] for token in sentence.slice}
    return not words & (lexicon.people["attackers"] | {"attack", "bomb", "murder", "terrorist", "taliban"})


def _is_violent_harm(draft: Draft, lexicon: Lexicon) -> bool:
    """Say whether deaths, wounds or damage without an act were done by someone to someone or something."""
    if any(p.target.effect == "killed" and lexicon.is_a(p.phrase.lemma, "attackers") for p in draft.patients):
        return bool(draft.figures)
    if not (draft.agents or draft.weapons):
        return False
    if any(p.target.effect in {"killed", "injured"} for p in draft.patients) or draft.figures:
        return True
    return any(lexicon.is_a(p.phrase.lemma, "facilities", "vehicles", "infrastructure") for p in draft.patients)
