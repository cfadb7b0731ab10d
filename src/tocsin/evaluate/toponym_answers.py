"""Lets Tocsin find and place the names of gold texts, as the measurements and the training do."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tocsin.evaluate.toponyms import GoldText
from tocsin.model import Name, Report, Toponym
from tocsin.read.annotate import load_language
from tocsin.resolve.toponym_context import demonyms
from tocsin.resolve.toponyms import Toponyms

Answers = list[tuple[GoldText, Sequence[Toponym]]]


class Annotator:
    """Finds the names of a report by the language pipeline."""

    def __init__(self) -> None:
        self._language = load_language()

    def names(self, report: Report) -> tuple[Name, ...]:
        """Return the annotator's names."""
        found = self._language(report.text).ents
        return tuple(Name(report.span(e.start_char, e.end_char), e.label_) for e in found if e.text.strip())


def answer(
    finder: Toponyms, texts: Iterable[GoldText], annotate: Callable[[Report], Sequence[Name]], *, gold_mentions: bool
) -> Iterator[tuple[GoldText, Sequence[Toponym]]]:
    """Yield each text with its place names and peoples, or for `gold_mentions` with the gold names as placed."""
    for text in texts:
        names = annotate(text.report)
        if gold_mentions:
            yield text, finder.resolve(text.report, names, [(one.start, one.end) for one in text.toponyms])
        else:
            places, peoples = finder.find_all(text.report, names)
            yield text, (*places, *peoples)


def write_answers(path: Path, answers: Iterable[tuple[GoldText, Sequence[Toponym]]]) -> None:
    """Write one JSON object a text, with its `toponyms`: characters of the text, name, id, coordinates, confidence."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as lines:
        for text, found in answers:
            rows = [_row(text, one) for one in sorted(found, key=lambda one: one.spans[0].start)]
            lines.write(json.dumps({"toponyms": rows}, ensure_ascii=False) + "\n")


def _row(text: GoldText, one: Toponym) -> dict[str, Any]:
    span = one.spans[0]
    return {
        "start": span.start - text.shift,
        "end": span.end - text.shift,
        "name": span.text,
        "people": span.text.lower() in demonyms(),
        "place": one.place,
        "lat": one.lat,
        "lon": one.lon,
        "country": one.country,
        "precision": one.precision,
        "confidence": one.confidence,
    }
