"""Captured people: arrested by a state's forces, or taken in the course of what else a sentence tells."""

import dataclasses
from collections.abc import Sequence

from tocsin.read.document import Document, within
from tocsin.read.drafts import Draft, Patient
from tocsin.read.kinds import is_state
from tocsin.read.wordlists import Lexicon

_FIGHTS = frozenset({"battle", "killing", "armed_attack", "airstrike_or_drone", "bombing", "rocket_or_shelling"})


def with_captures(document: Document, drafts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """Return the drafts of a sentence; capturing someone is an arrest where forces do it and no fight is told beside.

    "Troops captured a rebel leader" is told like an arrest, and what follows it ("two more were detained") is of it;
    the weapons that such a sentence names are the leader's, not those of an act.
    """
    fights = any(draft.harm_only or any(t.kind in _FIGHTS for t in draft.triggers) for draft in drafts)
    return list(drafts) if fights else [_arrest(document, draft, lexicon) for draft in drafts]


def _arrest(document: Document, draft: Draft, lexicon: Lexicon) -> Draft:
    held = [patient for patient in draft.patients if patient.target.effect == "detained"]
    if draft.trigger.kind != "seizure" or not held or not _by_forces(document, draft, held, lexicon):
        return draft
    weight = max((weight for _, weight in draft.kinds), default=1.0)
    return dataclasses.replace(draft, family="arrest", kinds=(("arrest_or_raid", weight),))


def _by_forces(document: Document, draft: Draft, held: Sequence[Patient], lexicon: Lexicon) -> bool:
    """Say whether a state's forces are told to be the captors, or no one is and an armed group's people were taken."""
    if any(is_state(agent.phrase, lexicon) for agent in draft.agents):
        return True
    fighters = any(_is_fighter(document, patient, lexicon) for patient in held)
    foes = any(
        lexicon.is_a(a.phrase.lemma, "attackers") or _of_group(document, a.phrase.span.start, a.phrase.span.end)
        for a in draft.agents
    )
    return fighters and not foes


def _is_fighter(document: Document, patient: Patient, lexicon: Lexicon) -> bool:
    phrase = patient.phrase
    return lexicon.is_a(phrase.lemma, "attackers") or _of_group(document, phrase.span.start, phrase.span.end)


def _of_group(document: Document, start: int, end: int) -> bool:
    """Say whether words name an armed group: "a Taliban leader"."""
    return any(actor.kind == "armed_group" for actor in within(document.actors, start, end))
