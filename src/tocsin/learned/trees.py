"""A forest of regression trees: evidence in, log-odds out, and what each piece of evidence added."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
_CHUNK = 256


class Forest:
    """Trees, each a list by node and the root first.

    `feature` is the number of the evidence that a node asks for, -1 at a leaf; up to `threshold` the way goes on to the
    node `left`, else to `right`. `value` is a leaf's log-odds, and of another node the mean of what lies below it,
    weighted by training pairs. `depth` is the longest way; a leaf leads to itself.
    """

    def __init__(self, made: Mapping[str, Any]) -> None:
        self.names = tuple(made["names"])
        size = max(len(tree["feature"]) for tree in made["trees"])
        self._feature, self._left, self._right = (
            self._matrix(made, key, size, np.int32) for key in ("feature", "left", "right")
        )
        self._threshold, self._value = (self._matrix(made, key, size, np.float64) for key in ("threshold", "value"))
        self._leaf = self._feature < 0
        self._depth = int(made["depth"])
        self._rows = np.arange(len(made["trees"]))
        # The same with all nodes in one row: those that a node leads to by their number in it.
        self._roots = self._rows * size
        self._asked = np.maximum(self._feature, 0).ravel()
        self._limits = self._threshold.ravel()
        self._lefts, self._rights = ((side + self._roots[:, None]).ravel() for side in (self._left, self._right))

    @staticmethod
    def _matrix(made: Mapping[str, Any], key: str, size: int, kind: Any) -> Any:
        return np.array([tree[key] + [0] * (size - len(tree[key])) for tree in made["trees"]], dtype=kind)

    def log_odds(self, vectors: Sequence[Sequence[float]] | Numbers) -> Numbers:
        """Return the log-odds of each vector of evidence."""
        table = np.asarray(vectors, dtype=np.float64).reshape(-1, len(self.names))
        parts = [self._some(table[at : at + _CHUNK]) for at in range(0, len(table), _CHUNK)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _some(self, table: Numbers) -> Numbers:
        """Walk all trees at once: a few vectors, which is what a new report brings, cost no more than one tree did."""
        columns = (np.arange(len(table)) * len(self.names))[:, None]
        cells = table.ravel()
        at = np.repeat(self._roots[None, :], len(table), axis=0)
        for _ in range(self._depth):
            goes_left = cells[columns + self._asked[at]] <= self._limits[at]
            at = np.where(goes_left, self._lefts[at], self._rights[at])
        # Added up tree by tree, so that the sum doesn't depend on how many vectors there are.
        found: Numbers = np.cumsum(self._value.ravel()[at], axis=1)[:, -1]
        return found

    def parts(self, vector: Sequence[float]) -> tuple[float, dict[str, float]]:
        """Return what is taken before any evidence, and what each piece of evidence adds to it: log-odds in all.

        A step from a node to the one below adds the difference of their values to the evidence that was asked.
        """
        start = float(self._value[:, 0].sum())
        added = dict.fromkeys(self.names, 0.0)
        for tree in self._rows:
            node = 0
            while not self._leaf[tree, node]:
                feature = int(self._feature[tree, node])
                side = self._left if vector[feature] <= self._threshold[tree, node] else self._right
                below = int(side[tree, node])
                added[self.names[feature]] += float(self._value[tree, below] - self._value[tree, node])
                node = below
        return start, added
