"""Turns the triggers of one sentence into drafts."""

import re

from tocsin.model import Component
from tocsin.model.vocabulary import Effect
from tocsin.read.arguments import Roles, is_weapon, roles_of
from tocsin.read.attribution import agent_of
from tocsin.read.casualties import COUNTED_EFFECTS, figure_of
from tocsin.read.document import Document, Sentence
from tocsin.read.drafts import Agent, Armed, Draft, Figure, Patient
from tocsin.read.wordlists import Lexicon
from tocsin.read.phrases import Phrase, prepositional, subjects
from tocsin.read.scene import path_length, places_of, times_of
from tocsin.read.status import status_of
from tocsin.read.targets import target_of
from tocsin.read.triggers import Trigger
from tocsin.read.weapons import implied, weapons_in

_ANOTHER = {"another", "second", "third", "separate", "earlier", "previous", "similar", "later", "new"}
_APART = {"after", "following", "follow", "since", "before", "despite", "like", "over", "for", "ago", "when"}
_SEPARATE_LINKS = {
    "after",
    "following",
    "before",
    "since",
    "over",
    "against",
    "protest",
    "retaliation",
    "response",
    "revenge",
    "for",
}
_NOBODY = re.compile(
    r"\b(?:no|without(?: causing| any)?|nor|not any)\s+(?:\w+\s+){0,3}?(?P<what>casualt\w+|victims?|injur\w+|deaths?|fatalit\w+|"
    r"one (?:was|were|is) (?:\w+ )?(?P<v>killed|injured|hurt|wounded)|wounded|dead)"
    r"|\bno-?\s?one (?:was|were|has been|is) (?:\w+ )?(?P<w>killed|injured|hurt|wounded)|\bnobody (?:was|were) (?P<x>killed|injured|hurt|wounded)"
    r"|\b(?:was|were|has been|is) (?P<n>unhurt|unharmed|uninjured)",
    re.IGNORECASE,
)


