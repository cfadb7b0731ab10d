"""A forest of regression trees: evidence in, log-odds out, and what each piece of evidence added."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Nodes = NDArray[np.int32]
_CHUNK = 64
_TOGETHER = 4
"""Steps that all ways take, before those that have come to a leaf are left behind."""


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
        # The same with all nodes in one row, and where each leads to side by side: right, left.
        self._roots = (self._rows * size).astype(np.int32)
        self._asked = np.maximum(self._feature, 0).ravel()
        self._limits = self._threshold.ravel()
        sides = [(side + self._roots[:, None]).ravel() for side in (self._right, self._left)]
        self._next = np.stack(sides, axis=1).ravel().astype(np.int32)
        self._goes_on = ~self._leaf.ravel()

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
        rows, trees = len(table), len(self._roots)
        cells = np.ascontiguousarray(table).ravel()
        columns = np.repeat(np.arange(rows, dtype=np.int32) * np.int32(len(self.names)), trees)
        at = np.tile(self._roots, rows)
        for _ in range(min(_TOGETHER, self._depth)):
            at = self._step(at, cells, columns)
        going = np.flatnonzero(self._goes_on.take(at))
        while len(going):
            at[going] = here = self._step(at[going], cells, columns[going])
            going = going[self._goes_on.take(here)]
        # Added up tree by tree, so that the sum doesn't depend on how many vectors there are.
        found: Numbers = np.cumsum(self._value.ravel().take(at).reshape(rows, trees), axis=1)[:, -1]
        return found

    def _step(self, at: Nodes, cells: Numbers, columns: Nodes) -> Nodes:
        goes_left = cells.take(columns + self._asked.take(at)) <= self._limits.take(at)
        found: Nodes = self._next.take(2 * at + goes_left)
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
