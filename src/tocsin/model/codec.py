"""Records to JSON and back, and their JSON Schema."""

import json
import re
from typing import Any, TypeVar

import msgspec

from tocsin.errors import FormatError
from tocsin.model.vocabulary import Kind, Status

R = TypeVar("R")


def to_builtins(record: object) -> Any:
    """Return the record as dicts, lists, strings and numbers; dates as ISO 8601 strings."""
    return msgspec.to_builtins(record)


def to_json(record: object) -> str:
    """Return the record as one line of JSON."""
    return msgspec.json.encode(record).decode()


def from_builtins(data: object, kind: type[R]) -> R:
    """Build a record from what `to_builtins` gave; FormatError names the field that doesn't fit."""
    try:
        return msgspec.convert(data, kind)
    except (msgspec.ValidationError, ValueError) as error:
        raise FormatError(f"not a {kind.__name__}: {error}", advice="see `tocsin schema`") from error


def from_json(text: str | bytes, kind: type[R]) -> R:
    """Build a record from JSON; FormatError says what is wrong."""
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, ValueError) as error:
        raise FormatError(f"not a {kind.__name__}: {error}", advice="see `tocsin schema`") from error


def schema(kinds: tuple[type, ...]) -> dict[str, Any]:
    """Return one JSON Schema (draft 2020-12) document with a definition per record."""
    _, components = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    definitions = json.loads(_readable(json.dumps(components)))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Tocsin records", "$defs": definitions}


def _readable(text: str) -> str:
    """Name the definitions of generic records as people would: LedgerOfKind, EntryOfTimex."""
    for name, labels in (("Kind", Kind), ("Status", Status)):
        text = text.replace(re.sub(r"[^\w.]", "_", repr(labels)), name)
    return re.sub(r"\b(Ledger|Entry)_(\w+?)_(?=[\"/])", r"\1Of\2", text)
