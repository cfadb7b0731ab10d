"""Links to groups: connected components, guarded against chains, bound by judgements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.model import Judgement
from tocsin.reconcile.account import Account, order
from tocsin.reconcile.judgements import Bindings, Pair, bindings, pair
from tocsin.reconcile.similarity import SAME, Traits, exclusive, traits_of

Group = tuple[Account, ...]
Make = frozenset[Traits]


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


def _bare(traits: Traits) -> Traits:
    """Leave out the words that the place rests on, so that equal places are equal."""
    return replace(traits, place=replace(traits.place, spans=(), by="")) if traits.place else traits


@dataclass(slots=True)
class _Part:
    """A group as it grows: its mentions, their reports, and the makes of its seeds.

    A seed is a mention, or all those that judgements have made one; its make is the set of its mentions' traits.
    """

    mentions: list[str]
    reports: set[str]
    makes: set[Make]

    def take(self, other: "_Part") -> None:
        """Take in another group."""
        self.mentions += other.mentions
        self.reports |= other.reports
        self.makes |= other.makes


class _Parts:
    """All groups as they grow, and each mention's."""

    def __init__(self, known: Mapping[str, Account], bound: Bindings) -> None:
        self._known = known
        self._different = bound.different
        self._vetoes: dict[tuple[Make, Make], bool] = {}
        self._of = {name: _Part([name], {each.report.id}, set()) for name, each in known.items()}
        for one, other in sorted(bound.same):
            if one in known and other in known:
                self.join(one, other)
        traits = {name: _bare(traits_of(account)) for name, account in known.items()}
        for name, part in self._of.items():
            if part.mentions[0] == name:
                part.makes = {frozenset(traits[mention] for mention in part.mentions)}

    def join(self, one: str, other: str) -> None:
        """Make one group of two."""
        larger, smaller = self._of[one], self._of[other]
        if larger is smaller:
            return
        if len(larger.mentions) < len(smaller.mentions):
            larger, smaller = smaller, larger
        larger.take(smaller)
        self._of.update(dict.fromkeys(smaller.mentions, larger))

    def exclude(self, one: str, other: str) -> bool:
        """Say whether a member of the one's group can't be in a group with one of the other's."""
        ours, theirs = self._of[one], self._of[other]
        if ours is theirs:
            return False
        if not ours.reports.isdisjoint(theirs.reports) or self._judged_different(ours, theirs):
            return True
        return any(self._clash(a, b) for a in ours.makes for b in theirs.makes)

    def _judged_different(self, ours: _Part, theirs: _Part) -> bool:
        ends = ((self._of.get(one), self._of.get(other)) for one, other in self._different)
        return any((a is ours and b is theirs) or (a is theirs and b is ours) for a, b in ends)

    def _clash(self, one: Make, other: Make) -> bool:
        """Say whether two seeds exclude each other; what people joined agrees with what one of its members does."""
        if (one, other) not in self._vetoes:
            self._vetoes[one, other] = all(exclusive(a, b) for a in one for b in other)
        return self._vetoes[one, other]

    def result(self) -> tuple[Group, ...]:
        """Return the groups, and the members of each, in the order of accounts."""
        parts = {id(part): part for part in self._of.values()}.values()
        made = [tuple(sorted((self._known[name] for name in part.mentions), key=order)) for part in parts]
        return tuple(sorted(made, key=lambda group: order(group[0])))
