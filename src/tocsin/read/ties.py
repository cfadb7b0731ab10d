"""The patterns of `lexicon/ties.yaml`: what the words between two names make of them."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tocsin.model.vocabulary import Predicate


@dataclass(frozen=True, slots=True)
class Tie:
    """What words between two names make of them; `turned` makes the second the subject.

    `people` says which of the two, if any, must be a person: "", "left" or "right"; `single` that names joined to the
    second by commas and "and" don't share the relation.
    """

    between: re.Pattern[str]
    predicate: Predicate
    turned: bool = False
    people: str = ""
    single: bool = False


@cache
def ties() -> tuple[Tie, ...]:
    """Return the patterns in the order in which they are tried."""
    return tuple(
        Tie(
            re.compile(rf"^{_whole(text)}\s*{_whole('<fill>')}$", re.IGNORECASE),
            row["predicate"],
            turned=row.get("turned", False),
            people=row.get("people", ""),
            single=row.get("single", False),
        )
        for row in _table()["patterns"]
        for text in row["between"]
    )


@cache
def frames() -> dict[str, re.Pattern[str]]:
    """Return the patterns of what stands around two names, by their name in the file."""
    return {name: re.compile(_whole(text), re.IGNORECASE) for name, text in _table()["frames"].items()}


@cache
def _table() -> Any:
    return yaml.safe_load((files("tocsin.read") / "lexicon" / "ties.yaml").read_text(encoding="utf-8"))


def _whole(text: str) -> str:
    """Return a pattern with its parts in place of their names."""
    parts: dict[str, str] = _table()["parts"]
    while match := re.search(r"<([a-z]+)>", text):
        text = text[: match.start()] + parts[match[1]] + text[match.end() :]
    return text
