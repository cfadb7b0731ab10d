"""Many accounts to incidents at once, without a store."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from tocsin.model import Judgement
from tocsin.reconcile.account import Account
from tocsin.reconcile.blocking import block, candidate_pairs, terms
from tocsin.reconcile.cluster import MOST_COMPARED, Group, groups
from tocsin.reconcile.evidence import Side
from tocsin.reconcile.profile import Profile
from tocsin.reconcile.similarity import KEPT, Weights, scores, shipped, side

Link = tuple[str, str, float]


def cluster(
    accounts: Sequence[tuple[Account, Profile]], judgements: Iterable[Judgement] = (), weights: Weights | None = None
) -> tuple[Group, ...]:
    """Return the accounts in groups, one incident each, by the package's weights or others.

    What blocking leads to is compared and grouped; then each group's members that weren't, and all is grouped again.
    """
    held = {account.mention.id: (account, profile) for account, profile in accounts}
    known = [held[name] for name in sorted(held)]
    judged = list(judgements)
    weights = weights or shipped()
    sides = {account.mention.id: side(account, profile, weights) for account, profile in known}
    members = [account for account, _ in known]
    blocks = [block(account) for account in members]
    pairs = candidate_pairs(blocks, [terms(profile, weights.rarity) for _, profile in known])
    seen = {(members[one].mention.id, members[other].mention.id) for one, other in pairs}
    links = _links(seen, sides, weights)
    first = groups(members, links, judged)
    left = {
        (one, other)
        for group in first
        if 2 < len(group) <= MOST_COMPARED
        for one, other in combinations(sorted(account.mention.id for account in group), 2)
    } - seen
    return groups(members, links + _links(left, sides, weights), judged) if left else first


def _links(pairs: Iterable[tuple[str, str]], sides: dict[str, Side], weights: Weights) -> list[Link]:
    ordered = sorted(pairs)
    found = scores([(sides[one], sides[other]) for one, other in ordered], weights)
    return [(one, other, score) for (one, other), score in zip(ordered, found, strict=True) if score >= KEPT]
