"""How long a judgement takes on a large made-up record: what it touches must not grow with what it doesn't.

python benchmarks/judging.py --reports 20000
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from generated import tell
from generated_store import fill

from tocsin.model import Incident
from tocsin.pipeline.benches import build_bench
from tocsin.pipeline.judging import Bench, Draft, Made
from tocsin.settings import Settings
from tocsin.store import IncidentQuery, Store, open_store

_BY = "benchmark"
Took = tuple[float, float]
"""Milliseconds by the clock, and of the processor."""


def main() -> None:
    """Fill a store, judge in it and print the median and the slowest of each kind of judgement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--times", type=int, default=50)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(str(Path(folder) / "record.sqlite"))
        count = fill(store, tell(wanted.reports))
        bench = build_bench(store, Settings(store=folder))
        taken: dict[str, list[Took]] = {}
        for name, took in _judge(store, bench, wanted.times):
            taken.setdefault(name, []).append(took)
        print(f"{wanted.reports} reports, {count} incidents, {store.count_judgements()} judgements")
        for name, held in taken.items():
            wall, busy = (sorted(each) for each in zip(*held, strict=True))
            print(
                f"{name:10} median {statistics.median(wall):6.1f} ms, of which the processor is busy "
                f"{statistics.median(busy):6.1f} ms; slowest {wall[-1]:6.1f} ms"
            )
        store.close()


def _judge(store: Store, bench: Bench, times: int) -> Iterator[tuple[str, Took]]:
    chosen = random.Random(7)  # noqa: S311  # the same incidents at each run
    total = store.count(IncidentQuery(counted=None))
    for _ in range(times):
        one, other = (_incident(store, chosen.randrange(total)) for _ in range(2))
        drafts = [("same", (one.id,), (other.id,), {}), ("accept", (one.id,), (), {}), ("reject", (other.id,), (), {})]
        drafts.append(("correct", (one.id,), (), {"field": "killed", "value": "7"}))
        if len(one.mentions) > 1:
            drafts.append(("different", one.mentions[:1], (one.id,), {}))
        for verdict, subject, others, fields in drafts:
            yield from _timed(bench, verdict, subject, others, fields)


def _timed(
    bench: Bench, verdict: str, subject: tuple[str, ...], other: tuple[str, ...], fields: Any
) -> Iterator[tuple[str, Took]]:
    made, took = _took(lambda: bench.judge(Draft(verdict=verdict, subject=subject, other=other, by=_BY, **fields)))
    yield verdict, took
    yield "undo", _took(lambda: bench.undo(made.judgement.id, _BY))[1]


def _took(work: Callable[[], Made]) -> tuple[Made, Took]:
    wall, busy = time.perf_counter(), time.process_time()
    made = work()
    return made, (1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - busy))


def _incident(store: Store, number: int) -> Incident:
    return store.incidents(IncidentQuery(counted=None, limit=1, offset=number)).items[0]


if __name__ == "__main__":
    main()
