"""Who or what a trigger's grammar says was acted upon, what became of it, and how many."""

from tocsin.model import Component
from tocsin.model.vocabulary import Effect
from tocsin.read.arguments import Roles, is_weapon
from tocsin.read.casualties import figure_of
from tocsin.read.document import Sentence
from tocsin.read.drafts import Figure, Patient
from tocsin.read.phrases import Phrase
from tocsin.read.targets import target_of
from tocsin.read.triggers import Trigger
from tocsin.read.wordlists import Lexicon

_EFFECTS: tuple[Effect, ...] = (
    "killed", "injured", "abducted", "detained", "destroyed", "damaged", "taken", "no_damage", "unharmed", "unknown",
)  # fmt: skip
_NO_TARGETS = frozenset({
    "death", "fatality", "injury", "casualty", "victim", "life", "toll", "force", "shot", "fire", "scene", "time",
    "head", "chest", "leg", "area", "body", "charge", "responsibility", "place", "part", "way", "number", "count",
})  # fmt: skip
_DEADLY = {"dead", "killed", "killing", "death", "fatally", "died", "kill"}


def patients_of(
    sentence: Sentence, trigger: Trigger, roles: Roles, lexicon: Lexicon, rules: Component
) -> tuple[tuple[Patient, ...], tuple[Figure, ...]]:
    """Return the targets of a trigger, and the counts of those that came to harm."""
    effect = _effect(trigger)
    also = trigger.is_verb and any(child.lower_ == "also" for child in trigger.token.children)
    patients: list[Patient] = []
    figures: list[Figure] = []
    for phrase in roles.patients:
        if any(c.lower_ == "any" for c in phrase.head.children):
            continue
        if is_weapon(phrase, lexicon) or phrase.head.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"}:
            continue
        fitting = _fitting(effect, phrase, trigger, lexicon)
        patients.append(Patient(target_of(phrase, fitting, lexicon, rules), phrase))
        figure = figure_of(
            fitting, phrase, sentence=sentence.index, trigger=trigger.token.i, also=also, lexicon=lexicon, rules=rules
        )
        if figure is not None:
            figures.append(figure)
    return tuple(p for p in patients if _is_target(p)), tuple(figures)


def _is_target(patient: Patient) -> bool:
    """Leave out phrases that name neither people nor things that can be hit."""
    phrase = patient.phrase
    if phrase.lemma in _NO_TARGETS:
        return False
    if patient.target.kind != "other" or patient.target.effect in {"killed", "injured", "abducted", "detained"}:
        return True
    return phrase.actor is not None or phrase.head.pos_ == "PROPN"


def _effect(trigger: Trigger) -> Effect:
    effect = trigger.effect
    if effect == "injured" and trigger.kind in {"armed_attack", "stabbing"}:
        nearby = {t.lower_ for t in trigger.token.doc[max(0, trigger.token.i - 2) : trigger.token.i + 6]}
        return "killed" if nearby & _DEADLY else "unknown" if not trigger.is_verb else "injured"
    return next((known for known in _EFFECTS if known == effect), "unknown")


def _fitting(effect: Effect, phrase: Phrase, trigger: Trigger, lexicon: Lexicon) -> Effect:
    """Mend the effect: no building is killed, no person destroyed; a captured person is held, not taken."""
    thing = lexicon.is_a(phrase.lemma, "facilities", "vehicles", "infrastructure") and not phrase.is_person
    if thing and effect in {"killed", "injured", "detained", "abducted"}:
        return "taken" if effect == "abducted" else "unknown"
    human = phrase.is_person or lexicon.is_a(
        phrase.counted, "civilians", "officials", "attackers", "military", "police"
    )
    if human and not thing and trigger.kind == "seizure":
        return "detained"
    if human and not thing and effect in {"destroyed", "damaged", "taken"}:
        return "killed" if effect == "destroyed" and trigger.role == "harm" else "unknown"
    return effect


def unique(patients: tuple[Patient, ...]) -> tuple[Patient, ...]:
    """Keep one patient per head, with its strongest effect."""
    best: dict[int, Patient] = {}
    for patient in patients:
        known = best.get(patient.phrase.head.i)
        if known is None or _EFFECTS.index(patient.target.effect) < _EFFECTS.index(known.target.effect):
            best[patient.phrase.head.i] = patient
    return tuple(best.values())
