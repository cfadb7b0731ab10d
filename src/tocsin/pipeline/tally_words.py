"""The nouns by which reports count incidents, and the kinds of incident that they may be."""

import re
from collections.abc import Callable, Iterator

from tocsin.model import Incident
from tocsin.model.vocabulary import Kind
from tocsin.ontology.folding import fold

Test = Callable[[Incident], bool]


class UnclearError(Exception):
    """The record can't tell; the message says why."""


_ATTACKS: tuple[Kind, ...] = (
    "bombing",
    "rocket_or_shelling",
    "airstrike_or_drone",
    "armed_attack",
    "assassination",
    "arson_or_sabotage",
    "vehicle_attack",
    "stabbing",
    "hostage_taking",
    "other_violence",
)
_VIOLENCE: tuple[Kind, ...] = (*_ATTACKS, "abduction", "execution", "battle", "hijacking")
_KINDS: dict[str, tuple[Kind, ...]] = {
    **dict.fromkeys(("attack", "assault", "atrocity"), _ATTACKS),
    **dict.fromkeys(("action", "incident", "act", "act of violence"), _VIOLENCE),
    **dict.fromkeys(("bombing", "bomb", "bomb attack", "blast", "explosion", "bomb blast"), ("bombing",)),
    **dict.fromkeys(
        ("rocket attack", "missile attack", "mortar attack", "rocket strike", "missile strike", "shelling"),
        ("rocket_or_shelling",),
    ),
    **dict.fromkeys(
        ("air strike", "airstrike", "drone strike", "drone attack", "air raid", "strike"), ("airstrike_or_drone",)
    ),
    **dict.fromkeys(("shooting", "armed attack", "ambush", "gun attack"), ("armed_attack", "assassination")),
    **dict.fromkeys(("stabbing", "knife attack"), ("stabbing",)),
    **dict.fromkeys(("vehicle attack", "ramming", "ramming attack"), ("vehicle_attack",)),
    **dict.fromkeys(("arson", "arson attack"), ("arson_or_sabotage",)),
    **dict.fromkeys(("protest", "demonstration"), ("protest",)),
    **dict.fromkeys(("battle", "clash", "skirmish"), ("battle",)),
    **dict.fromkeys(("kidnapping", "abduction"), ("abduction", "hostage_taking")),
    **dict.fromkeys(("cyberattack", "cyber attack"), ("cyberattack",)),
    "assassination": ("assassination",),
    "execution": ("execution",),
    "riot": ("riot",),
    "hijacking": ("hijacking",),
    "raid": ("arrest_or_raid", "military_operation"),
    "arrest": ("arrest_or_raid",),
}
"""What is counted, in the singular, and the kinds that it may be."""
_EMPTY = frozenset({"terrorist", "terror", "separate", "other", "such", "similar", "violent", "deadly", "first", "new"})
"""Words before the noun that narrow nothing which the record could tell."""
_WEAPONS = frozenset({"car", "truck", "suicide", "roadside", "grenade", "petrol"})
"""Words before the noun that the incident's weapons must have."""
_PREPOSITION = re.compile(r"\s+(?P<which>against|on|of|in|by|at|from|to|for|since|that|who|which)\s+")


def nouns(what: str, ranked: Incident | None) -> tuple[str, tuple[Kind, ...], list[Test]]:
    """Return the noun phrase, its kinds, and a test a word that the incident's weapons must have."""
    phrase = fold(_PREPOSITION.split(f" {what} ", maxsplit=1)[0])
    words = phrase.split()
    for start in range(len(words)):
        noun = next((each for each in _singular(" ".join(words[start:])) if each in _KINDS), None)
        if noun is None:
            continue
        before = set(words[:start])
        if unknown := [word for word in words[:start] if word not in _EMPTY | _WEAPONS]:
            raise UnclearError(f"the record doesn’t tell which of them are “{' '.join(unknown)}”")
        same = ranked.kind.value if ranked and before & {"such", "similar"} else None
        return phrase, (same,) if same else _KINDS[noun], [_with(word) for word in sorted(before & _WEAPONS)]
    raise UnclearError(f"“{what}” isn’t a number of incidents of a kind that the record holds")


def _singular(phrase: str) -> Iterator[str]:
    yield phrase
    if phrase.endswith("s"):
        yield phrase[:-1]
    if phrase.endswith("es"):
        yield phrase[:-2]
    if phrase.endswith("ies"):
        yield f"{phrase[:-3]}y"


def _with(word: str) -> Test:
    return lambda incident: any(word in fold(entry.value.name).split() for entry in incident.weapons.entries)


def aimed_at(what: str) -> str | None:
    """Return whom the words aim at: "attacks against bases" names them where the tally's target doesn't."""
    match = _PREPOSITION.search(what)
    return what[match.end() :] if match and match["which"] in {"against", "on"} else None
