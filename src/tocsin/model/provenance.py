"""Where a value comes from: the words that it rests on and the component that made it."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of a report: characters [start, end) of `Report.text`, and those words verbatim."""

    report: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is empty or negative")
        if len(self.text) != self.end - self.start:
            raise ValueError(f"span [{self.start}, {self.end}) doesn't fit its {len(self.text)} characters")

    def overlaps(self, other: "Span") -> bool:
        """Say whether both cover a character of the same report."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Say whether `other` lies inside this span."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Component:
    """A maker of values: its name, version and the settings that change what it makes."""

    name: str
    version: str
    config: str = ""

    @property
    def id(self) -> str:
        """Stable id, stored with every value: name@version, and a hash of the config where there is one."""
        digest = hashlib.sha256(self.config.encode()).hexdigest()[:8] if self.config else ""
        return f"{self.name}@{self.version}" + (f"#{digest}" if digest else "")
