import datetime as dt
from dataclasses import replace

import pytest

from tocsin.export.muc4 import Templates
from tocsin.export.muc4_slots import FurtherSlots
from tocsin.model import (
    Actor,
    ActorMention,
    Alias,
    Mention,
    Perpetrator,
    Reading,
    Report,
    Span,
    Target,
    Timex,
    Toponym,
)
from tocsin.model.vocabulary import Effect, TargetKind
from tocsin.ontology import Registry

BODY = (
    "on 7 september the dawn column tried to bomb a bridge in lima. mayor ana ruiz and about twenty clerks were hurt, "
    "the interior minister said."
)
REPORT = Report(id="r1", title="", body=BODY)
COLUMN = Actor(id="grp:dawn", name="Dawn Column", kind="armed_group", aliases=(Alias(name="Dawn Column"),))
SLOTS = FurtherSlots(Templates(Registry([COLUMN])))


def span(words: str) -> tuple[Span]:
    start = REPORT.text.index(words)
    return (REPORT.span(start, start + len(words)),)


def target(words: str, kind: TargetKind, effect: Effect) -> Target:
    return Target(actor=ActorMention(name=None, spans=span(words)), kind=kind, effect=effect)


@pytest.fixture
def mention() -> Mention:
    column = ActorMention(name=COLUMN.name, actor=COLUMN.id, spans=span("the dawn column"))
    return Mention(
        id="r1:m1",
        report="r1",
        trigger=span("bomb")[0],
        kind="bombing",
        status="attempted",
        time=Timex(start=None, end=None, precision="day", spans=span("on 7 september")),
        place=Toponym(name="Lima", country="PE", precision="city", spans=span("lima")),
        perpetrators=(Perpetrator(actor=column, attribution="accused", attributed_by="interior minister"),),
        targets=(
            target("a bridge", "infrastructure", "damaged"),
            target("mayor ana ruiz", "person", "injured"),
            target("about twenty clerks", "civilians", "injured"),
        ),
    )


def test_further_slots_are_filled(mention: Mention) -> None:
    [found] = SLOTS.of(REPORT, Reading(report="r1", mentions=(mention,)))
    assert found["incident_type"] == "bombing"
    assert found["date"] == {"start": "--09-07", "end": "--09-07"}
    assert (found["country"], found["places"]) == ("Peru", ["Lima"])
    assert found["stage"] == "attempted"
    assert found["organisations"] == [
        {"mentions": ["dawn column"], "confidence": "suspected or accused by authorities"}
    ]
    assert found["targets"] == [{"mentions": ["bridge"], "effect": "some damage", "number": 1}]
    assert [(each["mentions"], each["number"]) for each in found["victims"]] == [
        (["ana ruiz"], 1),
        (["clerks"], 20),
    ]


def test_what_is_not_said_is_left_open(mention: Mention) -> None:
    day = dt.date(1989, 9, 7)
    known = replace(mention, time=Timex(start=day, end=day, precision="day"), place=None, perpetrators=(), targets=())
    [found] = SLOTS.of(REPORT, Reading(report="r1", mentions=(known,)))
    assert found["date"] == {"start": "1989-09-07", "end": "1989-09-07"}
    assert (found["country"], found["places"], found["victims"]) == (None, [], [])


def test_the_country_that_the_report_names_most_stands_in_for_one_that_it_does_not_name(mention: Mention) -> None:
    report = replace(REPORT, body="peruvian police said that peru and bolivia would act.")
    chilean = replace(mention, place=Toponym(name="Lima", country="CL"), time=None, perpetrators=(), targets=())
    [found] = SLOTS.of(report, Reading(report="r1", mentions=(chilean,)))
    assert found["country"] == "Peru"
