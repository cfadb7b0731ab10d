"""The user's own actors: read from YAML or CSV, checked beside the shipped ones, and kept in one file."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tocsin.errors import FormatError, InputError, TocsinError
from tocsin.ontology.actor_files import Sheet, parse, parse_all
from tocsin.ontology.actors import load_sheets, registry_of
from tocsin.ontology.check import Finding, check, check_codes
from tocsin.ontology.files import read_yaml
from tocsin.ontology.states import cells

Entry = Mapping[str, Any]
_PLAIN = ("id", "extends", "name", "kind", "country", "sector", "acled_name", "ucdp_name", "source")
_LISTS = ("aliases", "metonyms", "relations", "members")
_FLAGS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_ADVICE = "see docs/reference/actor-files.md"
_HEADING = "# Your own actors; `tocsin actors add` writes this file.\n"


@dataclass(frozen=True, slots=True)
class Added:
    """How many entries a file brought, changed, and left as they were."""

    new: int
    changed: int
    same: int


def read_entries(path: Path) -> tuple[Entry, ...]:
    """Read the entries of a YAML or CSV file; FormatError says what is wrong with it as a whole."""
    if not path.is_file():
        raise InputError(f"there is no file {path}", advice="name a YAML or CSV file of actors")
    if path.suffix.lower() == ".csv":
        return tuple(_rows(path))
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise FormatError(f"{path} is neither .yaml nor .csv", advice=_ADVICE)
    entries = read_yaml(path, f"mend it; {_ADVICE}") or []
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise FormatError(f"{path} holds no list of entries", advice=_ADVICE)
    return tuple(entries)


def _rows(path: Path) -> Iterator[Entry]:
    try:
        table = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))
        for number, row in enumerate(table, 2):
            if None in row or any(value is None for value in row.values()):
                raise FormatError(f"{path}, line {number}: its cells don't fit the header", advice=_ADVICE)
            yield _entry(row, path, number)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FormatError(f"{path} can't be read: {error}", advice="save it as CSV in UTF-8") from error


def _entry(row: Mapping[str, str], path: Path, number: int) -> Entry:
    """Return the entry of a CSV row; lists are parted by "|", the parts of a relation by spaces."""
    unknown = sorted(set(row) - {*_PLAIN, *_LISTS, "acled_type", "name_is_alias", "replaces"})
    if unknown:
        raise FormatError(f"{path}: unknown columns {', '.join(unknown)}", advice=_ADVICE)
    filled = {name: value.strip() for name, value in row.items() if value.strip()}
    try:
        entry: dict[str, Any] = {name: filled[name] for name in _PLAIN if name in filled}
        entry |= {name: _names(filled[name]) for name in ("aliases", "metonyms") if name in filled}
        entry |= {name: _FLAGS[filled[name].lower()] for name in ("name_is_alias", "replaces") if name in filled}
        if "acled_type" in filled:
            entry["acled_type"] = int(filled["acled_type"])
        if "relations" in filled:
            entry["relations"] = [part.split() for part in filled["relations"].split("|")]
        if "members" in filled:
            entry["members"] = [part.strip() for part in filled["members"].split("|")]
    except (KeyError, ValueError, FormatError) as error:
        raise FormatError(f"{path}, line {number}: {error}", advice=_ADVICE) from error
    return entry


def _names(cell: str) -> list[dict[str, Any]]:
    found = []
    for alias in cells(cell):
        parts: dict[str, Any] = {"name": alias.name, "since": alias.since, "until": alias.until}
        found.append({name: part for name, part in parts.items() if part} | {"context": list(alias.context)})
    return found


def check_entries(entries: Sequence[Entry], name: str, beside: Sequence[Entry] = ()) -> tuple[Finding, ...]:
    """Return each fault that the entries have or would bring to the shipped actors and those `beside`."""
    found = [fault for entry in entries for fault in _unreadable(entry, name)]
    if found:
        return tuple(found)
    keys = {_key(entry) for entry in entries}
    others = [entry for entry in beside if _key(entry) not in keys]
    try:
        sheets: list[Sheet] = [*load_sheets(), *parse_all(others, name), *parse_all(entries, name)]
        registry = registry_of(sheets)
    except TocsinError as error:
        return (Finding("bad-entry", name, str(error)),)
    return (*check(registry), *check_codes(registry))


def _unreadable(entry: Entry, name: str) -> Iterator[Finding]:
    try:
        if set(entry) != {"sources"}:
            parse(entry, name)
    except FormatError as error:
        yield Finding("bad-entry", str(entry.get("id") or entry.get("extends") or "?"), error.message)


def add_entries(entries: Sequence[Entry], own: Path) -> Added:
    """Join the entries with the own ones in the file `own`, which is made where it is missing; checked before.

    An entry takes the place of the earlier own one with its id; adding the same again changes nothing.
    """
    held = {_key(entry): entry for entry in (read_entries(own) if own.is_file() else ())}
    new = sum(_key(entry) not in held for entry in entries)
    same = sum(held.get(_key(entry)) == dict(entry) for entry in entries)
    merged = held | {_key(entry): dict(entry) for entry in entries}
    if same < len(entries):
        own.parent.mkdir(parents=True, exist_ok=True)
        written = own.with_suffix(".part")
        text = yaml.safe_dump(list(merged.values()), sort_keys=False, allow_unicode=True, width=120)
        written.write_text(_HEADING + text, encoding="utf-8")
        written.replace(own)
    return Added(new, len(entries) - new - same, same)


def _key(entry: Entry) -> tuple[str, str]:
    """Return what an entry is told apart by: the actor's id, and whether it only adds to that actor."""
    return ("extends", str(entry["extends"])) if "extends" in entry else ("id", str(entry.get("id")))
