"""Who held a state's highest offices on a day, so that "the president" is somebody as of the report's date."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tocsin.errors import FormatError
from tocsin.ontology.files import data, read_yaml
from tocsin.ontology.folding import fold

_NOBODY = "-"
_SAME = {"premier": "prime minister", "head of government": "prime minister", "taoiseach": "prime minister"}


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's time in an office of a body ("gov:FR"); `since` and `until` at the precision that is known."""

    body: str
    office: str
    name: str
    since: str
    until: str | None

    def surely_holds(self, on: dt.date) -> bool:
        """Say whether the person held the office that day, whatever a coarse date leaves open."""
        day = on.isoformat()
        begun = day >= self.since if len(self.since) == len(day) else day[: len(self.since)] > self.since
        return begun and (self.until is None or day[: len(self.until)] < self.until)


class Holders:
    """The tenures of all offices, read only."""

    def __init__(self, tenures: Iterator[Tenure]) -> None:
        self._by_office: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        self._by_surname: dict[str, list[Tenure]] = defaultdict(list)
        self.bodies: set[str] = set()
        for each in tenures:
            self.bodies.add(each.body)
            self._by_office[each.body, each.office].append(each)
            for word in fold(each.name).split():
                self._by_surname[word].append(each)

    def knows(self, body: str) -> bool:
        """Say whether the table has an office of the body."""
        return body in self.bodies

    def of(self, body: str, office: str, on: dt.date | None) -> str | None:
        """Return who held an office of a body that day, None where that isn't known."""
        held = self._by_office.get((body, _SAME.get(office, office)), ())
        return next((each.name for each in held if on and each.surely_holds(on)), None)

    def held(self, body: str, on: dt.date | None) -> tuple[Tenure, ...]:
        """Return the tenures of a body's offices, those that hold that day where one is given."""
        found = (each for (owner, _), some in self._by_office.items() if owner == body for each in some)
        return tuple(each for each in found if on is None or each.surely_holds(on))

    def named(self, name: str, on: dt.date | None) -> tuple[Tenure, ...]:
        """Return the offices held that day by those whose name has all these words, the last one as its surname."""
        words = fold(name).split()
        if not words or on is None:
            return ()
        held = [each for each in self._by_surname.get(words[-1], ()) if each.surely_holds(on)]
        return tuple(each for each in held if set(words) <= set(fold(each.name).split()))

    def countries(self) -> dict[str, str]:
        """Return the country of each surname that holders of one country alone bore."""
        found: dict[str, set[str]] = defaultdict(set)
        for tenures in self._by_office.values():
            for each in tenures:
                owner = each.body.partition(":")[2]
                found[fold(each.name).split()[-1]].add(owner if each.body.startswith("gov:") else "")
        return {name: next(iter(owners)) for name, owners in found.items() if len(owners) == 1 and "" not in owners}


def load_holders() -> Holders:
    """Read the table that comes with the package; FormatError names the entry that can't be read."""
    return Holders(parse_holders(read_yaml(data("holders.yaml"))))


def parse_holders(table: Mapping[str, Any]) -> Iterator[Tenure]:
    """Yield the tenures of a table of bodies, offices and holders in the order of time."""
    for owner, offices in table.items():
        body = owner if ":" in owner else f"gov:{owner}"
        for office, entries in offices.items():
            yield from _tenures(body, office, [_entry(owner, office, entry) for entry in entries])


def _tenures(body: str, office: str, entries: list[tuple[str, str]]) -> Iterator[Tenure]:
    for (since, name), (until, _) in pairwise([*entries, (None, _NOBODY)]):
        if name != _NOBODY and since is not None:
            yield Tenure(body, fold(office), name, since, until)


def _entry(owner: str, office: str, entry: object) -> tuple[str, str]:
    since, _, name = str(entry).partition(" ")
    if not name or not since[:4].isdigit():
        raise FormatError(f"holders.yaml: {owner}, {office}: {entry!r}", advice='write it as "2009-01-20 Name"')
    return since, name
