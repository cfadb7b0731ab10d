"""Who speaks: reports that repeat one another count as one voice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tocsin.ontology import fold
from tocsin.reconcile.account import Account


@dataclass(frozen=True, slots=True)
class Voices:
    """The voice of each report and the story that it prints, both by report id; copies print their original's."""

    of: Mapping[str, str]
    stories: Mapping[str, str]


def voices(accounts: Sequence[Account], twins: Mapping[str, str]) -> Voices:
    """Return each report's voice: its outlet, else itself; a syndicated copy speaks with its original's.

    `twins` leads from a copy's report id to its original's, and adds to what the reports say of themselves.
    """
    reports = {account.report.id: account.report for account in accounts}
    originals = {report.id: report.twin_of for report in reports.values() if report.twin_of} | dict(twins)
    stories = {report_id: original(report_id, originals) for report_id in reports}
    found: dict[str, str] = {}
    for report_id, root in stories.items():
        outlet = reports[root].outlet if root in reports else None
        found[report_id] = f"outlet {fold(outlet)}" if outlet else root
    return Voices(found, stories)


def original(report_id: str, originals: Mapping[str, str]) -> str:
    """Follow copies to the first of them; a circle ends at its smallest id."""
    seen = [report_id]
    while (after := originals.get(seen[-1])) is not None:
        if after in seen:
            return min(seen[seen.index(after) :])
        seen.append(after)
    return seen[-1]
