"""What people's judgements bind: pairs of mentions that are one incident, and pairs that aren't."""

from collections.abc import Iterable
from typing import NamedTuple

from tocsin.model import Judgement

Pair = tuple[str, str]


class Bindings(NamedTuple):
    """Pairs of mention ids in order, judged one incident or two."""

    same: frozenset[Pair]
    different: frozenset[Pair]


def bindings(judgements: Iterable[Judgement]) -> Bindings:
    """Return the pairs that `same` and `different` bind; the latest on a pair counts, an undone one doesn't.

    An undo that was itself undone revives what it had undone.
    """
    last: dict[Pair, str] = {}
    for judgement in standing(judgements):
        if judgement.verdict in {"same", "different"} and judgement.other not in {None, judgement.subject}:
            last[pair(judgement.subject, str(judgement.other))] = judgement.verdict
    return Bindings(
        frozenset(key for key, verdict in last.items() if verdict == "same"),
        frozenset(key for key, verdict in last.items() if verdict == "different"),
    )


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that nobody undid, oldest first."""
    undone: set[str] = set()
    kept: list[Judgement] = []
    for judgement in sorted(judgements, key=lambda each: (each.at, each.id), reverse=True):
        if judgement.id in undone:
            continue
        if judgement.verdict == "undo":
            undone.add(judgement.subject)
        else:
            kept.append(judgement)
    return tuple(reversed(kept))


def pair(one: str, other: str) -> Pair:
    """Return two mention ids in order."""
    return (one, other) if one <= other else (other, one)
