"""Who is held responsible, in words: all that was said, what stands, and the turns that it took."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from tocsin.model import Attribution, Responsibility
from tocsin.serve import wording
from tocsin.serve.dossier import Held, Turn
from tocsin.serve.passages import Passage

Cite = Callable[[Attribution], tuple[Passage, ...]]
"""Gives the sentences that an attribution rests on."""


def all_held(attributions: Iterable[Attribution], cite: Cite) -> tuple[Held, ...]:
    """Return the attributions, those that say the same together, as of the earliest and with all their words."""
    grouped: dict[tuple[str, str], Held] = {}
    for each in attributions:
        held = _held(each, cite)
        same = grouped.setdefault((held.actor, held.how), held)
        if same is not held:
            words = tuple(dict.fromkeys((*same.passages, *held.passages)))
            grouped[held.actor, held.how] = replace(same, passages=words, stands=same.stands or held.stands)
    return tuple(grouped.values())


def turns(course: Iterable[Responsibility], cite: Cite) -> tuple[Turn, ...]:
    """Return each day on which it changed who was held responsible, with the state from then on and what was new."""
    return tuple(
        Turn(
            day=wording.date(each.day) or "undated",
            state=wording.words(each.state) if each.state else "nobody held responsible",
            new=tuple(_held(attribution, cite) for attribution in each.new),
        )
        for each in course
    )


def strongest(held: Iterable[Held]) -> tuple[Held, ...]:
    """Return each actor once, by the strongest of what stands, at most two; the nameless where nobody has a name."""
    unique: dict[str, Held] = {}
    for each in sorted(held, key=lambda each: wording.strength(each.state)):
        if each.stands:
            unique.setdefault(each.actor, each)
    named = [each for each in unique.values() if each.named]
    return tuple(named or unique.values())[:2]


def _held(each: Attribution, cite: Cite) -> Held:
    return Held(
        actor=wording.culprit(each.actor, each.state),
        named=bool(each.actor.name),
        state=each.state,
        how=wording.held(each.state, each.attributed_by),
        as_of=wording.date(each.as_of),
        stands=each.stands,
        passages=cite(each),
    )
