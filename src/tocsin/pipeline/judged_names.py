"""What a person names to be judged or explained: an incident, a report or a mention, by its id."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from tocsin.errors import JudgementError, NotFoundError
from tocsin.model import Incident, Mention


class Holds(Protocol):
    """What knows incidents and mentions: a store or a writer."""

    def incident(self, incident_id: str) -> Incident:
        """Return an incident, or the one that it was merged into."""

    def mentions(self, ids: Collection[str]) -> tuple[Mention, ...]:
        """Return the mentions that there are of these ids."""

    def mentions_of(self, report_ids: Collection[str]) -> tuple[str, ...]:
        """Return the ids of the mentions of these reports."""


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions that a name stands for, whether they are a whole incident, and the country that it is in."""

    mentions: tuple[Mention, ...]
    whole: bool = False
    country: str | None = None


def name_of(holds: Holds, name: str, among: Collection[str] = ()) -> Named:
    """Return what a name stands for: all mentions of an incident, or the one account of a report.

    Of a report that gives several accounts those count that are in `among`; JudgementError where none or several do,
    for then the mention must be named. NotFoundError where the store has nothing of that name.
    """
    name = name.strip()
    if name.startswith("inc-"):
        incident = holds.incident(name)
        place = incident.place.value
        held = {mention.id: mention for mention in holds.mentions(incident.mentions)}
        mentions = tuple(held[each] for each in incident.mentions if each in held)
        return Named(mentions, whole=True, country=place.country if place else None)
    if ":" in name:
        return Named(_known(name, holds.mentions([name])))
    told = _known(name, holds.mentions(holds.mentions_of([name])))
    inside = tuple(mention for mention in told if mention.id in among)
    if len(told) > 1 and len(inside) != 1 and not (inside and among):
        shown = "; ".join(f"{mention.id} ({mention.kind}, “{mention.trigger.text}”)" for mention in told[:6])
        raise JudgementError(f"report {name} gives {len(told)} accounts", advice=f"name one: {shown}")
    return Named(inside or told)


def without(side: Iterable[Named], mention_ids: Collection[str]) -> list[Named]:
    """Return a side without these mentions, and without names that nothing is left of."""
    cut = [replace(named, mentions=tuple(m for m in named.mentions if m.id not in mention_ids)) for named in side]
    return [named for named in cut if named.mentions]


def _known(name: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    if not mentions:
        raise NotFoundError(
            f"the store holds no account {name}", advice="name an incident (inc-…), a report, or a mention (REPORT:m1)"
        )
    return mentions
