"""What the actor finder's parts hand each other: an actor at words of the page; overlaps go to the longest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.model import Actor
from tocsin.model.vocabulary import ActorKind
from tocsin.resolve.actors_page import Page, longest_in

SURE, LIKELY, GUESSED = 0.9, 0.7, 0.5
_OWNED = frozenset({"armed_group", "party", "person", "group", "ministry", "organisation", "government"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An actor at words [first, last] of a page; fields as in `ActorMention`."""

    first: int
    last: int
    name: str | None
    actor: str | None = None
    kind: ActorKind = "unknown"
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    confidence: float = SURE


def found_actor(first: int, last: int, actor: Actor, name: str | None = None, confidence: float = SURE) -> Found:
    """Return an actor of the registry as found; its own name unless another is given."""
    return Found(
        first=first,
        last=last,
        name=name or plain_name(actor),
        actor=actor.id,
        kind=actor.kind,
        country=actor.country,
        sector=actor.sector,
        confidence=confidence,
    )


def plain_name(actor: Actor) -> str:
    """Return an actor's name without the country in brackets that only tells namesakes apart."""
    bare = actor.name.partition(" (")[0]
    return bare if bare != actor.name and any(alias.name == bare for alias in actor.aliases) else actor.name


def longest_first(found: Iterable[Found], page: Page) -> list[Found]:
    """Keep the longest of those that share words, the earlier given of two alike; in text order."""
    taken = bytearray(len(page.words))
    kept: list[Found] = []
    ranked = sorted(found, key=lambda each: page.words[each.first].start - page.words[each.last].end)
    for each in ranked:
        if not any(taken[each.first : each.last + 1]):
            taken[each.first : each.last + 1] = b"\1" * (each.last + 1 - each.first)
            kept.append(each)
    return sorted(kept, key=lambda each: each.first)


def beside(kept: list[Found], more: Iterable[Found], page: Page) -> list[Found]:
    """Add those of `more` that share no word with what is kept."""
    taken = {index for each in kept for index in range(each.first, each.last + 1)}
    free = [each for each in more if not any(index in taken for index in range(each.first, each.last + 1))]
    return sorted([*kept, *longest_first(free, page)], key=lambda each: each.first)


def unlisted(unknown: Iterable[Found], known: Sequence[Found], page: Page) -> Iterator[Found]:
    """Leave out names that are a list with a known actor first or last in it: "Ahrar al-Sham and Jaysh al-Islam"."""
    firsts, lasts = {each.first: each.last for each in known}, {each.last: each.first for each in known}
    for each in unknown:
        opens, ends = firsts.get(each.first, each.last), lasts.get(each.last, each.first)
        if not (opens < each.last and page.low(opens + 1) == "and") and page.low(ends - 1) != "and":
            yield each


def without_owners(found: Sequence[Found], page: Page, offices: Mapping[str, bool]) -> Iterator[Found]:
    """Leave out countries that only say whose the next actor is: "Yemen's Houthi movement", "India's minister Rao".

    `offices` holds the words of all offices.
    """
    firsts = {each.first: each for each in found}
    for each in found:
        following = firsts.get(each.last + 1) if page.joined(each.last) else None
        office, last = longest_in(offices, page, each.last + 1) if page.joined(each.last) else (None, 0)
        holder = firsts.get(last + 1) if office and page.joined(last) else None
        owned = following is not None and following.kind in _OWNED
        if each.kind != "state" or not (owned or (holder is not None and holder.kind == "person")):
            yield each
