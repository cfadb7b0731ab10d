"""Reads the lines of a JSON Lines file, plain or packed with xz."""

import lzma
from collections.abc import Iterator
from pathlib import Path

from tocsin.errors import InputError


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines that aren't blank with their number from 1; InputError where the file can't be read whole."""
    opener = lzma.open if path.suffix == ".xz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, line
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read ({error})", advice="check that it is a whole file") from error
