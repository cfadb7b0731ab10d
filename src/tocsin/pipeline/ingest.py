"""Reports into the record, each in a transaction of its own: whole or not at all, once and never twice."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from tocsin.acquire import Failure, acquire
from tocsin.errors import InputError, StoreError, TocsinError
from tocsin.model import Reading, Report
from tocsin.pipeline.anchoring import reanchor
from tocsin.pipeline.copies import choose, digest
from tocsin.pipeline.linking import RECONCILER, account_of, keys_of, link, profiles_of
from tocsin.pipeline.settling import FARTHEST, NOTHING, Coder, Settled, settle
from tocsin.pipeline.syndication import note_twins
from tocsin.reconcile.similarity import SAME
from tocsin.settings import Settings
from tocsin.store import Store, Work, Writer

LANGUAGES = frozenset({"en"})
"""What the reader reads; a report in another language is kept and left unread."""

Change = Literal["new", "reread", "copy", "unchanged"]


class Reads(Protocol):
    """What ingest needs of a reader."""

    @property
    def components(self) -> tuple[str, ...]:
        """Ids of all components that make its values: a report that others made is read again."""

    def read(self, report: Report) -> Reading:
        """Return what the report says."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a report; `report` is the copy of it that counts, `twin` says that others print the same article.

    The change is `new`: its words weren't known; `reread`: by other components or from a better copy; `copy`: the
    same words from another outlet, address or day, kept beside; `unchanged`: all was known.
    """

    change: Change
    report: Report
    twin: bool = False
    settled: Settled = NOTHING
    skipped: float | None = None
    """The chance that it tells of anything to read, where triage skipped it on that."""
    notes: tuple[str, ...] = ()
    """What of it was read otherwise than usual."""

    @property
    def unread(self) -> str | None:
        """The language of a report that is kept unread, None for one that is read."""
        return None if _is_read(self.report) else self.report.language


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done with a report, as the store stands.

    `copy` is the digest of the copy at hand, and `known` says that the store has it; `chosen` is the copy to read.
    """

    copy: str
    known: bool
    chosen: Report
    done: Work | None
    wanted: Work


def ingest(
    inputs: Iterable[str],
    store: Store,
    reader: Reads,
    settings: Settings,
    *,
    published: dt.date | None = None,
    code: Coder = lambda _: (),
) -> Iterator[Outcome | Failure]:
    """Acquire, read and keep each report of the inputs, and yield what became of it, or why it was left out.

    Lazy: a report is kept by the time its outcome is yielded. StoreError ends the whole, for nothing more can be kept.
    """
    clerk = Clerk(store, reader, code)
    for item in inputs:
        for found in acquire([item], settings, published):
            yield found if isinstance(found, Failure) else _kept(clerk, found, item)


def _kept(clerk: "Clerk", report: Report, item: str) -> Outcome | Failure:
    try:
        return clerk.keep(report)
    except StoreError:
        raise
    except TocsinError as error:
        return Failure(item, error)
    except Exception as error:  # noqa: BLE001  # one report that the reader breaks on mustn't end the batch
        what = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        name = f"{item} ({(report.title or report.body)[:80]!r})"
        advice = "this is Tocsin's mistake: please send the report in"
        return Failure(item, InputError(f"{name} can't be read, {what}", advice=advice))


@dataclass(frozen=True, slots=True)
class Clerk:
    """Keeps reports in a store."""

    store: Store
    reader: Reads
    code: Coder

    def keep(self, report: Report) -> Outcome:
        """Keep a report in one transaction. It is read outside of it, so that several processes can read at once."""
        read_for: _Plan | None = None
        reading: Reading | None = None
        while True:
            with self.store.write() as writer:
                plan = self._plan(writer, report)
                if plan.done == plan.wanted:
                    return _noted(writer, plan, report)
                if plan == read_for:
                    return self._put(writer, plan, report, reading)
            # Only another process that keeps the same report meanwhile leads here a second time.
            reading = self.reader.read(plan.chosen) if _is_read(plan.chosen) else None
            read_for = plan

    def _plan(self, writer: Writer, report: Report) -> _Plan:
        copy, known = digest(report), writer.copies(report.id)
        copies = {copy: report, **known}
        best = choose(copies)
        chosen = replace(copies[best], body=report.body)
        components = (*self.reader.components, RECONCILER.id) if _is_read(chosen) else ()
        wanted = Work(report=report.id, digest=best, components=components)
        return _Plan(copy, copy in known, chosen, writer.work(report.id), wanted)

    def _put(self, writer: Writer, plan: _Plan, report: Report, reading: Reading | None) -> Outcome:
        held = writer.mentions_of([report.id])
        old = writer.incidents_of(held)
        # Whatever hung together with the old reading is grouped anew, for it may fall apart without it.
        seeds = {each.mention.id for each in writer.linked(held, SAME, FARTHEST)[0]}
        writer.put_report(plan.chosen)
        if not plan.known:
            writer.add_copy(plan.copy, report)
        group = note_twins(writer, plan.chosen)
        _put_reading(writer, plan.chosen, reading)
        judged = reanchor(writer, report.id, reading.mentions if reading else ())
        writer.put_work(plan.wanted)
        fresh = {report.id, *group.changed, *judged}
        seeds.update(writer.mentions_of(fresh))
        settled = settle(writer, old, seeds, fresh, self.code)
        return Outcome(
            "reread" if plan.done else "new",
            plan.chosen,
            len(group.members) > 1,
            settled,
            reading.skipped if reading else None,
            reading.notes if reading else (),
        )


def _is_read(report: Report) -> bool:
    """Say whether the reader reads the report's language; where the text is too short to tell, it tries."""
    return report.language is None or report.language in LANGUAGES


def _noted(writer: Writer, plan: _Plan, report: Report) -> Outcome:
    """Keep a copy that changes nothing, or nothing where it is known."""
    if plan.known:
        return Outcome("unchanged", plan.chosen)
    writer.add_copy(plan.copy, report)
    return Outcome("copy", plan.chosen)


def _put_reading(writer: Writer, report: Report, reading: Reading | None) -> None:
    if reading is None:
        writer.drop_reading(report.id)
        return
    accounts = [account_of(mention, report) for mention in reading.mentions]
    profiles = profiles_of(reading.mentions, report)
    keys = [keys_of(account, held) for account, held in zip(accounts, profiles, strict=True)]
    writer.put_reading(reading, keys)
    for account, key, held in zip(accounts, keys, profiles, strict=True):
        writer.put_links(link(writer, account, key, held))
