"""Prints reports a second of a mixed feed, nine in ten of it irrelevant, read whole and with triage before.

The texts are those of `tests/gold/relevance.jsonl` that triage wasn't learnt from, most of which stand in corpora that
only developers have (`--corpora`).
"""

import argparse
import random
import time
from pathlib import Path

from tocsin.evaluate.relevance import read_judged
from tocsin.model import Report
from tocsin.pipeline.ingest import Reads
from tocsin.pipeline.reading import build_reader
from tocsin.pipeline.triaging import Triaged
from tocsin.read.triage import load_triage
from tocsin.settings import load

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold" / "relevance.jsonl"
IRRELEVANT = 9


def feed(corpora: Path, most: int) -> list[Report]:
    """Return irrelevant reports and a ninth as many relevant ones, mixed."""
    held = [each for each in read_judged(GOLD, corpora) if each.held_out]
    draw = random.Random(7)  # noqa: S311  # the same feed each time, nothing secret
    others = [each.report for each in held if not each.relevant]
    told = [each.report for each in held if each.relevant]
    draw.shuffle(others)
    draw.shuffle(told)
    some = others[: min(most, len(told) * IRRELEVANT)]
    mixed = some + told[: len(some) // IRRELEVANT]
    draw.shuffle(mixed)
    return mixed


def seconds(reader: Reads, reports: list[Report]) -> float:
    """Return the CPU seconds that reading takes."""
    started = time.process_time()
    for report in reports:
        reader.read(report)
    return time.process_time() - started


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--most", type=int, default=450)
    options = parser.parse_args()
    if not options.corpora.is_dir():
        print(f"skipped: needs {options.corpora.name}, which isn't part of the project")
        return
    reports = feed(options.corpora, options.most)
    reader = build_reader(load())
    triaged = Triaged(reader, load_triage(load().triage_threshold))
    triaged.read(reports[0])
    seconds(reader, reports[:5])
    sifting = time.process_time()
    skipped = sum(triaged.triage.skips(report) is not None for report in reports)
    sifting = time.process_time() - sifting
    part, whole = seconds(triaged, reports), seconds(reader, reports)
    number, count = len(reports), sum(len(report.text.split()) for report in reports)
    print(f"{number} reports, {count} words, {skipped} skipped")
    print(f"triage alone     {1000 * sifting / number:8.2f} ms a report")
    print(f"everything read  {whole:8.2f} CPU s  {number / whole:8.1f} reports a second")
    print(
        f"with triage      {part:8.2f} CPU s  {number / part:8.1f} reports a second  {whole / part:6.1f} times as many"
    )


if __name__ == "__main__":
    main()
