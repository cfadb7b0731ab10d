"""Whose deeds count for whom, and when: memberships of memberships, each as long as every step of it held."""

import calendar
import datetime as dt
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tocsin.model import Relation
from tocsin.model.vocabulary import Predicate

UPWARD: frozenset[Predicate] = frozenset({"part_of", "member_of", "armed_wing_of", "political_arm_of"})
"""The predicates by which an actor's deeds roll up to another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """An actor that rolls up to another from `since` to `until`, days included, None where open.

    `chain` are the relations that lead there, the actor's own first.
    """

    actor: str
    since: dt.date | None = None
    until: dt.date | None = None
    chain: tuple[Relation, ...] = ()

    def covers(self, other: "Membership") -> bool:
        """Say whether it holds at least as long on either side as the other does."""
        starts = self.since is None or (other.since is not None and self.since <= other.since)
        return starts and (self.until is None or (other.until is not None and self.until >= other.until))

    def holds(self, start: dt.date | None, end: dt.date | None) -> bool:
        """Say whether it held on one of these days at least; days that aren't known count where it always held."""
        if start is None:
            return self.since is None and self.until is None
        return (self.since is None or (end or start) >= self.since) and (self.until is None or start <= self.until)


def upward(relations: Iterable[Relation]) -> dict[str, list[Relation]]:
    """Return the relations by which deeds roll up, by the actor that they roll up to."""
    below: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.predicate in UPWARD:
            below[relation.object].append(relation)
    return dict(below)


def roll_up(top: str, below: Mapping[str, list[Relation]]) -> tuple[Membership, ...]:
    """Return all memberships that lead up to `top`, nearest first, itself left out; circles end where they close.

    An actor has several where it left and came back, or where two ways up held at different times.
    """
    found: dict[str, list[Membership]] = defaultdict(list)
    todo = deque([Membership(actor=top)])
    while todo:
        above = todo.popleft()
        for relation in below.get(above.actor, ()):
            step = _step(above, relation)
            if step is None or step.actor == top or any(known.covers(step) for known in found[step.actor]):
                continue
            found[step.actor].append(step)
            todo.append(step)
    return tuple(sorted((each for held in found.values() for each in held), key=lambda each: len(each.chain)))


def _step(above: Membership, relation: Relation) -> Membership | None:
    """Return the membership one step further down, None where the two never held on one day."""
    since = _latest(above.since, first_day(relation.since))
    until = _earliest(above.until, last_day(relation.until))
    if since is not None and until is not None and since > until:
        return None
    return Membership(actor=relation.subject, since=since, until=until, chain=(relation, *above.chain))


def _latest(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return max(one, other) if one and other else one or other


def _earliest(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return min(one, other) if one and other else one or other


def first_day(text: str | None) -> dt.date | None:
    """Return the first day of a year, month or day ("2014", "2014-06", "2023-10-07"); None for None."""
    if not text:
        return None
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return dt.date(year, month, day)


def last_day(text: str | None) -> dt.date | None:
    """Return the last day of a year, month or day; None for None."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return dt.date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])
