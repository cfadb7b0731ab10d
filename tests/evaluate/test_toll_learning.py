import json

from tocsin.evaluate.conditional_logit import as_file
from tocsin.evaluate.toll_learning import RAREST, Example, learn
from tocsin.read.toll_evidence import Evidence, Fact
from tocsin.read.toll_model import chances


def evidence(*facts: Fact, died: bool = False) -> Evidence:
    cues = frozenset({("lead", "died")}) if died else frozenset()
    return Evidence((), facts, cues, frozenset(), None, None)  # type: ignore[arg-type]  # pairs of literals


def shot(number: int, *, died: bool = False) -> Evidence:
    return evidence(Fact("lead shot count first", "shot", number), died=died)


def test_what_examples_show_is_learnt_and_does_not_depend_on_chance() -> None:
    examples = [Example(shot(2 + n % 4), (0, 2 + n % 4)) for n in range(2 * RAREST)]
    examples += [Example(shot(2 + n % 4, died=True), (1, 1 + n % 4)) for n in range(2 * RAREST)]
    weights = learn(examples, rounds=60)
    assert weights == learn(examples, rounds=60)
    alive, dead = chances(shot(7), weights), chances(shot(7, died=True), weights)
    assert max(alive, key=lambda pair: alive[pair]) == (0, 7)
    assert max(dead, key=lambda pair: dead[pair]) == (1, 6)


def test_tolls_that_no_candidate_gives_teach_nothing() -> None:
    assert learn([Example(shot(3), (40, 90))] * (2 * RAREST), rounds=5) == {}


def test_the_file_holds_the_weights() -> None:
    assert json.loads(as_file({"a: killed same": 0.25, "b": -1.0})) == {"a: killed same": 0.25, "b": -1.0}
