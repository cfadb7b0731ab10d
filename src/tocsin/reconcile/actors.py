"""Whether two accounts name the same actors."""

from collections.abc import Iterable

from tocsin.model import ActorMention
from tocsin.ontology import fold
from tocsin.reconcile.word_lists import word_list


def same(one: ActorMention, other: ActorMention) -> bool:
    """Say whether two mentions are of one actor: by registry id, by name, or by a name that holds the other's."""
    if one.actor and other.actor:
        return one.actor == other.actor
    left, right = key(one), key(other)
    if not left or not right:
        return False
    return left == right or (_is_part(left, right) if len(left) <= len(right) else _is_part(right, left))


def key(actor: ActorMention) -> str:
    """Return the folded name, or the telling words of an unnamed actor ("at least five soldiers": "soldiers")."""
    if actor.name:
        return fold(actor.name)
    words = fold(actor.spans[0].text).split() if actor.spans else []
    return " ".join(word for word in words if word not in word_list("nobody") and not word.isdigit())


def agreement(ours: Iterable[ActorMention], theirs: Iterable[ActorMention]) -> float:
    """Return 1 where a named actor is common, 0.5 where a phrase is, -1 where all named ones differ."""
    left, right = list(ours), list(theirs)
    shared = [one for one in left for other in right if same(one, other)]
    if any(one.actor or one.name for one in shared):
        return 1.0
    if shared:
        return 0.5
    return -1.0 if _named(left) and _named(right) else 0.0


def _named(actors: list[ActorMention]) -> bool:
    return any(actor.actor or actor.name for actor in actors)


def _is_part(part: str, whole: str) -> bool:
    """Say whether the name ends the longer one ("Haniyeh" in "Ismail Haniyeh") or begins it."""
    return len(part) > 3 and (whole.endswith(" " + part) or whole.startswith(part + " "))
