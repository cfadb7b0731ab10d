"""Prints reports a second of ingest into a new store, and how reading and keeping share the time as the store grows.

Takes the example reports, or any input that `tocsin ingest` takes (`--input`). Keeping is all but reading: copies,
links, incidents, codings, the transaction. Where its time a report goes up in step with the reports, it is quadratic.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from tocsin.acquire import Failure
from tocsin.model import Reading, Report
from tocsin.ontology.actors import load_registry
from tocsin.pipeline.coding import build_coder
from tocsin.pipeline.ingest import Outcome, ingest
from tocsin.pipeline.ingest_summary import Summary
from tocsin.pipeline.reading import build_reader
from tocsin.read.reader import Reader
from tocsin.settings import load
from tocsin.store import open_store

ROOT = Path(__file__).parent.parent


@dataclass(slots=True)
class TimedReader:
    """Reads, and adds up the time that it takes."""

    reader: Reader
    spent: float = field(default=0.0)

    @property
    def components(self) -> tuple[str, ...]:
        """Ids of the components of the reader within."""
        return self.reader.components

    def read(self, report: Report) -> Reading:
        """Read a report."""
        started = time.perf_counter()
        reading = self.reader.read(report)
        self.spent += time.perf_counter() - started
        return reading


def stretches(items: Iterator[Outcome | Failure], size: int) -> Iterator[list[Outcome | Failure]]:
    """Yield the outcomes in lists of this size."""
    while stretch := list(islice(items, size)):
        yield stretch


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--input", default=str(ROOT / "examples"))
    parser.add_argument("--most", type=int, default=500)
    parser.add_argument("--step", type=int, default=100)
    options = parser.parse_args()
    registry = load_registry()
    reader, code, summary = TimedReader(build_reader(load(), registry)), build_coder(registry), Summary()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.sqlite"
        store = open_store(str(path))
        items = islice(ingest([options.input], store, reader, load(), code=code), options.most)
        started = begun = time.perf_counter()
        print("reports   reading   keeping   (ms a report)")
        for stretch in stretches(items, options.step):
            whole, reading = time.perf_counter() - begun, reader.spent
            for item in stretch:
                summary.add(item)
            each = 1000 / len(stretch)
            print(f"{summary.kept:7d} {reading * each:9.1f} {(whole - reading) * each:9.1f}")
            begun, reader.spent = time.perf_counter(), 0.0
        wall = time.perf_counter() - started
        store.close()
        print(f"{summary}\n{summary.kept / wall:.1f} reports a second, {path.stat().st_size / 2**20:.1f} MiB")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
