"""A reader that skips what triage says tells of nothing to read."""

from dataclasses import dataclass

from tocsin.model import Reading, Report
from tocsin.pipeline.ingest import Reads
from tocsin.read.triage import Triage, load_triage
from tocsin.settings import Settings


@dataclass(frozen=True, slots=True)
class Triaged:
    """Reads what triage lets pass; of the others the reading says that they were skipped, and at what chance."""

    reader: Reads
    triage: Triage

    @property
    def components(self) -> tuple[str, ...]:
        """Ids of all components that make its values, triage first: another threshold reads again."""
        return (self.triage.component.id, *self.reader.components)

    def read(self, report: Report) -> Reading:
        """Return what the report says, or that it was skipped."""
        chance = self.triage.skips(report)
        if chance is not None:
            return Reading(report=report.id, components=(self.triage.component.id,), skipped=chance)
        return self.reader.read(report)


def with_triage(reader: Reads, settings: Settings) -> Reads:
    """Return the reader with triage before it, or as it is where the settings turn triage off."""
    return Triaged(reader, load_triage(settings.triage_threshold)) if settings.triage else reader
