"""Puts the made-up world of `generated.py` into a store: `fill` quickly, `feed` as `tocsin ingest` does.

python benchmarks/generated_store.py record.sqlite --reports 100000
"""

import argparse
import itertools
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from generated import READER, Told, tell

from tocsin.acquire.twins import bands, signature
from tocsin.model import Incident, Reading, Report
from tocsin.pipeline.ingest import Clerk
from tocsin.pipeline.linking import RECONCILER, account_of, keys_of, profiles_of
from tocsin.reconcile.account import Account
from tocsin.reconcile.incidents import build_incident
from tocsin.reconcile.profile import Profile
from tocsin.reconcile.similarity import KEPT, scores, side
from tocsin.store import Link, Store, Work, Writer, open_store

T = TypeVar("T")
Held = tuple[Account, Profile]


@dataclass(frozen=True, slots=True)
class Recited:
    """A reader for `tocsin.pipeline.ingest` that knows what the reports say."""

    known: dict[str, Reading]

    @property
    def components(self) -> tuple[str, ...]:
        """The one component."""
        return (READER,)

    def read(self, report: Report) -> Reading:
        """Return what the report was made from."""
        return self.known[report.id]


def feed(store: Store, told: Iterable[Told]) -> Iterator[float]:
    """Keep each report as `tocsin ingest` does, and yield the seconds that each took."""
    known: dict[str, Reading] = {}
    clerk = Clerk(store, Recited(known), lambda _: ())
    for each in told:
        known[each.report.id] = each.reading
        started = time.perf_counter()
        clerk.keep(each.report)
        yield time.perf_counter() - started
        known.clear()


def fill(store: Store, told: Iterable[Told]) -> int:
    """Keep the reports with their incidents as they truly are, and return how many incidents there are.

    Far quicker than `feed`: nothing is compared but what belongs together, and copies aren't noted as such.
    """
    accounts: dict[int, list[Held]] = {}
    for batch in _batches(told, 1000):
        with store.write() as writer:
            for each in batch:
                for number, held in _put(writer, each):
                    accounts.setdefault(number, []).append(held)
    for chunk in _batches(accounts.values(), 1000):
        with store.write() as writer:
            writer.put_incidents([_incident(writer, group) for group in chunk])
    return len(accounts)


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    held = iter(items)
    while batch := list(itertools.islice(held, size)):
        yield batch


def _put(writer: Writer, told: Told) -> Iterator[tuple[int, Held]]:
    writer.put_report(told.report)
    mark = signature(told.report)
    writer.put_fingerprint(told.report.id, mark, bands(mark))
    mentions = told.reading.mentions
    made = [
        (account_of(mention, told.report), held)
        for mention, held in zip(mentions, profiles_of(mentions, told.report), strict=True)
    ]
    writer.put_reading(told.reading, [keys_of(*each) for each in made])
    components = (READER, RECONCILER.id)
    writer.put_work(Work(report=told.report.id, digest="generated", components=components))
    for account, held in made:
        yield told.truth[account.mention.id], (account, held)


def _incident(writer: Writer, held: list[Held]) -> Incident:
    sides = sorted((side(*each) for each in held), key=lambda each: each.account.mention.id)
    pairs = list(itertools.combinations(sides, 2))
    for (a, b), score in zip(pairs, scores(pairs), strict=True):
        if score >= KEPT:
            writer.put_links([Link(a.account.mention.id, b.account.mention.id, score)])
    return build_incident([account for account, _ in held])


def main() -> None:
    """Fill a store and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store")
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--shared", type=float, default=0.3)
    options = parser.parse_args()
    store = open_store(options.store)
    started = time.perf_counter()
    made = fill(store, tell(options.reports, seed=options.seed, shared=options.shared))
    store.close()
    print(f"{options.reports} reports of {made} incidents in {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
