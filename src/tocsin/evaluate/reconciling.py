"""How well reports are grouped by incident: B-cubed, pairwise, MUC and CEAF-e precision, recall and F1, and CoNLL."""

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


def muc(gold: Mapping[str, Hashable], system: Mapping[str, Hashable]) -> Grade:
    """Return the links that are right: an incident of n items in k groups lacks k - 1 (Vilain and others 1995)."""
    both, ours, theirs = _sizes(gold, system)
    kept = len(gold) - len(both)
    made, wanted = len(gold) - len(ours), len(gold) - len(theirs)
    return Grade(kept / made if made else 1.0, kept / wanted if wanted else 1.0)


def ceaf_e(gold: Mapping[str, Hashable], system: Mapping[str, Hashable]) -> Grade:
    """Return how well groups and incidents fit when paired one to one (Luo 2005, entity based).

    A pair is worth twice what both hold over the sum of their sizes. Pairs are taken from the best down, which is at
    most a little under the best pairing as a whole.
    """
    both, ours, theirs = _sizes(gold, system)
    rated = sorted(
        (
            (2 * count / (ours[group] + theirs[incident]), str(incident), str(group), incident, group)
            for (incident, group), count in both.items()
        ),
        key=lambda each: (-each[0], each[1], each[2]),
    )
    worth, paired = 0.0, set()
    for value, _, _, incident, group in rated:
        if ("incident", incident) not in paired and ("group", group) not in paired:
            paired |= {("incident", incident), ("group", group)}
            worth += value
    return Grade(worth / len(ours), worth / len(theirs)) if gold else Grade(0.0, 0.0)


def conll(gold: Mapping[str, Hashable], system: Mapping[str, Hashable]) -> float:
    """Return the mean F1 of MUC, B-cubed and CEAF-e, as the CoNLL shared tasks score coreference."""
    return (muc(gold, system).f1 + b_cubed(gold, system).f1 + ceaf_e(gold, system).f1) / 3


MEASURES = {"B-cubed": b_cubed, "pairwise": pairwise, "MUC": muc, "CEAF-e": ceaf_e}
"""The measures by name."""

Sizes = tuple[Counter[tuple[Hashable, Hashable]], Counter[Hashable], Counter[Hashable]]


def _sizes(gold: Mapping[str, Hashable], system: Mapping[str, Hashable]) -> Sizes:
    if gold.keys() != system.keys():
        raise ValueError("both groupings must hold the same items")
    both = Counter((gold[item], system[item]) for item in gold)
    return both, Counter(system.values()), Counter(gold.values())
