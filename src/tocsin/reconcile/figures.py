"""The ledger of a figure: every outlet's count, the lowest, the highest, and the one to publish."""

from collections.abc import Sequence
from typing import Literal

from tocsin.model import FigureLedger, Quantity
from tocsin.reconcile.account import Account
from tocsin.reconcile.ledgers import LATEST, MOST_OUTLETS, Criterion, Given, ledger, pool
from tocsin.reconcile.voices import Voices

Figure = Literal["killed", "injured", "abducted", "detained"]
_ROUGHLY = 0.2


def figure_ledger(accounts: Sequence[Account], voices: Voices, figure: Figure) -> FigureLedger:
    """Return what all accounts say of a figure.

    Tolls are revised as days pass, so the latest report's figure is published; of one day's, the one that most
    outlets give, then the highest. Two kinds of figure stand back where there are others: vague ones ("dozens",
    "about 80"), and those that reports tell only in passing and that are lower than what was news, for they are
    often a part of it or an early count. The published number ("best") is the figure's lower end: "at least 133"
    and "133 to 140" are 133. Low and high are the lowest and the highest number over all accounts. Figures are in
    conflict where, taken as printed, they can't both be right: "at least 40" and "137" are.
    """
    given = [
        Given(account, count, count.spans)
        for account in accounts
        if (count := _count(account, figure)) is not None and _number(count) is not None
    ]
    if not given:
        return FigureLedger(ledger=ledger([], voices, []))
    pools = pool(given, voices, _equal, _plainer)
    news = max((_number(each.value) or 0 for each in pools if each.headline), default=0)
    criteria: list[Criterion[Quantity]] = [
        ("told as news", lambda each: each.headline or (_number(each.value) or 0) >= news),
        ("exact figure", lambda each: not each.value.approximate),
        (LATEST, lambda each: each.latest),
        (MOST_OUTLETS, lambda each: each.support),
        ("highest of the day", lambda each: _number(each.value) or 0),
    ]
    made = ledger(pools, voices, criteria, _clash)
    numbers = [number for each in pools for number in (each.value.low, each.value.high) if number is not None]
    return FigureLedger(low=min(numbers), best=_number(made.value), high=max(numbers), ledger=made)


def _count(account: Account, figure: Figure) -> Quantity | None:
    counts: dict[Figure, Quantity | None] = {
        "killed": account.mention.killed,
        "injured": account.mention.injured,
        "abducted": account.mention.abducted,
        "detained": account.mention.detained,
    }
    return counts[figure]


def _number(count: Quantity | None) -> int | None:
    """Return the number that stands for the count: its lower end, else its upper."""
    if count is None:
        return None
    return count.low if count.low is not None else count.high


def _equal(one: Quantity, other: Quantity) -> bool:
    return (one.low, one.high) == (other.low, other.high)


def _plainer(one: Quantity, other: Quantity) -> Quantity:
    return other if one.approximate and not other.approximate else one


def _clash(one: Quantity, other: Quantity) -> bool:
    """Say whether two counts exclude each other, an open end taken as the number that is printed."""
    (low, high), (other_low, other_high) = _bounds(one), _bounds(other)
    return low > other_high or other_low > high


def _bounds(count: Quantity) -> tuple[float, float]:
    low = count.low if count.low is not None else 0
    high = count.high if count.high is not None else low
    rough = _ROUGHLY if count.approximate else 0.0
    return low * (1 - rough), high * (1 + rough)
