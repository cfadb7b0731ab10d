"""What people's judgements bind: mentions that are one incident, those that aren't, and which judgement holds."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tocsin.model import Judgement
from tocsin.reconcile.bonds import Bond, Bonds

Pair = tuple[str, str]


class Bindings(NamedTuple):
    """Pairs of mention ids in order, judged one incident or two, never both by way of others.

    A mention that is `alone` was judged to be no account of an incident: no link counts for it.
    """

    same: frozenset[Pair]
    different: frozenset[Pair]
    alone: frozenset[str] = frozenset()


class Weighed(NamedTuple):
    """What judgements bind, and by which later ones (ids) each that doesn't hold in full is set aside."""

    bindings: Bindings
    aside: dict[str, frozenset[str]]


def bindings(judgements: Iterable[Judgement]) -> Bindings:
    """Return what the judgements bind."""
    return weigh(judgements).bindings


def weigh(judgements: Iterable[Judgement]) -> Weighed:
    """Weigh judgements on identity against each other: of those that contradict, even through others, the later holds.

    They are gone through from the latest to the earliest, and each binds what the later ones leave open. Mentions
    that were accepted, rejected or corrected as one incident stay one, and an accepted incident and a rejected one
    stay two: links may add accounts to what a person judged, never pull it apart or carry one verdict over another.
    """
    bonds = _bonds(judgements)
    return Weighed(
        Bindings(frozenset(bonds.joined()), frozenset(bonds.parted()), frozenset(bonds.alone)),
        {name: frozenset(by) for name, by in sorted(bonds.aside.items())},
    )


def bond(judgements: Iterable[Judgement], one: str, other: str) -> Bond | None:
    """Return how judgements bind two mentions; they are all that hang together with the two."""
    return _bonds(judgements).between(one, other)


def _bonds(judgements: Iterable[Judgement]) -> Bonds:
    held = standing(judgements)
    bonds = Bonds()
    for judgement in reversed(held):
        _bind(bonds, judgement)
    _part_verdicts(bonds, held)
    return bonds


def _bind(bonds: Bonds, judgement: Judgement) -> None:
    match judgement.verdict:
        case "same":
            bonds.join((*judgement.subjects, *judgement.others), judgement.id)
        case "different":
            ours = bonds.join(judgement.subjects, judgement.id, implied=True)
            bonds.part(ours, bonds.join(judgement.others, judgement.id, implied=True), judgement.id)
        case "reject" if judgement.level == "mention":
            bonds.seclude(judgement.subjects, judgement.id)
        case "accept" if judgement.level == "mention":
            bonds.admit(judgement.subjects, judgement.id)
        case "accept" | "reject" | "correct":
            bonds.join(judgement.subjects, judgement.id, implied=True)


def _part_verdicts(bonds: Bonds, held: Sequence[Judgement]) -> None:
    last: dict[str, Judgement] = {}
    for judgement in held:
        if judgement.level == "incident" and judgement.verdict in {"accept", "reject"} and judgement.subjects:
            last[most_of(judgement.subjects, bonds.root)] = judgement
    taken, refused = (
        sorted(root for root, judgement in last.items() if judgement.verdict == verdict)
        for verdict in ("accept", "reject")
    )
    for one in taken:
        for other in refused:
            bonds.part([one], [other], max(last[one], last[other], key=_order).id)


def most_of(mentions: Iterable[str], group: Callable[[str], str]) -> str:
    """Return the group that holds the most of the mentions, the first one's where several do."""
    return Counter(group(mention) for mention in mentions).most_common(1)[0][0]


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that nobody undid, in the order in which they were made.

    An undo that was itself undone revives what it had undone.
    """
    ordered = sorted(judgements, key=_order)
    undone = undoings(ordered)
    return tuple(each for each in ordered if each.undoes is None and each.id not in undone)


def undoings(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Return for each judgement that is undone now the id of the undo that holds."""
    undone: dict[str, str] = {}
    for judgement in sorted(judgements, key=_order, reverse=True):
        if judgement.undoes is not None and judgement.id not in undone:
            undone[judgement.undoes] = judgement.id
    return undone


def _order(judgement: Judgement) -> tuple[int, str]:
    # Never by the clock, which may run backwards or be set in the future.
    return judgement.number, judgement.id


def pair(one: str, other: str) -> Pair:
    """Return two mention ids in order."""
    return (one, other) if one <= other else (other, one)
