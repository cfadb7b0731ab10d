"""Documents of MUC-4, the templates that a source gives for them, and how good these are."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tocsin.errors import FormatError
from tocsin.evaluate.json_lines import numbered_lines
from tocsin.evaluate.muc4_score import ROLES, TYPE, Grade, Scores, ceaf_ree, ceaf_tf
from tocsin.model import Report, report_id

Json = dict[str, Any]
Source = Callable[[Report], list[Json]]
"""Whatever gives the templates of a report: a reader, a trained model."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text and the templates of its key, None where it comes without one."""

    docid: str
    text: str
    templates: tuple[Json, ...] | None

    @property
    def report(self) -> Report:
        """The text as a report without title and date."""
        return Report(id=report_id("", self.text), title="", body=self.text)


def read_documents(path: Path, limit: int | None = None) -> list[Document]:
    """Return the first documents of a JSON Lines file with `docid`, `doctext` and perhaps `templates`."""
    documents: list[Document] = []
    for number, line in numbered_lines(path):
        if limit is not None and len(documents) >= limit:
            break
        row = _row(path, number, line, ("docid", "doctext"))
        key = _templates(path, number, row["templates"]) if "templates" in row else None
        documents.append(Document(str(row["docid"]), str(row["doctext"]), key))
    return documents


def read_predictions(path: Path) -> dict[str, tuple[Json, ...]]:
    """Return the templates by document of a file with `docid` and `templates` a line."""
    found = {}
    for number, line in numbered_lines(path):
        row = _row(path, number, line, ("docid", "templates"))
        found[str(row["docid"])] = _templates(path, number, row["templates"])
    return found


def _row(path: Path, number: int, line: str, needed: Sequence[str]) -> Json:
    advice = f"one JSON object a line, with {' and '.join(needed)}"
    try:
        row = json.loads(line)
    except ValueError as error:
        raise FormatError(f"{path}, line {number}: {error}", advice=advice) from error
    if not isinstance(row, dict) or any(name not in row for name in needed):
        raise FormatError(f"{path}, line {number} lacks a part", advice=advice)
    return row


def _templates(path: Path, number: int, templates: Any) -> tuple[Json, ...]:
    if not isinstance(templates, list) or not all(map(_is_template, templates)):
        advice = f"each needs {TYPE}, and for each of {', '.join(ROLES)} a list of entities, each a list of mentions"
        raise FormatError(f"{path}, line {number}: a template is broken", advice=advice)
    return tuple(templates)


def _is_template(each: Any) -> bool:
    if not isinstance(each, dict) or not isinstance(each.get(TYPE), str):
        return False
    entities = [entity for role in ROLES for entity in each.get(role) or ()]
    return all(isinstance(entity, list) and all(map(_is_mention, entity)) for entity in entities)


def _is_mention(each: Any) -> bool:
    return isinstance(each, str) or (isinstance(each, list) and bool(each) and isinstance(each[0], str))


def predict(
    documents: Sequence[Document], source: Source, progress: Callable[[int, int], None] = lambda _, __: None
) -> dict[str, tuple[Json, ...]]:
    """Return what the source gives for each document; `progress` is told how many of how many are read."""
    found: dict[str, tuple[Json, ...]] = {}
    for number, document in enumerate(documents, 1):
        found[document.docid] = tuple(source(document.report))
        progress(number, len(documents))
    return found


def write_predictions(path: Path, predictions: Mapping[str, Iterable[Json]]) -> None:
    """Write one JSON object a document, in the form that `read_predictions` reads."""
    rows = ({"docid": docid, "templates": list(templates)} for docid, templates in predictions.items())
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def score(documents: Sequence[Document], predictions: Mapping[str, Sequence[Json]]) -> dict[str, Scores]:
    """Score the documents that have a key: role fillers as "ree", templates as "tf"."""
    gold = {each.docid: each.templates for each in documents if each.templates is not None}
    given = {docid: predictions.get(docid, ()) for docid in gold}
    return {"ree": ceaf_ree(gold, given), "tf": ceaf_tf(gold, given)}


def relevance(documents: Sequence[Document], predictions: Mapping[str, Sequence[Json]]) -> Grade:
    """Grade which documents are given any template at all, of those that have a key."""
    keyed = [each for each in documents if each.templates is not None]
    gold = {each.docid for each in keyed if each.templates}
    given = {each.docid for each in keyed if predictions.get(each.docid)}
    return Grade(len(gold & given), len(given), len(gold & given), len(gold))


def figures(scores: Scores) -> dict[str, dict[str, float]]:
    """Return counts, precision, recall and F1 by slot and of all, to 4 places."""
    return {slot: shares(grade) for slot, grade in [*scores.slots.items(), ("all", scores.all)]}


def shares(grade: Grade) -> dict[str, float]:
    """Return a grade's shares, to 4 places, and its counts."""
    found = {name: round(getattr(grade, name), 4) for name in ("precision", "recall", "f1")}
    return found | asdict(grade)
