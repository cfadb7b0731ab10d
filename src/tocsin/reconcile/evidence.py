"""What speaks for and against two accounts telling of one incident, as numbers that trees weigh."""

import datetime as dt
from dataclasses import dataclass
from math import log1p, sqrt

from tocsin.model import ActorMention, Mention, Quantity
from tocsin.model.vocabulary import AttributionState
from tocsin.reconcile import actors, places
from tocsin.reconcile.account import Account
from tocsin.reconcile.kinds import closeness
from tocsin.reconcile.profile import Profile
from tocsin.reconcile.rarity import Rarity
from tocsin.reconcile.sketch import CLASSES
from tocsin.reconcile.windows import Window, window
from tocsin.reconcile.wording import weapon_key

UNKNOWN = -1.0
"""What stands where an account doesn't say."""

MEASURES = ("shared", "alike", "rarest")
FIGURES = ("killed", "injured")
NAMES: tuple[str, ...] = (
    *(f"{sort} {measure}" for sort in CLASSES for measure in MEASURES),
    "published",
    "days",
    "stated",
    "kilometres",
    "place",
    "streets",
    "kind",
    "perpetrators",
    "targets",
    "weapons",
    *FIGURES,
    "harmed",
    "fresh",
    "looking back",
    "longer",
    "shorter",
)
"""The evidence in its order: what a column of a table of pairs holds."""

_RESPONSIBLE: frozenset[AttributionState] = frozenset({"claimed", "accused", "suspected", "reported"})


@dataclass(frozen=True, slots=True)
class Side:
    """An account made ready to be compared: the rarity of each of its terms by class, their norms, its days."""

    account: Account
    terms: tuple[dict[str, float], ...]
    norms: tuple[float, ...]
    streets: frozenset[str]
    days: Window
    fresh: bool
    looks_back: bool


def side(account: Account, profile: Profile, rarity: Rarity) -> Side:
    """Return an account made ready."""
    terms = tuple({term: rarity.of(sort, term) for term in getattr(profile.sketch, sort)} for sort in CLASSES)
    norms = tuple(sqrt(sum(weight * weight for weight in each.values())) for each in terms)
    fresh = account.mention.scope == "headline" and not profile.looks_back
    return Side(account, terms, norms, profile.sketch.streets, window(account), fresh, profile.looks_back)


def evidence(a: Side, b: Side) -> list[float]:
    """Return the evidence in the order of `NAMES`; symmetric."""
    found: list[float] = []
    for ours, theirs, left, right in zip(a.terms, b.terms, a.norms, b.norms, strict=True):
        weights = [ours[term] for term in ours.keys() & theirs.keys()]
        alike = sum(weight * weight for weight in weights) / (left * right) if left and right else UNKNOWN
        found += [sum(weights), alike, max(weights, default=0.0)]
    one, other = a.account.mention, b.account.mention
    far = places.kilometres(one.place, other.place) if one.place and other.place else None
    sizes = sorted((len(a.terms[0]), len(b.terms[0])))
    found += [
        _apart(a.account.report.published, b.account.report.published),
        log1p(days_between(a.days, b.days)) if a.days.days and b.days.days else UNKNOWN,
        float(a.days.stated) + float(b.days.stated),
        UNKNOWN if far is None else log1p(far),
        places.agreement(one.place, other.place),
        streets(a, b),
        closeness(one.kind, other.kind),
        perpetrators(one, other),
        targets(one, other),
        float(bool(set(map(weapon_key, one.weapons)) & set(map(weapon_key, other.weapons)))),
        *(_figure(getattr(one, name), getattr(other, name)) for name in FIGURES),
        _harmed(one, other),
        float(a.fresh) + float(b.fresh),
        float(a.looks_back) + float(b.looks_back),
        log1p(sizes[1]),
        log1p(sizes[0]),
    ]
    return found


def streets(a: Side, b: Side) -> float:
    """Return 1 where a street is common, -1 where both name streets and none is, else 0."""
    return (1.0 if a.streets & b.streets else -1.0) if a.streets and b.streets else 0.0


def _apart(one: dt.date | None, other: dt.date | None) -> float:
    return UNKNOWN if one is None or other is None else log1p(abs((one - other).days))


def days_between(one: Window, other: Window) -> int:
    """Return how many days lie between two windows, 0 where they meet or one is open on that side."""
    gaps = [(start - end).days for start, end in ((one.start, other.end), (other.start, one.end)) if start and end]
    return max(0, *gaps) if gaps else 0


def perpetrators(one: Mention, other: Mention) -> float:
    """Return whether two mentions hold the same responsible; see `actors.agreement`."""
    return actors.agreement(_held(one), _held(other))


def targets(one: Mention, other: Mention) -> float:
    """Return whether two mentions tell of the same who were hit."""
    return actors.agreement((hit.actor for hit in one.targets), (hit.actor for hit in other.targets))


def _held(mention: Mention) -> list[ActorMention]:
    return [held.actor for held in mention.perpetrators if held.attribution in _RESPONSIBLE]


def _figure(one: Quantity | None, other: Quantity | None) -> float:
    """Return how far two counts are apart, logarithmically."""
    if one is None or other is None or one.low is None or other.low is None:
        return UNKNOWN
    return abs(log1p(one.low) - log1p(other.low))


def _harmed(one: Mention, other: Mention) -> float:
    sums = [sum(figure.low or 0 for figure in (each.killed, each.injured) if figure) for each in (one, other)]
    return abs(log1p(sums[0]) - log1p(sums[1])) if all(sums) else UNKNOWN
