"""Learns which reports are worth a parse: a linear model over stems, and the chance from which a report is read."""

import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tocsin.errors import InputError
from tocsin.model import Report
from tocsin.read.gate import may_tell, words_of
from tocsin.read.triage import CELLS, Cells, Triage, Values, features, words_in

STEPS = 400
RATE = 0.5
DECAY = 5e-6
"""How strongly weights are held towards none."""
FOLDS = 5
LOST = 0.01
"""Share of the relevant texts, each judged without its own source, that the threshold gives up."""


@dataclass(frozen=True, slots=True)
class Text:
    """A report to learn from, where it comes from, and whether it is relevant."""

    report: Report
    source: str
    relevant: bool


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The features of many texts, one after the other: `starts` says where each text's begin."""

    cells: Cells
    values: Values
    row: Cells
    labels: Values
    weights: Values


def learn(texts: Sequence[Text]) -> tuple[Triage, dict[str, Any]]:
    """Return the triage, and what it was learnt from; InputError where one of both kinds is missing."""
    told = [text for text in texts if may_tell(words_of(text.report.text))]
    if len({text.relevant for text in told}) < 2:
        raise InputError("only one kind of text to learn from", advice="give relevant and irrelevant ones")
    found = [features(words_in(text.report)) for text in told]
    chances = _apart(told, found)
    kept = np.sort(np.array([chance for chance, text in zip(chances, told, strict=True) if text.relevant]))
    threshold = float(kept[int(LOST * len(kept))])
    weights, bias = _fit(_rows(told, found))
    passed = np.array([chance >= threshold for chance in chances])
    relevant = np.array([text.relevant for text in told])
    learnt = {
        "texts": len(texts),
        "relevant": sum(text.relevant for text in texts),
        "without any word": len(texts) - len(told),
        "relevant without any word": sum(text.relevant for text in texts) - int(relevant.sum()),
        "kept apart, relevant": round(float(passed[relevant].mean()), 4),
        "kept apart, irrelevant": round(float(passed[~relevant].mean()), 4),
        "sources": dict(sorted(_counts(texts).items())),
    }
    return Triage(weights, bias, round(threshold, 4)), learnt


def _counts(texts: Sequence[Text]) -> dict[str, int]:
    found: dict[str, int] = {}
    for text in texts:
        found[text.source] = found.get(text.source, 0) + 1
    return found


def _apart(texts: Sequence[Text], found: Sequence[tuple[Cells, Values]]) -> list[float]:
    """Return the chance of each text by what all other parts teach: all other sources where there are several."""
    chances, part = [0.0] * len(texts), _parts(texts)
    for left in sorted(set(part)):
        others = [number for number, each in enumerate(part) if each != left]
        weights, bias = _fit(_rows([texts[number] for number in others], [found[number] for number in others]))
        for number, each in enumerate(part):
            if each == left:
                cells, values = found[number]
                chances[number] = 1 / (1 + math.exp(-(bias + float(weights[cells] @ values))))
    return chances


def _parts(texts: Sequence[Text]) -> list[str]:
    """Return which part each text is of: its source, or one of a few by turns where one source holds all of a kind."""
    kinds = [{text.source for text in texts if text.relevant is kind} for kind in (True, False)]
    if min(len(sources) for sources in kinds) > 1:
        return [text.source for text in texts]
    turn = {True: -1, False: -1}
    found = []
    for text in texts:
        turn[text.relevant] += 1
        found.append(str(turn[text.relevant] % FOLDS))
    return found


def _rows(texts: Sequence[Text], found: Sequence[tuple[Cells, Values]]) -> Rows:
    labels = np.array([float(text.relevant) for text in texts])
    sizes = np.array([len(cells) for cells, _ in found])
    share = labels.mean()
    return Rows(
        cells=np.concatenate([cells for cells, _ in found]),
        values=np.concatenate([values for _, values in found]),
        row=np.repeat(np.arange(len(texts)), sizes),
        labels=labels,
        weights=np.where(labels > 0, 0.5 / share, 0.5 / (1 - share)) / len(labels),
    )


def _fit(rows: Rows) -> tuple[Values, float]:
    """Return weights and bias of a logistic regression, both kinds of text counting alike."""
    weights, bias = np.zeros(CELLS), 0.0
    steps, bias_step = np.full(CELLS, 1e-8), 1e-8
    for _ in range(STEPS):
        sums = np.bincount(rows.row, weights[rows.cells] * rows.values, minlength=len(rows.labels)) + bias
        wrong = (_logistic(sums) - rows.labels) * rows.weights
        slope = np.bincount(rows.cells, wrong[rows.row] * rows.values, minlength=CELLS) + DECAY * weights
        steps += slope**2
        bias_step += float(wrong.sum()) ** 2
        weights -= RATE * slope / np.sqrt(steps)
        bias -= RATE * float(wrong.sum()) / bias_step**0.5
    return weights, bias


def _logistic(sums: NDArray[Any]) -> Values:
    found: Values = 1 / (1 + np.exp(-np.clip(sums, -30, 30)))
    return found


def write(folder: Path, triage: Triage, learnt: dict[str, Any]) -> None:
    """Write the weights, a byte a cell, and beside them what `read.triage` needs and what they were learnt from."""
    scale = float(np.abs(triage.weights).max()) / 127
    cells = np.round(triage.weights / scale).astype(np.int8).tobytes()
    digest = hashlib.sha256(cells).hexdigest()
    told = {"scale": scale, "bias": triage.bias, "threshold": triage.threshold, "digest": digest, "learnt": learnt}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "triage.bin").write_bytes(cells)
    (folder / "triage.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
