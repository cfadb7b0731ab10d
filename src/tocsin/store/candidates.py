"""Which stored mentions a new one is worth comparing with."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, TextClause, and_, or_, select, text, true

from tocsin.store.interface import MentionKeys, Reach
from tocsin.store.loading import in_chunks
from tocsin.store.schema import mentions


def candidates(connection: Connection, key: MentionKeys, reach: Reach) -> tuple[str, ...]:
    """Return the ids of the mentions that share place and days or the most terms."""
    shared = _sharing(connection, list(key.terms), reach.crowd)
    best = sorted(shared, key=lambda name: (-shared[name], name))[: reach.alike]
    return tuple(sorted({*best, *_beside(connection, key, reach.crowd)}))


def fellows(connection: Connection, ids: Collection[str]) -> Iterator[str]:
    """Yield all mentions of the incidents that these belong to."""
    incidents: set[str] = set()
    for chunk in in_chunks(ids):
        held = select(mentions.c.incident).where(mentions.c.id.in_(chunk), mentions.c.incident.is_not(None))
        incidents.update(name for name in connection.scalars(held) if name)
    for chunk in in_chunks(incidents):
        yield from connection.scalars(select(mentions.c.id).where(mentions.c.incident.in_(chunk)))


def _sharing(connection: Connection, terms: Sequence[str], crowd: int) -> dict[str, float]:
    """Return how much of each mention the terms make; one that more than `crowd` mentions hold doesn't count."""
    by_term: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for chunk in in_chunks(terms):
        values = {f"t{number}": term for number, term in enumerate(chunk)}
        for row in connection.execute(_postings(len(chunk)), {**values, "most": crowd + 1}):
            by_term[row.term].append((row.mention, row.share))
    found: defaultdict[str, float] = defaultdict(float)
    for held in by_term.values():
        if len(held) <= crowd:
            for name, share in held:
                found[name] += share
    return found


@lru_cache(maxsize=512)
def _postings(count: int) -> TextClause:
    """Return a select of the first mentions of each of so many terms: no longer a scan than a crowd, however common."""
    one = "SELECT * FROM (SELECT term, mention, share FROM mention_terms WHERE term = :t{} LIMIT :most) AS p{}"
    return text(" UNION ALL ".join(one.format(number, number) for number in range(count)))


def _beside(connection: Connection, key: MentionKeys, crowd: int) -> Sequence[str]:
    if not key.brief or key.place is None:
        return ()
    met = and_(mentions.c.place == key.place, mentions.c.brief.is_(True), _overlap(key))
    found = connection.scalars(select(mentions.c.id).where(met).order_by(mentions.c.id).limit(crowd)).all()
    return list(found)


def _overlap(key: MentionKeys) -> ColumnElement[bool]:
    """Return whether a stored mention can lie in the key's days; an end that isn't known is open."""
    before = true() if key.end is None else or_(mentions.c.start.is_(None), mentions.c.start <= key.end)
    after = true() if key.start is None else or_(mentions.c.end.is_(None), mentions.c.end >= key.start)
    return and_(before, after)
