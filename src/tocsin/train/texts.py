"""Texts of news, one record a line, that say how common a word is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tocsin.errors import FormatError
from tocsin.evaluate.json_lines import numbered_lines


def texts(path: Path) -> Iterator[str]:
    """Yield the text of each record of a JSONL file (or .xz).

    It is its `text`, `doctext` or `content`, or its `tokens`, or `sentences` of tokens. A line may also hold a list of
    records. InputError where the file can't be read, FormatError names a broken line.
    """
    for number, line in numbered_lines(path):
        try:
            found = json.loads(line)
            yield from [_text(record) for record in (found if isinstance(found, list) else [found])]
        except (ValueError, KeyError, TypeError) as error:
            advice = "give one object a line with text, doctext, content, tokens or sentences"
            raise FormatError(f"{path} line {number} holds no text ({error!r})", advice=advice) from error


def _text(record: dict[str, Any]) -> str:
    for key in ("text", "doctext", "content"):
        if isinstance(record.get(key), str):
            return str(record[key])
    if "tokens" in record:
        return " ".join(record["tokens"])
    return " ".join(token for sentence in record["sentences"] for token in sentence)
