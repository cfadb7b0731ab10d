"""Reads reports grouped by the incident that each tells of, and what is known of those incidents.

A corpus is a folder: `reports.jsonl` (or `reports.jsonl.xz`) holds one object a line with `id`, `incident`, `title`,
`content`, `dct` (the day of publication, may be empty) and perhaps `uri`; `incidents.json` holds, by incident, `date`,
`num_killed` and `num_injured`, and may be missing. Reports go the way of every input: cleaned of boilerplate, so that
what is measured is what `tocsin ingest` would read.
"""

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tocsin.acquire.draft import Origin, finish
from tocsin.acquire.fields import as_date
from tocsin.acquire.records import from_record, parse_json
from tocsin.errors import FormatError, InputError
from tocsin.evaluate.json_lines import numbered_lines
from tocsin.model import Report, report_id
from tocsin.read.reader import Reader
from tocsin.reconcile.account import Account

_REPORTS = ("reports.jsonl", "reports.jsonl.xz")
_INCIDENTS = "incidents.json"
_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/\w+/")
_ADVICE = "it needs id, incident, title and content"


@dataclass(frozen=True, slots=True)
class Row:
    """One report of a corpus: the corpus' id for it, the incident that it tells of, and the report as acquired."""

    id: str
    incident: str
    report: Report


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an incident; None where the corpus doesn't say."""

    date: dt.date | None = None
    killed: int | None = None
    injured: int | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """Rows in the order of the file, and the known incidents by id: none where the folder has no incidents.json."""

    folder: Path
    rows: tuple[Row, ...]
    known: Mapping[str, Known]

    def by_incident(self) -> dict[str, list[Row]]:
        """Return the rows of each incident, incidents in order of time."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.incident, []).append(row)
        return {name: found[name] for name in sorted(found, key=lambda name: self._when(name, found[name]))}

    def _when(self, name: str, rows: Sequence[Row]) -> tuple[dt.date, str]:
        known = self.known.get(name, Known()).date
        days = [row.report.published for row in rows if row.report.published]
        return known or min(days, default=dt.date.max), name

    def part(self, first: int, last: int, of: int = 3) -> "Corpus":
        """Return parts `first` to `last` (from 0, the last one left out) of `of` equal ones, the earliest first.

        Whole incidents are parted, in order of their known date, else of the day of their earliest report; those
        without any day come last. `part(0, 2)` is what rules may be written against, `part(2, 3)` what they are
        measured on.
        """
        order = list(self.by_incident())
        kept = set(order[len(order) * first // of : len(order) * last // of])
        return Corpus(self.folder, tuple(row for row in self.rows if row.incident in kept), self.known)


def load_corpus(folder: Path) -> Corpus:
    """Read a corpus; InputError where the folder holds none, FormatError names the line or incident that is broken."""
    path = next((folder / name for name in _REPORTS if (folder / name).is_file()), None)
    if path is None:
        raise InputError(f"{folder} holds no reports.jsonl", advice="name a folder of reports grouped by incident")
    rows = tuple(_row(line, f"{path} line {number}") for number, line in numbered_lines(path))
    if not rows:
        raise InputError(f"{path} is empty", advice=f"give one JSON object a line: {_ADVICE}")
    return Corpus(folder, rows, _known(folder / _INCIDENTS))


def _row(line: str, name: str) -> Row:
    record = parse_json(line, name)
    if not isinstance(record, dict):
        raise FormatError(f"{name} isn't a JSON object", advice=_ADVICE)
    missing = [key for key in ("id", "incident", "title", "content") if record.get(key) is None]
    if missing:
        raise FormatError(f"{name} has no {missing[0]}", advice=_ADVICE)
    return Row(str(record["id"]), str(record["incident"]), _report(record, name))


def _report(record: Mapping[str, Any], name: str) -> Report:
    """Acquire the report; a page on which nothing is left after cleaning still has its title."""
    title, url = str(record["title"]), str(record.get("uri") or "") or None
    given = {
        "title": title,
        "text": str(record["content"]),
        "published": record.get("dct"),
        "url": url,
        "outlet": _outlet(url),
    }
    try:
        return finish(from_record(given, name), Origin(name=name, raw_hash=""))
    except InputError:
        day = as_date(record.get("dct"))
        return Report(id=report_id(title, ""), title=title, body="", url=url, outlet=_outlet(url), published=day)


def _outlet(url: str | None) -> str | None:
    """Return the site that an address is of, that of the page where the address is an archive's copy."""
    host = urlsplit(_ARCHIVE.sub("", url or "")).hostname if url else None
    return host.removeprefix("www.") if host else None


def _known(path: Path) -> dict[str, Known]:
    if not path.is_file():
        return {}
    try:
        incidents = parse_json(path.read_text(encoding="utf-8"), str(path))
        return {str(name): _incident(given) for name, given in incidents.items()}
    except (OSError, UnicodeDecodeError, AttributeError, TypeError, ValueError) as error:
        raise FormatError(f"{path} isn't a list of incidents ({error})", advice="give an object by incident") from error


def _incident(given: Mapping[str, Any]) -> Known:
    return Known(
        date=as_date(given.get("date")),
        killed=_count(given.get("num_killed")),
        injured=_count(given.get("num_injured")),
    )


def _count(value: object) -> int | None:
    return None if value is None or value == "" else int(json.loads(str(value)))


def principal(report: Report, reader: Reader) -> Account:
    """Read a report and return the account that stands for it: never none, see `tocsin.read.principal`."""
    return Account(reader.principal(report), report)
