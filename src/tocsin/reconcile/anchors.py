"""Judged mentions found again in another reading of their report: the act keeps its judgement, whatever its number."""

from collections.abc import Iterable, Sequence

from tocsin.model import Anchor, Mention, anchor
from tocsin.ontology import fold

_TRIGGER, _SENTENCES, _KIND, _PLACE, _DAY = 4.0, 2.0, 1.0, 1.0, 0.5
"""What agreement in each is worth; a report's text never changes under its id, so places in it count most."""

Act = tuple[int, int, str | None]
Found = tuple[float, Act, str]


def find_again(anchors: Iterable[Anchor], mentions: Sequence[Mention]) -> dict[Anchor, str | None]:
    """Return the id of the mention that each anchor stands for in a reading, None where the reading lacks it.

    All are of one report. A mention and an anchor can be one act where their triggers share a character, or where
    their sentences do and the kind is equal. The best agreements are settled first, and no two acts become one
    mention, unless only a trigger that both share is left of them.
    """
    wanted = sorted(set(anchors), key=_order)
    now = [(mention.id, anchor(mention)) for mention in mentions]
    rated = sorted(
        ((-score, _act(each), name) for each in wanted for name, here in now if (score := _agreement(each, here)) > 0),
    )
    places = _one_to_one(rated)
    triggers = dict(now)
    for _, act, name in rated:
        if act not in places and _shares(act, triggers[name]):
            places[act] = name
    return {each: places.get(_act(each)) for each in wanted}


def _one_to_one(rated: Iterable[Found]) -> dict[Act, str]:
    places: dict[Act, str] = {}
    for _, act, name in rated:
        if act not in places and name not in places.values():
            places[act] = name
    return places


def _act(each: Anchor) -> Act:
    return each.trigger.start, each.trigger.end, fold(each.place) if each.place else None


def _order(each: Anchor) -> tuple[str, ...]:
    return tuple(str(part) for part in (*_act(each), each.kind, each.day, each.evidence, each.mention))


def _agreement(one: Anchor, other: Anchor) -> float:
    """Return how far the two agree, 0 where they can't be one act."""
    triggers = _overlap([(one.trigger.start, one.trigger.end)], [(other.trigger.start, other.trigger.end)])
    sentences = _overlap(one.evidence, other.evidence)
    same_kind = one.kind == other.kind
    if not triggers and not (sentences and same_kind):
        return 0.0
    same_place = one.place is not None and other.place is not None and fold(one.place) == fold(other.place)
    same_day = one.day is not None and one.day == other.day
    return _TRIGGER * triggers + _SENTENCES * sentences + _KIND * same_kind + _PLACE * same_place + _DAY * same_day


def _overlap(one: Iterable[tuple[int, int]], other: Iterable[tuple[int, int]]) -> float:
    """Return the characters that both cover, over those that either covers."""
    ours, theirs = ({at for start, end in spans for at in range(start, end)} for spans in (one, other))
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0


def _shares(act: Act, here: Anchor) -> bool:
    """Say whether an act that found no mention of its own goes by this one's trigger, and at no other place."""
    start, end, place = act
    elsewhere = place is not None and here.place is not None and fold(here.place) != place
    return start < here.trigger.end and here.trigger.start < end and not elsewhere
