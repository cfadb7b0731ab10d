"""How well place names are found and resolved: recall, accuracy within 161 km, and median error, on gold toponyms.

161 km (100 miles) is the customary radius of the field (accuracy@161).
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tocsin.errors import FormatError
from tocsin.model import Report, Toponym, report_id
from tocsin.resolve.toponym_choice import kilometres
from tocsin.resolve.toponym_context import demonyms

RADIUS_KM = 161.0


class GoldToponym(NamedTuple):
    """A place name of a gold text, its characters in `Report.text`, with the true coordinates."""

    name: str
    start: int
    end: int
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class ToponymScores:
    """Counts over all texts; `errors` are the kilometres between answer and gold for the names that were found."""

    gold: int
    errors: tuple[float, ...]

    @property
    def recall(self) -> float:
        """Share of the gold names that were found and given coordinates."""
        return len(self.errors) / self.gold if self.gold else 0.0

    @property
    def accuracy(self) -> float:
        """Share of the found names whose answer lies within 161 km of the gold."""
        return sum(error <= RADIUS_KM for error in self.errors) / len(self.errors) if self.errors else 0.0

    @property
    def median_km(self) -> float:
        """Median error of the found names in kilometres."""
        return median(self.errors) if self.errors else 0.0


def read_gold(path: Path) -> Iterator[tuple[Report, tuple[GoldToponym, ...]]]:
    """Yield texts with their gold toponyms from JSONL: `text`, and `tops` with `start`, `end`, `name`, `lat`, `lon`.

    Left out are names without coordinates, and adjectives and peoples ("Iraqi"), which are no place names here.
    """
    with path.open(encoding="utf-8") as lines:
        yield from _texts(path, lines)


def _texts(path: Path, lines: Iterable[str]) -> Iterator[tuple[Report, tuple[GoldToponym, ...]]]:
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
            report = Report(id=report_id("", row["text"]), title="", body=row["text"])
            yield report, tuple(_gold(report, row["tops"]))
        except (ValueError, KeyError, TypeError) as error:
            advice = "one JSON object a line with text and tops"
            raise FormatError(f"{path}, line {number}: {error}", advice=advice) from error


def _gold(report: Report, rows: Iterable[dict[str, object]]) -> Iterator[GoldToponym]:
    shift = len(report.text) - len(report.body)
    for row in rows:
        name, lat, lon = str(row["name"]), row.get("lat"), row.get("lon")
        if lat is None or lon is None or name.lower() in demonyms():
            continue
        yield GoldToponym(
            name, int(str(row["start"])) + shift, int(str(row["end"])) + shift, float(str(lat)), float(str(lon))
        )


def score_toponyms(
    texts: Iterable[tuple[Report, Sequence[GoldToponym]]], find: Callable[[Report], Sequence[Toponym]]
) -> ToponymScores:
    """Compare what `find` finds with the gold; an answer counts for the gold name that its words overlap."""
    count, errors = 0, []
    for report, gold in texts:
        answers = [toponym for toponym in find(report) if toponym.lat is not None and toponym.lon is not None]
        for true in gold:
            count += 1
            answer = next((a for a in answers if a.spans[0].start < true.end and true.start < a.spans[0].end), None)
            if answer is not None:
                errors.append(kilometres(answer.lat or 0.0, answer.lon or 0.0, true.lat, true.lon))
    return ToponymScores(count, tuple(errors))
