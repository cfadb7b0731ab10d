"""How an incident came to be: the rules of its fields applied to what the reports had said as of each day."""

import datetime as dt
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from tocsin.model import History, Incident, Quantity, Step
from tocsin.reconcile.account import Account, order, up_to
from tocsin.reconcile.attributions import attribution_history, responsibilities
from tocsin.reconcile.fields import KIND, PLACE, STATUS, TIME
from tocsin.reconcile.figures import figure_rule
from tocsin.reconcile.incidents import build_incident
from tocsin.reconcile.ledgers import FieldRule, Growing, Pool
from tocsin.reconcile.voices import voices

T = TypeVar("T")

_NO_TWINS: Mapping[str, str] = {}


def incident_as_of(accounts: Sequence[Account], day: dt.date, twins: Mapping[str, str] = _NO_TWINS) -> Incident:
    """Return the incident as the reports up to a day made it, that day included; ValueError where there were none."""
    return build_incident(up_to(accounts, day), twins)


def history(accounts: Sequence[Account], twins: Mapping[str, str] = _NO_TWINS) -> History:
    """Return what would have been published as of each day on which that changed.

    Each step is what the field's own rule makes of the accounts up to that day. Undated reports come last.
    """
    course = _Course(sorted(accounts, key=order), twins)
    return History(
        kind=course.steps(KIND, str),
        status=course.steps(STATUS, str),
        time=course.steps(TIME, lambda time: (time.start, time.end)),
        place=course.steps(PLACE, lambda place: (place.place or place.name, place.relation)),
        killed=course.steps(figure_rule("killed"), _bounds),
        injured=course.steps(figure_rule("injured"), _bounds),
        abducted=course.steps(figure_rule("abducted"), _bounds),
        detained=course.steps(figure_rule("detained"), _bounds),
        attribution=responsibilities(attribution_history(course.members, twins)),
    )


class _Course:
    """The accounts in order, those of each day, and who had spoken by then."""

    def __init__(self, members: Sequence[Account], twins: Mapping[str, str]) -> None:
        self.members = members
        days = groupby(members, key=_day)
        self._days = [(day, list(accounts), voices(_until(members, day), twins)) for day, accounts in days]

    def steps(self, rule: FieldRule[T], told: Callable[[T], Hashable]) -> tuple[Step[T], ...]:
        """Return the steps of a field; `told` is what makes two of its values one to a reader."""
        growing = Growing(rule)
        found: list[Step[T]] = []
        for day, accounts, heard in self._days:
            for account in accounts:
                growing.add(account, heard)
            if not (pools := growing.pools(heard)):
                continue
            published, why = rule.choose(pools, heard)
            before = found[-1].value if found else None
            if before is None or told(before) != told(pools[published].value):
                found.append(_step(pools[published], why, day, accounts))
        return tuple(found)


def _step(pool: Pool[T], rule: str, day: dt.date, new: Sequence[Account]) -> Step[T]:
    """Return the step to the pool's value; of the day's reports, the first that gives it has moved it."""
    backers = {given.account.mention.id for given in pool.givers}
    mover = next((account for account in new if account.mention.id in backers), new[0])
    known = None if day == dt.date.max else day
    return Step(day=known, value=pool.value, rule=rule, report=mover.report.id, outlet=mover.report.outlet)


def _day(account: Account) -> dt.date:
    return account.report.published or dt.date.max


def _until(accounts: Sequence[Account], day: dt.date) -> list[Account]:
    return [account for account in accounts if _day(account) <= day]


def _bounds(count: Quantity) -> Hashable:
    return count.low, count.high
