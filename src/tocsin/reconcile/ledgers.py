"""Ledgers: accounts' values pooled into entries, and the published one chosen by criteria in turn."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tocsin.model import Entry, Ledger, Report, Span
from tocsin.reconcile.account import Account
from tocsin.reconcile.voices import Voices

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given(Generic[T]):
    """A value as one account gives it, with the words that it rests on."""

    account: Account
    value: T
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Pool(Generic[T]):
    """One value and all that give it, in the order of accounts; `support` counts the voices."""

    value: T
    givers: tuple[Given[T], ...]
    support: int

    @property
    def headline(self) -> bool:
        """Whether a report gives it as its news."""
        return any(given.account.mention.scope == "headline" for given in self.givers)

    @property
    def latest(self) -> int:
        """The day of the latest report that gives it, as an ordinal; 0 where none is dated."""
        return max(
            (each.account.report.published.toordinal() for each in self.givers if each.account.report.published),
            default=0,
        )

    def entry(self) -> Entry[T]:
        """Return the ledger's entry."""
        reports: Mapping[str, Report] = {given.account.report.id: given.account.report for given in self.givers}
        return Entry(
            value=self.value,
            mentions=tuple(dict.fromkeys(given.account.mention.id for given in self.givers)),
            reports=tuple(reports),
            outlets=tuple(dict.fromkeys(report.outlet for report in reports.values() if report.outlet)),
            first=min((report.published for report in reports.values() if report.published), default=None),
            spans=tuple(dict.fromkeys(span for given in self.givers for span in given.spans)),
        )


Criterion = tuple[str, Callable[[Pool[T]], float]]
"""A rule's words, and what it rates a pool by: the highest wins."""

LATEST = "latest report"
MOST_OUTLETS = "most outlets"


def pool(
    given: Iterable[Given[T]],
    voices: Voices,
    alike: Callable[[T, T], bool],
    merged: Callable[[T, T], T] = lambda first, _: first,
) -> list[Pool[T]]:
    """Return the values, those that are alike as one; `merged` makes the shown value of the known one and the next."""
    made: list[tuple[T, list[Given[T]]]] = []
    for each in given:
        for number, (value, givers) in enumerate(made):
            if alike(value, each.value):
                made[number] = (merged(value, each.value), [*givers, each])
                break
        else:
            made.append((each.value, [each]))
    return [
        Pool(value, tuple(givers), len({voices[giver.account.report.id] for giver in givers})) for value, givers in made
    ]


def ledger(
    pools: Sequence[Pool[T]],
    voices: Voices,
    criteria: Sequence[Criterion[T]],
    clash: Callable[[T, T], bool] = lambda _, __: False,
) -> Ledger[T]:
    """Return the ledger: each criterion in turn leaves the pools that it rates highest, till one is left.

    The rule names the criterion that decided; `clash` says whether two values can't both be right.
    """
    if not pools:
        return Ledger(rule="not said")
    published, rule = choose(pools, voices, criteria)
    values = [each.value for each in pools]
    return Ledger(
        entries=tuple(each.entry() for each in pools),
        published=published,
        rule=rule,
        conflict=any(clash(a, b) for number, a in enumerate(values) for b in values[:number]),
    )


def choose(pools: Sequence[Pool[T]], voices: Voices, criteria: Sequence[Criterion[T]]) -> tuple[int, str]:
    """Return the index of the published pool and the rule that chose it."""
    if len(pools) == 1:
        return 0, _unopposed(pools[0], voices)
    left = list(range(len(pools)))
    for rule, rate in criteria:
        best = max(rate(pools[number]) for number in left)
        left = [number for number in left if rate(pools[number]) == best]
        if len(left) == 1:
            return left[0], rule
    return left[0], "first report"


def _unopposed(only: Pool[T], voices: Voices) -> str:
    if len({given.account.report.id for given in only.givers}) == 1:
        return "only account"
    return "all accounts agree" if len(set(voices.values())) > 1 else "one outlet's accounts agree"
