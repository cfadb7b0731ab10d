"""Ledgers: accounts' values pooled into entries, and the published one chosen by criteria in turn."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
    """One value and all that give it, in the order of accounts; `support` counts the voices.

    `heard` leaves out the reprints: a story says a thing on the day that it first does, whoever prints it later.
    """

    value: T
    givers: tuple[Given[T], ...]
    heard: tuple[Given[T], ...]
    support: int

    @property
    def headline(self) -> bool:
        """Whether a report gives it as its news."""
        return any(given.account.mention.scope == "headline" for given in self.heard)

    @property
    def latest(self) -> int:
        """The day of the latest story that gives it, as an ordinal; 0 where none is dated."""
        return max(
            (each.account.report.published.toordinal() for each in self.heard if each.account.report.published),
            default=0,
        )

    def entry(self) -> Entry[T]:
        """Return the ledger's entry."""
        reports: Mapping[str, Report] = {given.account.report.id: given.account.report for given in self.givers}
        days = [report.published for report in reports.values() if report.published]
        return Entry(
            value=self.value,
            mentions=tuple(dict.fromkeys(given.account.mention.id for given in self.givers)),
            reports=tuple(reports),
            outlets=tuple(dict.fromkeys(report.outlet for report in reports.values() if report.outlet)),
            first=min(days, default=None),
            last=max(days, default=None),
            spans=tuple(dict.fromkeys(span for given in self.givers for span in given.spans)),
        )


Criterion = tuple[str, Callable[[Pool[T]], float]]
"""A rule's words, and what it rates a pool by: the highest wins."""

LATEST = "latest report"
MOST_OUTLETS = "most outlets"


@dataclass(frozen=True, slots=True)
class FieldRule(Generic[T]):
    """How a field's ledger is made: what an account gives, which values are one, and what chooses among them.

    `alike` says whether two values are one entry, `merged` makes its shown value of the known one and the next.
    Each of the `criteria` in turn leaves the pools that it rates highest, till one is left; `worded` may say more
    exactly, of the pool that won, what decided. `clash` says whether two values can't both be right.
    """

    given: Callable[[Account], Iterable[Given[T]]]
    alike: Callable[[T, T], bool]
    criteria: Callable[[Sequence[Pool[T]], Voices], Sequence[Criterion[T]]]
    merged: Callable[[T, T], T] = lambda first, _: first
    clash: Callable[[T, T], bool] = lambda _, __: False
    worded: Callable[[Pool[T], str], str] = lambda _, rule: rule

    def ledger(self, accounts: Iterable[Account], voices: Voices) -> Ledger[T]:
        """Return the ledger of accounts that are in order."""
        growing = Growing(self)
        for account in accounts:
            growing.add(account, voices)
        pools = growing.pools(voices)
        if not pools:
            return Ledger(rule="not said")
        published, rule = self.choose(pools, voices)
        return Ledger(
            entries=tuple(each.entry() for each in pools),
            published=published,
            rule=rule,
            conflict=any(True for _ in self.clashes([each.value for each in pools])),
        )

    def choose(self, pools: Sequence[Pool[T]], voices: Voices) -> tuple[int, str]:
        """Return the index of the published pool and the rule that chose it."""
        if len(pools) == 1:
            return 0, _unopposed(pools[0], voices)
        left = list(range(len(pools)))
        for rule, rate in self.criteria(pools, voices):
            rates = [rate(pools[number]) for number in left]
            left = [number for number, each in zip(left, rates, strict=True) if each == max(rates)]
            if len(left) == 1:
                return left[0], self.worded(pools[left[0]], rule)
        return left[0], "first report"

    def clashes(self, values: Sequence[T]) -> Iterator[tuple[int, int]]:
        """Yield the pairs of values, by index, that can't both be right."""
        for number, one in enumerate(values):
            yield from ((other, number) for other in range(number) if self.clash(values[other], one))


class Growing(Generic[T]):
    """A field's pools as accounts come in, in their order."""

    def __init__(self, rule: FieldRule[T]) -> None:
        self._rule = rule
        self._made: list[_Pooling[T]] = []

    def add(self, account: Account, voices: Voices) -> None:
        """Take in one more account; a reprint adds itself to the givers of a value and nothing else."""
        for each in self._rule.given(account):
            home = next((made for made in self._known(each, voices) if self._rule.alike(made.value, each.value)), None)
            if home is None:
                self._made.append(home := _Pooling(each.value))
            home.take(each, voices, self._rule.merged)

    def _known(self, each: Given[T], voices: Voices) -> Sequence["_Pooling[T]"]:
        """Return the pools to look into: for a reprint first those that its story is in."""
        report = each.account.report.id
        if (story := voices.stories[report]) == report:
            return self._made
        return sorted(self._made, key=lambda made: story not in made.stories)

    def pools(self, voices: Voices) -> list[Pool[T]]:
        """Return the pools as they are now."""
        return [made.pool(voices) for made in self._made]


@dataclass(slots=True)
class _Pooling(Generic[T]):
    """A pool as it fills; `stories` leads to the report that first told each."""

    value: T
    givers: list[Given[T]] = field(default_factory=list)
    heard: list[Given[T]] = field(default_factory=list)
    stories: dict[str, str] = field(default_factory=dict)

    def take(self, each: Given[T], voices: Voices, merged: Callable[[T, T], T]) -> None:
        """Take in one more giver."""
        report = each.account.report.id
        self.givers.append(each)
        if self.stories.setdefault(voices.stories[report], report) == report:
            self.value = merged(self.value, each.value) if self.heard else each.value
            self.heard.append(each)

    def pool(self, voices: Voices) -> Pool[T]:
        """Return the full pool."""
        support = len({voices.of[giver.account.report.id] for giver in self.givers})
        return Pool(self.value, tuple(self.givers), tuple(self.heard), support)


def _unopposed(only: Pool[T], voices: Voices) -> str:
    if len({given.account.report.id for given in only.givers}) == 1:
        return "only account"
    return "all accounts agree" if len(set(voices.of.values())) > 1 else "one outlet's accounts agree"
