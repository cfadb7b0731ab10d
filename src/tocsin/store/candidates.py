"""Which stored mentions a new one is worth comparing with."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, TextClause, and_, func, or_, select, text, true

from tocsin.store.interface import MentionKeys, Reach
from tocsin.store.loading import in_chunks
from tocsin.store.schema import mention_terms, mentions
from tocsin.store.sqlite import MAX_VARIABLES
from tocsin.store.view import SqlView


def candidates(connection: Connection, key: MentionKeys, reach: Reach) -> tuple[str, ...]:
    """Return the ids of the mentions that share place and days or the most terms, of each incident only so many."""
    best = _alike(connection, list(key.terms), reach)
    found = list(dict.fromkeys([*best, *_beside(connection, key, reach.crowd)]))
    return tuple(sorted(_few(connection, found, reach.fellows) if len(found) > reach.fellows else found))


def _few(connection: Connection, found: Sequence[str], most: int) -> Iterator[str]:
    """Yield the mentions, of those of one incident only the first."""
    owners = SqlView(connection).incident_ids(found)
    counted: Counter[str] = Counter()
    for name in found:
        owner = owners.get(name, name)
        counted[owner] += 1
        if counted[owner] <= most:
            yield name


def fellows(connection: Connection, ids: Collection[str]) -> Iterator[str]:
    """Yield all mentions of the incidents that these belong to."""
    for chunk in in_chunks(SqlView(connection).incident_ids(ids).values()):
        yield from connection.scalars(select(mentions.c.id).where(mentions.c.incident.in_(chunk)))


def _alike(connection: Connection, terms: Sequence[str], reach: Reach) -> Sequence[str]:
    """Return the mentions that the terms make most of; a term that more than `reach.crowd` mentions hold doesn't count.

    The store adds up, for one in a hundred of what it adds up is wanted here.
    """
    rare = [term for chunk in in_chunks(terms) for term in _rare(connection, chunk, reach.crowd)]
    # No title is so long that terms are left out.
    held = select(mention_terms.c.mention).where(mention_terms.c.term.in_(rare[:MAX_VARIABLES]))
    share = func.round(func.sum(mention_terms.c.share), 4)
    ranked = held.group_by(mention_terms.c.mention).order_by(share.desc(), mention_terms.c.mention)
    return connection.scalars(ranked.limit(reach.alike)).all() if rare else ()


def _rare(connection: Connection, terms: Sequence[str], crowd: int) -> Iterator[str]:
    """Yield those of the terms that some mentions hold, but no crowd."""
    values = {f"t{number}": term for number, term in enumerate(terms)}
    for number, count in connection.execute(_counts(len(terms)), {**values, "most": crowd + 1}).all():
        if 0 < count <= crowd:
            yield terms[number]


@lru_cache(maxsize=512)
def _counts(size: int) -> TextClause:
    """Return a select of how many mentions hold each of so many terms: no longer a scan than a crowd."""
    one = "SELECT {0}, count(*) FROM (SELECT 1 FROM mention_terms WHERE term = :t{0} LIMIT :most) AS p{0}"
    return text(" UNION ALL ".join(one.format(number) for number in range(size)))


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
