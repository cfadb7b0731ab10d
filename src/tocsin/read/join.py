"""Joins drafts that tell of one act into one."""

import datetime as dt
import re

from tocsin.model import Timex, Toponym
from tocsin.read.drafts import Draft, merge
from tocsin.read.geography import finest, places_agree

_CLOSE_KINDS = (
    frozenset({"armed_attack", "battle", "assassination", "execution", "other_violence"}),
    frozenset({"battle", "military_operation", "rocket_or_shelling", "airstrike_or_drone"}),
    frozenset({"protest", "riot"}),
    frozenset({"abduction", "hostage_taking"}),
    frozenset({"armed_attack", "bombing"}),
    frozenset({"armed_attack", "military_operation", "hostage_taking", "crackdown"}),
    frozenset({"riot", "crackdown", "battle"}),
    frozenset({"bombing", "vehicle_attack"}),
    frozenset({"bombing", "rocket_or_shelling"}),
    frozenset({"armed_attack", "arson_or_sabotage"}),
    frozenset({"airstrike_or_drone", "arson_or_sabotage"}),
    frozenset({"bombing", "arson_or_sabotage"}),
)
_THRESHOLD = 1.0
_IMPOSSIBLE = -9.0
_DAYS = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_MONTHS = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE
)


def join(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with those of one act made one, in the order of their first sentence."""
    joined: list[Draft] = []
    for draft in drafts:
        scores = [(affinity(known, draft), index) for index, known in enumerate(joined)]
        best = max(scores, default=(0.0, -1), key=lambda pair: (pair[0], pair[1]))
        if best[0] >= _THRESHOLD:
            joined[best[1]] = merge(joined[best[1]], draft)
        else:
            joined.append(draft)
    return joined


def affinity(known: Draft, new: Draft) -> float:
    """Say how likely two drafts tell of one act: 1 and more are joined, -9 can't be."""
    if not _families_fit(known, new) or not _statuses_fit(known, new) or not times_agree(known.time, new.time):
        return _IMPOSSIBLE
    if not places_agree(_place(known), _place(new)):
        return _IMPOSSIBLE
    kinds = _kinds_fit(known, new)
    if kinds < 0 and not (new.harm_only or new.allusive):
        return _IMPOSSIBLE
    if new.another and not new.definite and not all(s.is_title for s in known.sentences):
        return _IMPOSSIBLE
    if known.vague != new.vague and not (known.lead and new.lead):
        return _IMPOSSIBLE
    same_sentence = known.sentences[-1].index == new.sentences[0].index
    near = new.sentences[0].index - known.sentences[-1].index
    score = kinds + _shared(known, new) - _news(known, new)
    score += _known_already(new) + _leaning(new, near)
    score += 0.7 if known.lead else 0.0
    score += 0.7 if new.lead and known.lead else 0.0
    score += 1.0 if known.sentences[0].is_title and new.lead else 0.0
    score += 0.5 if near <= 2 else 0.0
    return score - (3.0 if same_sentence else 0.0)


def _known_already(new: Draft) -> float:
    """Say how much "the" makes a draft a mention of what was told; "Kenya's operation" names an act anew."""
    if not new.definite:
        return 0.0
    owners = [c for c in new.trigger.token.children if c.dep_ == "poss" and c.pos_ == "PROPN"]
    return 0.5 if owners else 1.0 if new.plural else 2.0


def _leaning(new: Draft, near: int) -> float:
    """Say how much a draft leans on what was told before: harm alone close by, a mere reference anywhere."""
    if new.allusive:
        return 2.0
    if new.harm_only:
        return 1.2 if near <= 3 else 0.4
    return 0.5 if new.trigger.weak and new.family == "violence" else 0.0


def _families_fit(known: Draft, new: Draft) -> bool:
    if known.family == new.family:
        return True
    near = new.sentences[0].index - known.sentences[-1].index <= 2
    if known.harm_only and new.family == "hijacking":
        return near
    return new.harm_only and known.family in {"hijacking", "abduction"} and near


def _statuses_fit(known: Draft, new: Draft) -> bool:
    if known.status in {"planned", "threatened"} and new.status == "occurred" and new.harm_only and new.figures:
        return False
    if known.status == new.status or new.definite or new.allusive or new.harm_only:
        return True
    both = {known.status, new.status}
    return (
        both <= {"occurred", "attempted", "foiled"} or both <= {"occurred", "alleged"} or both <= {"planned", "foiled"}
    )


def times_agree(one: Timex | None, other: Timex | None) -> bool:
    """Say whether two times may be one: they overlap by the day, or one is open."""
    if one is None or other is None:
        return True
    if one.start is None or other.start is None:
        return not _other_words(one, other)
    slack = dt.timedelta(days=1)
    return one.start - slack <= (other.end or other.start) and other.start - slack <= (one.end or one.start)


def _other_words(one: Timex, other: Timex) -> bool:
    """Say whether two unresolved times name different days: "16 november" and "9 february", "Friday" and "Monday"."""
    a, b = (" ".join(s.text.lower() for s in t.spans) for t in (one, other))
    for names in (_DAYS, _MONTHS):
        here, there = names.search(a), names.search(b)
        if here and there and here[0] != there[0]:
            return True
    digits = ["".join(c for c in text if c.isdigit()) for text in (a, b)]
    if _MONTHS.search(a) and _MONTHS.search(b):
        return bool(digits[0] and digits[1] and digits[0] != digits[1])
    old = [any(cue in text for cue in ("ago", "last year", "last month", "decade")) for text in (a, b)]
    old = [flag or bool(_MONTHS.search(t) and not c) for flag, t, c in zip(old, (a, b), digits, strict=True)]
    return one.start is None and other.start is None and old[0] != old[1]


def _place(draft: Draft) -> Toponym | None:
    return finest(draft.places)


def close_kinds(known: Draft, new: Draft) -> bool:
    """Say whether the kinds of two drafts may be those of one act."""
    return _kinds_fit(known, new) >= 0


def _kinds_fit(known: Draft, new: Draft) -> float:
    one, other = set(known.strong_kinds), set(new.strong_kinds)
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
    if here is not None and there is not None and {here.precision, there.precision} & {"site", "city", "district"}:
        score += 0.6
    if known.time and new.time and known.time.start and known.time.start == new.time.start:
        score += 0.6
    if _same_figure(known, new):
        score += 1.0
    return score


def _same_figure(known: Draft, new: Draft) -> bool:
    return any(
        f.effect == g.effect and f.quantity.low == g.quantity.low and (f.quantity.low or 0) > 1
        for f in known.figures
        for g in new.figures
    )


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
        score += 0.2 if known.sentences[0].is_title and known.lead else 1.0
    if new.time is not None and known.time is not None and known.time.start != new.time.start:
        score += 0.5
    if new.places and known.places and _place(new) != _place(known):
        score += 0.3
    if not _same_figure(known, new) and known.figures and new.figures and not new.definite:
        score += 0.4
    one, other = _names(known, agents=False), _names(new, agents=False)
    if one and other and not _overlap(one, other):
        score += 1.5
    mine, theirs = _names(known, agents=True), _names(new, agents=True)
    if mine and theirs and not _overlap(mine, theirs):
        score += 0.7
    return score