def drafts_of(
    document: Document, sentence: Sentence, triggers: list[Trigger], lexicon: Lexicon, rules: Component
) -> list[Draft]:
    """Return the drafts of one sentence, in text order."""
    armed = weapons_in(document, sentence, lexicon, rules)
    drafts: list[Draft] = []
    for group in _group([t for t in triggers if _tells(document, t, lexicon)], sentence, lexicon):
        draft = _draft(document, sentence, group, armed, lexicon, rules)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _tells(document: Document, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Leave out hits and launches without a weapon, and words that need company to tell of violence."""
    if trigger.role == "hit":
        return any((head.lemma_.lower(),) in lexicon.weapons for head in subjects(trigger.token))
    if trigger.role == "launch":
        objects = [c for c in trigger.token.children if c.dep_ in {"dobj", "nsubjpass"}]
        return any(_ordnance(head, lexicon) for head in objects)
    if trigger.seizure and trigger.is_verb and trigger.token.lemma_ in {"capture", "seize"}:
        return True
    lemma = trigger.token.lemma_.lower()
    if lemma == "operation" and trigger.first == trigger.last:
        return any(
            c.lower_ in {"military", "security", "combat", "air", "joint", "rescue", "combined"}
            for c in trigger.token.children
        )
    if (
        lemma in {"strike", "intervention", "burn", "target", "march"}
        and trigger.first == trigger.last
        and trigger.kind != "raid"
    ):
        return lemma == "march" and trigger.is_verb
    if lemma == "target" and not trigger.is_verb:
        return False
    if lemma == "fighting" and trigger.token.tag_ == "VBG":
        return False
    if lemma in {"protest", "demonstrate"} and trigger.is_verb:
        return True
    return trigger.role != "refer"


def _ordnance(head: object, lexicon: Lexicon) -> bool:
    lemma = head.lemma_.lower()  # type: ignore[attr-defined]  # a spaCy token
    return lexicon.weapons.get((lemma,), "") in {"bombing", "rocket_or_shelling"} or lemma in {
        "shot",
        "barrage",
        "round",
        "volley",
    }


def _group(triggers: list[Trigger], sentence: Sentence, lexicon: Lexicon) -> list[list[Trigger]]:
    """Put the triggers that tell of one act together."""
    groups: list[list[Trigger]] = []
    acts = [t for t in triggers if t.role in {"act", "hit", "launch"}]
    harms = [t for t in triggers if t.role == "harm"]
    for trigger in acts:
        for group in groups:
            if group[0].family == trigger.family and not _apart(group[-1], trigger):
                group.append(trigger)
                break
        else:
            groups.append([trigger])
    for harm in harms:
        fits = [g for g in groups if g[0].family == "violence" and not _harm_apart(g[0], harm)]
        if fits:
            min(fits, key=lambda g: min(path_length(t.token, harm.token) for t in g)).append(harm)
        else:
            loose = [g for g in groups if g[0].role == "harm" and not _apart(g[-1], harm)]
            (loose[0].append(harm)) if loose else groups.append([harm])
    return groups


def _harm_apart(act: Trigger, harm: Trigger) -> bool:
    return _apart(act, harm) and path_length(act.token, harm.token) > 4


def _apart(one: Trigger, other: Trigger) -> bool:
    """Say whether words between two triggers tell that the second act is not the first ("protest after the killing")."""
    first, second = sorted((one.token, other.token), key=lambda token: token.i)
    lowest = next((t for t in [second, *second.ancestors] if t is first or first in t.subtree), None)
    path = []
    for token in [second, *second.ancestors]:
        if token is lowest:
            break
        path.append(token)
    if any(t.lower_ in _SEPARATE_LINKS and t.dep_ in {"prep", "mark", "advmod", "pcomp"} for t in path):
        return True
    if any(c.lower_ in _SEPARATE_LINKS and c.dep_ == "mark" for t in path for c in t.children):
        return True
    if lowest is not None and lowest.lemma_ in {
        "follow",
        "come",
        "precede",
        "avenge",
        "trigger",
        "spark",
        "investigate",
    }:
        return True
    return any(t.lower_ in {"protest", "retaliation", "response", "revenge"} for t in path if t is not second)


def _draft(
    document: Document,
    sentence: Sentence,
    group: list[Trigger],
    armed: tuple[Armed, ...],
    lexicon: Lexicon,
    rules: Component,
) -> Draft | None:
    main = group[0]
    statuses = [status_of(t, sentence, lexicon) for t in group]
    zero = _zeros(document, sentence, rules) if main.family == "violence" else []
    told = [(t, s) for t, s in zip(group, statuses, strict=True) if s is not None]
    if not told:
        return None
    agents: list[Agent] = []
    patients: list[Patient] = []
    figures: list[Figure] = []
    for trigger, _ in told:
        roles = roles_of(document, trigger, lexicon)
        agents += [agent_of(document, p, trigger, lexicon, rules) for p in roles.agents]
        done = _patients(document, sentence, trigger, roles, lexicon, rules)
        patients += done[0]
        figures += done[1]
    patients = _unique(patients)
    main = next((t for t, _ in told if t.role == "act"), told[0][0])
    weapons = (
        _weapons(document, sentence, [t for t, _ in told], armed, lexicon, rules)
        if main.family in {"violence", "hijacking", "abduction", "protest"}
        else ()
    )
    status = next((s for t, s in told if t is main), told[0][1])
    return Draft(
        triggers=(main, *(t for t, _ in told if t is not main)),
        sentences=(sentence,),
        family=main.family,
        status=status,
        kinds=_votes([t for t, _ in told], weapons, sentence),
        agents=tuple(_not_patients(agents, patients)),
        patients=tuple(patients),
        weapons=weapons,
        figures=tuple(_distinct(figures)) + tuple(zero),
        times=times_of(document, sentence, main),
        places=places_of(document, sentence, main),
        definite=_is_definite(main),
        another=any(c.lower_ in _ANOTHER for c in main.token.children),
        plural=main.token.tag_ in {"NNS", "NNPS"},
        accident=_is_accident(sentence, lexicon),
    )


def _is_definite(trigger: Trigger) -> bool:
    if trigger.is_verb:
        return False
    return any(
        c.lower_ in {"the", "this", "that", "these", "those"} or c.dep_ == "poss" for c in trigger.token.children
    )


def _is_accident(sentence: Sentence, lexicon: Lexicon) -> bool:
    words = {token.lower_ for token in sentence.slice} | {token.lemma_.lower() for token in sentence.slice}
    text = sentence.text.lower()
    return bool(words & lexicon.cues["accidents"]) or any(c in text for c in lexicon.cues["accidents"] if " " in c)


def _patients(
    document: Document, sentence: Sentence, trigger: Trigger, roles: Roles, lexicon: Lexicon, rules: Component
) -> tuple[list[Patient], list[Figure]]:
    effect = _effect(trigger)
    patients: list[Patient] = []
    figures: list[Figure] = []
    for phrase in roles.patients:
        if is_weapon(phrase, lexicon) or phrase.head.ent_type_ in {"DATE", "TIME", "MONEY"}:
            continue
        fitting: Effect = _fitting(effect, phrase, lexicon)
        patients.append(Patient(target_of(phrase, fitting, lexicon, rules), phrase))
        figure = figure_of(fitting, phrase, sentence.index, lexicon, rules)
        if figure is not None:
            figures.append(figure)
    return [p for p in patients if _is_target(p, trigger, lexicon)], figures


def _is_target(patient: Patient, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Leave out phrases that name neither people nor things that can be hit."""
    phrase = patient.phrase
    if phrase.lemma in {
        "death",
        "fatality",
        "injury",
        "casualty",
        "victim",
        "life",
        "toll",
        "force",
        "shot",
        "fire",
        "scene",
        "time",
        "head",
        "chest",
        "leg",
        "area",
        "body",
        "charge",
    }:
        return False
    if patient.target.kind != "other":
        return True
    return phrase.actor is not None or phrase.quantity is not None or phrase.head.pos_ == "PROPN"


def _effect(trigger: Trigger) -> Effect:
    effect = trigger.effect
    if effect == "injured" and trigger.token.lemma_ in {"shoot", "stab"}:
        nearby = {t.lower_ for t in trigger.token.doc[max(0, trigger.token.i - 2) : trigger.token.i + 6]}
        if nearby & {"dead", "killed", "killing", "death", "fatally"}:
            return "killed"
    if effect in {"killed", "injured", "abducted", "detained", "destroyed", "damaged", "taken"}:
        return effect  # type: ignore[return-value]  # narrowed by the test
    return "unknown"


def _fitting(effect: Effect, phrase: Phrase, lexicon: Lexicon) -> Effect:
    """A building isn't killed, nor is a person destroyed."""
    thing = lexicon.is_a(phrase.lemma, "facilities", "vehicles", "infrastructure") and not phrase.is_person
    if thing and effect in {"killed", "injured", "detained", "abducted"}:
        return "taken" if effect == "abducted" else "unknown"
    return effect


def _unique(patients: list[Patient]) -> list[Patient]:
    """Keep one patient per head, with its strongest effect."""
    order = [
        "killed",
        "injured",
        "abducted",
        "detained",
        "destroyed",
        "damaged",
        "taken",
        "no_damage",
        "unharmed",
        "unknown",
    ]
    best: dict[int, Patient] = {}
    for patient in patients:
        known = best.get(patient.phrase.head.i)
        if known is None or order.index(patient.target.effect) < order.index(known.target.effect):
            best[patient.phrase.head.i] = patient
    return list(best.values())


def _distinct(figures: list[Figure]) -> list[Figure]:
    """Keep one figure per effect and words; someone killed is not also counted as injured."""
    killed = {span.start for f in figures if f.effect == "killed" for span in f.quantity.spans}
    found: dict[tuple[str, int], Figure] = {}
    for figure in figures:
        start = figure.quantity.spans[0].start
        if figure.effect == "injured" and start in killed:
            continue
        found.setdefault((figure.effect, start), figure)
    return list(found.values())


def _not_patients(agents: list[Agent], patients: list[Patient]) -> list[Agent]:
    heads = {p.phrase.head.i for p in patients}
    found: dict[int, Agent] = {}
    for agent in agents:
        if agent.phrase.head.i not in heads:
            found.setdefault(agent.phrase.head.i, agent)
    return list(found.values())


def _zeros(document: Document, sentence: Sentence, rules: Component) -> list[Figure]:
    """Return the zeros that a sentence states: "without causing victims", "no one was injured"."""
    from tocsin.model import Quantity  # noqa: PLC0415

    found: list[Figure] = []
    for match in _NOBODY.finditer(sentence.text):
        what = next((g for g in (match["v"], match["w"], match["x"], match["n"]) if g), match["what"] or "").lower()
        span = document.span(sentence.start + match.start(), sentence.start + match.end())
        zero = Quantity(low=0, high=0, spans=(span,), by=rules.id)
        if what.startswith(("kill", "death", "fatal", "dead")):
            effects: tuple[str, ...] = ("killed",)
        elif what.startswith(("injur", "hurt", "wound", "un")):
            effects = ("injured",)
        else:
            effects = COUNTED_EFFECTS[:2]
        found += [Figure(effect, zero, sentence.index) for effect in effects]
    return found


def _weapons(
    document: Document,
    sentence: Sentence,
    triggers: list[Trigger],
    armed: tuple[Armed, ...],
    lexicon: Lexicon,
    rules: Component,
) -> tuple[Armed, ...]:
    """Return the weapons of the sentence; only where it names none, the one that a trigger implies."""
    if armed:
        return armed
    return tuple(found for t in triggers if (found := implied(document, t, rules)) is not None)[:1]


def _votes(triggers: list[Trigger], weapons: tuple[Armed, ...], sentence: Sentence) -> tuple[tuple[str, float], ...]:
    weight = 2.0 if sentence.is_title else 1.5 if sentence.index <= 1 else 1.0
    votes = [(t.kind, weight * (0.6 if t.weak else 1.0)) for t in triggers if t.kind]
    votes += [(each.kind, weight * 0.8) for each in weapons if each.kind and each.kind != "riot"]
    return tuple(votes)
