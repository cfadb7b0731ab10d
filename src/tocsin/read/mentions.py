"""Finds the mentions of a document: candidates from lexicon and parse, joined, judged, and filled in."""

import dataclasses

from tocsin.model import Component, Mention, Perpetrator, Span, Target, Weapon
from tocsin.read.attribution import claims_in, suspected_instead
from tocsin.read.casualties import total
from tocsin.read.clauses import drafts_of
from tocsin.read.document import Document, Sentence
from tocsin.read.drafts import Draft
from tocsin.read.join import join
from tocsin.read.kinds import kind_of
from tocsin.read.wordlists import Lexicon, load_lexicon
from tocsin.read.scene import finest
from tocsin.read.scope import Leads, find_leads, is_about_sport
from tocsin.read.triggers import find_triggers
from tocsin.read.worth import worth

RULES = Component("read.mentions", "1")
KEEP = 0.4


def extract_mentions(document: Document) -> tuple[Mention, ...]:
    """Return the mentions that the document makes, in text order."""
    lexicon = load_lexicon()
    if not document.sentences or is_about_sport(document, lexicon):
        return ()
    leads = find_leads(document)
    drafts = _with_claims(document, join(_drafts(document, leads, lexicon)), lexicon)
    judged = [(draft, worth(draft, lexicon)) for draft in drafts]
    kept = [(draft, value) for draft, value in judged if value >= KEEP]
    found = [_mention(document, draft, value, leads, lexicon) for draft, value in kept]
    return tuple(
        dataclasses.replace(mention, id=f"{document.report.id}:m{number}")
        for number, mention in enumerate((m for m in found if m is not None), 1)
    )


def _drafts(document: Document, leads: Leads, lexicon: Lexicon) -> list[Draft]:
    triggers = find_triggers(document, lexicon)
    found: list[Draft] = []
    for sentence in document.sentences:
        for draft in drafts_of(document, sentence, triggers[sentence.index], lexicon, RULES):
            found.append(dataclasses.replace(draft, lead=leads.holds(sentence)))
    return found


def _with_claims(document: Document, drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Give each claim, blame and denial to the act it is about: the nearest told before it, leads first."""
    result = list(drafts)
    for sentence in document.sentences:
        agents = suspected_instead(document, sentence, RULES)
        claims = claims_in(document, sentence, lexicon, RULES)
        known = {a.phrase.head.i for a in agents}
        agents = [c for c in claims if c.phrase.head.i not in known] + agents
        index = _about(result, sentence)
        if agents and index is not None:
            draft = result[index]
            result[index] = dataclasses.replace(
                draft,
                agents=draft.agents + tuple(agents),
                sentences=draft.sentences if sentence in draft.sentences else (*draft.sentences, sentence),
            )
    return result


def _about(drafts: list[Draft], sentence: Sentence) -> int | None:
    violent = [
        i
        for i, d in enumerate(drafts)
        if d.family not in {"arrest", "protest"} and d.sentences[0].index <= sentence.index
    ]
    here = [i for i in violent if sentence in drafts[i].sentences]
    leads = [i for i in violent if drafts[i].lead]
    for choice in (here, leads[:1], violent[-1:]):
        if choice:
            return choice[0]
    return None


def _mention(document: Document, draft: Draft, value: float, leads: Leads, lexicon: Lexicon) -> Mention | None:
    kind = kind_of(draft, lexicon)
    if kind is None:
        return None
    return Mention(
        id="",
        report=document.report.id,
        trigger=document.span_of(draft.trigger.token),
        kind=kind,
        status=draft.status,
        scope="headline" if draft.lead and not (leads.looks_back and draft.family != "arrest") else "background",
        time=draft.time,
        place=finest(draft.places),
        perpetrators=_perpetrators(draft),
        targets=_targets(draft),
        weapons=_weapons(draft),
        killed=total(document, draft.figures, "killed"),
        injured=total(document, draft.figures, "injured"),
        abducted=total(document, draft.figures, "abducted"),
        detained=total(document, draft.figures, "detained"),
        evidence=_evidence(document, draft),
        by=(RULES.id,),
        confidence=round(min(value, 1.0), 2),
    )


def _evidence(document: Document, draft: Draft) -> tuple[Span, ...]:
    """Return the sentences that tell the act, the title only where nothing else does."""
    body = [s for s in draft.sentences if not s.is_title] or list(draft.sentences)
    return tuple(document.span(s.start, s.end) for s in body[:4])


def _key(name: str | None, spans: tuple[Span, ...]) -> str:
    return (name or (spans[0].text if spans else "")).lower()


def _perpetrators(draft: Draft) -> tuple[Perpetrator, ...]:
    found: dict[tuple[str, str], Perpetrator] = {}
    for agent in draft.agents:
        held = agent.perpetrator
        key = (_key(held.actor.name, held.actor.spans), held.attribution)
        known = found.get(key)
        if known is not None:
            actor = dataclasses.replace(known.actor, spans=known.actor.spans + held.actor.spans)
            found[key] = dataclasses.replace(known, actor=actor)
        else:
            found[key] = held
    return _one_state_each(list(found.values()))


def _one_state_each(held: list[Perpetrator]) -> tuple[Perpetrator, ...]:
    """Keep one entry per actor, the strongest attribution, and denials beside it; one "unclaimed" for all unknown."""
    order = ("claimed", "accused", "suspected", "reported", "unclaimed")
    best: dict[str, Perpetrator] = {}
    for each in held:
        key = "unclaimed" if each.attribution == "unclaimed" else _key(each.actor.name, each.actor.spans)
        if each.attribution == "denied":
            key += "#denied"
        known = best.get(key)
        if known is None or (
            each.attribution != "unclaimed" and order.index(each.attribution) < order.index(known.attribution)
        ):
            best[key] = each
    named = [p for p in best.values() if p.attribution != "unclaimed"]
    unknown = [p for p in best.values() if p.attribution == "unclaimed"]
    return tuple(unknown + named)


def _targets(draft: Draft) -> tuple[Target, ...]:
    found: dict[str, Target] = {}
    for patient in draft.patients:
        target = patient.target
        key = _key(target.actor.name, target.actor.spans)
        known = found.get(key)
        if known is None:
            found[key] = target
            continue
        actor = dataclasses.replace(known.actor, spans=known.actor.spans + target.actor.spans)
        effect = known.effect if known.effect != "unknown" else target.effect
        found[key] = dataclasses.replace(known, actor=actor, effect=effect)
    return tuple(found.values())


def _weapons(draft: Draft) -> tuple[Weapon, ...]:
    found: dict[str, Weapon] = {}
    for armed in draft.weapons:
        name = armed.weapon.name
        key = name.split()[-1].rstrip("s")
        known = found.get(key)
        if known is None or (known.quantity.low is None and armed.weapon.quantity.low is not None):
            found[key] = armed.weapon
    if len(found) > 1:
        found.pop("gun", None)
    return tuple(found.values())
