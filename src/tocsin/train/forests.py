"""Grows forests of regression trees with LightGBM, and writes them as `tocsin.learned.trees` reads them."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from numpy.typing import NDArray

PARAMETERS: Mapping[str, Any] = {
    "objective": "binary",
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 2,
    "verbose": -1,
}


class Shape(NamedTuple):
    """How a forest grows: rows of a leaf at least, trees, leaves of a tree at most, and how fast it learns.

    `damping` draws leaves to nothing (L2); `share` is that of the evidence which each tree may ask for; of `forests`
    grown with seeds of their own the mean is taken.
    """

    leaf: int
    trees: int = 200
    leaves: int = 15
    rate: float = 0.06
    damping: float = 0.0
    share: float = 0.5
    forests: int = 1


def grow(
    names: Sequence[str],
    evidence: NDArray[np.float64],
    labels: NDArray[np.float64],
    shape: Shape,
    *,
    seed: int,
    weights: NDArray[np.float64] | None = None,
) -> dict[str, Any]:
    """Return trees that tell rows of evidence labelled 1 from those labelled 0.

    Equal input and seed give equal trees.
    """
    rows = lightgbm.Dataset(evidence, labels, weight=weights)
    grown = {"num_leaves": shape.leaves, "min_data_in_leaf": shape.leaf, "learning_rate": shape.rate}
    grown |= {"lambda_l2": shape.damping, "feature_fraction": shape.share}
    boosters = [
        lightgbm.train({**PARAMETERS, **grown, "seed": seed + each}, rows, shape.trees) for each in range(shape.forests)
    ]
    return _mean([as_forest(booster, names) for booster in boosters])


def _mean(forests: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Put forests together as one whose log-odds are the mean of theirs."""
    trees = [tree for forest in forests for tree in forest["trees"]]
    for tree in trees:
        tree["value"] = [value / len(forests) for value in tree["value"]]
    return {**forests[0], "depth": max(forest["depth"] for forest in forests), "trees": trees}


def as_forest(booster: lightgbm.Booster, names: Sequence[str]) -> dict[str, Any]:
    """Return a booster's trees by node, root first; `names` are those of the evidence."""
    trees, depth = [], 0
    for each in booster.dump_model()["tree_info"]:
        nodes: dict[str, list[Any]] = {key: [] for key in ("feature", "threshold", "left", "right", "value")}
        depth = max(depth, _add(each["tree_structure"], nodes)[2])
        trees.append(nodes)
    return {"names": list(names), "depth": depth, "trees": trees}


def _add(node: Mapping[str, Any], nodes: dict[str, list[Any]]) -> tuple[int, int, int]:
    """Add a node and all below; return its number, its count of training pairs, and how many steps lie below it."""
    number = len(nodes["feature"])
    leaf = "leaf_value" in node
    nodes["feature"].append(-1 if leaf else node["split_feature"])
    nodes["threshold"].append(0.0 if leaf else node["threshold"])
    for key in ("left", "right"):
        nodes[key].append(number)
    nodes["value"].append(node["leaf_value"] if leaf else 0.0)
    if leaf:
        return number, node.get("leaf_count", 0), 0
    left, right = _add(node["left_child"], nodes), _add(node["right_child"], nodes)
    nodes["left"][number], nodes["right"][number] = left[0], right[0]
    whole = left[1] + right[1]
    value = sum(nodes["value"][each[0]] * each[1] for each in (left, right)) / whole if whole else 0.0
    nodes["value"][number] = value
    return number, whole, 1 + max(left[2], right[2])
