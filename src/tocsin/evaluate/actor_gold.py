"""Reads annotated mentions of actors: our own texts, reports by file name, and places in annotated cases.

One JSON object a line, with `part` and one of three sources:

- `id`, `published`, `title` and `text`, in which mentions stand in braces: `{Hamas|group:hamas} fired`;
- `file`, a report's path beside the gold file, and `mentions` as `[start, end, value]`;
- `case`, the name of an annotated case whose text isn't here, `mentions` likewise, and `until`, the character up to
  which they were annotated. `digest` tells whether the text is still the one that they were counted in.

Characters are those of `Report.text`. What a value means is in docs/reference/actor-annotation.md.
"""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tocsin.acquire import Failure, acquire
from tocsin.errors import FormatError, InputError
from tocsin.evaluate.json_lines import numbered_lines
from tocsin.model import Report, report_id
from tocsin.settings import Settings

_MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
_PERSON, _NEW, _OPEN, _NOBODY = "person:", "new:", "~", "-"
_ADVICE = "see docs/reference/actor-annotation.md"


@dataclass(frozen=True, slots=True)
class GoldActor:
    """Characters [start, end) of a report and who is meant there.

    `actor` is the registry's id; where it is None, `name` is that of an actor that the registry doesn't hold, or None
    where nobody may be linked. With an office's `actor`, `name` is who held it on the report's day. `is_open`: nothing
    that is found there counts.
    """

    start: int
    end: int
    actor: str | None = None
    name: str | None = None
    is_person: bool = False
    is_open: bool = False

    @property
    def counts(self) -> bool:
        """Whether it has to be found."""
        return self.actor is not None or (self.name is not None and not self.is_open)


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report with its mentions in text order, annotated up to the character `until`."""

    report: Report
    part: str
    until: int
    mentions: tuple[GoldActor, ...]


def read_actor_gold(path: Path, settings: Settings, cases: Path | None = None) -> Iterator[GoldReport]:
    """Yield the annotated reports; those of cases only where their folder is given.

    FormatError names the line that can't be read or whose text has changed.
    """
    for number, line in numbered_lines(path):
        try:
            row = json.loads(line)
            if "case" not in row or cases is not None:
                yield _gold_report(row, path, settings, cases)
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise FormatError(f"{path}, line {number}: {error!r}", advice=_ADVICE) from error


def _gold_report(row: dict[str, Any], path: Path, settings: Settings, cases: Path | None) -> GoldReport:
    if "text" in row:
        return _own(row)
    report = _report_at(path.parent / row["file"], settings) if "file" in row else _case(row["case"], cases)
    if digest(report) != row["digest"]:
        raise ValueError(f"the text of {row.get('file', row.get('case'))} isn't the one that was annotated")
    mentions = tuple(_mention(start, end, value) for start, end, value in row["mentions"])
    return GoldReport(report, row["part"], row.get("until") or len(report.text), mentions)


def _own(row: dict[str, Any]) -> GoldReport:
    title, opened = _unmarked(row.get("title", ""), 0)
    body, more = _unmarked(row["text"], len(title) + 2)
    day = dt.date.fromisoformat(row["published"]) if row.get("published") else None
    report = Report(id=report_id(title, body), title=title, body=body, published=day)
    return GoldReport(report, row["part"], len(report.text), (*opened, *more))


def _unmarked(text: str, offset: int) -> tuple[str, tuple[GoldActor, ...]]:
    """Return the text without its braces, and the mentions in it; `offset` is where it begins in the report."""
    plain, mentions, end = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[end : match.start()]
        mentions.append(_mention(offset + len(plain), offset + len(plain) + len(match[1]), match[2]))
        plain += match[1]
        end = match.end()
    return plain + text[end:], tuple(mentions)


def _mention(start: int, end: int, value: str) -> GoldActor:
    if value in {_OPEN, _NOBODY}:
        return GoldActor(start, end, is_open=value == _OPEN)
    if value.startswith(_NEW):
        return GoldActor(start, end, name=value.removeprefix(_NEW))
    actor, _, holder = value.removeprefix(_PERSON).partition("=")
    return GoldActor(start, end, actor, holder or None, is_person=value.startswith(_PERSON))


def _report_at(path: Path, settings: Settings) -> Report:
    for item in acquire([str(path)], settings, None):
        if isinstance(item, Failure):
            raise item.error
        return item
    raise InputError(f"{path} holds no report", advice="check that the file is there")


def _case(name: str, folder: Path | None) -> Report:
    path = (folder or Path()) / f"{name}.json"
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path} can't be read ({error})", advice="name the folder of the annotated cases") from error
    day = dt.date.fromisoformat(gold["published"]) if gold["published"] else None
    return Report(id=report_id(gold["title"], gold["text"]), title=gold["title"], body=gold["text"], published=day)


def digest(report: Report) -> str:
    """Return a short digest of a report's text, to tell that characters still count the same words."""
    return hashlib.sha256(report.text.encode()).hexdigest()[:12]


def parts_of(reports: Sequence[GoldReport]) -> dict[str, list[GoldReport]]:
    """Return the reports by the part of the gold that they belong to, in the order of the file."""
    found: dict[str, list[GoldReport]] = {}
    for each in reports:
        found.setdefault(each.part, []).append(each)
    return found
