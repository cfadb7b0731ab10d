from dataclasses import replace
from typing import Any

import pytest

from tocsin.export import muc4_words as wording
from tocsin.export.muc4 import Templates
from tocsin.model import ActorMention, Mention, Perpetrator, Quantity, Reading, Report, Target, Weapon
from tocsin.model.identity import Actor, Alias
from tocsin.ontology import Registry

BODY = (
    "two dawn column guerrillas shot the deputy mayor ana maria ruiz with a rifle and set two buses on fire. "
    "the dawn column (dc) said it had tried mayor ruiz for treason."
)
REPORT = Report(id="r1", title="", body=BODY)
COLUMN = Actor(
    id="grp:dawn", name="Dawn Column", kind="armed_group", aliases=(Alias(name="Dawn Column"), Alias(name="DC"))
)
TEMPLATES = Templates(Registry([COLUMN]))


def actor(words: str, known: str | None = None) -> ActorMention:
    start = REPORT.text.index(words)
    name = COLUMN.name if known else None
    return ActorMention(name=name, actor=known, spans=(REPORT.span(start, start + len(words)),))


def mention(**changes: Any) -> Mention:
    start = REPORT.text.index("shot")
    base = Mention(id="r1:m1", report="r1", trigger=REPORT.span(start, start + 4), kind="armed_attack")
    return replace(base, **changes)


def reading(*mentions: Mention) -> Reading:
    return Reading(report="r1", mentions=mentions)


def test_who_whom_and_with_what_in_bare_words() -> None:
    shot = mention(
        perpetrators=(Perpetrator(actor=actor("two dawn column guerrillas", "grp:dawn"), attribution="reported"),),
        targets=(
            Target(actor=actor("the deputy mayor ana maria ruiz"), kind="person", effect="killed"),
            Target(actor=actor("two buses"), kind="vehicle", effect="destroyed"),
        ),
        weapons=(Weapon(name="rifle", quantity=Quantity(low=1, high=1, spans=actor("a rifle").spans)),),
    )
    assert TEMPLATES.of(REPORT, reading(shot)) == [
        {
            "incident_type": "attack",
            "PerpInd": [["guerrillas"]],
            "PerpOrg": [["dawn column"]],
            "Target": [["buses"]],
            "Victim": [["ana maria ruiz"]],
            "Weapon": [["rifle"]],
        }
    ]


def test_the_one_armed_group_of_a_report_stands_in_where_nobody_is_named() -> None:
    [template] = TEMPLATES.of(REPORT, reading(mention()))
    assert template["PerpOrg"] == [["dawn column"]]
    [template] = TEMPLATES.of(Report(id="r1", title="", body="somebody shot a mayor"), reading(mention()))
    assert template["PerpOrg"] == []


def test_denied_acts_clashes_of_armed_sides_and_other_kinds_are_left_out() -> None:
    left_out = (mention(status="denied"), mention(kind="battle"), mention(kind="protest"))
    assert TEMPLATES.of(REPORT, reading(*left_out)) == []
    hit = mention(kind="battle", targets=(Target(actor=actor("two buses"), kind="vehicle"),))
    assert len(TEMPLATES.of(REPORT, reading(hit))) == 1


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the deputy mayor ana maria ruiz", "ana maria ruiz"),
        ("colonel juan de la cruz, 45,", "juan de la cruz"),
        ("three peasants", ""),
        ("his wife", ""),
    ],
)
def test_names_of_persons_stand_without_title_and_age(phrase: str, name: str) -> None:
    assert wording.name_of_person(phrase) == name


@pytest.mark.parametrize(
    ("phrase", "people"),
    [
        ("the two heavily armed men", "heavily armed men"),
        ("a group of masked men", "group of masked men"),
        ("no group", ""),
        ("the dawn column", ""),
    ],
)
def test_people_are_told_from_organisations(phrase: str, people: str) -> None:
    assert wording.people(phrase) == people
