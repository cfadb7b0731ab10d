import random
from collections.abc import Callable, Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tocsin.reconcile.partition import ABSENT, Pair, partition

LEAST, MOST = 0.3, 40
SCORES = st.sampled_from([0.05, 0.2, 0.29, 0.3, 0.31, 0.5, 0.7, 0.95, 1.0])


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, dict[Pair, float]]:
    size = draw(st.integers(1, 9))
    pairs = list(combinations(range(size), 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return size, {pair: draw(SCORES) for pair in chosen}


def apart(pairs: Sequence[Pair]) -> Callable[[Sequence[int], Sequence[int]], bool]:
    kept = set(pairs)

    def forbidden(ours: Sequence[int], theirs: Sequence[int]) -> bool:
        return any((min(one, other), max(one, other)) in kept for one in ours for other in theirs)

    return forbidden


def alone(size: int) -> list[list[int]]:
    return [[item] for item in range(size)]


def mean(ours: Sequence[int], theirs: Sequence[int], scores: dict[Pair, float]) -> float:
    known = [scores.get((min(one, other), max(one, other)), ABSENT) for one in ours for other in theirs]
    return sum(known) / len(known)


@given(graphs(), st.randoms(use_true_random=False))
def test_every_item_is_in_one_group_whatever_the_order(graph: tuple[int, dict[Pair, float]], at: random.Random) -> None:
    size, scores = graph
    found = partition(alone(size), scores, LEAST, apart([]), MOST)
    assert sorted(item for group in found for item in group) == list(range(size))
    shuffled, seeds = list(scores.items()), alone(size)
    at.shuffle(shuffled)
    at.shuffle(seeds)
    assert partition(seeds, dict(shuffled), LEAST, apart([]), MOST) == found


@given(graphs())
def test_no_two_groups_are_left_that_agree_enough(graph: tuple[int, dict[Pair, float]]) -> None:
    size, scores = graph
    found = partition(alone(size), scores, LEAST, apart([]), MOST)
    assert all(mean(one, other, scores) < LEAST + 1e-8 for one, other in combinations(found, 2))


@given(graphs())
def test_a_group_of_several_has_a_pair_that_agrees_enough(graph: tuple[int, dict[Pair, float]]) -> None:
    size, scores = graph
    for group in partition(alone(size), scores, LEAST, apart([]), MOST):
        assert len(group) == 1 or max(scores.get(pair, 0.0) for pair in combinations(group, 2)) >= LEAST


@given(graphs(), st.data())
def test_what_is_forbidden_is_never_together(graph: tuple[int, dict[Pair, float]], data: st.DataObject) -> None:
    size, scores = graph
    pairs = data.draw(st.lists(st.sampled_from(sorted(scores)), unique=True)) if scores else []
    for group in partition(alone(size), scores, LEAST, apart(pairs), MOST):
        assert set(pairs).isdisjoint(combinations(sorted(group), 2))


@given(graphs(), st.data())
def test_what_begins_together_stays_together(graph: tuple[int, dict[Pair, float]], data: st.DataObject) -> None:
    size, scores = graph
    parts = data.draw(st.lists(st.integers(0, 3), min_size=size, max_size=size))
    seeds = [[item for item in range(size) if parts[item] == part] for part in sorted(set(parts))]
    found = partition(seeds, scores, LEAST, apart([]), MOST)
    assert all(any(set(seed) <= set(group) for group in found) for seed in seeds)


@given(SCORES)
def test_two_items_are_one_where_they_agree_enough(score: float) -> None:
    found = partition(alone(2), {(0, 1): score}, LEAST, apart([]), MOST)
    assert found == ([[0, 1]] if score >= LEAST else [[0], [1]])


def test_one_more_copy_need_not_agree_with_all() -> None:
    copies = list(range(100))
    scores = {(copy, 100): 0.9 for copy in copies[:MOST]}
    assert partition([copies, [100]], scores, LEAST, apart([]), MOST) == [list(range(101))]
    assert len(partition([copies, [100]], scores, LEAST, apart([]), 1_000)) == 1
    assert len(partition([copies, [100]], {(0, 100): 0.9}, LEAST, apart([]), MOST)) == 2
