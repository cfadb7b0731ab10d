"""Why two accounts of the record are one incident, or two: scores, reasons, and what people judged."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.errors import NotFoundError
from tocsin.model import Judgement
from tocsin.pipeline.linking import side_of
from tocsin.reconcile.cluster import MOST_COMPARED
from tocsin.reconcile.evidence import Side
from tocsin.reconcile.explanations import Explanation, explain
from tocsin.reconcile.judgements import standing
from tocsin.reconcile.similarity import SAME, scores
from tocsin.store import Store


@dataclass(frozen=True, slots=True)
class Compared:
    """Two mentions (ids) explained, of several pairs the one that agrees best.

    `mean` is the mean score of all `pairs`, and two groups become one from `needed` on. `incidents` are the one's and
    the other's now. `judgements` that hold name mentions of both sides.
    """

    one: str
    other: str
    explanation: Explanation
    mean: float
    pairs: int
    needed: float
    incidents: tuple[str, ...]
    judgements: tuple[Judgement, ...]

    @property
    def together(self) -> bool:
        """Whether the record holds both in one incident."""
        return self.incidents[0] == self.incidents[1]


def compare(store: Store, one: str, other: str) -> Compared:
    """Explain two mentions, reports or incidents, by their ids; NotFoundError where the store lacks one.

    Of a report or incident with many accounts the first forty are compared.
    """
    ours, theirs = _mentions(store, one), _mentions(store, other)
    if set(ours) == set(theirs) and len(ours) > 1:
        ours, theirs = ours[:1], ours[1:]
    sides = {each.mention.id: side_of(each) for each in store.stored({*ours, *theirs})}
    pairs = [(sides[a], sides[b]) for a in ours if a in sides for b in theirs if b in sides and b != a]
    if not pairs:
        raise NotFoundError(f"{one} and {other} are the same", advice="name two accounts, reports or incidents")
    found = scores(pairs)
    best = max(range(len(pairs)), key=lambda at: (found[at], -at))
    a, b = (_name(side) for side in pairs[best])
    owner = store.incident_ids([a, b])
    return Compared(
        one=a,
        other=b,
        explanation=explain(*pairs[best]),
        mean=round(sum(found) / len(found), 4),
        pairs=len(pairs),
        needed=SAME,
        incidents=(owner.get(a, ""), owner.get(b, "")),
        judgements=tuple(_between(store.judgements([*ours, *theirs]), set(ours), set(theirs))),
    )


def _name(side: Side) -> str:
    return side.account.mention.id


def _mentions(store: Store, name: str) -> list[str]:
    """Return the mentions that a name stands for, in order, at most forty."""
    name = name.strip()
    if name.startswith("inc-"):
        return list(store.incident(name).mentions[:MOST_COMPARED])
    if ":" in name:
        found = [mention.id for mention in store.mentions([name])]
    else:
        found = [mention.id for mention in store.reading(name).mentions[:MOST_COMPARED]]
    if not found:
        raise NotFoundError(
            f"the store holds no account {name}", advice="name an incident (inc-…), a report, or a mention (REPORT:m1)"
        )
    return found


def _between(judgements: Iterable[Judgement], ours: set[str], theirs: set[str]) -> Iterable[Judgement]:
    for judgement in standing(judgements):
        named = {*judgement.subjects, *judgement.others}
        if judgement.verdict in {"same", "different"} and named & ours and named & theirs:
            yield judgement
