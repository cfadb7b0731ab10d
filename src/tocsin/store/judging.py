"""Judgements in SQL: appended, and found by the mentions that they name, wherever these stand now."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from tocsin.errors import NotFoundError, StoreError
from tocsin.model import Anchor, Judgement, from_json, to_json
from tocsin.store.loading import in_chunks
from tocsin.store.schema import anchors, judgements


def add(connection: Connection, judgement: Judgement) -> Judgement:
    """Append a judgement and return it with its number."""
    if knows(connection, judgement.id):
        raise StoreError(f"judgement {judgement.id} exists", advice="judgements are only added, never changed")
    # Writers wait for each other, so no two of them can be given the same number.
    number = (connection.scalar(select(func.max(judgements.c.number))) or 0) + 1
    made = replace(judgement, number=number)
    row = {"number": number, "id": made.id, "undoes": made.undoes, "record": to_json(replace(made, number=0))}
    connection.execute(insert(judgements), [row])
    held = [
        {"judgement": number, "position": position, "report": each.report, "mention": each.mention}
        for position, each in enumerate(made.anchors)
    ]
    if held:
        connection.execute(insert(anchors), held)
    return made


def knows(connection: Connection, judgement_id: str) -> bool:
    """Say whether there is a judgement of that id."""
    return bool(connection.scalar(select(func.count()).select_from(judgements).where(judgements.c.id == judgement_id)))


def every(connection: Connection) -> tuple[Judgement, ...]:
    """Return all judgements in the order of making."""
    numbers = list(connection.scalars(select(judgements.c.number)))
    return tuple(_load(connection, numbers))


def latest(connection: Connection, limit: int, offset: int) -> tuple[Judgement, ...]:
    """Return a page of judgements, the latest made first."""
    wanted = select(judgements.c.number).order_by(judgements.c.number.desc()).limit(limit).offset(offset)
    return tuple(reversed(list(_load(connection, list(connection.scalars(wanted))))))


def count(connection: Connection) -> int:
    """Return how many judgements there are."""
    return connection.scalar(select(func.count()).select_from(judgements)) or 0


def one(connection: Connection, judgement_id: str) -> Judgement:
    """Return a judgement; NotFoundError otherwise."""
    number = connection.scalar(select(judgements.c.number).where(judgements.c.id == judgement_id))
    if number is None:
        raise NotFoundError(f"no judgement {judgement_id}", advice="`tocsin judgements list` shows their ids")
    (found,) = _load(connection, [number])
    return found


def on_mentions(connection: Connection, mention_ids: Collection[str]) -> tuple[Judgement, ...]:
    """Return the judgements on these mentions and those that undo them, in the order of making."""
    return _with_undoings(connection, _numbers(connection, anchors.c.mention, mention_ids))


def on_report(connection: Connection, report_id: str) -> tuple[Judgement, ...]:
    """Return the judgements that name mentions of a report."""
    return tuple(_load(connection, _numbers(connection, anchors.c.report, [report_id])))


def undoings(connection: Connection, judgement_id: str) -> tuple[Judgement, ...]:
    """Return what undoes a judgement, what undoes that, and so on."""
    number = select(judgements.c.number).where(judgements.c.id == judgement_id)
    found = _with_undoings(connection, set(connection.scalars(number)))
    return tuple(each for each in found if each.id != judgement_id)


def beside(connection: Connection, mention_ids: Iterable[str]) -> Iterator[str]:
    """Yield the mentions that judgements name together with any of these."""
    for chunk in in_chunks(_numbers(connection, anchors.c.mention, list(mention_ids))):
        named = select(anchors.c.mention).where(anchors.c.judgement.in_(chunk), anchors.c.mention.is_not(None))
        yield from (found for found in connection.scalars(named) if found)


def move(connection: Connection, report_id: str, mentions: Mapping[Anchor, str | None]) -> None:
    """Note where the judged mentions of a report stand now."""
    for judgement in on_report(connection, report_id):
        for position, each in enumerate(judgement.anchors):
            if each in mentions and mentions[each] != each.mention:
                row = (anchors.c.judgement == judgement.number) & (anchors.c.position == position)
                connection.execute(update(anchors).where(row).values(mention=mentions[each]))


def _numbers(connection: Connection, column: ColumnElement[str | None], values: Collection[str]) -> set[int]:
    return {
        number
        for chunk in in_chunks(values)
        for number in connection.scalars(select(anchors.c.judgement).where(column.in_(chunk)))
    }


def _with_undoings(connection: Connection, numbers: set[int]) -> tuple[Judgement, ...]:
    reached = set(numbers)
    for chunk in in_chunks(numbers):
        chain = select(judgements.c.number, judgements.c.id).where(judgements.c.number.in_(chunk)).cte(recursive=True)
        undoing = select(judgements.c.number, judgements.c.id).join(chain, judgements.c.undoes == chain.c.id)
        reached.update(connection.scalars(select(chain.union(undoing).c.number)))
    return tuple(_load(connection, reached))


def _load(connection: Connection, numbers: Collection[int]) -> Iterator[Judgement]:
    """Yield the judgements in the order of making, each mention under the id that it goes by now."""
    joined = select(judgements.c.number, judgements.c.record, anchors.c.position, anchors.c.mention).join(
        anchors, anchors.c.judgement == judgements.c.number, isouter=True
    )
    for chunk in in_chunks(numbers):
        rows = connection.execute(
            joined.where(judgements.c.number.in_(chunk)).order_by(judgements.c.number, anchors.c.position)
        )
        for _, held in groupby(rows, lambda row: row.number):
            yield _placed(list(held))


def _placed(rows: Sequence[Any]) -> Judgement:
    record = replace(from_json(rows[0].record, Judgement), number=rows[0].number)
    now = [row.mention for row in rows if row.position is not None]
    held = tuple(replace(each, mention=mention) for each, mention in zip(record.anchors, now, strict=True))
    cut = len(record.subject)
    return replace(record, subject=held[:cut], other=held[cut:])
