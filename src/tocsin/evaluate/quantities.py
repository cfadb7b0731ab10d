"""How well counts are found and valued: words exactly those of the gold, and bounds exactly those of the gold."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tocsin.errors import FormatError
from tocsin.evaluate.json_lines import numbered_lines
from tocsin.model import Quantity, Report, report_id


class Count(NamedTuple):
    """A count: its characters [start, end) in the text, its bounds, and whether it is given as approximate."""

    start: int
    end: int
    low: int | None
    high: int | None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text whose counts are known; `part` says what it is for, such as "development" or "held-out"."""

    id: str
    part: str
    text: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class QuantityScores:
    """Numbers of counts: in the gold, answered, of the same words, of the same words and bounds, approximate alike."""

    gold: int = 0
    given: int = 0
    found: int = 0
    valued: int = 0
    alike: int = 0

    @property
    def precision(self) -> float:
        """Share of the answered counts whose words are those of a gold count."""
        return _share(self.found, self.given)

    @property
    def recall(self) -> float:
        """Share of the gold counts whose very words were found."""
        return _share(self.found, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.found, self.gold + self.given)

    @property
    def value(self) -> float:
        """Share of the counts found that have the gold's low and high."""
        return _share(self.valued, self.found)

    @property
    def approximate(self) -> float:
        """Share of the counts found that are approximate where the gold is and nowhere else."""
        return _share(self.alike, self.found)

    @property
    def both(self) -> float:
        """F1 of counts that are right in words and bounds."""
        return _share(2 * self.valued, self.gold + self.given)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def read_gold(path: Path) -> list[GoldText]:
    """Return the texts of a JSON Lines file; FormatError names a line that isn't one.

    Each line is an object with `text` and `counts`, a list of objects with `start`, `end`, `low` and `high` and perhaps
    `words` (checked against the text) and `approximate`; `id` and `part` may be left out.
    """
    return [_gold(path, number, line) for number, line in numbered_lines(path)]


def _gold(path: Path, number: int, line: str) -> GoldText:
    try:
        row: dict[str, Any] = json.loads(line)
        counts = tuple(_count(row["text"], each) for each in row["counts"])
        return GoldText(str(row.get("id", number)), str(row.get("part", "all")), row["text"], counts)
    except (ValueError, KeyError, TypeError) as error:
        advice = "one JSON object a line, with text and counts (start, end, low, high)"
        raise FormatError(f"{path}, line {number}: {error!r}", advice=advice) from error


def _count(text: str, row: dict[str, Any]) -> Count:
    start, end = int(row["start"]), int(row["end"])
    words = text[start:end]
    if not words or row.get("words", words) != words:
        raise ValueError(f"characters {start} to {end} are {words!r}, not {row.get('words')!r}")
    low, high = (None if row[name] is None else int(row[name]) for name in ("low", "high"))
    return Count(start, end, low, high, bool(row.get("approximate", False)))


def answer(gold: GoldText, find: Callable[[Report], Sequence[Quantity]]) -> tuple[Count, ...]:
    """Return the counts that `find` finds in a text, placed in it."""
    report = Report(id=report_id("", gold.text), title="", body=gold.text)
    shift = len(report.text) - len(report.body)
    return tuple(
        Count(each.spans[0].start - shift, each.spans[0].end - shift, each.low, each.high, each.approximate)
        for each in find(report)
    )


def score(pairs: Iterable[tuple[GoldText, Sequence[Count]]]) -> QuantityScores:
    """Compare answers with the gold; an answer is found where its words are exactly those of a gold count."""
    gold = given = found = valued = alike = 0
    for text, answers in pairs:
        known = {(count.start, count.end): count for count in text.counts}
        hits = [(known[each[:2]], each) for each in answers if each[:2] in known]
        gold, given, found = gold + len(known), given + len(answers), found + len(hits)
        valued += sum(true[2:4] == each[2:4] for true, each in hits)
        alike += sum(true.approximate == each.approximate for true, each in hits)
    return QuantityScores(gold, given, found, valued, alike)


def by_part(pairs: Sequence[tuple[GoldText, Sequence[Count]]]) -> dict[str, QuantityScores]:
    """Return the scores of each part of the gold, in the order in which they first occur, and of all."""
    parts = dict.fromkeys(text.part for text, _ in pairs)
    scores = {part: score(pair for pair in pairs if pair[0].part == part) for part in parts}
    return scores | {"all": score(pairs)}


def figures(scores: QuantityScores) -> dict[str, float]:
    """Return the counts and the shares by name."""
    shares = ("precision", "recall", "f1", "value", "approximate", "both")
    return asdict(scores) | {name: getattr(scores, name) for name in shares}


def lines(pairs: Iterable[tuple[GoldText, Sequence[Count]]]) -> Iterator[str]:
    """Yield the answers in the format of the gold, one JSON object a text."""
    for gold, answers in pairs:
        counts = [
            {"start": each.start, "end": each.end, "words": gold.text[each.start : each.end], **_bounds(each)}
            for each in answers
        ]
        row = {"id": gold.id, "part": gold.part, "text": gold.text, "counts": counts}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def _bounds(count: Count) -> dict[str, int | bool | None]:
    return {"low": count.low, "high": count.high, "approximate": count.approximate}
