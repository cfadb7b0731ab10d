"""How many relevant reports triage would lose, and how many others it would spare the parse."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tocsin.evaluate.cases import read_cases
from tocsin.evaluate.json_lines import numbered_lines
from tocsin.evaluate.relevance import Judged, read_judged
from tocsin.evaluate.report_groups import load_corpus
from tocsin.model import Report, report_id
from tocsin.read.triage import Triage

VIOLENT = re.compile(r"^(?:conflict|life\.(?:die|injure)|justice\.arrest)", re.IGNORECASE)
"""Types of events of RAMS and WikiEvents that make a report relevant."""
CUTS = "RAMS test, cuts"
"""Five sentences of a report around an event, which needn't be what the report is about."""
SHOT = re.compile(r"\b(?:shot|shoot\w*|gun\w*|bullet\w*)\b", re.IGNORECASE)
"""What a page about a shooting says more than once, unless nothing of its article is left."""


@dataclass(frozen=True, slots=True)
class Spared:
    """Of so many texts of one source and kind, how many are skipped."""

    source: str
    relevant: bool
    texts: int
    skipped: int

    @property
    def share(self) -> float:
        """The share that is skipped."""
        return self.skipped / self.texts if self.texts else 0.0


def unseen(gold: Path, corpora: Path | None, cases: Iterable[Path]) -> Iterator[Judged]:
    """Yield the texts that triage wasn't learnt from: those of the gold that are held out, cases, parts of corpora."""
    yield from (each for each in read_judged(gold, corpora) if each.held_out)
    for folder in cases:
        for _, case, report in read_cases(folder):
            if case["incidents"] or case["statements"]:
                yield Judged(report.id, f"cases/{folder.name}", report, relevant=True, held_out=True)
    if corpora is not None:
        yield from _corpora(corpora)


def _corpora(folder: Path) -> Iterator[Judged]:
    muc, rams, gva = folder / "muc4" / "dev.jsonl", folder / "rams" / "test.jsonlines.xz", folder / "gva"
    for row in _rows(muc):
        if row["templates"]:
            yield _relevant("MUC-4 dev", row["doctext"])
    for row in _rows(rams):
        if is_violent(row):
            yield _relevant(CUTS, " ".join(token for sentence in row["sentences"] for token in sentence))
    for row in _rows(folder / "wikievents" / "test.jsonl.xz"):
        yield _relevant("WikiEvents test", row["text"])
    if gva.is_dir():
        for each in load_corpus(gva).part(2, 3).rows:
            if len(SHOT.findall(each.report.text)) > 1:
                yield Judged(each.id, "shootings, last third", each.report, relevant=True, held_out=True)


def _rows(path: Path) -> Iterator[Any]:
    if path.exists():
        yield from (json.loads(line) for _, line in numbered_lines(path))


def is_violent(row: Any) -> bool:
    """Say whether a record of RAMS has an event of violence or an arrest."""
    return any(VIOLENT.match(label) for trigger in row["evt_triggers"] for label, _ in trigger[2])


def _relevant(source: str, text: str) -> Judged:
    return Judged("", source, Report(id=report_id("", text), title="", body=text), relevant=True, held_out=True)


def measure(texts: Iterable[Judged], triage: Triage) -> list[Spared]:
    """Return the counts by source and kind, and over all reports of a kind, in which cuts of reports don't count."""
    found: dict[tuple[bool, str], list[bool]] = {}
    for each in texts:
        skipped = triage.skips(each.report) is not None
        for source in (each.group, *(("all",) if each.group != CUTS else ())):
            found.setdefault((each.relevant, source), []).append(skipped)
    order = sorted(found, key=lambda key: (not key[0], key[1] == "all"))
    return [Spared(source, kind, len(found[kind, source]), sum(found[kind, source])) for kind, source in order]
