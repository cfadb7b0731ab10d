"""The judgements that a store holds, each with how it stands among those that it hangs together with."""

from collections.abc import Collection, Iterable
from typing import Protocol

from tocsin.model import Judgement
from tocsin.reconcile.standing import Standing, standings


class Reads(Protocol):
    """What gives judgements by the mentions that they name: a store or a writer."""

    def judgements(self, mention_ids: Collection[str]) -> tuple[Judgement, ...]:
        """Return the judgements on these mentions, with what undoes them."""


class Tells(Reads, Protocol):
    """What tells too which incident a mention belongs to: a store."""

    def incident_ids(self, mention_ids: Collection[str]) -> dict[str, str]:
        """Return the incident of each mention."""


def related(reads: Reads, mention_ids: Iterable[str]) -> tuple[Judgement, ...]:
    """Return all judgements that hang together with these mentions, in the order of making."""
    reached = set(mention_ids)
    while True:
        found = reads.judgements(reached)
        names = mentions_of(found)
        if names <= reached:
            return found
        reached |= names


def mentions_of(judgements: Iterable[Judgement]) -> set[str]:
    """Return the ids of all mentions that the judgements name and that are there."""
    return {name for each in judgements for name in (*each.subjects, *each.others)}


def stand(store: Tells, chosen: Iterable[Judgement]) -> tuple[tuple[Judgement, Standing], ...]:
    """Return each of the chosen judgements with how it stands, in their order."""
    asked = tuple(chosen)
    fellows = {each.id: each for each in (*asked, *related(store, mentions_of(asked)))}.values()
    held = standings(fellows, store.incident_ids(mentions_of(fellows)))
    return tuple((each, held[each.id]) for each in asked)
