"""How well actors are found and linked: recognition, linking of those recognised, and both together."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tocsin.evaluate.actor_gold import GoldActor, GoldReport
from tocsin.model import ActorMention, Report
from tocsin.ontology.folding import fold

_LEAST_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class ActorScores:
    """Counts over all reports: mentions in the gold, given, recognised, and recognised with the right actor."""

    gold: int
    given: int
    recognised: int
    linked: int

    @property
    def recognition(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of the words alone."""
        return _grade(self.recognised, self.given, self.gold)

    @property
    def accuracy(self) -> float:
        """Share of those recognised that have the right actor."""
        return self.linked / self.recognised if self.recognised else 0.0

    @property
    def together(self) -> tuple[float, float, float]:
        """Precision, recall and F1 where the words and the actor both have to be right."""
        return _grade(self.linked, self.given, self.gold)

    def __add__(self, other: "ActorScores") -> "ActorScores":
        return ActorScores(
            self.gold + other.gold,
            self.given + other.given,
            self.recognised + other.recognised,
            self.linked + other.linked,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """A mention of the gold beside the one that was found for it; None where the other side has nothing."""

    gold: GoldActor | None
    found: ActorMention | None

    @property
    def is_right(self) -> bool:
        """Whether the actor is the right one."""
        return self.gold is not None and self.found is not None and _is_same(self.gold, self.found)


def score_actors(reports: Iterable[GoldReport], find: Callable[[Report], Sequence[ActorMention]]) -> ActorScores:
    """Compare what `find` finds with the gold."""
    total = ActorScores(0, 0, 0, 0)
    for each in reports:
        total += count(answers(each, find(each.report)))
    return total


def count(compared: Sequence[Answer]) -> ActorScores:
    """Return the counts of one report's answers."""
    return ActorScores(
        gold=sum(each.gold is not None for each in compared),
        given=sum(each.found is not None for each in compared),
        recognised=sum(each.gold is not None and each.found is not None for each in compared),
        linked=sum(each.is_right for each in compared),
    )


def answers(gold: GoldReport, found: Sequence[ActorMention]) -> list[Answer]:
    """Pair the gold mentions with those found that share at least half of the longer one's characters.

    Left out is what was found behind the annotated stretch or in an open place, and what nothing was linked to where
    nobody may be linked: a person or crowd that the registry doesn't know.
    """
    left = [each for each in found if each.spans[0].start < gold.until and not _is_free(each, gold.mentions)]
    compared = []
    for true in gold.mentions:
        if true.counts:
            best = max(left, key=lambda each: _shared(true, each), default=None)
            fits = best is not None and _shared(true, best) >= _LEAST_SHARED
            compared.append(Answer(true, best if fits else None))
            left = [each for each in left if not (fits and each is best)]
    return compared + [Answer(None, each) for each in left]


def _is_free(found: ActorMention, mentions: Sequence[GoldActor]) -> bool:
    if found.actor is None and found.kind == "person":
        return True
    span = found.spans[0]
    over = [each for each in mentions if each.start < span.end and span.start < each.end]
    if any(each.counts for each in over):
        return False
    return any(each.is_open or found.actor is None for each in over)


def _shared(gold: GoldActor, found: ActorMention) -> float:
    """Return the share of the longer one's characters that both have."""
    span = found.spans[0]
    common = min(gold.end, span.end) - max(gold.start, span.start)
    return common / max(gold.end - gold.start, span.end - span.start)


def _is_same(gold: GoldActor, found: ActorMention) -> bool:
    if gold.actor is None:
        return found.actor is None and found.kind != "person" and fold(found.name or "") == fold(gold.name or "")
    if gold.actor != found.actor or (gold.is_person and found.kind != "person"):
        return False
    return gold.name is None or fold(gold.name) == fold(found.name or "")


def write_answers(path: Path, reports: Iterable[tuple[GoldReport, Sequence[Answer]]]) -> None:
    """Write each answer as a line of JSON: the report, the part, the words, what the gold says and what was found."""
    with path.open("w", encoding="utf-8") as file:
        for gold, compared in reports:
            for row in _rows(gold, compared):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _rows(gold: GoldReport, compared: Sequence[Answer]) -> Iterator[dict[str, object]]:
    text = gold.report.text
    for each in compared:
        true, found = each.gold, each.found
        yield {
            "report": gold.report.id,
            "part": gold.part,
            "words": text[true.start : true.end] if true else None,
            "actor": (true.actor or true.name) if true else None,
            "found": found.spans[0].text if found else None,
            "given": (found.actor or found.name) if found else None,
            "right": each.is_right,
        }


def _grade(hits: int, given: int, gold: int) -> tuple[float, float, float]:
    precision, recall = hits / given if given else 0.0, hits / gold if gold else 0.0
    return precision, recall, 2 * hits / (given + gold) if given + gold else 0.0
