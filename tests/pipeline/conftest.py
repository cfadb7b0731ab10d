"""A reader that reads lines such as "bombing in Basra on 2024-05-03 killed 4" and needs no model."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

import pytest

from tocsin.model import Mention, Quantity, Reading, Report, Timex, Toponym, report_id
from tocsin.model.vocabulary import Kind, Scope
from tocsin.store import Store, open_store

LINE = re.compile(r"^(\w+) in (\w+) on ([\d-]+) killed (\d+)( before)?$", re.MULTILINE)
PLACES = {
    "Basra": Toponym(name="Basra", place="g1", lat=30.5, lon=47.8, country="IQ", precision="city"),
    "Mosul": Toponym(name="Mosul", place="g2", lat=36.3, lon=43.1, country="IQ", precision="city"),
    "Suva": Toponym(name="Suva", place="g3", lat=-18.1, lon=178.4, country="FJ", precision="city"),
}


@dataclass(frozen=True, slots=True)
class ScriptedReader:
    """Reads what `LINE` matches, as readers of other versions would with other settings.

    `add` is added to every count of dead and `shift` to every mention's number; kinds in `blind` go unseen.
    """

    version: int = 1
    add: int = 0
    shift: int = 0
    blind: frozenset[str] = frozenset()
    seen: list[str] = field(default_factory=list)

    @property
    def components(self) -> tuple[str, ...]:
        return (f"scripted@{self.version}",)

    def read(self, report: Report) -> Reading:
        self.seen.append(report.id)
        if "break the reader" in report.body:
            raise RuntimeError("broken\nby words")
        lines = (match for match in LINE.finditer(report.text) if match[1] not in self.blind)
        found = enumerate(lines, start=1 + self.shift)
        mentions = tuple(self._mention(report, number, match) for number, match in found)
        return Reading(report=report.id, mentions=mentions, components=self.components)

    def _mention(self, report: Report, number: int, match: re.Match[str]) -> Mention:
        kind, place, day, dead, before = match.groups()
        span, on = report.span(match.start(), match.end()), dt.date.fromisoformat(day)
        scope: Scope = "background" if before else "headline"
        return Mention(
            id=f"{report.id}:m{number}",
            report=report.id,
            trigger=span,
            kind=cast("Kind", kind),
            scope=scope,
            time=Timex(start=on, end=on, precision="day", spans=(span,)),
            place=PLACES[place],
            killed=Quantity(low=int(dead) + self.add, high=int(dead) + self.add, spans=(span,)),
            evidence=(span,),
        )


def make_report(
    title: str, *lines: str, published: dt.date | None = dt.date(2024, 5, 4), outlet: str = "Wire", language: str = "en"
) -> Report:
    """Return a report of these lines."""
    body = "\n".join(lines)
    return Report(
        id=report_id(title, body),
        title=title,
        body=body,
        outlet=outlet,
        published=published,
        published_from="metadata" if published else None,
        language=language,
    )


@pytest.fixture(scope="session")
def scripted() -> type[ScriptedReader]:
    return ScriptedReader


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    return make_report


@pytest.fixture
def store() -> Store:
    return open_store("sqlite://")
