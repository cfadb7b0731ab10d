"""The days that an account's incident can lie in, stated by the account or inferred from its publication."""

import datetime as dt
from dataclasses import dataclass

from tocsin.model.vocabulary import TimePrecision
from tocsin.reconcile.account import Account

NEWS_DAYS = 7
"""A headline incident without a date lies at most so many days before publication."""

_SLACK: dict[TimePrecision, int] = {
    "time": 1,
    "day": 1,
    "range": 1,
    "week": 2,
    "month": 3,
    "year": 15,
    "unknown": 3,
}


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `start` to `end`, both included, None where open; `slack` days on either side may count too.

    `stated` says that the account gives the days itself.
    """

    start: dt.date | None
    end: dt.date | None
    slack: int
    stated: bool

    @property
    def days(self) -> int | None:
        """How many days the window holds without its slack, None where it is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days + 1

    @property
    def widened(self) -> tuple[dt.date | None, dt.date | None]:
        """Both ends with the slack added."""
        return shifted(self.start, -self.slack), shifted(self.end, self.slack)

    def meets(self, other: "Window") -> bool:
        """Say whether both may hold the same day, the larger slack of the two allowed."""
        slack = max(self.slack, other.slack)
        return _before(self.start, other.end, slack) and _before(other.start, self.end, slack)


def window(account: Account) -> Window:
    """Return the days that the account's incident can lie in."""
    time, published = account.mention.time, account.report.published
    if time is not None and time.start is not None:
        return Window(time.start, time.end or time.start, _SLACK[time.precision], stated=True)
    headline = account.mention.scope == "headline"
    return Window(shifted(published, -NEWS_DAYS) if headline else None, published, 1, stated=False)


def shifted(day: dt.date | None, days: int) -> dt.date | None:
    """Return the day so many days later, at most the first or last that the calendar knows."""
    if day is None:
        return None
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def _before(start: dt.date | None, end: dt.date | None, slack: int) -> bool:
    return start is None or end is None or (start - end).days <= slack
