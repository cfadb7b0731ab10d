"""What reports count: incidents of some kinds, or people killed, injured, abducted or detained."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.model.vocabulary import Kind
from tocsin.ontology.folding import fold
from tocsin.resolve.numerals import SCALES, TENS, UNITS
from tocsin.resolve.tokens import sequence
from tocsin.store.rows import noun_of
from tocsin.store.search import Figure


class UnclearError(Exception):
    """The record can't tell; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted: the noun phrase, and the kinds of incident with words that their weapons must have.

    `figures` are what is summed where people are counted, not incidents; `victims` the traits of who came to harm,
    () for anyone. `before` are the words before the noun that neither count nor are understood here.
    """

    phrase: str
    kinds: tuple[Kind, ...] = ()
    weapons: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    victims: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    such: bool = False


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
_OPERATIONS: tuple[Kind, ...] = (*_VIOLENCE, "military_operation", "arrest_or_raid")
_KINDS: dict[str, tuple[Kind, ...]] = {
    **dict.fromkeys(("attack", "assault", "atrocity"), _ATTACKS),
    **dict.fromkeys(("action", "incident", "act", "act of violence"), _VIOLENCE),
    "operation": _OPERATIONS,
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
    "suicide attack": ("bombing",),
    "assassination": ("assassination",),
    "execution": ("execution",),
    "riot": ("riot",),
    "hijacking": ("hijacking",),
    "raid": ("arrest_or_raid", "military_operation"),
    "arrest": ("arrest_or_raid",),
}
"""What is counted, in the singular, and the kinds that it may be."""
_WITH: dict[str, tuple[str, ...]] = {"suicide attack": ("suicide",)}
"""Nouns that say what it was done with."""

_FIGURES: dict[str, tuple[Figure, ...]] = {
    **dict.fromkeys(("death", "fatality", "killing", "murder", "dead"), ("killed",)),
    "injury": ("injured",),
    "casualty": ("killed", "injured"),
}
"""Nouns that count people by what befell them."""
_HARMS: tuple[tuple[str, Figure], ...] = (
    (r"killed|died|dead|deaths?|murdered|slain|lost their lives|perished|assassinated|executed|beheaded|die", "killed"),
    (r"injured|wounded", "injured"),
    (r"kidnapped|abducted", "abducted"),
    (r"arrested|detained|jailed", "detained"),
)
_ANYONE = frozenset({"person", "individual", "live", "life", "victim", "casualty"})
_BY_KIND: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("civilian", "villager", "resident", "inhabitant"), ("kind:civilians",)),
    **dict.fromkeys(("soldier", "troop", "serviceman"), ("kind:military",)),
    **dict.fromkeys(("policeman", "police officer", "officer"), ("kind:police",)),
    **dict.fromkeys(("militant", "rebel", "insurgent", "fighter"), ("kind:armed_group",)),
}
"""Whom the record tells by kind; others, such as journalists, it tells by the noun of the reports."""

_EMPTY = frozenset({"terrorist", "terror", "separate", "other", "such", "similar", "violent", "deadly", "first", "new"})
"""Words before the noun that narrow nothing which the record could tell."""
_WEAPONS = frozenset({"car", "truck", "suicide", "roadside", "grenade", "petrol"})
"""Words before the noun that the incident's weapons must have."""
_PREPOSITION = re.compile(r"\s+(?P<which>against|on|of|in|by|at|from|to|for|since|that|who|which)\s+")
_NUMBER = frozenset({*UNITS, *TENS, *SCALES, *(f"{scale}s" for scale in SCALES), "tens", "scores", "half", "pair"})
_ORDINAL = re.compile(r"(?:first|second|third|\w+th|\d+(?:st|nd|rd))")
_AROUND = frozenset(
    sequence(
        "a about all almost an and any approximately around as at case cases couple estimated even exactly few handful "
        "just known least less many more most multiple nearly next no not number numerous of only or over own several "
        "some string than the their its his her our this these those to total up well"
    )
)
"""Words that say how many, or nothing."""


