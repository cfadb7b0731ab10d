"""Turns the triggers of one sentence into drafts: one a trigger, then those of one act made one."""

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Token

from tocsin.model import Component
from tocsin.read.arguments import roles_of
from tocsin.read.attribution import agent_of
from tocsin.read.captures import with_captures
from tocsin.read.document import Document, Sentence
from tocsin.read.drafts import Agent, Armed, Draft, Figure, Patient
from tocsin.read.figurative import tells_of_violence
from tocsin.read.grouping import group
from tocsin.read.kinds import is_state
from tocsin.read.patients import patients_of, unique
from tocsin.read.phrases import phrase_at
from tocsin.read.scene import Scene, scenes_of
from tocsin.read.status import is_definite, status_of
from tocsin.read.sums import with_sums
from tocsin.read.triggers import Trigger, triggers_of
from tocsin.read.weapons import implied, weapons_in
from tocsin.read.wordlists import Lexicon

_ANOTHER = {"another", "second", "third", "separate", "earlier", "previous", "similar", "later", "new", "other"}
_BACK = {"it", "this", "that"}
_MANY = {
    "multiple", "numerous", "frequent", "repeated", "direct", "many", "several", "all", "any", "such", "future",
    "sporadic", "regular", "daily", "constant", "more", "further", "previous", "past", "recent", "other",
}  # fmt: skip
_MANY_OF = {
    "spike",
    "increase",
    "flurry",
    "rash",
    "spate",
    "wave",
    "string",
    "hundred",
    "dozen",
    "score",
    "number",
    "total",
    "lot",
    "history",
    "surge",
    "rise",
}
_ARMED_FAMILIES = {"violence", "hijacking", "abduction", "protest"}
_BY_AGENT = {"gunman": "armed_attack", "gunmen": "armed_attack", "shooter": "armed_attack", "bomber": "bombing"}
_FEW = 3
_MOST_SINCE = 9
_MOST = 24
"""Triggers of a sentence that are looked at; no sentence of news has as many."""
_ANSWERS = {"response", "retaliation", "revenge", "reprisal", "answer"}
_CHARGES = {"charge", "charges", "count", "counts", "convict", "guilty", "plead", "wanted", "suspicion", "endangerment"}


def drafts_of(document: Document, sentence: Sentence, lexicon: Lexicon, rules: Component) -> list[Draft]:
    """Return the drafts of one sentence, in text order."""
    armed = weapons_in(document, sentence, lexicon, rules)
    triggers = [t for t in triggers_of(sentence, lexicon)[:_MOST] if tells_of_violence(document, t, lexicon)]
    scenes = scenes_of(document, sentence, triggers, lexicon)
    single = [_single(document, sentence, t, scene=scenes[t.token.i], lexicon=lexicon, rules=rules) for t in triggers]
    drafts = group(with_captures(document, [draft for draft in single if draft is not None], lexicon))
    made = [_finished(document, sentence, draft, armed, alone=len(drafts) == 1, rules=rules) for draft in drafts]
    return with_sums(document, sentence, made)


def _single(
    document: Document, sentence: Sentence, trigger: Trigger, *, scene: Scene, lexicon: Lexicon, rules: Component
) -> Draft | None:
    """Return what one trigger tells, None where it tells of nothing real."""
    status = status_of(trigger, sentence, lexicon)
    if status is None:
        return None
    roles = roles_of(document, trigger, lexicon)
    patients, figures = patients_of(sentence, trigger, roles, lexicon, rules)
    children = {c.lower_ for c in trigger.token.children}
    agents = [p for p in roles.agents if status != "foiled" or not is_state(p, lexicon)]
    agents = [] if trigger.role == "refer" else agents
    known = _is_told_again(trigger.token)
    return Draft(
        triggers=(trigger,),
        sentences=(sentence,),
        family=trigger.family,
        status=status,
        kinds=((trigger.kind, _weight(trigger, sentence)),) if trigger.kind else (),
        agents=tuple(agent_of(document, p, trigger, lexicon, rules) for p in agents),
        patients=patients,
        figures=figures,
        times=() if known else scene.times,
        places=scene.places,
        definite=not trigger.is_verb and is_definite(trigger.token),
        another=_is_another(trigger, children) and not known,
        plural=trigger.token.tag_ in {"NNS", "NNPS"},
        vague=_is_counted(document, trigger)
        or _is_toll_since(figures, scene)
        or _is_either(trigger)
        or (_is_vague(trigger, children) and not (figures or scene.times or (roles.agents and scene.places))),
        allusive=trigger.role == "refer" or known or _is_charge(trigger) or _is_modifier(trigger, lexicon),
        accident=_is_accident(sentence, lexicon),
    )


def _weight(trigger: Trigger, sentence: Sentence) -> float:
    weight = 2.0 if sentence.is_title else 1.5 if sentence.index <= 1 else 1.0
    return weight * (0.6 if trigger.weak else 1.0)


def _is_vague(trigger: Trigger, children: set[str]) -> bool:
    """Say whether a noun tells of many acts at large: "recent clashes", "a spate of attacks"."""
    if trigger.token.dep_ == "pobj" and trigger.token.head.head.lemma_.lower() in _MANY_OF:
        return True
    if trigger.is_verb or trigger.role == "harm" or trigger.token.tag_ not in {"NNS", "NNPS"}:
        return bool(children & {"any", "such", "future"}) and not trigger.is_verb
    return not is_definite(trigger.token) or bool(children & _MANY)


def _is_counted(document: Document, trigger: Trigger) -> bool:
    """Say whether a number makes a tally of it: "more than 130 attacks"."""
    if trigger.is_verb or trigger.role != "act" or trigger.token.tag_ not in {"NNS", "NNPS"}:
        return False
    counted = phrase_at(document, trigger.token).quantity
    return counted is not None and (counted.low or counted.high or 0) > _FEW


