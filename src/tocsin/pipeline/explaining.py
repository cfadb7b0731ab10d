"""Why two accounts of the record are one incident, or two: scores, reasons, and what people judged."""

from dataclasses import dataclass
from typing import Literal

from tocsin.errors import NotFoundError
from tocsin.model import Judgement
from tocsin.pipeline.judged_before import related
from tocsin.pipeline.judged_names import name_of
from tocsin.pipeline.linking import side_of
from tocsin.reconcile.cluster import MOST_COMPARED
from tocsin.reconcile.explanations import Explanation, explain
from tocsin.reconcile.judgements import bond
from tocsin.reconcile.similarity import SAME, scores
from tocsin.store import Store


@dataclass(frozen=True, slots=True)
class Compared:
    """Two mentions (ids) explained, of several pairs the one that agrees best.

    `mean` is the mean score of all `pairs`, and two groups become one from `needed` on. `incidents` are the one's and
    the other's now, and `together` says that they are the same. `judged` is how judgements bind the two mentions, also
    by way of others, whatever the score ("alone": one was judged to be no account of an incident); `judgements` do it.
    """

    one: str
    other: str
    explanation: Explanation
    mean: float
    pairs: int
    needed: float
    incidents: tuple[str, ...]
    together: bool
    judged: Literal["same", "different", "alone"] | None
    judgements: tuple[Judgement, ...]


def compare(store: Store, one: str, other: str) -> Compared:
    """Explain two incidents, mentions, or reports of one account each, by their ids.

    Of an incident with many accounts the first forty are compared. NotFoundError where the store lacks one or both are
    the same, JudgementError names the accounts of a report that gives several.
    """
    ours, theirs = ([each.id for each in name_of(store, name).mentions[:MOST_COMPARED]] for name in (one, other))
    if ours == theirs and len(ours) > 1:
        ours, theirs = ours[:1], ours[1:]
    sides = {each.mention.id: side_of(each) for each in store.stored({*ours, *theirs})}
    named = [(a, b) for a in ours for b in theirs if a != b]
    if not named:
        raise NotFoundError(f"{one} and {other} are the same", advice="name two accounts, reports or incidents")
    found = dict(zip(named, scores([(sides[a], sides[b]) for a, b in named]), strict=True))
    best = max(named, key=lambda pair: found[pair])
    owner = store.incident_ids(best)
    incidents = tuple(owner.get(name, "") for name in best)
    judged = related(store, best)
    bound = bond(judged, *best)
    return Compared(
        one=best[0],
        other=best[1],
        explanation=explain(*(sides[name] for name in best)),
        mean=round(sum(found.values()) / len(found), 4),
        pairs=len(named),
        needed=SAME,
        incidents=incidents,
        together=len(set(incidents)) == 1,
        judged=bound.how if bound else None,
        judgements=tuple(each for each in judged if bound and each.id in bound.by),
    )
