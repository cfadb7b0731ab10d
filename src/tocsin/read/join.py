"""Joins drafts that tell of one act into one."""

import dataclasses
import datetime as dt
from math import asin, cos, radians, sin, sqrt

from tocsin.model import Timex, Toponym
from tocsin.read.drafts import Draft
from tocsin.read.scene import finest

OPEN_KINDS = frozenset({"generic", "killing", "raid"})
_CLOSE_KINDS = (
    frozenset({"armed_attack", "battle", "assassination", "execution", "other_violence"}),
    frozenset({"battle", "military_operation", "rocket_or_shelling", "airstrike_or_drone"}),
    frozenset({"protest", "riot"}),
    frozenset({"abduction", "hostage_taking"}),
    frozenset({"armed_attack", "bombing"}),
    frozenset({"armed_attack", "military_operation"}),
)
_THRESHOLD = 1.0
_FAR_KM = {"site": 40.0, "city": 40.0, "district": 80.0, "admin1": 200.0}


def join(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with those of one act made one, in the order of their first sentence."""
    joined: list[Draft] = []
    for draft in drafts:
        scores = [(_affinity(known, draft), index) for index, known in enumerate(joined)]
        best = max(scores, default=(0.0, -1), key=lambda pair: (pair[0], pair[1]))
        if best[0] >= _THRESHOLD:
            joined[best[1]] = merge(joined[best[1]], draft)
        else:
            joined.append(draft)
    return joined


def strong_kinds(draft: Draft) -> dict[str, float]:
    """Return the votes for kinds that say what was done."""
    votes: dict[str, float] = {}
    for kind, weight in draft.kinds:
        if kind not in OPEN_KINDS:
            votes[kind] = votes.get(kind, 0.0) + weight
    return votes


def _affinity(known: Draft, new: Draft) -> float:
    """Say how likely two drafts tell of one act; -9 where they can't."""
    if not _families_fit(known, new) or not _statuses_fit(known, new) or not times_agree(known.time, new.time):
        return -9.0
    if not places_agree(_place(known), _place(new)):
        return -9.0
    kinds = _kinds_fit(known, new)
    if kinds < 0 and not new.harm_only:
        return -9.0
    same_sentence = known.sentences[-1].index == new.sentences[0].index
    score = kinds + _shared(known, new) - _news(known, new)
    score += (2.0 if new.definite and not new.plural else 1.0 if new.definite else 0.0) + (
        1.2 if new.harm_only else 0.0
    )
    score += 0.7 if known.lead else 0.0
    score += 0.7 if new.lead and known.lead else 0.0
    score += 0.5 if new.sentences[0].index - known.sentences[-1].index <= 2 else 0.0
    return score - (2.0 if same_sentence else 0.0)


def _families_fit(known: Draft, new: Draft) -> bool:
    if known.family == new.family:
        return True
    return (
        new.harm_only
        and known.family in {"hijacking", "abduction"}
        and new.sentences[0].index - known.sentences[-1].index <= 2
    )


def _statuses_fit(known: Draft, new: Draft) -> bool:
    if known.status == new.status or new.definite:
        return True
    return {known.status, new.status} <= {"occurred", "attempted", "foiled"} or {known.status, new.status} <= {
        "occurred",
        "alleged",
    }


def times_agree(one: Timex | None, other: Timex | None) -> bool:
    """Say whether two times may be one: they overlap by the day, or one is open."""
    if one is None or other is None or one.start is None or other.start is None:
        return not (one and other and _other_words(one, other))
    slack = dt.timedelta(days=1)
    return one.start - slack <= (other.end or other.start) and other.start - slack <= (one.end or one.start)


def _other_words(one: Timex, other: Timex) -> bool:
    """Say whether two unresolved times name different days: "16 november" and "9 february"."""
    a, b = (t.spans[0].text.lower() if t.spans else "" for t in (one, other))
    months = (
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    )
    named = [next((m for m in months if m in text), None) for text in (a, b)]
    digits = ["".join(c for c in text if c.isdigit()) for text in (a, b)]
    if named[0] and named[1]:
        return named[0] != named[1] or bool(digits[0] and digits[1] and digits[0] != digits[1])
    old = [("ago" in t or "last year" in t or "last month" in t) for t in (a, b)]
    return old[0] != old[1]


def kilometres(one: Toponym, other: Toponym) -> float | None:
    """Return the distance of two places, None where one has no coordinates."""
    if None in (one.lat, one.lon, other.lat, other.lon):
        return None
    lat1, lat2 = radians(one.lat or 0), radians(other.lat or 0)
    dlat, dlon = lat2 - lat1, radians((other.lon or 0) - (one.lon or 0))
    return 12742 * asin(sqrt(sin(dlat / 2) ** 2 + cos(lat1) * cos(lat2) * sin(dlon / 2) ** 2))


def places_agree(one: Toponym | None, other: Toponym | None) -> bool:
    """Say whether two places may be one or one inside the other."""
    if one is None or other is None:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if {"country", "region"} & {one.precision, other.precision}:
        return True
    far = kilometres(one, other)
    limit = max(_FAR_KM.get(one.precision, 200.0), _FAR_KM.get(other.precision, 200.0))
    return far is None or far <= limit


def _place(draft: Draft) -> Toponym | None:
    return finest(draft.places)


def _kinds_fit(known: Draft, new: Draft) -> float:
    one, other = set(strong_kinds(known)), set(strong_kinds(new))
    if not one or not other:
        return 0.3
    if one & other:
        return 1.0
    if any(one & close and other & close for close in _CLOSE_KINDS):
        return 0.2
    return -1.0


def _names(draft: Draft, *, agents: bool) -> set[str]:
    phrases = [a.phrase for a in draft.agents] if agents else [p.phrase for p in draft.patients]
    return {(p.actor.name or "").lower() for p in phrases if p.actor is not None and p.actor.name}


def _lemmas(draft: Draft) -> set[str]:
    return {p.phrase.lemma for p in draft.patients} | {a.phrase.lemma for a in draft.agents}


def _shared(known: Draft, new: Draft) -> float:
    score = 0.0
    if _overlap(_names(known, agents=False), _names(new, agents=False)):
        score += 1.5
    if _overlap(_names(known, agents=True), _names(new, agents=True)):
        score += 0.7
    if _lemmas(known) & _lemmas(new):
        score += 0.6
    here, there = _place(known), _place(new)
    if here is not None and there is not None:
        score += 0.6
    if known.time and new.time and known.time.start and known.time.start == new.time.start:
        score += 0.6
    if any(
        f.effect == g.effect and f.quantity.low == g.quantity.low and (f.quantity.low or 0) > 1
        for f in known.figures
        for g in new.figures
    ):
        score += 1.0
    return score


def _overlap(one: set[str], other: set[str]) -> bool:
    """Say whether two sets share a name, a surname alone included."""
    if one & other:
        return True
    return any(a.split()[-1] == b.split()[-1] for a in one for b in other if a and b)


def _news(known: Draft, new: Draft) -> float:
    """Say how much the new draft tells that sets it apart."""
    score = 2.0 if new.another else 0.0
    token = new.trigger.token
    if not new.trigger.is_verb and not new.definite and any(c.lower_ in {"a", "an"} for c in token.children):
        score += 1.0
    if new.time is not None and (known.time is None or known.time.start != new.time.start):
        score += 0.5
    if new.places and known.places and _place(new) != _place(known):
        score += 0.3
    one, other = _names(known, agents=False), _names(new, agents=False)
    if one and other and not _overlap(one, other):
        score += 1.5
    return score


def merge(known: Draft, new: Draft) -> Draft:
    """Return one draft with what both tell; the first one's words lead."""
    return dataclasses.replace(
        known,
        triggers=known.triggers + new.triggers,
        sentences=known.sentences + tuple(s for s in new.sentences if s not in known.sentences),
        status=known.status if known.status != "occurred" or new.status not in {"attempted", "foiled"} else new.status,
        kinds=known.kinds + new.kinds,
        agents=known.agents + new.agents,
        patients=known.patients + new.patients,
        weapons=known.weapons + new.weapons,
        figures=known.figures + new.figures,
        times=known.times + new.times,
        places=known.places + new.places,
        another=known.another,
        plural=known.plural and new.plural,
        accident=known.accident or new.accident,
        lead=known.lead or new.lead,
    )
