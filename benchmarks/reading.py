"""Prints reports a second, CPU seconds and peak memory of reading, stage by stage, on one core.

Reads the example reports over and over (`--rounds`), or the texts of a folder of JSON cases (`--cases FOLDER`).
The parse alone is measured beside the whole: our own share is the rest.
"""

import argparse
import json
import resource
import time
from pathlib import Path

from tocsin.acquire import Failure, acquire
from tocsin.model import Report, report_id
from tocsin.pipeline.reading import build_reader
from tocsin.settings import load

ROOT = Path(__file__).parent.parent


def reports(cases: Path | None, rounds: int) -> list[Report]:
    """Return the reports to read."""
    if cases is not None:
        texts = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(cases.glob("*.json"))]
        found = [Report(id=report_id(t["title"], t["text"]), title=t["title"], body=t["text"]) for t in texts]
    else:
        items = acquire([str(ROOT / "examples")], load())
        found = [item for item in items if not isinstance(item, Failure)]
    return found * rounds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    started = time.process_time()
    reader = build_reader(load())
    print(f"load              {time.process_time() - started:8.2f} CPU s")
    todo = reports(options.cases, options.rounds)
    words = sum(len(report.text.split()) for report in todo)
    reader.read(todo[0])
    started = time.process_time()
    for report in todo:
        reader.nlp(report.text)
    parse = time.process_time() - started
    started, clock = time.process_time(), time.perf_counter()
    for report in todo:
        reader.read(report)
    whole, wall = time.process_time() - started, time.perf_counter() - clock
    print(f"parse alone       {parse:8.2f} CPU s   {words / parse:8.0f} words a CPU s")
    print(
        f"whole reading     {whole:8.2f} CPU s   {words / whole:8.0f} words a CPU s   {whole / parse:5.2f} x the parse"
    )
    print(f"reports           {len(todo):8d}         {len(todo) / wall:8.1f} a second")
    print(f"peak memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MiB")


if __name__ == "__main__":
    main()
