import datetime as dt
import random
from dataclasses import replace
from pathlib import Path

import lightgbm
import numpy as np
import pytest
from tests.reconcile.accounts import DAY, make_account, on

from tocsin.errors import InputError
from tocsin.learned.trees import Forest
from tocsin.reconcile.account import Account
from tocsin.reconcile.evidence import NAMES
from tocsin.reconcile.rarity import BUCKETS, Rarity
from tocsin.train.forests import as_forest
from tocsin.train.rarities import rarities, sketch_of
from tocsin.train.same_incident import learn, write
from tocsin.train.trial import trial

WORDS = [f"{first}{last}" for first in ("bal", "dor", "kim", "lan", "mer", "nor", "pel") for last in ("ak", "et", "io")]


def told(number: int, incident: int) -> Account:
    """A report of one of many incidents, each with a few words of its own."""
    own, any_ = random.Random(incident), random.Random(number)  # noqa: S311  # the same in every run
    body = " ".join([*own.sample(WORDS, 5), *any_.sample(WORDS, 4)])
    day = DAY + dt.timedelta(days=incident)
    made = make_account(f"r{number}", title=f"Attack {body[:9]}", evidence=body, time=on(day), published=day)
    return Account(made.mention, replace(made.report, body=body))


ACCOUNTS = [told(number, number // 3) for number in range(120)]
INCIDENTS = [str(number // 3) for number in range(120)]


def test_equal_input_gives_equal_weights_that_tell_incidents_apart(tmp_path: Path) -> None:
    made = learn(ACCOUNTS, INCIDENTS, [])
    assert made == learn(ACCOUNTS, INCIDENTS, [])
    trees, cells, learnt = made
    assert learnt["reports"] == 120
    assert learnt["same"] > 0
    write(tmp_path, trees, cells, learnt)
    assert {path.name for path in tmp_path.iterdir()} == {"same.json", "rarity.bin", "training.json"}
    assert len((tmp_path / "rarity.bin").read_bytes()) == BUCKETS
    assert Forest(trees).names == NAMES


def test_a_trial_grades_what_was_learnt_without() -> None:
    grade = trial(ACCOUNTS, INCIDENTS, [], 3)
    assert grade == trial(ACCOUNTS, INCIDENTS, [], 3)
    assert grade.precision > 0.5
    assert 0.3 < grade.recall <= 1.0


def test_trees_say_what_the_booster_says() -> None:
    drawn = np.random.default_rng(7)
    table = drawn.normal(size=(600, len(NAMES)))
    labels = (table[:, 0] + table[:, 3] * table[:, 7] > 0).astype(float)
    booster = lightgbm.train(
        {"objective": "binary", "num_leaves": 9, "verbose": -1}, lightgbm.Dataset(table, labels), 20
    )
    forest = Forest(as_forest(booster, NAMES))
    assert forest.log_odds(table.tolist()) == pytest.approx(booster.predict(table, raw_score=True))
    start, parts = forest.parts(table[0].tolist())
    assert start + sum(parts.values()) == pytest.approx(booster.predict(table[:1], raw_score=True)[0])


def test_one_incident_teaches_nothing() -> None:
    with pytest.raises(InputError, match="too few reports"):
        learn(ACCOUNTS[:3], INCIDENTS[:3], [])


def test_a_term_that_is_common_in_any_corpus_is_common() -> None:
    news = [sketch_of(f"The sheriff found that number {number} was shot.") for number in range(50)]
    wars = [
        sketch_of(f"Shells fell, report {number} said; {'mortar' if number % 2 else 'gun'} fire.")
        for number in range(50)
    ]
    table = Rarity(rarities([news, wars]))
    assert table.of("words", "sheriff") == 0.0
    assert table.of("words", "mortar") < 1.0
    assert table.of("words", "unheard") > 3.0
