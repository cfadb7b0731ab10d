"""How often a press release is coded as its coders did: day, type of event, province, least killed and captured."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tocsin.acquire.draft import Origin, finish
from tocsin.acquire.records import from_record, parse_json
from tocsin.errors import FormatError, InputError
from tocsin.evaluate.json_lines import numbered_lines
from tocsin.evaluate.press_issue import days_of_issue
from tocsin.model import Report

Json = dict[str, Any]
FIELDS = {
    "date": "start_date",
    "type": "event_type",
    "province": "province",
    "killed": "min_killed",
    "captured": "min_captured",
}
"""The fields that are scored, with their names in the data."""
_LISTS = frozenset({"type", "province"})
_ADVICE = (
    "give one JSON object a line with text, and gold with start_date, event_type, province, min_killed, min_captured"
)


@dataclass(frozen=True, slots=True)
class Release:
    """A release as acquired, the data's id for it, and how its coders coded it; empty where they didn't."""

    id: Any
    report: Report
    gold: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PressScores:
    """Of so many coded releases the share of each field that is exactly right; for lists also that of any in common."""

    releases: int
    exact: Mapping[str, float]
    shared: Mapping[str, float]


def read_releases(path: Path) -> list[Release]:
    """Read the releases of a JSON Lines file; InputError where there are none, FormatError names the broken line."""
    records = [_record(line, f"{path} line {number}") for number, line in numbered_lines(path)]
    if not records:
        raise InputError(f"{path} is empty", advice=_ADVICE)
    found = [_release(record, name) for record, name in records]
    days = days_of_issue([str(record.get("text")) for record, _ in records], [release.report for release in found])
    return [_issued(release, day) for release, day in zip(found, days, strict=True)]


def _issued(release: Release, day: dt.date | None) -> Release:
    if release.report.published is not None or day is None:
        return release
    return replace(release, report=replace(release.report, published=day, published_from="number"))


def _record(line: str, name: str) -> tuple[Json, str]:
    record = parse_json(line, name)
    if not isinstance(record, dict):
        raise FormatError(f"{name} isn't a JSON object", advice=_ADVICE)
    return record, name


def _release(record: Json, name: str) -> Release:
    report = finish(from_record(record, name), Origin(name=name, raw_hash=""))
    gold = record.get("gold") or {}
    missing = [key for key in FIELDS.values() if gold and key not in gold]
    if not isinstance(gold, dict) or missing:
        raise FormatError(f"{name} has no {missing[0] if missing else 'object of gold'}", advice=_ADVICE)
    return Release(record.get("id"), report, gold)


def last_third(releases: Sequence[Release]) -> Sequence[Release]:
    """Return the last third in the order of the file, on which nothing was tuned."""
    return releases[-(len(releases) // 3) :]


def code(releases: Iterable[Release], answer: Callable[[Report], Json]) -> list[tuple[Release, Json]]:
    """Return the releases, each with its answer; only the report reaches `answer`."""
    return [(release, answer(release.report)) for release in releases]


def score(answers: Sequence[tuple[Release, Json]]) -> PressScores:
    """Compare answers with the coders' coding; InputError where no release was coded."""
    coded = [(release.gold, given) for release, given in answers if release.gold]
    if not coded:
        raise InputError("no release has gold to compare with", advice=_ADVICE)
    pairs = {
        name: [(_value(name, gold[key]), _value(name, given[key])) for gold, given in coded]
        for name, key in FIELDS.items()
    }
    return PressScores(
        releases=len(coded),
        exact={name: _share([gold == given for gold, given in each]) for name, each in pairs.items()},
        shared={name: _share([bool(gold & given) for gold, given in pairs[name]]) for name in FIELDS if name in _LISTS},
    )


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / len(hits), 4)


def _value(name: str, value: Any) -> Any:
    """Return a field as it is compared: lists as sets, their entries of several values parted at semicolons."""
    if name not in _LISTS:
        return value
    return {part.strip().lower() for entry in value for part in str(entry).split(";") if part.strip()}


def write_answers(path: Path, answers: Iterable[tuple[Release, Json]]) -> None:
    """Write one JSON object a release: its id and its coding."""
    lines = (json.dumps({"id": release.id, **given}, ensure_ascii=False) for release, given in answers)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
