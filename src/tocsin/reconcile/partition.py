"""Groups by average linkage: the two groups that agree best become one, as long as they agree enough."""

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Pair = tuple[int, int]

ABSENT = 0.01
"""What a pair scores whose link isn't known: it was compared and disagreed, or nothing brought it together."""


@dataclass(slots=True)
class _Group:
    """Members; by neighbouring group the sum of the known scores and how many are known."""

    members: list[int]
    near: dict[int, tuple[float, int]] = field(default_factory=dict)


def partition(
    seeds: Sequence[Sequence[int]],
    scores: Mapping[Pair, float],
    least: float,
    forbidden: Callable[[Sequence[int], Sequence[int]], bool],
    most: int,
) -> list[list[int]]:
    """Return the items in groups, of which the mean score of any two is under `least`, or that mustn't be one.

    `seeds` are groups to begin with, every item in one; `scores` are of pairs of items, the smaller first. The mean
    counts unknown pairs as `ABSENT`, though of more than `most` items a side no further ones: nobody compares a new
    account with all five hundred copies of a story. Ties go to the smallest items, so that the order of what comes in
    doesn't matter.
    """
    groups = {min(seed): _Group(sorted(seed)) for seed in seeds}
    of = {item: name for name, group in groups.items() for item in group.members}
    for (one, other), score in sorted(scores.items()):
        a, b = of[one], of[other]
        if a != b:
            for x, y in ((a, b), (b, a)):
                total, known = groups[x].near.get(y, (0.0, 0))
                groups[x].near[y] = total + score, known + 1

    def mean(a: int, b: int) -> float:
        total, known = groups[a].near[b]
        pairs = max(min(len(groups[a].members), most) * min(len(groups[b].members), most), known)
        return round((total + ABSENT * (pairs - known)) / pairs, 9)

    heap = [(-value, a, b) for a in groups for b in groups[a].near if a < b and (value := mean(a, b)) >= least]
    heapq.heapify(heap)
    while heap:
        value, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups or b not in groups[a].near or -value != mean(a, b):
            continue
        if forbidden(groups[a].members, groups[b].members):
            continue
        _join(groups, a, b)
        for other in groups[a].near:
            if (now := mean(a, other)) >= least:
                heapq.heappush(heap, (-now, min(a, other), max(a, other)))
    return [group.members for _, group in sorted(groups.items())]


def _join(groups: dict[int, _Group], a: int, b: int) -> None:
    taken = groups.pop(b)
    own = groups[a]
    own.members = sorted(own.members + taken.members)
    own.near.pop(b)
    for other, (total, known) in taken.near.items():
        if other == a:
            continue
        before, more = own.near.get(other, (0.0, 0))
        own.near[other] = groups[other].near[a] = total + before, known + more
        del groups[other].near[b]


def pairs_of(links: Iterable[tuple[int, int, float]]) -> dict[Pair, float]:
    """Return the best score of each pair of links, whichever end is named first."""
    best: dict[Pair, float] = {}
    for one, other, score in links:
        if one != other:
            key = (one, other) if one < other else (other, one)
            best[key] = max(score, best.get(key, 0.0))
    return best
