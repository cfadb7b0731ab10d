"""Chooses the chances from which on fillers and types count, on texts that nothing was fitted to."""

from collections.abc import Sequence
from itertools import product

from tocsin.evaluate.muc4_score import ceaf_ree, ceaf_tf
from tocsin.evaluate.muc4_told import Thresholds, templates_told
from tocsin.read.roles.fillers import Told
from tocsin.train.reader.examples import Example, as_templates

STEPS = (0.2, 0.24, 0.28, 0.32, 0.36)


def choose(examples: Sequence[Example], told: Sequence[Told]) -> tuple[Thresholds, float, float]:
    """Return the thresholds with the best sum of F1 for fillers (CEAF-REE) and templates (CEAF-TF), and both."""
    gold = {example.id: as_templates(example) for example in examples}

    def grade(least: Thresholds) -> tuple[float, float]:
        found = {example.id: templates_told(each, least) for example, each in zip(examples, told, strict=True)}
        return ceaf_ree(gold, found).all.f1, ceaf_tf(gold, found).all.f1

    grades = {least: grade(least) for least in (Thresholds(*each) for each in product(STEPS, repeat=3))}
    best = max(grades, key=lambda least: sum(grades[least]))
    return best, *grades[best]