def _is_toll_since(figures: Sequence[Figure], scene: Scene) -> bool:
    """Say whether a count is one of many acts over time: "have captured more than 80 since January"."""
    many = any((figure.quantity.low or 0) > _MOST_SINCE for figure in figures)
    return many and any(span.text.lower().startswith("since ") for time in scene.times for span in time.spans)


def _is_either(trigger: Trigger) -> bool:
    """Say whether one of two fates is told of many without saying whose is which: "captured or killed a dozen"."""
    verb = trigger.token.head if trigger.token.dep_ == "conj" else trigger.token
    joined = any(c.dep_ == "conj" and c.pos_ == "VERB" for c in verb.children)
    return trigger.is_verb and joined and any(c.dep_ == "cc" and c.lower_ == "or" for c in verb.children)


def _is_modifier(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Say whether a noun only tells what sort someone or something is: "combat troops", "a bombing suspect"."""
    head = trigger.token.head
    if trigger.is_verb or trigger.token.dep_ not in {"compound", "amod", "nmod"} or trigger.role != "act":
        return False
    lemma = head.lemma_.lower()
    return (lemma,) in lexicon.weapons or lexicon.is_a(lemma, "state", "attackers", "officials", "groups", "vehicles")


def _is_another(trigger: Trigger, children: set[str]) -> bool:
    """Say whether a word sets the act apart: "a second attack", "another bomb exploded"."""
    if not trigger.is_verb:
        return bool(children & _ANOTHER)
    heads = [c for c in trigger.token.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return trigger.role == "act" and any(c.lower_ in {"another", "second"} for head in heads for c in head.children)


def _is_told_again(noun: Token) -> bool:
    """Say whether a sentence ranks or describes what was told before: "It was the first attack there since May"."""
    if noun.dep_ != "attr" or noun.head.lemma_ != "be":
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in _BACK for c in noun.head.children)


def _is_charge(trigger: Trigger) -> bool:
    """Say whether a noun only names what someone is charged with."""
    if trigger.is_verb:
        return False
    above = {t.lemma_.lower() for t in list(trigger.token.ancestors)[:3]}
    return bool(above & _CHARGES) and trigger.token.tag_ != "NNP"


def _is_accident(sentence: Sentence, lexicon: Lexicon) -> bool:
    words = {token.lower_ for token in sentence.slice} | {token.lemma_.lower() for token in sentence.slice}
    text = sentence.text.lower()
    return bool(words & lexicon.cues["accidents"]) or any(c in text for c in lexicon.cues["accidents"] if " " in c)


def _finished(
    document: Document, sentence: Sentence, draft: Draft, armed: tuple[Armed, ...], *, alone: bool, rules: Component
) -> Draft:
    """Clean a draft whose triggers are all known: no one twice, weapons given, kinds voted for by weapons."""
    patients = unique(draft.patients)
    weapons = _weapons(document, draft, armed, alone=alone, rules=rules) if draft.family in _ARMED_FAMILIES else ()
    weight = 2.0 if sentence.is_title else 1.5 if sentence.index <= 1 else 1.0
    votes = tuple((each.kind, weight * 0.8) for each in weapons if each.kind and each.kind != "riot")
    votes += tuple((_BY_AGENT[a.phrase.lemma], weight * 0.5) for a in draft.agents if a.phrase.lemma in _BY_AGENT)
    return dataclasses.replace(
        draft,
        agents=_not_patients(draft.agents, patients),
        patients=patients,
        weapons=weapons,
        figures=_distinct(draft.figures),
        kinds=draft.kinds + votes,
    )


def _distinct(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Keep one figure per effect and words; someone killed is not also counted as injured."""
    killed = {span.start for f in figures if f.effect == "killed" for span in f.quantity.spans if f.head != "nobody"}
    found: dict[tuple[str, int], Figure] = {}
    for figure in figures:
        start = figure.quantity.spans[0].start
        if figure.effect == "injured" and start in killed:
            continue
        found.setdefault((figure.effect, start), figure)
    return tuple(found.values())


def _not_patients(agents: tuple[Agent, ...], patients: tuple[Patient, ...]) -> tuple[Agent, ...]:
    heads = {p.phrase.head.i for p in patients}
    found: dict[int, Agent] = {}
    for agent in agents:
        if agent.phrase.head.i not in heads:
            found.setdefault(agent.phrase.head.i, agent)
    return tuple(found.values())


def _weapons(
    document: Document, draft: Draft, armed: tuple[Armed, ...], *, alone: bool, rules: Component
) -> tuple[Armed, ...]:
    """Return the weapons of the draft's clause; only where it names none, the one that a trigger implies."""
    own = tuple(each for each in armed if not _is_theirs(document, draft, each))
    mine = own if alone else tuple(each for each in own if _is_near(document, draft, each))
    if mine:
        return mine
    return tuple(found for t in draft.triggers if (found := implied(document, t, rules)) is not None)[:1]


def _is_theirs(document: Document, draft: Draft, armed: Armed) -> bool:
    """Say whether a weapon is that of the act answered: "strikes in response to the launch of rockets"."""
    above = [t for t in document.doc[armed.first].ancestors if t.lemma_.lower() in _ANSWERS]
    return any(t.i not in {up.i for up in trigger.token.ancestors} for t in above for trigger in draft.triggers)


def _is_near(document: Document, draft: Draft, armed: Armed) -> bool:
    """Say whether a weapon stands under or right above one of the draft's triggers in the parse."""
    token = document.doc[armed.first]
    above = {token.i, *(t.i for t in token.ancestors)}
    return any(t.token.i in above or abs(t.token.i - token.i) <= 4 for t in draft.triggers)
