"""Texts of which it is known whether they tell of violence or protest: our own, and others that corpora hold."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from tocsin.errors import FormatError, InputError
from tocsin.evaluate.json_lines import numbered_lines
from tocsin.model import Report, report_id


@dataclass(frozen=True, slots=True)
class Judged:
    """A report, the group of texts that it belongs to, whether it is relevant, and whether it is held out.

    Nothing is tuned on what is held out, or learnt from it.
    """

    id: str
    group: str
    report: Report
    relevant: bool
    held_out: bool


def read_judged(path: Path, corpora: Path | None = None) -> Iterator[Judged]:
    """Yield the texts of a JSON Lines file.

    A row has `text` and perhaps `title`, or the `file` of a corpus in the folder `corpora` and there the `line` of a
    JSON Lines file or the `doc` of a table of tokens; and perhaps `group`, `relevant`, `held_out`, both false where
    they are missing. Rows that name a corpus are left out where no folder is given. FormatError names a broken line.
    """
    for number, line in numbered_lines(path):
        try:
            row = json.loads(line)
            if "text" in row or corpora is not None:
                yield _judged(row, number, corpora)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            advice = "a row needs text, or file and line or doc"
            raise FormatError(f"{path}, line {number}: {error!r}", advice=advice) from error


def _judged(row: Mapping[str, Any], number: int, corpora: Path | None) -> Judged:
    if "text" in row:
        title, text = str(row.get("title", "")), str(row["text"])
    else:
        title, text = _named(row, corpora or Path())
    report = Report(id=report_id(title, text), title=title, body=text, language="en")
    name = str(row.get("id", number))
    group = str(row.get("group", "texts"))
    return Judged(name, group, report, relevant=bool(row.get("relevant")), held_out=bool(row.get("held_out")))


def _named(row: Mapping[str, Any], corpora: Path) -> tuple[str, str]:
    path = corpora / row["file"]
    if "doc" in row:
        return "", _documents(path)[row["doc"]]
    found: dict[str, Any] = json.loads(_lines(path)[int(row["line"])])
    return str(found.get("title") or ""), str(found.get("text") or found.get("doctext") or found.get("content") or "")


@lru_cache(maxsize=8)
def _lines(path: Path) -> dict[int, str]:
    return dict(numbered_lines(path))


@lru_cache(maxsize=4)
def _documents(path: Path) -> dict[str, str]:
    """Return the texts of a table whose rows are document, sentence, number and token, one paragraph a sentence."""
    found: dict[str, dict[str, list[str]]] = {}
    try:
        rows = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read ({error})", advice="check the folder of corpora") from error
    for row in rows:
        parts = row.split("\t")
        if len(parts) > 3:
            found.setdefault(parts[0], {}).setdefault(parts[1], []).append(parts[3])
    return {name: "\n".join(_joined(words) for words in sentences.values()) for name, sentences in found.items()}


def _joined(words: list[str]) -> str:
    """Join tokens as they are written: no space before a stop or an ending, none behind an opening bracket."""
    text = ""
    for word in words:
        tight = not text or word in _TIGHT or text.endswith(("(", "$"))
        text += word if tight else f" {word}"
    return text.replace("`` ", "“").replace(" ''", "”")


_TIGHT = frozenset({",", ".", ";", ":", "?", "!", ")", "%", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "'"})
