"""What the readers of users' place lists share: entries, open files, checked points."""

import bz2
import gzip
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple, TextIO

from tocsin.errors import FormatError, InputError
from tocsin.resolve.gazetteer_sources import Row


class Problem(NamedTuple):
    """A line that can't go in, and what to do about it."""

    line: int
    message: str


Entry = Row | Problem | None
"""What a line gives: a place, a problem, or nothing (a road, a stream: kinds that reports don't name)."""

_ODD = re.compile("[\udc80-\udcff]")
_BROKEN = (EOFError, lzma.LZMAError, zipfile.BadZipFile, gzip.BadGzipFile, zlib.error)


@contextmanager
def open_text(path: Path) -> Iterator[TextIO]:
    """Open a text file, packed or not (.gz, .xz, .bz2, .zip); bytes that aren't UTF-8 come as surrogates.

    Raises InputError where it can't be read, FormatError where a packed file is broken, also while it is being read.
    """
    try:
        with _opened(path) as binary, io.TextIOWrapper(binary, _encoding(path), "surrogateescape", newline="") as text:
            yield text
    except _BROKEN as error:
        raise FormatError(
            f"{path} is broken or not whole: {error}", advice="get it again; nothing was changed"
        ) from error
    except FileNotFoundError as error:
        raise InputError(f"there is no file {path}", advice="check the name") from error
    except (IsADirectoryError, PermissionError) as error:
        raise InputError(f"can't read {path}: {error.strerror}", advice="name a file that you may read") from error


def _opened(path: Path) -> IO[bytes]:
    if path.suffix == ".zip":
        return _member(path)
    if path.suffix == ".gz":
        return gzip.open(path)  # type: ignore[return-value]  # a GzipFile reads like any binary file
    if path.suffix == ".xz":
        return lzma.open(path)
    return bz2.open(path) if path.suffix == ".bz2" else path.open("rb")


def _member(path: Path) -> IO[bytes]:
    """Open the largest text in a zip; GeoNames puts a readme beside it."""
    archive = zipfile.ZipFile(path)
    names = [info for info in archive.infolist() if not info.is_dir()]
    if not names:
        raise FormatError(f"{path} holds no file", advice="name a zip with a table in it")
    return archive.open(max(names, key=lambda info: info.file_size))


def _encoding(path: Path) -> str:
    """Return UTF-8, or what a spreadsheet's byte order mark says."""
    with path.open("rb") as file:
        return "utf-16" if file.read(2) in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"


def checked(text: str) -> str:
    """Return a cell without outer spaces; raises ValueError where it isn't UTF-8."""
    if not text.isascii() and _ODD.search(text):
        raise ValueError("its text isn't UTF-8: save the file as UTF-8")
    return text.strip()


def point(lat: str, lon: str) -> tuple[float, float]:
    """Return latitude and longitude; raises ValueError that says what is wrong with them."""
    degrees = []
    for name, text, most in (("lat", lat, 90.0), ("lon", lon, 180.0)):
        try:
            value = float(text)
        except ValueError as error:
            raise ValueError(f"{name} is {text!r}: write degrees such as 33.31, south and west negative") from error
        if not -most <= value <= most:
            raise ValueError(f"{name} is {text}: it lies between -{most:.0f} and {most:.0f}")
        degrees.append(value)
    return degrees[0], degrees[1]


def inhabitants(text: str) -> int:
    """Return a population; raises ValueError that says what it takes."""
    plain = text.replace(",", "").replace(" ", "").removesuffix(".0")
    if plain and not plain.isdecimal():
        raise ValueError(f"population is {text!r}: write a whole number")
    return int(plain or 0)
