"""The rules of an incident's kind, status, time, place, targets and weapons."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import TypeVar

from tocsin.model import Target, Timex, Toponym, Weapon
from tocsin.model.vocabulary import COUNTED, Kind, PlacePrecision, Status, TimePrecision
from tocsin.reconcile import actors, places
from tocsin.reconcile.account import Account
from tocsin.reconcile.kinds import closeness
from tocsin.reconcile.ledgers import LATEST, MOST_OUTLETS, FieldRule, Given, Pool
from tocsin.reconcile.voices import Voices
from tocsin.reconcile.wording import weapon_key

T = TypeVar("T")

_VAGUE: dict[Kind, int] = {"other_violence": 0, "armed_attack": 1, "military_operation": 1}
_TIME_FINENESS: dict[TimePrecision, int] = {"time": 4, "day": 4, "range": 3, "week": 3, "month": 2, "year": 1}
_PLACE_FINENESS: dict[PlacePrecision, int] = {
    "site": 6,
    "city": 5,
    "district": 4,
    "admin1": 3,
    "country": 2,
    "region": 1,
}


def _support(each: Pool[T]) -> float:
    return each.support


def _headline(each: Pool[T]) -> float:
    return each.headline


def _latest(each: Pool[T]) -> float:
    return each.latest


def _equal(one: object, other: object) -> bool:
    return one == other


def _compatible(pools: Sequence[Pool[T]], voices: Voices, agree: Callable[[T, T], bool]) -> Callable[[Pool[T]], float]:
    """Return what counts the voices whose values allow the pool's, coarser ones included."""

    def count(each: Pool[T]) -> float:
        allowing = [other for other in pools if other is each or agree(each.value, other.value)]
        return len({voices.of[given.account.report.id] for other in allowing for given in other.givers})

    return count


def _times(account: Account) -> list[Given[Timex]]:
    time = account.mention.time
    return [] if time is None or time.start is None else [Given(account, time, time.spans)]


def _places(account: Account) -> list[Given[Toponym]]:
    place = account.mention.place
    return [] if place is None else [Given(account, place, place.spans)]


def _kinds_clash(one: Kind, other: Kind) -> bool:
    return closeness(one, other) == 0.0


def _days_clash(one: Timex, other: Timex) -> bool:
    if one.start is None or other.start is None:
        return False
    return one.start > (other.end or other.start) or other.start > (one.end or one.start)


def _finer_time(one: Timex, other: Timex) -> Timex:
    finer = _TIME_FINENESS.get(other.precision, 0) > _TIME_FINENESS.get(one.precision, 0)
    return other if finer else one


def _place_fineness(each: Pool[Toponym]) -> float:
    """Rate how narrow the place is; near a place is less than at one."""
    return _PLACE_FINENESS.get(each.value.precision, 0) - (0.5 if each.value.relation == "near" else 0.0)


def _same_place(one: Toponym, other: Toponym) -> bool:
    if one.place and other.place:
        return one.place == other.place
    return places.same_name(one, other) and not (one.country and other.country and one.country != other.country)


def _same_target(one: Target, other: Target) -> bool:
    """Say whether both are one actor with one fate, or one whose fate only one of them tells."""
    fates = {one.effect, other.effect} - {"unknown"}
    if len(fates) > 1:
        return False
    nobody = not actors.key(one.actor) and not actors.key(other.actor)
    return (nobody and one.kind == other.kind) or actors.same(one.actor, other.actor)


def _told_target(one: Target, other: Target) -> Target:
    """Keep the first target's words, with the other's effect and registry id where it has none.

    Of unnamed victims the later words are kept: they hold the later count.
    """
    effect = one.effect if one.effect != "unknown" else other.effect
    newer = not actors.key(one.actor) or (other.actor.actor and not one.actor.actor)
    return dataclasses.replace(one, effect=effect, actor=other.actor if newer else one.actor)


def _same_weapon(one: Weapon, other: Weapon) -> bool:
    counts = [weapon.quantity.low for weapon in (one, other)]
    return weapon_key(one) == weapon_key(other) and (None in counts or counts[0] == counts[1])


KIND: FieldRule[Kind] = FieldRule(
    given=lambda account: [Given(account, account.mention.kind, (account.mention.trigger,))],
    alike=_equal,
    criteria=lambda _, __: [
        (MOST_OUTLETS, _support),
        ("most precise", lambda each: _VAGUE.get(each.value, 2)),
        ("told as news", _headline),
        (LATEST, _latest),
    ],
    clash=_kinds_clash,
)
"""Most outlets, then the most precise kind, then the latest report."""

STATUS: FieldRule[Status] = FieldRule(
    given=lambda account: [Given(account, account.mention.status, (account.mention.trigger,))],
    alike=_equal,
    criteria=lambda _, __: [(MOST_OUTLETS, _support), ("told as news", _headline), (LATEST, _latest)],
    clash=lambda one, other: (one in COUNTED) != (other in COUNTED),
)
"""Most outlets, then the latest report; in conflict where only one of two would count."""

TIME: FieldRule[Timex] = FieldRule(
    given=_times,
    alike=lambda one, other: (one.start, one.end) == (other.start, other.end),
    merged=_finer_time,
    criteria=lambda pools, voices: [
        (MOST_OUTLETS, _compatible(pools, voices, lambda one, other: not _days_clash(one, other))),
        ("most precise", lambda each: _TIME_FINENESS.get(each.value.precision, 0)),
        (MOST_OUTLETS, _support),
        ("told as news", _headline),
        (LATEST, _latest),
    ],
    clash=_days_clash,
)
"""The times that most outlets' times allow, of these the most precise, then the most outlets'."""

PLACE: FieldRule[Toponym] = FieldRule(
    given=_places,
    alike=_same_place,
    merged=lambda one, other: other if one.lat is None and other.lat is not None else one,
    criteria=lambda pools, voices: [
        (MOST_OUTLETS, _compatible(pools, voices, lambda one, other: not places.apart(one, other))),
        ("most precise", _place_fineness),
        (MOST_OUTLETS, _support),
        ("told as news", _headline),
        (LATEST, _latest),
    ],
    clash=places.apart,
)
"""The places that most outlets' places allow, of these the most precise, then the most outlets'."""

TARGETS: FieldRule[Target] = FieldRule(
    given=lambda account: [Given(account, target, target.actor.spans) for target in account.mention.targets],
    alike=_same_target,
    merged=_told_target,
    criteria=lambda _, __: [
        (MOST_OUTLETS, _support),
        ("named", lambda each: float(bool(each.value.actor.actor)) + float(bool(each.value.actor.name))),
        ("told as news", _headline),
    ],
)
"""All targets, with what became of each; the published one is the one that most outlets name."""

WEAPONS: FieldRule[Weapon] = FieldRule(
    given=lambda account: [Given(account, weapon, weapon.quantity.spans) for weapon in account.mention.weapons],
    alike=_same_weapon,
    merged=lambda one, other: other if one.quantity.low is None else one,
    criteria=lambda _, __: [
        (MOST_OUTLETS, _support),
        ("counted", lambda each: float(each.value.quantity.low is not None)),
        ("told as news", _headline),
        (LATEST, _latest),
    ],
    clash=lambda one, other: weapon_key(one) == weapon_key(other),
)
"""All weapons; in conflict where counts of one weapon differ."""
