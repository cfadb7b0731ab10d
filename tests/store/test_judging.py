"""Judgements as any database keeps them: appended, numbered, and found by their mentions wherever these stand."""

import datetime as dt
from typing import Any

import pytest

from tocsin.errors import NotFoundError, StoreError
from tocsin.model import Anchor, Judgement, Span
from tocsin.model.vocabulary import Verdict
from tocsin.store import Store

FUTURE = dt.datetime(2099, 1, 1, tzinfo=dt.UTC)


def judgement(name: str, verdict: Verdict, subject: str = "", other: str = "", **fields: Any) -> Judgement:
    """A judgement whose sides are mention ids with blanks between."""
    sides = {side: tuple(map(stand, text.split())) for side, text in (("subject", subject), ("other", other))}
    at = dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)
    return Judgement(id=name, verdict=verdict, by="ann", **{"at": at, **sides, **fields})


def stand(name: str) -> Anchor:
    report = name.split(":", maxsplit=1)[0]
    return Anchor(report=report, mention=name, trigger=Span(report, 0, 4, "Bomb"), kind="bombing")


def add(store: Store, *made: Judgement) -> list[int]:
    with store.write() as writer:
        return [writer.add_judgement(each).number for each in made]


def test_judgements_come_with_what_undoes_them_in_the_order_of_making(store: Store) -> None:
    made = (
        judgement("j1", "same", "r1:m1", "r2:m1", at=FUTURE),
        judgement("j2", "undo", undoes="j1"),
        judgement("j3", "undo", undoes="j2", at=FUTURE - dt.timedelta(days=90)),
        judgement("j4", "accept", "r9:m1"),
    )
    assert add(store, *made) == [1, 2, 3, 4]
    with store.write() as writer:
        assert [each.id for each in writer.judgements(["r2:m1"])] == ["j1", "j2", "j3"]
        assert [each.id for each in writer.undoings("j1")] == ["j2", "j3"]
        assert writer.judgement("j1").at == FUTURE
    assert [each.id for each in store.judgements()] == ["j1", "j2", "j3", "j4"]
    assert [each.id for each in store.judgements(["r1:m1"])] == ["j1", "j2", "j3"]
    assert [each.id for each in store.latest_judgements(limit=2, offset=1)] == ["j3", "j2"]
    assert store.count_judgements() == 4


def test_a_judgement_is_never_changed(store: Store) -> None:
    add(store, judgement("j1", "same", "r1:m1", "r2:m1"))
    with pytest.raises(StoreError, match="judgement j1 exists"):
        add(store, judgement("j1", "reject", "r1:m1"))
    assert store.judgements(["r1:m1"])[0].verdict == "same"
    with store.write() as writer, pytest.raises(NotFoundError, match="no judgement j7"):
        writer.judgement("j7")


def test_a_judgement_follows_its_mentions_and_outlives_them(store: Store) -> None:
    add(store, judgement("j1", "same", "r1:m1 r1:m2", "r2:m1"))
    with store.write() as writer:
        (held,) = writer.judged("r1")
        first, second = held.subject
        writer.move_anchors("r1", {first: "r1:m2", second: None})
        assert [each.id for each in writer.judgements(["r1:m2"])] == ["j1"]
        assert writer.judgements(["r1:m1"]) == ()
    (held,) = store.judgements()
    assert (held.subjects, held.others) == (("r1:m2",), ("r2:m1",))
    assert held.subject[1].trigger == second.trigger
    with store.write() as writer:
        writer.move_anchors("r1", dict.fromkeys(held.subject))
        assert writer.judged("r1")[0].dormant


def test_the_incident_of_a_mention_is_told(record: Store) -> None:
    ids = dict.fromkeys(record.incident("inc-bomb").mentions, "inc-bomb")
    assert record.incident_ids([*ids, "nowhere:m1"]) == ids
