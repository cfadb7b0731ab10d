"""How well reports are grouped by incident: B-cubed and pairwise precision, recall and F1."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grade:
    """Precision and recall, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        whole = self.precision + self.recall
        return 2 * self.precision * self.recall / whole if whole else 0.0


def b_cubed(gold: Mapping[str, Hashable], system: Mapping[str, Hashable]) -> Grade:
    """Return the mean over items of how much of its group is right, and how much of its incident it is with.

    Both map the same items to the group that each is in (Bagga and Baldwin 1998).
    """
    both, ours, theirs = _sizes(gold, system)
    items = len(gold)
    precision = sum(count * count / ours[group] for (_, group), count in both.items())
    recall = sum(count * count / theirs[incident] for (incident, _), count in both.items())
    return Grade(precision / items, recall / items) if items else Grade(0.0, 0.0)


def pairwise(gold: Mapping[str, Hashable], system: Mapping[str, Hashable]) -> Grade:
    """Return the share of the pairs grouped that belong together, and of those that belong together grouped."""
    both, ours, theirs = _sizes(gold, system)
    right, made, wanted = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, ours, theirs))
    return Grade(right / made if made else 1.0, right / wanted if wanted else 1.0)


Sizes = tuple[Counter[tuple[Hashable, Hashable]], Counter[Hashable], Counter[Hashable]]


def _sizes(gold: Mapping[str, Hashable], system: Mapping[str, Hashable]) -> Sizes:
    if gold.keys() != system.keys():
        raise ValueError("both groupings must hold the same items")
    both = Counter((gold[item], system[item]) for item in gold)
    return both, Counter(system.values()), Counter(gold.values())
