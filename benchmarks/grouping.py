"""Measures the grouping of mentions into incidents, in the made-up world of `generated.py`.

--batch    time to make profiles and to group the mentions of so many reports at once, and how right the groups are
--stream   milliseconds to keep each of 200 more reports in a store of so many incidents, as `tocsin ingest` does
--copies   time to keep so many copies of one story, one by one
--orders   how far the groups agree that 400 reports come to in so many random orders

Reading isn't counted: the reader knows what the reports say. Without any of these all are measured, small. The stores
of `--stream` are filled once and stay in `--folder`; what is measured is done to a copy.
"""

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from unittest.mock import patch

from generated import Told, copies, tell
from generated_store import feed, fill

from tocsin.evaluate.reconciling import b_cubed
from tocsin.pipeline.linking import account_of, profiles_of
from tocsin.reconcile.batch import cluster
from tocsin.store import IncidentQuery, MentionKeys, Reach, StoredMention, open_store
from tocsin.store.writer import SqlWriter

FURTHER = 200
SHARED = 0.1
"""The share of incidents with several reports in the stores of `--stream`: about 1.3 reports an incident."""
BUSY = 20_000
"""Reports of one order are the first of a world of so many: near in time, so that they may be confused."""
SHUFFLED = 400


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--batch", type=int, nargs="+", metavar="REPORTS")
    parser.add_argument("--stream", type=int, nargs="+", metavar="INCIDENTS")
    parser.add_argument("--copies", type=int, metavar="COPIES")
    parser.add_argument("--orders", type=int, metavar="ORDERS")
    parser.add_argument("--folder", type=Path, help="where filled stores are kept; a temporary one otherwise")
    asked = parser.parse_args()
    every = not (asked.batch or asked.stream or asked.copies or asked.orders)
    if asked.batch or every:
        measure_batch(asked.batch or [1_000])
    if asked.stream or every:
        with tempfile.TemporaryDirectory() as folder:
            measure_stream(asked.stream or [1_000], asked.folder or Path(folder))
    if asked.copies or every:
        measure_copies(asked.copies or 100)
    if asked.orders or every:
        measure_orders(asked.orders or 2)


def measure_batch(sizes: Iterable[int]) -> None:
    """Print what profiles and groups of so many reports cost, and how right the groups are."""
    print("reports  mentions  incidents  profiles s  grouping s  precision  recall     F1")
    for size in sizes:
        told = list(tell(size))
        started = time.perf_counter()
        accounts = [
            (account_of(mention, each.report), held)
            for each in told
            for mention, held in zip(
                each.reading.mentions, profiles_of(each.reading.mentions, each.report), strict=True
            )
        ]
        made = time.perf_counter()
        found = cluster(accounts)
        ended = time.perf_counter()
        truth = _truth(told)
        grade = b_cubed(truth, {account.mention.id: at for at, group in enumerate(found) for account in group})
        print(
            f"{size:7d} {len(truth):9d} {len(set(truth.values())):10d} {made - started:11.1f} {ended - made:11.1f}"
            f" {grade.precision:10.3f} {grade.recall:7.3f} {grade.f1:6.3f}"
        )


def measure_stream(sizes: Iterable[int], folder: Path) -> None:
    """Print what keeping one more report costs in stores of so many incidents."""
    folder.mkdir(parents=True, exist_ok=True)
    print("incidents  reports  median ms   mean    95%  compared with")
    for size in sizes:
        path = folder / f"generated-{size}.sqlite"
        if not path.exists():
            part = path.with_suffix(".part")
            part.unlink(missing_ok=True)
            store = open_store(str(part))
            fill(store, (told for told, later in _parted(size) if not later))
            store.close()
            part.rename(path)
        further = [told for told, later in _parted(size) if later]
        with tempfile.TemporaryDirectory(dir=folder) as copied:
            store = open_store(shutil.copy(path, copied))
            incidents, reports = store.count(IncidentQuery(counted=None)), store.count_reports()
            compared: list[int] = []
            with patch.object(SqlWriter, "candidates", _counting(compared)):
                spent = [1000 * seconds for seconds in feed(store, further)]
            store.close()
        print(
            f"{incidents:9d} {reports:8d} {statistics.median(spent):10.1f} {statistics.mean(spent):6.1f}"
            f" {statistics.quantiles(spent, n=20)[-1]:6.1f} {sum(compared) / len(further):14.1f}"
        )


def _parted(size: int) -> Iterator[tuple[Told, bool]]:
    """Yield the reports of about so many incidents, and of each whether it is one of those that come later."""
    count = size * 13 // 10 + FURTHER
    step = count // FURTHER
    for at, told in enumerate(tell(count, shared=SHARED)):
        yield told, at % step == step - 1 and at // step < FURTHER


def _counting(compared: list[int]) -> Callable[[SqlWriter, MentionKeys, Reach], tuple[StoredMention, ...]]:
    """Return the writer's `candidates`, which notes how many there are."""
    plain = SqlWriter.candidates

    def candidates(writer: SqlWriter, key: MentionKeys, reach: Reach) -> tuple[StoredMention, ...]:
        found = plain(writer, key, reach)
        compared.append(len(found))
        return found

    return candidates


def measure_copies(count: int) -> None:
    """Print what so many copies of one story cost."""
    store = open_store("sqlite://")
    spent = list(feed(store, copies(count)))
    made = store.count(IncidentQuery(counted=None))
    store.close()
    last = statistics.median(spent[-50:])
    print(f"{count} copies of one story: {sum(spent):.1f} s, the last 50 {1000 * last:.0f} ms each, {made} incidents")


def measure_orders(count: int) -> None:
    """Print how far the groups of other orders agree with those of the first."""
    told = list(islice(tell(BUSY), SHUFFLED))
    chance, found = random.Random(7), []  # noqa: S311  # the same orders in every run
    for _ in range(count):
        chance.shuffle(told)
        found.append(_grouped(told))
    truth = _truth(told)
    print("order  F1 against the first  F1 against the truth")
    for number, grouped in enumerate(found, start=1):
        print(f"{number:5d} {b_cubed(found[0], grouped).f1:21.4f} {b_cubed(truth, grouped).f1:21.4f}")
    others = [b_cubed(found[0], grouped).f1 for grouped in found[1:]]
    if others:
        print(f" mean {statistics.mean(others):21.4f}")


def _grouped(told: list[Told]) -> dict[str, str]:
    store = open_store("sqlite://")
    for _ in feed(store, told):
        pass
    found = store.incident_ids(_truth(told))
    store.close()
    return found


def _truth(told: Iterable[Told]) -> dict[str, int]:
    return {name: number for each in told for name, number in each.truth.items()}


if __name__ == "__main__":
    main()
