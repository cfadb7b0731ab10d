"""The ledgers of an incident's kind, status, time, place, targets and weapons."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from tocsin.model import Ledger, Target, Timex, Toponym, Weapon
from tocsin.model.vocabulary import COUNTED, Kind, PlacePrecision, Status, TimePrecision
from tocsin.reconcile import actors, places
from tocsin.reconcile.account import Account
from tocsin.reconcile.kinds import closeness
from tocsin.reconcile.ledgers import LATEST, MOST_OUTLETS, Criterion, Given, Pool, ledger, pool
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


def kind_ledger(accounts: Sequence[Account], voices: Voices) -> Ledger[Kind]:
    """Return the kinds: most outlets, then the most precise kind, then the latest report."""
    pools = pool(_of_mention(accounts, lambda mention: mention.kind), voices, _equal)
    criteria: list[Criterion[Kind]] = [
        (MOST_OUTLETS, _support),
        ("most precise", lambda each: _VAGUE.get(each.value, 2)),
        ("told as news", _headline),
        (LATEST, _latest),
    ]
    return ledger(pools, voices, criteria, lambda one, other: closeness(one, other) == 0.0)


def status_ledger(accounts: Sequence[Account], voices: Voices) -> Ledger[Status]:
    """Return the statuses: most outlets, then the latest report; in conflict where only one of two would count."""
    pools = pool(_of_mention(accounts, lambda mention: mention.status), voices, _equal)
    criteria: list[Criterion[Status]] = [(MOST_OUTLETS, _support), ("told as news", _headline), (LATEST, _latest)]
    return ledger(pools, voices, criteria, lambda one, other: (one in COUNTED) != (other in COUNTED))


def time_ledger(accounts: Sequence[Account], voices: Voices) -> Ledger[Timex]:
    """Return the times: those that most outlets' times allow, of these the most precise, then the most outlets'."""
    given = [
        Given(account, time, time.spans)
        for account in accounts
        if (time := account.mention.time) is not None and time.start is not None
    ]
    pools = pool(given, voices, lambda one, other: (one.start, one.end) == (other.start, other.end), _finer_time)
    criteria: list[Criterion[Timex]] = [
        (MOST_OUTLETS, _compatible(pools, voices, lambda one, other: not _days_clash(one, other))),
        ("most precise", lambda each: _TIME_FINENESS.get(each.value.precision, 0)),
        (MOST_OUTLETS, _support),
        ("told as news", _headline),
        (LATEST, _latest),
    ]
    return ledger(pools, voices, criteria, _days_clash)


def place_ledger(accounts: Sequence[Account], voices: Voices) -> Ledger[Toponym]:
    """Return the places: those that most outlets' places allow, of these the most precise, then the most outlets'."""
    given = [Given(account, place, place.spans) for account in accounts if (place := account.mention.place) is not None]
    pools = pool(given, voices, _same_place, _located)
    criteria: list[Criterion[Toponym]] = [
        (MOST_OUTLETS, _compatible(pools, voices, lambda one, other: not places.apart(one, other))),
        ("most precise", _place_fineness),
        (MOST_OUTLETS, _support),
        ("told as news", _headline),
        (LATEST, _latest),
    ]
    return ledger(pools, voices, criteria, places.apart)


def target_ledger(accounts: Sequence[Account], voices: Voices) -> Ledger[Target]:
    """Return all targets, with what became of each; the published one is the one most outlets name."""
    given = [Given(account, target, target.actor.spans) for account in accounts for target in account.mention.targets]
    pools = pool(given, voices, _same_target, _told_target)
    criteria: list[Criterion[Target]] = [
        (MOST_OUTLETS, _support),
        ("named", lambda each: float(bool(each.value.actor.actor)) + float(bool(each.value.actor.name))),
        ("told as news", _headline),
    ]
    return ledger(pools, voices, criteria)


def weapon_ledger(accounts: Sequence[Account], voices: Voices) -> Ledger[Weapon]:
    """Return all weapons; in conflict where counts of one weapon differ."""
    given = [
        Given(account, weapon, weapon.quantity.spans) for account in accounts for weapon in account.mention.weapons
    ]
    pools = pool(given, voices, _same_weapon, lambda one, other: other if one.quantity.low is None else one)
    criteria: list[Criterion[Weapon]] = [
        (MOST_OUTLETS, _support),
        ("counted", lambda each: float(each.value.quantity.low is not None)),
        ("told as news", _headline),
        (LATEST, _latest),
    ]
    return ledger(pools, voices, criteria, lambda one, other: weapon_key(one) == weapon_key(other))


def _of_mention(accounts: Iterable[Account], value: Callable[..., T]) -> list[Given[T]]:
    return [Given(account, value(account.mention), (account.mention.trigger,)) for account in accounts]


def _equal(one: object, other: object) -> bool:
    return one == other


def _support(each: Pool[T]) -> float:
    return each.support


def _headline(each: Pool[T]) -> float:
    return each.headline


def _latest(each: Pool[T]) -> float:
    return each.latest


def _compatible(pools: Sequence[Pool[T]], voices: Voices, agree: Callable[[T, T], bool]) -> Callable[[Pool[T]], float]:
    """Return what counts the voices whose values allow the pool's, coarser ones included."""

    def count(each: Pool[T]) -> float:
        allowing = [other for other in pools if other is each or agree(each.value, other.value)]
        return len({voices[given.account.report.id] for other in allowing for given in other.givers})

    return count


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


def _located(one: Toponym, other: Toponym) -> Toponym:
    return other if one.lat is None and other.lat is not None else one


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
