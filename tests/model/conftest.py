import datetime as dt
from typing import TypeVar

import pytest

from tocsin.model import (
    ActorMention,
    Attribution,
    Coding,
    Entry,
    FigureLedger,
    Incident,
    Ledger,
    Quantity,
    Span,
    Target,
    Timex,
    Toponym,
    Weapon,
)

V = TypeVar("V")


@pytest.fixture
def incident() -> Incident:
    """An incident with every kind of field filled."""
    here = (Span("r1", 0, 3, "two"),)
    day = dt.date(2024, 5, 1)
    two = Quantity(low=2, high=2, spans=here)

    def ledger(value: V) -> Ledger[V]:
        entry = Entry(value=value, mentions=("r1:m1",), reports=("r1",), first=day, spans=here)
        return Ledger(entries=(entry,), published=0, rule="only account")

    actor = ActorMention(name="Example Front", kind="armed_group", country="SO", sector="REB", spans=here)
    return Incident(
        id="inc-1",
        title="Bombing",
        mentions=("r1:m1",),
        reports=("r1",),
        counted=True,
        scope="headline",
        kind=ledger("bombing"),
        status=ledger("occurred"),
        time=ledger(Timex(start=day, end=day, precision="day")),
        place=ledger(Toponym(name="Kismayo", lat=-0.36, lon=42.55)),
        killed=FigureLedger(low=2, best=2, high=2, ledger=ledger(two)),
        targets=ledger(Target(actor=actor)),
        weapons=ledger(Weapon(name="bomb", quantity=two)),
        attributions=(Attribution(state="claimed", actor=actor, as_of=day, report="r1", mention="r1:m1"),),
        codings=(Coding(scheme="plover", codes={"type": "ASSAULT", "quad": 4, "mode": None}),),
    )
