"""The tallies and ranks of one report beside the record, whether the report is in the store or only at hand."""

from dataclasses import dataclass

from tocsin.errors import NotFoundError
from tocsin.model import Report, Tally
from tocsin.ontology.actors import Registry
from tocsin.pipeline.ingest import Clerk, Reads
from tocsin.pipeline.settling import Coder
from tocsin.pipeline.tally_check import Comparison, compare
from tocsin.store import Store
from tocsin.store.interface import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A tally of a report, and the record beside it."""

    tally: Tally
    compared: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCheck:
    """A report with all its tallies checked.

    `unread` says that nothing was read from it, for it isn't in English; `skipped`, at what chance triage skipped it.
    """

    report: Report
    tallies: tuple[Checked, ...] = ()
    unread: bool = False
    skipped: float | None = None


def check_stored(view: View, report_id: str, registry: Registry) -> ReportCheck:
    """Check the tallies of a report of the store; NotFoundError where it holds no such report."""
    report = view.report(report_id)
    try:
        reading = view.reading(report_id)
    except NotFoundError:
        return ReportCheck(report=report, unread=True)
    tallies = tuple(Checked(tally=each, compared=compare(view, each, registry)) for each in reading.tallies)
    return ReportCheck(report=report, tallies=tallies, skipped=reading.skipped)


def check_new(store: Store, reader: Reads, code: Coder, report: Report, registry: Registry) -> ReportCheck:
    """Check the tallies of a report as if it had been kept; the store stays as it was."""
    with store.trial() as tried:
        Clerk(tried, reader, code).keep(report)
        return check_stored(tried, report.id, registry)
