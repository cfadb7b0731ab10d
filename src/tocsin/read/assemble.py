"""Makes what a joined draft holds into the values of a mention: one entry an actor, a target, a weapon."""

import dataclasses
import re

from tocsin.model import Perpetrator, Span, Target, Weapon
from tocsin.read.document import Document
from tocsin.read.drafts import Draft, Patient

_ORDER = ("claimed", "accused", "suspected", "reported", "unclaimed", "denied")
_MOST_EVIDENCE = 4
_THINGS = {"facility", "vehicle", "infrastructure", "other"}
_UNDAMAGED = re.compile(
    r"\b(?:no|without)(?: causing| any)* (?:\w+ (?:or|nor|and) )?(?:\w+ )?damage\b|\bnor damage\b", re.IGNORECASE
)


def evidence_of(document: Document, draft: Draft) -> tuple[Span, ...]:
    """Return the sentences that tell the act, the title only where nothing else does."""
    body = [s for s in draft.sentences if not s.is_title] or list(draft.sentences)
    return tuple(document.span(s.start, s.end) for s in body[:_MOST_EVIDENCE])


def _key(name: str | None, spans: tuple[Span, ...]) -> str:
    text = (name or (spans[0].text if spans else "")).lower()
    return text.removeprefix("the ").removeprefix("a ").removeprefix("an ")


def perpetrators_of(draft: Draft) -> tuple[Perpetrator, ...]:
    """Return one entry an actor with its strongest attribution, denials beside it, one for all unknown attackers."""
    best: dict[str, Perpetrator] = {}
    for agent in draft.agents:
        held = agent.perpetrator
        key = _slot(held)
        known = best.get(key)
        if known is None:
            best[key] = held
            continue
        stronger = min(known, held, key=lambda p: _ORDER.index(p.attribution))
        spans = tuple(dict.fromkeys(known.actor.spans + held.actor.spans))
        best[key] = dataclasses.replace(stronger, actor=dataclasses.replace(stronger.actor, spans=spans))
    found = _without_shadows(list(best.values()))
    if any(p.actor.name for p in found if p.attribution != "denied"):
        found = [p for p in found if p.actor.name or p.attribution in {"unclaimed", "accused", "claimed"}]
    return tuple(sorted(found, key=lambda p: p.attribution != "unclaimed"))


def _without_shadows(found: list[Perpetrator]) -> list[Perpetrator]:
    """Make nameless attackers and "no group has claimed" the one entry that they are."""
    unclaimed = next((p for p in found if p.attribution == "unclaimed"), None)
    nameless = [p for p in found if p.actor.name is None and p.attribution == "reported"]
    if unclaimed is None or not nameless:
        return found
    spans = tuple(dict.fromkeys(span for p in (unclaimed, *nameless) for span in p.actor.spans))
    one = dataclasses.replace(unclaimed, actor=dataclasses.replace(unclaimed.actor, spans=spans))
    return [one, *(p for p in found if p not in nameless and p is not unclaimed)]


def _slot(held: Perpetrator) -> str:
    if held.attribution == "unclaimed":
        return "#unclaimed"
    if held.attribution == "denied":
        return _key(held.actor.name, held.actor.spans) + "#denied"
    return _key(held.actor.name, held.actor.spans)


def targets_of(draft: Draft) -> tuple[Target, ...]:
    """Return one entry a target, with the first effect that is told; the title's words only where the body has none."""
    titles = {s.index for s in draft.sentences if s.is_title}
    body = [p for p in draft.patients if not _is_in(p, draft, titles)]
    told = {p.target.effect for p in body}
    fresh = [p for p in draft.patients if p not in body and p.target.effect not in told]
    found: dict[str, Target] = {}
    for patient in [*body, *fresh]:
        key = _target_key(patient, found)
        known = found.get(key)
        target = _spared(patient.target) if draft.status == "foiled" else patient.target
        if known is None:
            found[key] = target
            continue
        spans = tuple(dict.fromkeys(known.actor.spans + target.actor.spans))
        effect = known.effect if known.effect != "unknown" else target.effect
        found[key] = dataclasses.replace(known, actor=dataclasses.replace(known.actor, spans=spans), effect=effect)
    if _UNDAMAGED.search(" ".join(s.text for s in draft.sentences)):
        found = {key: _spared(t) if t.kind in _THINGS else t for key, t in found.items()}
    bare = [key for key in found if key.startswith("#number")]
    if len(found) > len(bare):
        found = {key: target for key, target in found.items() if key not in bare}
    return tuple(found.values())


def _spared(target: Target) -> Target:
    """Return what a foiled act was aimed at as unharmed."""
    if target.effect != "unknown":
        return target
    return dataclasses.replace(target, effect="no_damage" if target.kind in _THINGS else "unharmed")


def _is_in(patient: Patient, draft: Draft, sentences: set[int]) -> bool:
    start = patient.phrase.span.start
    return any(s.start <= start < s.end for s in draft.sentences if s.index in sentences)


def _target_key(patient: Patient, found: dict[str, Target]) -> str:
    """Return what makes a target one with others: its name, else its noun; bare numbers count people told elsewhere."""
    phrase, name = patient.phrase, patient.target.actor.name
    if name:
        low = name.lower()
        longer = (key for key in found if key.endswith(" " + low) or low.endswith(" " + key))
        return next(longer, low)
    if phrase.head.pos_ == "NUM" or phrase.lemma in {"dead", "injured", "wounded"}:
        return f"#number {patient.target.effect}"
    return f"#noun {phrase.lemma} {patient.target.effect}"


def _says_less(known: Weapon, other: Weapon) -> bool:
    """Say whether a weapon is counted less well than elsewhere: "rockets" beside "at least five rockets"."""
    low, better = known.quantity.low, other.quantity.low
    bare = known.quantity.high is None and low in {None, 2}
    return bare and better is not None and better > (low or 0)


def weapons_of(draft: Draft) -> tuple[Weapon, ...]:
    """Return one entry a weapon, counted where any sentence counts it."""
    found: dict[str, Weapon] = {}
    for armed in draft.weapons:
        weapon = armed.weapon
        key = weapon.name.split()[-1].rstrip("s")
        known = found.get(key)
        if known is None or _says_less(known, weapon):
            found[key] = weapon
    if len(found) > 1:
        found.pop("gun", None)
    return tuple(found.values())
