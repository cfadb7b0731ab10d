"""The texts that triage is learnt from: corpora of violence, and texts of which it is known that they tell of none."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tocsin.evaluate.json_lines import numbered_lines
from tocsin.evaluate.relevance import Judged
from tocsin.evaluate.report_groups import load_corpus
from tocsin.evaluate.triage import SHOT, is_violent
from tocsin.model import Report, report_id
from tocsin.read.gate import may_tell, words_of
from tocsin.train.texts import texts
from tocsin.train.triage import Text

_CODED = frozenset({"ASSAULT", "FIGHT", "COERCE", "PROTEST", "MASSVIOL", "DEMONSTRATE", "THREATEN"})


def known_texts(judged: Iterable[Judged]) -> Iterator[Text]:
    """Yield the texts of known relevance that nothing is measured on."""
    for each in judged:
        if not each.held_out:
            source = each.group if each.group in {"local news", "news", "short news"} else "own"
            yield Text(each.report, source, each.relevant)


def corpus_texts(folder: Path) -> Iterator[Text]:
    """Yield the texts of the corpora that there are in a folder laid out as `../shared/data`.

    The parts that others measure on are left: MUC-4's and RAMS's last, the last third of the shootings.
    """
    yield from _told(folder / "muc4" / "train.jsonl", "muc4", lambda row: bool(row["templates"]))
    yield from _told(folder / "rams" / "dev.jsonlines.xz", "rams", is_violent)
    yield from _told(folder / "wikievents" / "dev.jsonl.xz", "wikievents", lambda _: True)
    yield from _told(folder / "wikievents" / "alex_train_medium.json.xz", "wikievents", lambda _: True)
    yield from _told(folder / "isaf" / "dev.jsonl", "isaf", lambda _: True)
    yield from _told(folder / "plover" / "records.jsonl", "plover", lambda row: row["event"] in _CODED)
    if (folder / "gva").is_dir():
        yield from _shootings(folder / "gva")


def _told(path: Path, source: str, is_relevant: Any) -> Iterator[Text]:
    """Yield the relevant texts of a file; of the others it isn't known."""
    if not path.exists():
        return
    rows = [row for _, line in numbered_lines(path) for row in _records(json.loads(line))]
    for row, text in zip(rows, texts(path), strict=True):
        if is_relevant(row):
            yield Text(_report("", text), source, relevant=True)


def _records(found: Any) -> list[Any]:
    return found if isinstance(found, list) else [found]


def _shootings(folder: Path) -> Iterator[Text]:
    """Yield reports of shootings, and the pages on which nothing of the article is left."""
    for row in load_corpus(folder).part(0, 2).rows:
        report = row.report
        if len(SHOT.findall(report.text)) > 1:
            yield Text(report, "gva", relevant=True)
        elif not may_tell(words_of(report.text)):
            yield Text(report, "gva", relevant=False)


def _report(title: str, text: str) -> Report:
    return Report(id=report_id(title, text), title=title, body=text)
