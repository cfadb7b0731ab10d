"""Counts the incidents that are made of texts which tell of none."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from tocsin.evaluate.relevance import Judged
from tocsin.model import Mention, Reading, Report
from tocsin.model.vocabulary import COUNTED


@dataclass(frozen=True, slots=True)
class FalseEvents:
    """How many texts there are, and how many give an incident that counts: as their news, or at all."""

    texts: int
    headline: int
    counted: int
    skipped: int = 0

    @property
    def figures(self) -> dict[str, Any]:
        """The counts with the shares of texts."""
        shares = {
            f"{name}_share": round(getattr(self, name) / max(1, self.texts), 4) for name in ("headline", "counted")
        }
        return {**asdict(self), **shares}


@dataclass(frozen=True, slots=True)
class Given:
    """A text and the incidents that count which were made of it."""

    judged: Judged
    mentions: tuple[Mention, ...]
    skipped: bool = False

    @property
    def headline(self) -> bool:
        """Whether one of them is told as news."""
        return any(mention.scope == "headline" for mention in self.mentions)


def read_texts(texts: Iterable[Judged], read: Callable[[Report], Reading]) -> list[Given]:
    """Read the texts that aren't relevant."""
    found = []
    for each in texts:
        if not each.relevant:
            reading = read(each.report)
            counted = tuple(mention for mention in reading.mentions if mention.status in COUNTED)
            found.append(Given(each, counted))
    return found


def count(given: Iterable[Given]) -> Mapping[str, FalseEvents]:
    """Return the counts of the texts tuned on, of those held out, of all, and by group."""
    parts: dict[str, list[Given]] = {"tuned on": [], "held out": [], "all": []}
    for each in given:
        for part in ("held out" if each.judged.held_out else "tuned on", "all", each.judged.group):
            parts.setdefault(part, []).append(each)
    return {part: _sum(some) for part, some in parts.items()}


def _sum(given: list[Given]) -> FalseEvents:
    return FalseEvents(
        texts=len(given),
        headline=sum(each.headline for each in given),
        counted=sum(bool(each.mentions) for each in given),
        skipped=sum(each.skipped for each in given),
    )
