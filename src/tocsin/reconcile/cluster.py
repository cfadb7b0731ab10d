"""Accounts to groups, one incident each: average linkage over their links, bound by judgements."""

from collections.abc import Iterable, Sequence

from tocsin.model import Judgement
from tocsin.reconcile.account import Account, order
from tocsin.reconcile.judgements import Bindings, bindings
from tocsin.reconcile.partition import pairs_of, partition
from tocsin.reconcile.similarity import SAME

Group = tuple[Account, ...]

MOST_COMPARED = 40
"""With so many members of one incident an account is compared, those first that share most with it."""


def groups(
    accounts: Sequence[Account],
    links: Iterable[tuple[str, str, float]],
    judgements: Iterable[Judgement] = (),
    whole: Iterable[Iterable[str]] = (),
) -> tuple[Group, ...]:
    """Return the accounts in groups, one incident each, whatever the order of what comes in.

    `links` are pairs of mention ids with their score. Two groups become one while the mean score between them is at
    least `SAME`, the surest first; never where both hold a mention of one report, or where a judgement says
    "different". A judgement "same" joins whatever the rest says. `whole` are sets of mentions that stay together.
    """
    known = sorted({account.mention.id: account for account in accounts}.values(), key=order)
    at = {account.mention.id: number for number, account in enumerate(known)}
    bound = bindings(judgements)
    scored = pairs_of((at[one], at[other], score) for one, other, score in links if one in at and other in at)
    reports = [account.report.id for account in known]
    different = {frozenset((at[a], at[b])) for a, b in bound.different if a in at and b in at}
    of_different = {item for pair in different for item in pair}

    def forbidden(ours: Sequence[int], theirs: Sequence[int]) -> bool:
        if not {reports[one] for one in ours}.isdisjoint(reports[other] for other in theirs):
            return True
        judged = [one for one in theirs if one in of_different]
        return any(frozenset((one, other)) in different for one in ours if one in of_different for other in judged)

    made = partition(_seeds(at, bound, whole), scored, SAME, forbidden, MOST_COMPARED)
    found = [tuple(known[item] for item in sorted(members)) for members in made]
    return tuple(sorted(found, key=lambda group: order(group[0])))


def _seeds(at: dict[str, int], bound: Bindings, whole: Iterable[Iterable[str]]) -> list[list[int]]:
    """Return what belongs together before any link is looked at; judgements part what is only kept whole."""
    root = {name: name for name in at}

    def find(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    for one, other in sorted(bound.same):
        if one in at and other in at:
            root[find(one)] = find(other)
    judged = {name for pair in bound.different for name in pair} | bound.alone
    for names in whole:
        held = [name for name in names if name in at]
        if judged.isdisjoint(held):
            for name in held[1:]:
                root[find(name)] = find(held[0])
    seeds: dict[str, list[int]] = {}
    for name, number in at.items():
        seeds.setdefault(find(name), []).append(number)
    return list(seeds.values())
