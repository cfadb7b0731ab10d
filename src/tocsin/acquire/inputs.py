"""Files, folders, standard input and addresses to reports, one after the other; what fails is named and left out."""

import datetime as dt
import gzip
import hashlib
import io
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from tocsin.acquire.draft import Draft, Origin, finish
from tocsin.acquire.encoding import decode
from tocsin.acquire.fetch import fetch
from tocsin.acquire.html import from_html
from tocsin.acquire.plain import from_markdown, from_plain
from tocsin.acquire.records import from_record, parse_json
from tocsin.errors import FormatError, InputError, TocsinError
from tocsin.model import Report
from tocsin.settings import Settings

Form = Literal["plain", "markdown", "html", "json", "lines"]

_FORMS: dict[str, Form] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_ADVICE_LARGE = "give the article alone, or raise TOCSIN_MAX_INPUT_BYTES"


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that was left out, and why."""

    input: str
    error: TocsinError


@dataclass(frozen=True, slots=True)
class _Source:
    """An opened input: its name for messages, what it is taken for (None: to be found out), and its bytes."""

    name: str
    form: Form | None
    stream: IO[bytes]


def acquire(inputs: Iterable[str], settings: Settings, published: dt.date | None = None) -> Iterator[Report | Failure]:
    """Yield a report for each article of the inputs, and a Failure for each thing that is none, in the order given.

    An input is a file, a folder (taken recursively, in the order of names), an address that begins with http:// or
    https://, or "-" for standard input. `published` holds for reports that don't say their day. Lazy: each input is
    opened when its turn comes.
    """
    for item in inputs:
        name = _printable(item)
        try:
            yield from _one_input(item, name, settings, published)
        except TocsinError as error:
            yield Failure(name, error)
        except (OSError, EOFError, zlib.error) as error:
            yield Failure(name, _unreadable(name, error))


def acquire_one(item: str, settings: Settings, published: dt.date | None = None) -> Report:
    """Return the single report of an input; the TocsinError of the first thing that fails, or that it holds several."""
    found = list(acquire([item], settings, published))
    for result in found:
        if isinstance(result, Failure):
            raise result.error
    reports = [result for result in found if isinstance(result, Report)]
    if len(reports) != 1:
        raise InputError(f"{_printable(item)} holds {len(reports)} reports", advice="give an input that holds one")
    return reports[0]


def _one_input(item: str, name: str, settings: Settings, published: dt.date | None) -> Iterator[Report | Failure]:
    if item == "-":
        yield from _standard_input(settings, published)
    elif re.match(r"https?://", item, re.IGNORECASE):
        yield _from_url(item, settings, published)
    elif "://" in item:
        raise InputError(f"{name} is no address that can be fetched", advice="only http and https are fetched")
    elif "\0" in item:
        raise InputError(f"{name} is no file name", advice="give a file, a folder, an address or -")
    elif Path(item).is_dir():
        yield from _folder(Path(item), settings, published)
    else:
        yield from _file(Path(item), settings, published)


def _folder(folder: Path, settings: Settings, published: dt.date | None) -> Iterator[Report | Failure]:
    """Take every readable file below the folder; hidden ones and READMEs are none of the reports."""
    seen = False
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for file in sorted(files):
            if _is_report_file(file):
                seen = True
                yield from acquire([str(Path(parent) / file)], settings, published)
    if not seen:
        known = ", ".join(_FORMS)
        raise InputError(
            f"{_printable(str(folder))} has no file that can be read", advice=f"known are {known} (and .gz)"
        )


def _is_report_file(file: str) -> bool:
    return form_of(file) is not None and not file.startswith((".", "_")) and not file.upper().startswith("README")


def form_of(file: str) -> Form | None:
    """Return what the file's name says it is, None where it says nothing."""
    return _FORMS.get(Path(file.lower().removesuffix(".gz")).suffix)


def _file(path: Path, settings: Settings, published: dt.date | None) -> Iterator[Report | Failure]:
    name = _printable(str(path))
    if not path.exists():
        raise InputError(f"{name} isn't there", advice="give a file, a folder, an address or -")
    if not path.is_file():
        raise InputError(f"{name} is no regular file", advice="give a file, a folder, an address or -")
    opener = gzip.open if path.name.lower().endswith(".gz") else Path.open
    with opener(path, "rb") as stream:
        yield from _reports(_Source(name, form_of(path.name), stream), settings, published)  # type: ignore[arg-type]  # gzip's stream is bytes too


