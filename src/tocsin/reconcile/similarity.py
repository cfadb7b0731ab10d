"""How likely two accounts tell of one incident: vetoes first, then evidence weighed and summed."""

from dataclasses import dataclass
from math import exp

from tocsin.model import ActorMention, Mention, Quantity, Toponym
from tocsin.model.vocabulary import AttributionState, Kind, Status
from tocsin.reconcile import actors, places
from tocsin.reconcile.account import Account
from tocsin.reconcile.kinds import closeness, statuses_fit
from tocsin.reconcile.windows import Window, window
from tocsin.reconcile.wording import overlap, telling_words, weapon_key

SAME = 0.5
"""The score from which two accounts are taken for one incident's."""

WEIGHTS: dict[str, float] = {
    "bias": -4.2,
    "kind": 0.8,
    "days": 2.3,
    "place": 2.3,
    "perpetrators": 0.8,
    "targets": 1.1,
    "figures": 0.9,
    "weapons": 0.2,
    "words": 7.0,
    "scope": 0.2,
}
"""The log-odds that each piece of evidence adds, fitted with `benchmarks/reconciling.py`."""

_FIGURES = ("killed", "injured", "abducted", "detained")
_RESPONSIBLE: frozenset[AttributionState] = frozenset({"claimed", "accused", "suspected", "reported"})


def score(a: Account, b: Account) -> float:
    """Return 0 (never one incident) to 1; symmetric."""
    if vetoed(a, b):
        return 0.0
    total = WEIGHTS["bias"] + sum(WEIGHTS[name] * value for name, value in evidence(a, b).items())
    return round(1.0 / (1.0 + exp(-total)), 4)


@dataclass(frozen=True, slots=True)
class Traits:
    """What two accounts may exclude each other by."""

    kind: Kind
    status: Status
    days: Window
    place: Toponym | None


def traits_of(account: Account) -> Traits:
    """Return the account's traits."""
    mention = account.mention
    return Traits(mention.kind, mention.status, window(account), mention.place)


def exclusive(one: Traits, other: Traits) -> bool:
    """Say whether kinds, statuses, days or places exclude each other."""
    return (
        not statuses_fit(one.status, other.status)
        or closeness(one.kind, other.kind) == 0.0
        or not one.days.meets(other.days)
        or places.apart(one.place, other.place)
    )


def vetoed(a: Account, b: Account) -> bool:
    """Say whether the two can't be one: they exclude each other, or are of one report.

    What one report tells of one incident, reading has joined already.
    """
    return a.report.id == b.report.id or exclusive(traits_of(a), traits_of(b))


def evidence(a: Account, b: Account) -> dict[str, float]:
    """Return what speaks for one incident (above 0) or against (below), by name of the evidence."""
    one, other = a.mention, b.mention
    return {
        "kind": closeness(one.kind, other.kind),
        "days": _days(window(a), window(b)),
        "place": places.agreement(one.place, other.place),
        "perpetrators": actors.agreement(_held(one), _held(other)),
        "targets": actors.agreement((hit.actor for hit in one.targets), (hit.actor for hit in other.targets)),
        "figures": sum(_figure(getattr(one, name), getattr(other, name)) for name in _FIGURES),
        "weapons": float(bool(set(map(weapon_key, one.weapons)) & set(map(weapon_key, other.weapons)))),
        "words": overlap(telling_words(a), telling_words(b)),
        "scope": float(one.scope == other.scope == "headline"),
    }


def _days(one: Window, other: Window) -> float:
    """Return 1 for one and the same day, less the more days are left open."""
    known = [days.days for days in (one, other)]
    if one.stated and other.stated and known == [1, 1]:
        return 1.0 if one.start == other.start else 0.4
    longest = max((31 if days is None else days) for days in known)
    return 0.4 if longest <= 10 else 0.2 if longest < 31 else 0.0


def _held(mention: Mention) -> list[ActorMention]:
    return [held.actor for held in mention.perpetrators if held.attribution in _RESPONSIBLE]


def _figure(one: Quantity | None, other: Quantity | None) -> float:
    """Return 1 for equal counts above one, 0.4 for one each, 0 where unsaid, -0.5 where one is many times the other."""
    if one is None or other is None or one.low is None or other.low is None:
        return 0.0
    small, large = sorted((one.low, other.low))
    if small == large:
        return 1.0 if large > 1 else 0.4
    return -0.5 if large > 4 * max(small, 2) else 0.0
