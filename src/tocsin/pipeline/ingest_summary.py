"""What a run of ingest did, added up and said in a line."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tocsin.acquire import Failure
from tocsin.pipeline.ingest import Change, Outcome
from tocsin.pipeline.settling import Settled

_WORDS: dict[Change, str] = {
    "new": "new",
    "reread": "read again",
    "copy": "known from elsewhere",
    "unchanged": "unchanged",
}


@dataclass(slots=True)
class Summary:
    """Counts over the outcomes so far; the one thing here that changes as a run goes on."""

    changes: Counter[Change] = field(default_factory=Counter)
    twins: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    skipped: int = 0
    in_part: int = 0
    left_out: int = 0
    founded: set[str] = field(default_factory=set)
    """Incidents that stand now and rest on nothing that an incident rested on before the run."""
    changed: set[str] = field(default_factory=set)

    @property
    def kept(self) -> int:
        """How many reports are in the record now, whether this run put them there or an earlier one."""
        return self.changes.total()

    def add(self, item: Outcome | Failure) -> None:
        """Count one outcome."""
        if isinstance(item, Failure):
            self.left_out += 1
            return
        self.changes[item.change] += 1
        if item.unread:
            self.unread[item.unread] += 1
        self.skipped += item.skipped is not None
        self.in_part += bool(item.notes)
        if not item.unread and item.change == "new" and item.twin:
            self.twins += 1
        self._settle(item.settled)

    def _settle(self, settled: Settled) -> None:
        fresh = {incident for incident, before in settled.put.items() if before <= self.founded}
        self.changed = (self.changed | (settled.put.keys() - fresh)) - settled.dropped
        self.founded = (self.founded | fresh) - settled.dropped

    def __str__(self) -> str:
        return "; ".join(self._parts())

    def _parts(self) -> Iterator[str]:
        counts = [f"{self.changes[change]} {word}" for change, word in _WORDS.items() if self.changes[change]]
        yield _count(self.kept, "report") + (f": {', '.join(counts)}" if counts else "")
        if self.twins:
            yield f"{self.twins} of the new {'is a syndicated copy' if self.twins == 1 else 'are syndicated copies'}"
        yield self._incidents()
        if self.skipped:
            yield f"skipped by triage, kept: {self.skipped}"
        if self.in_part:
            yield f"read with a note: {self.in_part}"
        if self.unread:
            tongues = ", ".join(f"{count} in {language}" for language, count in sorted(self.unread.items()))
            yield f"kept unread: {tongues}"
        if self.left_out:
            yield f"left out: {self.left_out}"

    def _incidents(self) -> str:
        if not self.founded and not self.changed:
            return "no incident changed"
        changed = f", {len(self.changed)} changed" if self.changed else ""
        return _count(len(self.founded), "new incident") + changed


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
