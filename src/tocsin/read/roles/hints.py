"""What the rules of reading hold for fillers and types: evidence among other evidence for the trees."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tocsin.model import ActorMention, Mention
from tocsin.model.vocabulary import Kind
from tocsin.read.roles.vocabulary import TYPES

Stretch = tuple[int, int]
"""Characters [start, end)."""
PARTS = ("perpetrators", "things", "people", "weapons", "groups")
_THINGS = frozenset({"facility", "vehicle", "infrastructure"})
_OF_KIND: dict[Kind, str] = {
    "bombing": "bombing",
    "abduction": "kidnapping",
    "hostage_taking": "kidnapping",
    "hijacking": "kidnapping",
    "arson_or_sabotage": "arson",
}
_OTHER = frozenset({"arrest_or_raid", "protest", "riot", "cyberattack"})
"""Kinds that are none of the types; all others are attacks."""


class Hints(NamedTuple):
    """Where the rules see perpetrators, things and people aimed at, weapons and armed groups; how often each type."""

    places: dict[str, frozenset[Stretch]]
    types: tuple[int, ...]

    def of(self, start: int, end: int) -> list[float]:
        """Return by part whether it is these very words (2), some of them or more (1), or others (0)."""
        return [max((_overlap(start, end, one) for one in self.places[part]), default=0.0) for part in PARTS]


NO_HINTS = Hints({part: frozenset() for part in PARTS}, (0,) * len(TYPES))


def hints_of(mentions: Iterable[Mention], groups: Iterable[ActorMention] = ()) -> Hints:
    """Return the hints of a reading's mentions, and of the armed groups that it names."""
    places: dict[str, set[Stretch]] = {part: set() for part in PARTS}
    types: Counter[str] = Counter()
    for mention in mentions:
        if mention.kind not in _OTHER:
            types[_OF_KIND.get(mention.kind, "attack")] += 1
        for perpetrator in mention.perpetrators:
            places["perpetrators"].update((s.start, s.end) for s in perpetrator.actor.spans)
        for target in mention.targets:
            part = "things" if target.kind in _THINGS else "people"
            places[part].update((s.start, s.end) for s in target.actor.spans)
        for weapon in mention.weapons:
            places["weapons"].update((s.start, s.end) for s in weapon.quantity.spans)
    places["groups"].update((s.start, s.end) for group in groups for s in group.spans)
    return Hints({part: frozenset(held) for part, held in places.items()}, tuple(types[name] for name in TYPES))


def _overlap(start: int, end: int, other: Stretch) -> float:
    if (start, end) == other:
        return 2.0
    return float(start < other[1] and other[0] < end)