def _standard_input(settings: Settings, published: dt.date | None) -> Iterator[Report | Failure]:
    stream = io.BufferedReader(sys.stdin.buffer)  # type: ignore[type-var]  # a buffered reader reads from another
    try:
        opening = stream.peek(1).lstrip(b"\xef\xbb\xbf \t\r\n")
        form: Form | None = "lines" if opening.startswith(b"{") else "json" if opening.startswith(b"[{") else None
        yield from _reports(_Source("standard input", form, stream), settings, published)
    finally:
        stream.detach()


def _reports(source: _Source, settings: Settings, published: dt.date | None) -> Iterator[Report | Failure]:
    if source.form == "lines":
        yield from _from_lines(source, settings, published)
        return
    data = source.stream.read(settings.max_input_bytes + 1)
    if len(data) > settings.max_input_bytes:
        raise InputError(f"{source.name} is larger than {settings.max_input_bytes} bytes", advice=_ADVICE_LARGE)
    if source.form == "json":
        yield from _from_json(data, source.name, published)
    else:
        origin = Origin(name=source.name, raw_hash=_hash(data), published=published)
        yield finish(_draft(decode(data, source.name), source.name, source.form), origin)


def _draft(text: str, name: str, form: Form | None, url: str | None = None) -> Draft:
    """Take the text for what its name says, or for a page where it begins like one."""
    if form == "html" or (form != "markdown" and _PAGE.match(text)):
        return from_html(text, name, url)
    return from_markdown(text) if form == "markdown" else from_plain(text)


def _from_lines(source: _Source, settings: Settings, published: dt.date | None) -> Iterator[Report | Failure]:
    """Read JSON Lines; a bad line is named by its number and the rest goes on."""
    number, read = 0, 0
    while line := source.stream.readline(settings.max_input_bytes + 1):
        number += 1
        if not line.strip():
            continue
        read += 1
        name = f"{source.name} line {number}"
        try:
            if len(line) > settings.max_input_bytes:
                _skip_line(source.stream, line)
                raise InputError(f"{name} is larger than {settings.max_input_bytes} bytes", advice=_ADVICE_LARGE)
            if read == 1:
                line = decode(line, source.name).encode()  # a mark or another encoding shows here
            record = parse_json(decode(line, name), name)
            yield finish(from_record(record, name), Origin(name=name, raw_hash=_hash(line), published=published))
        except TocsinError as error:
            yield Failure(name, error)
    if not read:
        raise InputError(f"{source.name} is empty", advice="give one JSON object a line")


def _skip_line(stream: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(1 << 20)


def _from_json(data: bytes, name: str, published: dt.date | None) -> Iterator[Report | Failure]:
    """Read a JSON file: one object, or a list of them, each named by its place."""
    parsed = parse_json(decode(data, name), name)
    records = parsed if isinstance(parsed, list) else [parsed]
    if not records:
        raise FormatError(f"{name} is an empty list", advice="give one object a report")
    for number, record in enumerate(records, start=1):
        place = f"{name} item {number}" if isinstance(parsed, list) else name
        try:
            yield finish(from_record(record, place), Origin(name=place, raw_hash=_hash(data), published=published))
        except TocsinError as error:
            yield Failure(place, error)


def _from_url(url: str, settings: Settings, published: dt.date | None) -> Report:
    page = fetch(url, settings)
    text = decode(page.data, url, page.charset)
    origin = Origin(
        name=url, raw_hash=_hash(page.data), published=published, retrieved=dt.datetime.now(dt.UTC), url=page.url
    )
    if page.media in {"application/json", "application/ld+json"}:
        return finish(from_record(parse_json(text, url), url), origin)
    return finish(_draft(text, url, "html" if "html" in page.media else "plain", page.url), origin)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _printable(name: str) -> str:
    """Return the input's name on one line, whatever is in it."""
    return "".join(character if character.isprintable() else "?" for character in name)[:300]


def _unreadable(name: str, error: Exception) -> InputError:
    reason = getattr(error, "strerror", None) or "broken or cut short"
    return InputError(f"{name} can't be read ({reason})", advice="check that it is a whole file and may be read")
