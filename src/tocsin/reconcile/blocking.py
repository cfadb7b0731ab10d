"""What an account's fellow accounts are found by: rare terms that both hold, or days and place."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from tocsin.model import Toponym
from tocsin.ontology import fold
from tocsin.reconcile.account import Account
from tocsin.reconcile.profile import Profile
from tocsin.reconcile.rarity import Rarity, rarity
from tocsin.reconcile.sketch import CLASSES
from tocsin.reconcile.windows import window

TERMS = 60
"""So many of an account's rarest terms lead to others, besides all of its title."""
MOST_ALIKE = 20
"""With so many others that share the rarest terms an account is compared."""
CROWD = 400
"""A term that more accounts hold leads nowhere."""

_LEAST = 2.0
_BRIEF_DAYS = 45
_AREAS = frozenset({"country", "region"})


@dataclass(frozen=True, slots=True)
class Block:
    """The keys of an account by day and place.

    `own` is the incident id that the mention alone would found. The days run from `start` to `end`, both included,
    slack added, None where open; `brief` says that they are few enough to search by.
    `place` is a gazetteer id, or a folded name; countries and regions are too large to be one.
    """

    own: str
    start: dt.date | None = None
    end: dt.date | None = None
    brief: bool = False
    place: str | None = None


def block(account: Account) -> Block:
    """Return the account's keys."""
    days = window(account)
    start, end = days.widened
    place = account.mention.place
    return Block(
        own=own_id(account.mention.id),
        start=start,
        end=end,
        brief=days.days is not None and days.days <= _BRIEF_DAYS,
        place=_place_key(place),
    )


def own_id(mention_id: str) -> str:
    """Return the id of the incident that a mention founds."""
    return "inc-" + hashlib.sha256(mention_id.encode()).hexdigest()[:12]


def _place_key(place: Toponym | None) -> str | None:
    if place is None or place.precision in _AREAS:
        return None
    return place.place or fold(place.name) or None


def terms(profile: Profile, table: Rarity | None = None) -> dict[str, float]:
    """Return the terms that lead to other accounts, each with its rarity, by the package's table or another."""
    table = table or rarity()
    rated = {
        f"{sort} {term}": table.of(sort, term)
        for sort in CLASSES
        for term in getattr(profile.sketch, sort)
        if sort != "title"
    }
    kept = sorted(rated, key=lambda term: (-rated[term], term))[:TERMS]
    title = {f"title {term}": table.of("title", term) for term in profile.sketch.title}
    return {term: weight for term, weight in ({name: rated[name] for name in kept} | title).items() if weight >= _LEAST}


def candidate_pairs(blocks: Sequence[Block], held: Sequence[Mapping[str, float]]) -> set[tuple[int, int]]:
    """Return the pairs of accounts, by number, that are worth comparing: of one place and time, or alike in rare terms.

    `held` are the terms of each account. The cost grows with the accounts and, for each, with those of its time.
    """
    found = set(_alike(held))
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, block_ in enumerate(blocks):
        if block_.place is not None and block_.brief:
            places[block_.place].append(number)
    for numbers in places.values():
        found.update(_meeting(blocks, numbers))
    return found


def _meeting(blocks: Sequence[Block], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    ordered = sorted(numbers, key=lambda number: (blocks[number].start or dt.date.min, number))
    for at, one in enumerate(ordered):
        end = blocks[one].end or dt.date.max
        for other in ordered[at + 1 : at + 1 + CROWD]:
            if (blocks[other].start or dt.date.min) > end:
                break
            yield (one, other) if one < other else (other, one)


def _alike(held: Sequence[Mapping[str, float]]) -> Iterator[tuple[int, int]]:
    listed: defaultdict[str, list[int]] = defaultdict(list)
    for number, terms_ in enumerate(held):
        for term in terms_:
            listed[term].append(number)
    postings = {term: np.array(numbers) for term, numbers in listed.items() if 1 < len(numbers) <= CROWD}
    norms = np.array([sqrt(sum(weight * weight for weight in terms_.values())) or 1.0 for terms_ in held])
    shared = np.zeros(len(held))
    for number, terms_ in enumerate(held):
        met = []
        for term, weight in terms_.items():
            if (others := postings.get(term)) is not None:
                met.append(others[shared[others] == 0])
                shared[others] += weight * weight
        if not met:
            continue
        found = np.concatenate(met)
        ranks = -shared[found] / norms[found]
        shared[found] = 0
        for other in _first(found[found != number], ranks[found != number]):
            yield (number, other) if number < other else (other, number)


def _first(numbers: NDArray[np.int64], ranks: NDArray[np.float64]) -> list[int]:
    """Return the numbers of the lowest ranks, of equals the lower ones."""
    if len(numbers) > MOST_ALIKE:
        near = ranks <= np.partition(ranks, MOST_ALIKE - 1)[MOST_ALIKE - 1]
        numbers, ranks = numbers[near], ranks[near]
    ordered: list[int] = numbers[np.lexsort((numbers, ranks))][:MOST_ALIKE].tolist()
    return ordered
