import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.learned.trees import Forest
from tocsin.reconcile.similarity import shipped

NAMES = ("days", "kilometres", "killed")
VALUES = st.floats(-2, 2, allow_nan=False)
VECTORS = st.lists(st.tuples(*(VALUES for _ in NAMES)), max_size=5)


@st.composite
def trees(draw: st.DrawFn) -> tuple[dict[str, Any], int]:
    """A tree and its depth: leaves are split in turn, and a leaf leads to itself."""
    tree: dict[str, Any] = {"feature": [-1], "threshold": [0.0], "left": [0], "right": [0], "value": [draw(VALUES)]}
    depths = [0]
    for _ in range(draw(st.integers(0, 6))):
        leaf = draw(st.sampled_from([node for node, feature in enumerate(tree["feature"]) if feature < 0]))
        size = len(depths)
        tree["feature"][leaf] = draw(st.integers(0, len(NAMES) - 1))
        tree["threshold"][leaf] = draw(VALUES)
        tree["left"][leaf], tree["right"][leaf] = size, size + 1
        for node in (size, size + 1):
            for key, value in (("feature", -1), ("threshold", 0.0), ("left", node), ("right", node)):
                tree[key].append(value)
            tree["value"].append(draw(VALUES))
            depths.append(depths[leaf] + 1)
    return tree, max(depths)


FORESTS = st.lists(trees(), min_size=1, max_size=4).map(
    lambda grown: {"names": NAMES, "trees": [tree for tree, _ in grown], "depth": max(depth for _, depth in grown)}
)


def walk(made: dict[str, Any], vector: tuple[float, ...]) -> float:
    total = 0.0
    for tree in made["trees"]:
        node = 0
        while (feature := tree["feature"][node]) >= 0:
            node = tree["left" if vector[feature] <= tree["threshold"][node] else "right"][node]
        total += tree["value"][node]
    return total


@given(FORESTS, VECTORS)
def test_log_odds_are_those_of_walking_every_tree(made: dict[str, Any], vectors: list[tuple[float, ...]]) -> None:
    assert Forest(made).log_odds(vectors).tolist() == [walk(made, vector) for vector in vectors]


@given(FORESTS, VECTORS)
def test_the_parts_add_up_to_the_log_odds(made: dict[str, Any], vectors: list[tuple[float, ...]]) -> None:
    grown = Forest(made)
    for vector, whole in zip(vectors, grown.log_odds(vectors), strict=True):
        start, parts = grown.parts(vector)
        assert start + sum(parts.values()) == pytest.approx(whole)


def test_many_vectors_come_out_as_each_alone() -> None:
    chance = random.Random(7)  # noqa: S311  # the same in every run
    trained = shipped().forest
    vectors = [[chance.uniform(-1, 8) for _ in trained.names] for _ in range(600)]
    alone = [float(trained.log_odds([vector])[0]) for vector in vectors]
    assert trained.log_odds(vectors).tolist() == alone