def counted(what: str, words: str, same: Kind | None = None) -> Counted:
    """Return what a tally counts, by its noun and the `words` of the report that hold number and noun.

    `same` is the kind of the incident that "such" refers to. UnclearError where the record holds no such count, or a
    word before the noun narrows it in a way that the record doesn't tell.
    """
    phrase = fold(_PREPOSITION.split(f" {what} ", maxsplit=1)[0])
    people = _people(phrase)
    if people is not None:
        return Counted(phrase=phrase, figures=people[0], victims=people[1], before=_before(words, phrase))
    noun, own = _noun(phrase)
    if noun is None:
        raise UnclearError(
            f"“{what}” is neither a number of incidents of a kind that the record holds nor of people harmed"
        )
    before = (*own, *_before(words, phrase))
    weapons = tuple(dict.fromkeys((*(word for word in before if word in _WEAPONS), *_WITH.get(noun, ()))))
    rest = tuple(word for word in before if fold(word) not in _EMPTY | _WEAPONS)
    if noun in _FIGURES:
        return Counted(phrase=phrase, figures=_FIGURES[noun], before=rest)
    such = bool({"such", "similar"} & set(before))
    kinds = (same,) if such and same else _KINDS[noun]
    return Counted(phrase=phrase, kinds=kinds, weapons=weapons, before=rest, such=such)


def _noun(phrase: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the longest known noun that the phrase ends in, in the singular, and the words before it."""
    words = phrase.split()
    for start in range(len(words)):
        for each in _singular(" ".join(words[start:])):
            if each in _KINDS or each in _FIGURES:
                return each, tuple(words[:start])
    return None, ()


def _people(phrase: str) -> tuple[tuple[Figure, ...], tuple[str, ...]] | None:
    """Return what befell whom: "soldiers killed" is killed, kind:military; None for any other phrase."""
    for pattern, figure in _HARMS:
        match = re.fullmatch(rf"(?P<who>[\w ’'-]+?)\s+(?:{pattern})", phrase)
        if match:
            return (figure,), victims(match["who"])
    return None


def victims(who: str) -> tuple[str, ...]:
    """Return the traits of those who came to harm, () for anyone."""
    noun = noun_of(who)
    if noun in _ANYONE:
        return ()
    return _BY_KIND.get(noun, (f"noun:{noun}",))


def harmed(words: str) -> Figure | None:
    """Return what befell those whom the words rank: "the first journalist to die"."""
    found = [figure for pattern, figure in _HARMS if re.search(rf"\b(?:{pattern})\b", words)]
    return found[0] if len(found) == 1 else None


def _before(words: str, phrase: str) -> tuple[str, ...]:
    """Return the words before the noun, without those of the number and of the phrase itself."""
    known, found = set(phrase.split()), []
    for word in re.findall(r"[^\W_][\w’'.-]*", words):
        low = word.lower().rstrip(".")
        if low in known or noun_of(low) in {noun_of(each) for each in known}:
            break
        parts = low.split("-")
        if not all(part in _NUMBER | _AROUND or part[:1].isdigit() or _ORDINAL.fullmatch(part) for part in parts):
            found.append(word)
    else:
        # The noun isn't among the words: they say nothing about what stands before it.
        return ()
    return tuple(found)


def _singular(phrase: str) -> Iterator[str]:
    yield phrase
    if phrase.endswith("s"):
        yield phrase[:-1]
    if phrase.endswith("es"):
        yield phrase[:-2]
    if phrase.endswith("ies"):
        yield f"{phrase[:-3]}y"


def aimed_at(what: str) -> str | None:
    """Return whom the words aim at: "attacks against bases" names them where the tally's target doesn't."""
    match = _PREPOSITION.search(what)
    return what[match.end() :] if match and match["which"] in {"against", "on"} else None
