from typing import Any

import pytest

from tocsin.evaluate.muc4_keys import Key
from tocsin.evaluate.muc4_score import Grade
from tocsin.evaluate.muc4_slots import aligned, same_days, same_number, score_slots

FULL = {
    "INCIDENT: TYPE": ["BOMBING"],
    "INCIDENT: DATE": ["07 SEP 89"],
    "INCIDENT: LOCATION": ["PERU: LIMA (CITY): NORTH END (NEIGHBORHOOD)"],
    "INCIDENT: STAGE OF EXECUTION": ["ACCOMPLISHED"],
    "PERP: ORGANIZATION ID": ['"RED FRONT" / "RF"'],
    "PERP: ORGANIZATION CONFIDENCE": ['CLAIMED OR ADMITTED: "RED FRONT" / "RF"'],
    "PHYS TGT: ID": ['"OLD TOWN BANK"'],
    "PHYS TGT: EFFECT OF INCIDENT": ['SOME DAMAGE: "OLD TOWN BANK"'],
    "PHYS TGT: NUMBER": ['1: "OLD TOWN BANK"'],
    "HUM TGT: NAME": ["-"],
    "HUM TGT: DESCRIPTION": ['"BANK CLERKS"'],
    "HUM TGT: EFFECT OF INCIDENT": ['INJURY: "BANK CLERKS"', '? DEATH: "PASSERBY"'],
    "HUM TGT: NUMBER": ['~20: "BANK CLERKS"'],
}
GIVEN: dict[str, Any] = {
    "incident_type": "bombing",
    "PerpOrg": [["red front"]],
    "date": {"start": "--09-07", "end": "--09-07"},
    "country": "Peru",
    "places": ["Lima", "North End"],
    "stage": "accomplished",
    "organisations": [{"mentions": ["rf"], "confidence": "claimed or admitted"}],
    "targets": [{"mentions": ["the bank"], "effect": "some damage", "number": 1}],
    "victims": [{"mentions": ["clerks"], "effect": "injury", "number": 21}],
}


def key(changes: dict[str, list[str]] | None = None, *, optional: bool = False) -> Key:
    return Key("D1", optional, FULL | (changes or {}))


def slots(ours: list[Key], theirs: list[dict[str, Any]]) -> dict[str, Grade]:
    return score_slots({"D1": ours}, {"D1": theirs}).slots


def test_a_template_that_says_all_that_the_key_says_is_wholly_right() -> None:
    assert {slot: (grade.precision, grade.recall) for slot, grade in slots([key()], [GIVEN]).items()} == dict.fromkeys(
        (
            "date",
            "country",
            "place",
            "stage",
            "confidence",
            "target effect",
            "target number",
            "victim effect",
            "victim number",
        ),
        (1.0, 1.0),
    )


def test_a_wrong_value_is_given_and_missed() -> None:
    wrong = GIVEN | {"stage": "threatened", "victims": [{"mentions": ["clerks"], "effect": "death", "number": 3}]}
    found = slots([key()], [wrong])
    assert found["stage"] == Grade(0, 1, 0, 1)
    assert found["victim effect"] == Grade(0, 1, 0, 1)
    assert found["victim number"] == Grade(0, 1, 0, 1)


def test_the_value_of_another_filler_is_not_right() -> None:
    wrong = GIVEN | {"targets": [{"mentions": ["three cars"], "effect": "some damage", "number": 3}]}
    assert slots([key()], [wrong])["target effect"] == Grade(0, 1, 0, 1)


def test_what_is_optional_counts_only_where_it_is_found() -> None:
    both = GIVEN | {"victims": [*GIVEN["victims"], {"mentions": ["a passerby"], "effect": "death", "number": None}]}
    assert slots([key()], [both])["victim effect"] == Grade(2, 2, 2, 2)
    assert slots([key(optional=True)], [])["stage"] == Grade(0, 0, 0, 0)


def test_templates_without_a_partner_count_against_both_sides() -> None:
    assert slots([key()], [])["place"] == Grade(0, 0, 0, 2)
    assert slots([], [GIVEN])["place"] == Grade(0, 2, 0, 0)


def test_a_value_tied_to_no_filler_is_right_by_itself() -> None:
    bare = key({"PHYS TGT: EFFECT OF INCIDENT": ['SOME DAMAGE: "-"']})
    assert slots([bare], [GIVEN])["target effect"] == Grade(1, 1, 1, 1)


def test_templates_are_paired_by_type_and_by_fillers_in_common() -> None:
    other = key({"PHYS TGT: ID": ['"BRIDGE"'], "HUM TGT: DESCRIPTION": ["-"], "PERP: ORGANIZATION ID": ["-"]})
    arson = {"incident_type": "arson", "PerpOrg": [], "Target": [["bridge"]]}
    robbery = {"incident_type": "robbery"}
    assert sorted(aligned([other, key()], [GIVEN, arson, robbery])) == [(0, 1), (1, 0)]


def test_date_and_places_decide_between_templates_that_are_else_alike() -> None:
    elsewhere = key({"INCIDENT: LOCATION": ["PERU: CUSCO (CITY)"], "INCIDENT: DATE": ["- 01 SEP 89"]})
    assert sorted(aligned([elsewhere, key()], [GIVEN, GIVEN | {"places": ["Cusco"]}])) == [(0, 1), (1, 0)]


def test_the_places_of_the_alternative_that_fits_best_are_compared() -> None:
    either = key({"INCIDENT: LOCATION": ["(PERU: LIMA (CITY): NORTH END (NEIGHBORHOOD)) / (PERU: CUSCO (CITY))"]})
    assert slots([either], [GIVEN | {"places": ["Cusco city"]}])["place"] == Grade(1, 1, 1, 1)


@pytest.mark.parametrize(
    ("right", "value", "fits"),
    [
        ("6", 6, True),
        ("6", 7, False),
        ("6", "plural", False),
        ("plural", "plural", True),
        ("plural", 4, True),
        ("plural", 1, False),
        ("~70", 65, True),
        ("~70", 60, False),
        ("3-4", 4, True),
        ("10-", 10, True),
        ("10-", 12, False),
        ("none", 1, False),
    ],
)
def test_numbers(right: str, value: Any, fits: bool) -> None:  # noqa: FBT001
    assert same_number(right, value) is fits


@pytest.mark.parametrize(
    ("right", "start", "fits"),
    [
        ("07 SEP 89", "1989-09-07", True),
        ("07 SEP 89", "1988-09-07", False),
        ("07 SEP 89", "--09-08", False),
        ("07 SEP", "1989-09-07", True),
        ("- 10 JAN 90", "--12-28", True),
        ("- 10 JAN 90", "1989-11-28", False),
        ("06 SEP 89 - 09 SEP 89", "--09-07", True),
        ("(06 SEP 89) / (- 09 SEP 89)", "--08-20", True),
        ("SOME DAY", "--09-07", False),
        ("07 SEP 89", "--02-31", False),
        ("07 SEP 89", "last week", False),
    ],
)
def test_days(right: str, start: str, fits: bool) -> None:  # noqa: FBT001
    assert same_days([right], {"start": start, "end": start}) is fits


def test_a_span_of_days_must_lie_within_those_of_the_key() -> None:
    assert same_days(["06 SEP 89 - 09 SEP 89"], {"start": "1989-09-06", "end": "1989-09-08"})
    assert not same_days(["07 SEP 89"], {"start": "1989-09-01", "end": "1989-09-30"})
