"""Prints how long it takes to check tallies, and to ask by actor, against a store that `generated_store.py` filled.

    python benchmarks/generated_store.py record.sqlite --reports 100000 --shared 0
    python benchmarks/checking.py record.sqlite

The report with the tallies is only tried: the store stays as it was.
"""

import argparse
import datetime as dt
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from tocsin.model import Mention, Reading, Report, Tally, Toponym
from tocsin.ontology.actors import Registry, load_registry
from tocsin.pipeline.ingest import Clerk
from tocsin.pipeline.parties import resolve
from tocsin.pipeline.report_check import check_stored
from tocsin.store import IncidentQuery, Store, open_store

ROUNDS = 7
REPORT = Report(
    id="0123456789abcdef",
    title="Attacks counted",
    body="The first bombing in Mosul since March 2024, and many attacks before it.",
    published=dt.date(2024, 12, 31),
    published_from="metadata",
    language="en",
)
_AXIS = "Axis of Resistance"
_TALLIES = (
    {"what": "attacks", "low": 80, "high": 80, "actor": "Islamic Resistance in Iraq", "place": "Iraq and Syria"},
    {"what": "attacks", "low": 500, "high": 500, "actor": _AXIS, "target": "American targets"},
    {"what": "attacks", "low": 9000, "high": 9000, "place": "Iraq", "since": dt.date(2022, 1, 1)},
    {"what": "people killed", "low": 900, "high": 900, "place": "Iraq", "since": dt.date(2022, 1, 1)},
    {"what": "soldiers killed", "low": 900, "high": 900, "place": "Iraq", "since": dt.date(2022, 1, 1)},
    {"what": "attacks", "low": 900, "high": 900, "target": "civilians", "since": dt.date(2022, 1, 1)},
    {"what": "car bombs", "low": 90, "high": 90, "place": "Baghdad", "since": dt.date(2022, 1, 1)},
    {"what": "bombings", "rank": 1, "incident": f"{REPORT.id}:m1", "since": dt.date(2024, 3, 1)},
)
_MOSUL = Toponym(name="Mosul", lat=36.34, lon=43.13, country="IQ", precision="city")


class Counted:
    """A reader whose report holds one tally."""

    components = ("checking@1",)

    def __init__(self, said: dict[str, object]) -> None:
        told = {"id": f"{REPORT.id}:t1", "report": REPORT.id, "since": dt.date(2023, 10, 7), **said}
        self.tally = Tally(**told)

    def read(self, report: Report) -> Reading:
        """Return the reading."""
        span = report.span(len(report.title) + 2, len(report.text))
        first = Mention(id=f"{report.id}:m1", report=report.id, trigger=span, kind="bombing", scope="headline")
        mention = replace(first, place=_MOSUL, evidence=(span,))
        return Reading(report=report.id, mentions=(mention,), tallies=(self.tally,), components=self.components)


def timed(act: Callable[[], object]) -> tuple[str, object]:
    """Return the medians of several runs, wall and CPU, in words, and what the last one gave."""
    wall, worked, made = [], [], None
    for _ in range(ROUNDS):
        started, busy = time.perf_counter(), time.process_time()
        made = act()
        wall.append(time.perf_counter() - started)
        worked.append(time.process_time() - busy)
    return f"{1000 * statistics.median(wall):7.1f} ms  {1000 * statistics.median(worked):7.1f} CPU ms", made


def check(store: Store, registry: Registry) -> None:
    """Print a line a tally."""
    for said in _TALLIES:
        with store.trial() as tried:
            Clerk(tried, Counted(said), lambda _: ()).keep(REPORT)
            spent, made = timed(lambda tried=tried: check_stored(tried, REPORT.id, registry))
        compared = made.tallies[0].compared
        print(f"{spent}  {compared.verdict[:40]:40}  {compared.found:6d}  {compared.asked}")


def ask(store: Store, registry: Registry) -> None:
    """Print a line a question by actor: first page and count."""
    since = dt.date(2023, 10, 1)
    queries = (
        IncidentQuery(by=_AXIS, country=("IQ",), since=since),
        IncidentQuery(by=_AXIS),
        IncidentQuery(against="state:US"),
        IncidentQuery(by="org:un"),
    )
    for query in queries:
        spent, made = timed(lambda query=query: store.incidents(resolve(store, query, registry)[0]).total)
        print(f"{spent}  {made:6d}  {query.to_params()}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store")
    store, registry = open_store(parser.parse_args().store, create=False), load_registry()
    registry.meant("Iraq")  # builds its index, once a process
    print(f"{store.count(IncidentQuery(counted=None)):,} incidents")
    check(store, registry)
    ask(store, registry)
    store.close()


if __name__ == "__main__":
    main()
