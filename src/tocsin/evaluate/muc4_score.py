"""Scores templates in the form of MUC-4 against its keys, as published work since 2020 does.

Documents are `{docid: [template]}`; a template is a mapping with `incident_type` and, for each of `ROLES`, a list of
entities, each a list of mentions: strings, or strings with their offset as the data holds them.
"""

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Template = Mapping[str, Any]
Documents = Mapping[str, Sequence[Template]]
Entity = frozenset[str]
"""An entity's mentions, normalised."""
Plain = tuple[frozenset[str], dict[str, list[Entity]]]
"""A template's types, and its entities by role."""
Pairs = tuple[tuple[int, int], ...]
"""Indices of a gold and a predicted template, mapped to each other."""

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
TYPE = "incident_type"

_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLES = re.compile(r"\b(a|an|the)\b")


@dataclass(frozen=True, slots=True)
class Grade:
    """What was right of what was predicted, and what was found of what the key holds."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Grade") -> "Grade":
        return Grade(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """The share of the predicted that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the key that was found."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 0 where nothing is right."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """A grade for each slot; `all` is their sum (micro-average)."""

    slots: dict[str, Grade] = field(default_factory=dict)

    @property
    def all(self) -> Grade:
        """The slots together."""
        return sum(self.slots.values(), Grade())


def ceaf_ree(gold: Documents, predicted: Documents) -> Scores:
    """Score the entities of each role by document, whichever template they stand in, matched one to one."""
    slots = dict.fromkeys(ROLES, Grade())
    for docid in _docids(gold, predicted):
        for role in ROLES:
            ours, theirs = _of_role(gold.get(docid, ()), role), _of_role(predicted.get(docid, ()), role)
            hits = len(matching([[i for i, one in enumerate(ours) if other <= one] for other in theirs]))
            slots[role] += Grade(hits, len(theirs), hits, len(ours))
    return Scores(slots)


def ceaf_tf(gold: Documents, predicted: Documents) -> Scores:
    """Score whole templates: those of a document are mapped one to one in the way that gives it the best F1.

    Only templates of one type are mapped (where the key leaves two types open, either will do); the type is a slot.
    """
    slots = dict.fromkeys((TYPE, *ROLES), Grade())
    for docid in _docids(gold, predicted):
        ours, theirs = _distinct(gold.get(docid, ())), [_plain(each) for each in predicted.get(docid, ())]
        for slot, grade in _best_map(ours, theirs).items():
            slots[slot] += grade
    return Scores(slots)


def normalise(mention: str) -> str:
    """Lower a mention's case and drop punctuation, articles and double spaces."""
    return " ".join(_ARTICLES.sub(" ", mention.lower().translate(_PUNCTUATION)).split())


def entities(template: Template, role: str) -> list[Entity]:
    """Return a role's entities, normalised; those without a mention are left out."""
    found = (_mentions(entity) for entity in template.get(role) or ())
    return [each for each in found if each]


def types(template: Template) -> frozenset[str]:
    """Return a template's type, or each of those that the key leaves open ("bombing / attack")."""
    return frozenset(part.strip().lower() for part in str(template.get(TYPE) or "").split("/"))


def _mentions(entity: Sequence[Any]) -> Entity:
    texts = (mention if isinstance(mention, str) else mention[0] for mention in entity)
    return frozenset(filter(None, map(normalise, texts)))


def _docids(gold: Documents, predicted: Documents) -> list[str]:
    return list(dict.fromkeys([*gold, *predicted]))


def _of_role(templates: Sequence[Template], role: str) -> list[Entity]:
    return list(dict.fromkeys(each for template in templates for each in entities(template, role)))


def _plain(template: Template) -> Plain:
    return types(template), {role: entities(template, role) for role in ROLES}


def _distinct(templates: Sequence[Template]) -> list[Plain]:
    found: list[Plain] = []
    for plain in map(_plain, templates):
        if plain not in found:
            found.append(plain)
    return found


def matching(choices: Sequence[Sequence[int]]) -> dict[int, int]:
    """Give as many as can be one of their choices each, by augmenting paths; return who holds which choice.

    Who comes first keeps a choice, if perhaps another one, whoever comes after.
    """
    holder: dict[int, int] = {}

    def place(who: int, asked: set[int]) -> bool:
        for choice in choices[who]:
            if choice not in asked:
                asked.add(choice)
                if choice not in holder or place(holder[choice], asked):
                    holder[choice] = who
                    return True
        return False

    for who in range(len(choices)):
        place(who, set())
    return holder


def _best_map(gold: Sequence[Plain], predicted: Sequence[Plain]) -> dict[str, Grade]:
    """Return the grades by slot under the best map of a document's templates."""
    edges = {
        (i, j): _matches(one, other)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if one[0] & other[0]
    }
    sizes = {slot: (_size(predicted, slot), _size(gold, slot)) for slot in (TYPE, *ROLES)}
    given, known = (sum(size[side] for size in sizes.values()) for side in (0, 1))
    weights = {
        pair: (sum(right for right, _ in slots.values()), sum(found for _, found in slots.values()))
        for pair, slots in edges.items()
    }
    maps = best_maps(len(gold), len(predicted), weights)
    best = max(maps, key=lambda each: Grade(each[0], given, each[1], known).f1)
    mapped = [edges[pair] for pair in maps[best]]
    return {
        slot: Grade(sum(each[slot][0] for each in mapped), size[0], sum(each[slot][1] for each in mapped), size[1])
        for slot, size in sizes.items()
    }


def _size(templates: Sequence[Plain], slot: str) -> int:
    return len(templates) if slot == TYPE else sum(len(roles[slot]) for _, roles in templates)


def _matches(gold: Plain, predicted: Plain) -> dict[str, tuple[int, int]]:
    """Return by slot how many of the predicted entities match one of gold, and the other way round."""
    counts = {TYPE: (1, 1)}
    for role in ROLES:
        ours, theirs = gold[1][role], predicted[1][role]
        right = sum(any(other <= one for one in ours) for other in theirs)
        counts[role] = right, sum(any(other <= one for other in theirs) for one in ours)
    return counts


def best_maps(
    gold: int, predicted: int, weights: Mapping[tuple[int, int], tuple[int, int]]
) -> dict[tuple[int, int], Pairs]:
    """Return the totals that one-to-one maps of gold to predicted reach, each with a map.

    Totals below those of another map, in one part or both, are left out. Goes through the larger side and keeps, by the
    set of the smaller side that is taken, the totals so far.
    """
    turned = gold > predicted
    steps, others = (gold, predicted) if turned else (predicted, gold)
    states: dict[int, dict[tuple[int, int], Pairs]] = {0: {(0, 0): ()}}
    for step in range(steps):
        grown = {taken: dict(totals) for taken, totals in states.items()}
        for other in range(others):
            pair = (step, other) if turned else (other, step)
            if pair not in weights:
                continue
            for taken, totals in states.items():
                if not taken >> other & 1:
                    reached = grown.setdefault(taken | 1 << other, {})
                    for (right, found), pairs in totals.items():
                        total = (right + weights[pair][0], found + weights[pair][1])
                        reached.setdefault(total, (*pairs, pair))
        states = {taken: _undominated(totals) for taken, totals in grown.items()}
    return _undominated({total: pairs for totals in states.values() for total, pairs in totals.items()})


def _undominated(totals: Mapping[tuple[int, int], Pairs]) -> dict[tuple[int, int], Pairs]:
    return {
        total: pairs
        for total, pairs in totals.items()
        if not any(other != total and other[0] >= total[0] and other[1] >= total[1] for other in totals)
    }
