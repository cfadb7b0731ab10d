"""The ledger of a figure: every outlet's count, the lowest, the highest, and the one to publish."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Literal

from tocsin.model import FigureLedger, Quantity
from tocsin.reconcile.account import Account
from tocsin.reconcile.ledgers import LATEST, MOST_OUTLETS, Criterion, FieldRule, Given, Pool
from tocsin.reconcile.voices import Voices

Figure = Literal["killed", "injured", "abducted", "detained"]
FIGURES: tuple[Figure, ...] = ("killed", "injured", "abducted", "detained")
OFFICIAL = "official figure"
OVERTAKING = "later, higher figure"
_ROUGHLY = 0.2
_SURE = 0.6
"""From which confidence on a figure is taken for what the report says."""


@cache
def figure_rule(figure: Figure) -> FieldRule[Quantity]:
    """Return the rule of a figure.

    Tolls are revised as days pass: a figure stands back behind a higher one that came only after the last report
    that gives it. Of what is left an authority's is published, else the one that most outlets give, an outlet
    counting as much as its figure was surely read, then the latest report's, then the highest. Five kinds of figure
    stand back where there are others: those that a report says were revised ("raised to 23 from 19"); vague ones;
    those that reports tell only in passing and that are lower than what was news, for they are often a part of it
    or an early count; those of parties and witnesses ("the rebels said"), where an authority gives one or a report
    gives one as its own; and those that no report was surely read to give. Figures are in conflict where, taken as
    printed, they can't both be right: "at least 40" and "137" are.
    """

    def given(account: Account) -> list[Given[Quantity]]:
        count = _count(account, figure)
        return [] if count is None or _number(count) is None else [Given(account, count, count.spans)]

    return FieldRule(
        given=given,
        alike=lambda one, other: (one.low, one.high) == (other.low, other.high),
        merged=_plainer,
        criteria=_criteria,
        clash=_clash,
        worded=lambda won, rule: f"latest {OFFICIAL}" if rule in {LATEST, OVERTAKING} and _official(won) else rule,
    )


def figure_ledger(accounts: Sequence[Account], voices: Voices, figure: Figure) -> FigureLedger:
    """Return what all accounts, in order, say of a figure.

    The published number ("best") is the published figure's lower end: "at least 133" and "133 to 140" are 133. Low
    and high are the lowest and the highest number over all accounts.
    """
    made = figure_rule(figure).ledger(accounts, voices)
    counts = [entry.value for entry in made.entries]
    numbers = [number for count in counts for number in (count.low, count.high) if number is not None]
    return FigureLedger(
        low=min(numbers, default=None), best=_number(made.value), high=max(numbers, default=None), ledger=made
    )


def _criteria(pools: Sequence[Pool[Quantity]], voices: Voices) -> list[Criterion[Quantity]]:
    news = max((_number(each.value) or 0 for each in pools if each.headline), default=0)
    return [
        ("told as news", lambda each: each.headline or (_number(each.value) or 0) >= news),
        ("not replaced by a revised figure", lambda each: not any(_revises(other, each) for other in pools)),
        ("exact figure", lambda each: not each.value.approximate),
        ("not one side's or a witness's word", _authority),
        ("surely read", lambda each: _surety(each) >= _SURE),
        (OVERTAKING, lambda each: not any(_overtakes(other, each) for other in pools)),
        (OFFICIAL, _official),
        (MOST_OUTLETS, lambda each: _support(each, voices)),
        (LATEST, lambda each: each.latest),
        ("highest of the day", lambda each: _number(each.value) or 0),
    ]


def _sure(given: Given[Quantity]) -> float:
    """Return how surely a figure was read; what has no confidence was read by plain rule."""
    return 1.0 if given.value.confidence is None else given.value.confidence


def _surety(each: Pool[Quantity]) -> float:
    return max(_sure(given) for given in each.heard)


def _support(each: Pool[Quantity], voices: Voices) -> float:
    """Return how many outlets give a figure, each as far as it was surely read, to the half."""
    heard: dict[str, float] = {}
    for given in each.givers:
        voice = voices.of[given.account.report.id]
        heard[voice] = max(heard.get(voice, 0.0), _sure(given))
    return round(sum(heard.values()) * 2) / 2


def _overtakes(later: Pool[Quantity], earlier: Pool[Quantity]) -> bool:
    """Say whether a higher figure, surely read, came only after the last report that gives a lower one."""
    days = [given.account.report.published for given in later.heard if given.account.report.published]
    higher = (_number(later.value) or 0) > (_number(earlier.value) or 0)
    after = bool(days and earlier.latest and min(days).toordinal() > earlier.latest)
    return higher and after and _surety(later) >= _SURE


def _revises(newer: Pool[Quantity], older: Pool[Quantity]) -> bool:
    """Say whether a report says that one figure takes the place of another, and no later one the contrary."""
    if older.value.number not in newer.value.replaces:
        return False
    return newer.value.number not in older.value.replaces or newer.latest > older.latest


def _official(each: Pool[Quantity]) -> bool:
    return any(given.value.official for given in each.heard)


def _authority(each: Pool[Quantity]) -> bool:
    return any(given.value.official or given.value.said_by is None for given in each.heard)


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


def _plainer(one: Quantity, other: Quantity) -> Quantity:
    """Keep the first, but for a later one that is exact where it is vague, or official where it isn't."""
    if one.approximate != other.approximate:
        kept = other if one.approximate else one
    else:
        kept = other if other.official and not one.official else one
    replaced = tuple(dict.fromkeys(one.replaces + other.replaces))
    return kept if kept.replaces == replaced else replace(kept, replaces=replaced)


def _clash(one: Quantity, other: Quantity) -> bool:
    """Say whether two counts exclude each other, an open end taken as the number that is printed."""
    (low, high), (other_low, other_high) = _bounds(one), _bounds(other)
    return low > other_high or other_low > high


def _bounds(count: Quantity) -> tuple[float, float]:
    low = count.low if count.low is not None else 0
    high = count.high if count.high is not None else low
    rough = _ROUGHLY if count.approximate else 0.0
    return low * (1 - rough), high * (1 + rough)
