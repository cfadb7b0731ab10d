"""Texts of news, one record a line, that say how common a word is."""

import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tocsin.errors import FormatError, InputError


def texts(path: Path) -> Iterator[str]:
    """Yield the text of each record of a JSONL file (or .xz): `text`, `doctext`, `tokens` or `sentences` of tokens.

    A line may also hold a list of records. InputError where the file can't be read, FormatError names a broken line.
    """
    opener = lzma.open if path.suffix == ".xz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    found = json.loads(line)
                    yield from [_text(record) for record in (found if isinstance(found, list) else [found])]
                except (ValueError, KeyError, TypeError) as error:
                    advice = "give one object a line with text, doctext, tokens or sentences"
                    raise FormatError(f"{path} line {number} holds no text ({error!r})", advice=advice) from error
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read ({error})", advice="check that it is a whole file") from error


def _text(record: dict[str, Any]) -> str:
    for key in ("text", "doctext"):
        if isinstance(record.get(key), str):
            return str(record[key])
    if "tokens" in record:
        return " ".join(record["tokens"])
    return " ".join(token for sentence in record["sentences"] for token in sentence)
