"""How well time expressions are found and resolved, against annotated ones."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from tocsin.evaluate.time_gold import GoldTime, TimeText, Value
from tocsin.model import Report, Timex

Find = Callable[[Report], Sequence[Timex]]


class Judged(NamedTuple):
    """A gold expression, an answer, or the two that share characters."""

    text: TimeText
    gold: GoldTime | None
    answer: Timex | None

    @property
    def exact(self) -> bool:
        """Whether the answer covers exactly the gold's characters."""
        return bool(
            self.gold
            and self.answer
            and (self.gold.start, self.gold.end) == (self.answer.spans[0].start, self.answer.spans[0].end)
        )

    @property
    def valued(self) -> bool:
        """Whether start, end and precision of the answer are the gold's."""
        return bool(self.gold and self.answer and self.gold.value == _value(self.answer))


@dataclass(frozen=True, slots=True)
class TimeScores:
    """Counts of one part: gold expressions, answers, and the pairs of them that share characters.

    Of those pairs `exact` have the same characters, `valued` the same value, `right` both.
    """

    gold: int
    answers: int
    pairs: int
    exact: int
    valued: int
    right: int

    @property
    def recall(self) -> float:
        """Share of the gold expressions found with their exact characters."""
        return _share(self.exact, self.gold)

    @property
    def precision(self) -> float:
        """Share of the answers that have a gold expression's exact characters."""
        return _share(self.exact, self.answers)

    @property
    def spans_f1(self) -> float:
        """F1 of the exact spans."""
        return _share(2 * self.exact, self.gold + self.answers)

    @property
    def accuracy(self) -> float:
        """Share of the pairs with the right start, end and precision."""
        return _share(self.valued, self.pairs)

    @property
    def both_precision(self) -> float:
        """Share of the answers that have a gold expression's characters and value."""
        return _share(self.right, self.answers)

    @property
    def both_recall(self) -> float:
        """Share of the gold expressions found with characters and value."""
        return _share(self.right, self.gold)

    @property
    def f1(self) -> float:
        """F1 of exact span and right value together."""
        return _share(2 * self.right, self.gold + self.answers)

    @property
    def figures(self) -> dict[str, float]:
        """Counts and figures by name, to 4 places."""
        names = ("precision", "recall", "spans_f1", "accuracy", "both_precision", "both_recall", "f1")
        return {**asdict(self), **{name: round(getattr(self, name), 4) for name in names}}


def judge_times(texts: Iterable[TimeText], find: Find) -> list[Judged]:
    """Return every gold expression and answer, those that share characters as a pair, exact ones first."""
    judged: list[Judged] = []
    for text in texts:
        free = list(find(text.report))
        pairs = [_partner(gold, free, text.times) for gold in text.times]
        judged.extend(Judged(text, gold, answer) for gold, answer in zip(text.times, pairs, strict=True))
        if text.part != "cases":
            judged.extend(Judged(text, None, answer) for answer in free)
    return judged


def score_times(judged: Iterable[Judged]) -> dict[str, TimeScores]:
    """Return the counts of each part."""
    parts: dict[str, list[Judged]] = {}
    for each in judged:
        parts.setdefault(each.text.part, []).append(each)
    return {part: _counts(each) for part, each in sorted(parts.items())}


def write_judged(path: Path, judged: Iterable[Judged]) -> None:
    """Write what was asked and answered, a JSON line for each expression."""
    with path.open("w", encoding="utf-8") as file:
        for each in judged:
            file.write(json.dumps(_row(each), ensure_ascii=False) + "\n")


def _partner(gold: GoldTime, free: list[Timex], others: Sequence[GoldTime]) -> Timex | None:
    """Take the answer that shares characters with a gold expression out of those that are free."""
    near = [time for time in free if time.spans[0].start < gold.end and gold.start < time.spans[0].end]
    bounds = {(other.start, other.end) for other in others if other is not gold}
    near = [time for time in near if (time.spans[0].start, time.spans[0].end) not in bounds]
    exact = [time for time in near if (time.spans[0].start, time.spans[0].end) == (gold.start, gold.end)]
    found = next(iter(exact or near), None)
    if found is not None:
        free.remove(found)
    return found


def _counts(judged: Sequence[Judged]) -> TimeScores:
    return TimeScores(
        gold=sum(each.gold is not None for each in judged),
        answers=sum(each.answer is not None for each in judged),
        pairs=sum(each.gold is not None and each.answer is not None for each in judged),
        exact=sum(each.exact for each in judged),
        valued=sum(each.valued for each in judged),
        right=sum(each.exact and each.valued for each in judged),
    )


def _value(time: Timex) -> Value:
    return Value(time.start, time.end, time.precision)


def _row(each: Judged) -> dict[str, object]:
    row: dict[str, object] = {"text": each.text.id, "part": each.text.part, "right": each.exact and each.valued}
    if each.gold:
        words = each.text.report.text[each.gold.start : each.gold.end]
        row["gold"] = {"at": each.gold.start, "words": words, **_shown(each.gold.value)}
    if each.answer:
        span = each.answer.spans[0]
        row["answer"] = {"at": span.start, "words": span.text, **_shown(_value(each.answer))}
    return row


def _shown(value: Value) -> dict[str, str | None]:
    start, end = (day.isoformat() if day else None for day in (value.start, value.end))
    return {"start": start, "end": end, "precision": value.precision}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
