"""Prints what resolving times, counts, actors and places costs, beside the whole reading, on one core.

Reads the example reports over and over (`--rounds`), or the texts of JSONL corpora (`text` a line).
"""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tocsin.acquire import Failure, acquire
from tocsin.model import Name, Report, report_id
from tocsin.ontology.actors import load_registry
from tocsin.pipeline.reading import build_reader
from tocsin.resolve.resolver import build_resolver
from tocsin.settings import load

ROOT = Path(__file__).parent.parent


def reports(paths: Sequence[Path], rounds: int) -> list[Report]:
    """Return the reports to read."""
    if paths:
        texts = [json.loads(line)["text"] for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
        return [Report(id=report_id("", text), title="", body=text) for text in texts]
    return [item for item in acquire([str(ROOT / "examples")], load()) if not isinstance(item, Failure)] * rounds


def seconds(work: Callable[[Report], object], todo: Sequence[Report]) -> float:
    """Return the CPU seconds that work takes on all reports."""
    started = time.process_time()
    for report in todo:
        work(report)
    return time.process_time() - started


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    todo = reports(options.corpora, options.rounds)
    reader, resolver = build_reader(load()), build_resolver(load().gazetteer_path, load_registry())
    names: dict[str, tuple[Name, ...]] = {}
    for report in todo:
        found = reader.nlp(report.text).ents
        names[report.id] = tuple(Name(report.span(e.start_char, e.end_char), e.label_) for e in found if e.text.strip())
    works: dict[str, Callable[[Report], object]] = {
        "times": resolver.timexes,
        "counts": resolver.quantities,
        "actors": lambda report: resolver.actors(report, names[report.id]),
        "places": lambda report: resolver.toponyms(report, names[report.id]),
    }
    words = sum(len(report.text.split()) for report in todo)
    whole = seconds(reader.read, todo)
    spent = {name: seconds(work, todo) for name, work in works.items()}
    print(f"{len(todo)} reports, {words} words")
    for name, each in {**spent, "all four": sum(spent.values()), "whole reading": whole}.items():
        share = "" if name == "whole reading" else f"  {each / (whole - each):6.1%} of the reading without it"
        print(f"{name:<14} {400_000 * each / words:8.1f} ms for 400 words{share}")


if __name__ == "__main__":
    main()
