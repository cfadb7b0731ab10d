"""How well place names are found and resolved, on texts with gold toponyms: recognition, and errors in kilometres.

161 km (100 miles) is the customary radius of the field (accuracy@161).
"""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median
from typing import Any, NamedTuple

from tocsin.errors import FormatError
from tocsin.evaluate.json_lines import numbered_lines
from tocsin.evaluate.reconciling import Grade
from tocsin.model import Report, Toponym, report_id
from tocsin.resolve.kilometres import kilometres
from tocsin.resolve.toponym_context import demonyms

RADIUS_KM = 161.0
FARTHEST_KM = 20_039.0
"""Half of the equator: what an unanswered name counts as in the area under the curve."""


class GoldToponym(NamedTuple):
    """A place name of a gold text, its characters in `Report.text`, with the true coordinates, None where unknown."""

    name: str
    start: int
    end: int
    lat: float | None
    lon: float | None

    @property
    def is_people(self) -> bool:
        """Whether it is an adjective or people of a country ("Iraqi")."""
        return self.name.lower() in demonyms()


class GoldText(NamedTuple):
    """A text with its gold toponyms; `shift` is where its first character stands in `Report.text`."""

    report: Report
    toponyms: tuple[GoldToponym, ...]
    shift: int


@dataclass(frozen=True, slots=True)
class Errors:
    """The kilometres between answer and gold by gold name that has coordinates; None where there is no answer."""

    kilometres: tuple[float | None, ...]

    @property
    def accuracy(self) -> float:
        """Share of all names whose answer lies within 161 km of the gold; unanswered counts as wrong."""
        return sum(e is not None and e <= RADIUS_KM for e in self.kilometres) / max(len(self.kilometres), 1)

    @property
    def answered(self) -> tuple[float, ...]:
        """The errors of the names that were answered."""
        return tuple(error for error in self.kilometres if error is not None)

    @property
    def mean_km(self) -> float:
        """Mean error of the answered names in kilometres."""
        return fmean(self.answered) if self.answered else 0.0

    @property
    def median_km(self) -> float:
        """Median error of the answered names in kilometres."""
        return median(self.answered) if self.answered else 0.0

    @property
    def auc(self) -> float:
        """Area under the curve of the logarithms of the errors, 0 (all exact) to 1 (all at the antipodes)."""
        whole = [math.log1p(FARTHEST_KM if error is None else error) for error in self.kilometres]
        return fmean(whole) / math.log1p(FARTHEST_KM) if whole else 0.0


def read_gold(path: Path) -> Iterator[GoldText]:
    """Yield texts from JSONL: `text`, perhaps `domain`, and `tops` with `start`, `end`, `name`, `lat`, `lon`.

    Where the characters don't give the name, its nearest place in the text is taken. FormatError names a broken line.
    """
    for number, line in numbered_lines(path):
        try:
            yield _text(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            advice = "one JSON object a line with text and tops"
            raise FormatError(f"{path}, line {number}: {error}", advice=advice) from error


def _text(row: dict[str, Any]) -> GoldText:
    report = Report(id=report_id("", row["text"]), title="", body=row["text"], outlet=row.get("domain"))
    shift = len(report.text) - len(report.body)
    return GoldText(report, tuple(_toponym(report.text, top, shift) for top in row["tops"]), shift)


def _toponym(text: str, top: dict[str, Any], shift: int) -> GoldToponym:
    name, lat, lon = str(top["name"]), top.get("lat"), top.get("lon")
    start = _standing(text, name, int(top["start"]) + shift)
    known = lat is not None and lon is not None
    return GoldToponym(
        name, start, start + len(name), float(lat or 0) if known else None, float(lon or 0) if known else None
    )


def _standing(text: str, name: str, start: int) -> int:
    """Return where a name stands nearest to a character of the text, that character where it stands nowhere."""
    if text.startswith(name, start):
        return start
    found, at = [], text.find(name)
    while at >= 0:
        found.append(at)
        at = text.find(name, at + 1)
    return min(found, key=lambda each: abs(each - start), default=start)


def recognition(texts: Iterable[tuple[GoldText, Sequence[Toponym]]], *, peoples: bool) -> Grade:
    """Return precision and recall of the answers' exact characters; `peoples`: those of "Iraqi" and the like too."""
    hit = given = gold = 0
    for text, answers in texts:
        wanted = {(one.start, one.end) for one in text.toponyms if peoples or not one.is_people}
        found = {(one.spans[0].start, one.spans[0].end) for one in answers}
        found = {span for span in found if peoples or text.report.text[slice(*span)].lower() not in demonyms()}
        hit, given, gold = hit + len(wanted & found), given + len(found), gold + len(wanted)
    return Grade(hit / given if given else 0.0, hit / gold if gold else 0.0)


def errors(texts: Iterable[tuple[GoldText, Sequence[Toponym]]]) -> Errors:
    """Compare the answers' coordinates with the gold; an answer counts for the gold name that its words overlap."""
    found: list[float | None] = []
    for text, answers in texts:
        placed = [(one.spans[0], one.lat, one.lon) for one in answers if one.lat is not None and one.lon is not None]
        for true in text.toponyms:
            if true.lat is None or true.lon is None:
                continue
            over = ((lat, lon) for span, lat, lon in placed if span.start < true.end and true.start < span.end)
            answer = next(over, None)
            found.append(None if answer is None else kilometres(*answer, true.lat, true.lon))
    return Errors(tuple(found))
