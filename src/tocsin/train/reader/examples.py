"""Texts with known incidents, to train the reader of roles on."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tocsin.errors import FormatError
from tocsin.read.roles.vocabulary import ROLES, TYPES
from tocsin.read.roles.wording import normalise


class Mark(NamedTuple):
    """A stretch of text, as character offsets, that fills a role."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident that a text tells of: its types, and by role its fillers, each with all words for it in the text."""

    types: frozenset[str]
    fillers: dict[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the incidents that it tells of, none where it tells of none."""

    id: str
    text: str
    incidents: tuple[Incident, ...]

    @property
    def types(self) -> frozenset[str]:
        """The types of all its incidents."""
        return frozenset().union(*(incident.types for incident in self.incidents))

    @property
    def marks(self) -> list[Mark]:
        """Where fillers stand, each role by itself: each place of their words counts, for keys name only the first."""
        return [mark for role in ROLES for mark in _longest(role, self.text, self.words(role))]

    def words(self, role: str) -> set[str]:
        """Return the words for all fillers of a role, as they stand in the text."""
        return {words for incident in self.incidents for filler in incident.fillers[role] for words in filler}

    def keys(self, role: str, kind: str | None = None) -> set[str]:
        """Return the same normalised, of incidents of one type where it is given."""
        told = [incident for incident in self.incidents if kind is None or kind in incident.types]
        held = {normalise(words) for incident in told for filler in incident.fillers[role] for words in filler}
        return held - {""}

    def entities(self, role: str) -> list[frozenset[str]]:
        """Return the fillers of a role, each once, as its normalised words."""
        every = (f for incident in self.incidents for f in incident.fillers[role])
        sets = (frozenset(filter(None, map(normalise, filler))) for filler in every)
        return list(dict.fromkeys(each for each in sets if each))


def read_muc4(path: Path) -> list[Example]:
    """Read documents with templates, one a line; FormatError names a line that isn't one."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found.append(_example(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            advice = "each line needs docid, doctext and templates"
            raise FormatError(f"{path}, line {number}, is no document: {error!r}", advice=advice) from error
    return found


def _example(row: dict[str, Any]) -> Example:
    return Example(row["docid"], row["doctext"], tuple(_incident(each) for each in row["templates"]))


def _incident(template: dict[str, Any]) -> Incident:
    types = frozenset(name for name in TYPES if name in template["incident_type"])
    return Incident(types, {role: tuple(tuple(m[0] for m in filler) for filler in template[role]) for role in ROLES})


def _longest(role: str, text: str, words: set[str]) -> Iterator[Mark]:
    """Yield where words stand whole, the longest where some lie within others."""
    if not words:
        return
    either = "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True))
    for match in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text):
        yield Mark(role, match.start(), match.end())


def as_templates(example: Example) -> list[dict[str, Any]]:
    """Return the incidents of an example as templates of MUC-4."""
    return [{"incident_type": " / ".join(sorted(i.types)), **i.fillers} for i in example.incidents]
