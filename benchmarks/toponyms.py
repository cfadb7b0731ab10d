"""Prints how well place names are resolved: `python benchmarks/toponyms.py FILE.jsonl…`.

A file holds one text a line with its gold toponyms, as LGL and TR-News are distributed.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tocsin.evaluate.toponyms import read_gold, score_toponyms
from tocsin.model import Name, Report, Toponym
from tocsin.ontology.actors import load_registry
from tocsin.read.annotate import load_language
from tocsin.resolve.toponyms import build_toponyms
from tocsin.settings import load


class Timed:
    """Finds the toponyms of reports and counts the seconds and words, without those of the language pipeline."""

    def __init__(self) -> None:
        self.language = load_language()
        self.finder = build_toponyms(load().gazetteer_path, load_registry())
        self.seconds = 0.0
        self.words = 0

    def find(self, report: Report) -> Sequence[Toponym]:
        """Return the report's toponyms."""
        entities = self.language(report.text).ents
        names = [Name(report.span(e.start_char, e.end_char), e.label_) for e in entities if e.text.strip()]
        start = time.perf_counter()
        found = self.finder.find(report, names)
        self.seconds += time.perf_counter() - start
        self.words += len(report.body.split())
        return found


def main(paths: Sequence[str]) -> None:
    """Print a row a file."""
    print(f"{'data':<12} {'names':>6} {'recall':>7} {'acc@161':>8} {'median km':>10} {'ms/400 words':>13}")
    for path in map(Path, paths):
        timed = Timed()
        scores = score_toponyms(read_gold(path), timed.find)
        speed = 400_000 * timed.seconds / max(timed.words, 1)
        figures = f"{scores.recall:>7.3f} {scores.accuracy:>8.3f} {scores.median_km:>10.1f} {speed:>13.1f}"
        print(f"{path.stem:<12} {scores.gold:>6} {figures}")


if __name__ == "__main__":
    main(sys.argv[1:])
