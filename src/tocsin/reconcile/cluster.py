"""Links to groups: connected components, guarded against chains, bound by judgements."""

from collections.abc import Iterable, Mapping, Sequence

from tocsin.model import Judgement
from tocsin.reconcile.account import Account, order
from tocsin.reconcile.judgements import Bindings, Pair, bindings, pair
from tocsin.reconcile.similarity import SAME, vetoed

Group = tuple[Account, ...]
Seed = tuple[str, ...]


def groups(
    accounts: Sequence[Account],
    links: Iterable[tuple[str, str, float]],
    judgements: Iterable[Judgement] = (),
) -> tuple[Group, ...]:
    """Return the accounts in groups, one incident each, whatever the order of what comes in.

    `links` are pairs of mention ids with their score; those under `SAME` don't count. Links are followed from the
    strongest to the weakest, and one that would bring together two members that exclude each other (two mentions of
    one report, a veto of `similarity`, a judgement "different") is left out: so a chain breaks at its weakest link.
    A judgement "same" joins whatever the rest says, a "different" parts what only links would join.
    """
    known = {account.mention.id: account for account in sorted(accounts, key=order)}
    bound = bindings(judgements)
    parts = _Parts(known, bound)
    for one, other in _strongest_first(links):
        if one in known and other in known and not parts.exclude(one, other):
            parts.join(one, other)
    return parts.result()


def _strongest_first(links: Iterable[tuple[str, str, float]]) -> list[Pair]:
    best: dict[Pair, float] = {}
    for one, other, score in links:
        if score >= SAME and one != other:
            best[pair(one, other)] = max(score, best.get(pair(one, other), 0.0))
    return sorted(best, key=lambda key: (-best[key], key))


class _Parts:
    """The groups as they grow. A seed is a mention, or all those that judgements have made one."""

    def __init__(self, known: Mapping[str, Account], bound: Bindings) -> None:
        self._known = known
        self._different = bound.different
        self._of = {mention: mention for mention in known}
        self._seeds: dict[str, list[Seed]] = {mention: [(mention,)] for mention in known}
        for one, other in sorted(bound.same):
            if one in known and other in known:
                self.join(one, other)
        self._seeds = {name: [tuple(m for seed in seeds for m in seed)] for name, seeds in self._seeds.items()}

    def join(self, one: str, other: str) -> None:
        """Make one group of two."""
        kept, gone = self._of[one], self._of[other]
        if kept == gone:
            return
        moved = self._seeds.pop(gone)
        self._seeds[kept] += moved
        self._of.update({mention: kept for seed in moved for mention in seed})

    def exclude(self, one: str, other: str) -> bool:
        """Say whether a member of the one's group can't be in a group with one of the other's."""
        ours, theirs = self._seeds[self._of[one]], self._seeds[self._of[other]]
        return ours is not theirs and any(self._clash(a, b) for a in ours for b in theirs)

    def _clash(self, one: Seed, other: Seed) -> bool:
        """Say whether two seeds exclude each other; what people joined agrees with what one of its members does."""
        pairs = [(a, b) for a in one for b in other]
        if any(pair(a, b) in self._different or self._of_one_report(a, b) for a, b in pairs):
            return True
        return all(vetoed(self._known[a], self._known[b]) for a, b in pairs)

    def _of_one_report(self, one: str, other: str) -> bool:
        return self._known[one].report.id == self._known[other].report.id

    def result(self) -> tuple[Group, ...]:
        """Return the groups, and the members of each, in the order of accounts."""
        made = [
            tuple(sorted((self._known[mention] for seed in seeds for mention in seed), key=order))
            for seeds in self._seeds.values()
        ]
        return tuple(sorted(made, key=lambda group: order(group[0])))
