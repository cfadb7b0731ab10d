import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from tocsin.errors import FormatError, InputError
from tocsin.evaluate.muc4_keys import KIND, STAGE, Key, days, places, read_keys


def key(**slots: list[str]) -> Key:
    return Key("D1", optional=False, slots=slots)


def written(path: Path, content: Any) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_templates_are_read_by_document_and_an_empty_key_is_none(tmp_path: Path) -> None:
    rows = [
        {"MESSAGE: ID": ["D1 (SITE)"], "MESSAGE: TEMPLATE": ["1"], KIND: ["BOMBING / ATTACK"]},
        {"MESSAGE: ID": ["D1 (SITE)"], "MESSAGE: TEMPLATE": ["2 (OPTIONAL)"], KIND: ["ARSON"]},
        {"MESSAGE: ID": ["D2"], "MESSAGE: TEMPLATE": ["*"], KIND: ["*"]},
    ]
    keys = read_keys(written(tmp_path / "keys.json", {"train": rows[:2], "dev": rows[2:]}))
    assert [each.optional for each in keys["D1"]] == [False, True]
    assert keys["D1"][0].types == {"bombing", "attack"}
    assert keys["D2"] == []
    assert read_keys(written(tmp_path / "list.json", rows)) == keys


def test_a_file_that_is_no_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_keys(tmp_path / "none.json")
    with pytest.raises(FormatError, match="template 1"):
        read_keys(written(tmp_path / "keys.json", [{"MESSAGE: ID": ["D1"]}]))


def test_values_are_tied_to_fillers_alternatives_parted_and_options_put_last() -> None:
    fills = key(EFFECT=['? DEATH / INJURY: "OUR \\"OLD\\" MAYOR" / "MAYOR"', 'DEATH: "GUARD"', "-"]).fills("EFFECT")
    assert [(each.values, each.mentions, each.optional) for each in fills] == [
        (("death",), ("GUARD",), False),
        (("death", "injury"), ('OUR "OLD" MAYOR', "MAYOR"), True),
    ]


def test_a_value_may_be_tied_to_nothing() -> None:
    [fill] = key(EFFECT=['NO INJURY: "-"']).fills("EFFECT")
    assert (fill.values, fill.mentions) == (("no injury",), ())
    assert key(**{STAGE: ["*"]}).fills(STAGE) == []


def test_a_description_stands_beside_the_name_that_it_is_of() -> None:
    both = key(**{"HUM TGT: NAME": ['"ANA RUIZ"'], "HUM TGT: DESCRIPTION": ['"MAYOR": "ANA RUIZ"', '"GUARDS"']})
    assert both.fillers("Victim") == [("ANA RUIZ",), ("MAYOR", "ANA RUIZ"), ("GUARDS",)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("07 SEP 89", "1989-09-07", "1989-09-07"),
        ("13 SEP 89 - 14 SEP 89", "1989-09-13", "1989-09-14"),
        ("- 04 MAR 90", "1990-02-01", "1990-03-04"),
        ("MAR 89", "1989-03-01", "1989-03-31"),
        ("DEC 89", "1989-12-01", "1989-12-31"),
        ("? (5 MARCH 89)", "1989-03-05", "1989-03-05"),
        ("07 SEP", "1900-09-07", "1900-09-07"),
    ],
)
def test_dates(text: str, first: str, last: str) -> None:
    assert days(text) == [(dt.date.fromisoformat(first), dt.date.fromisoformat(last))]


def test_dates_with_alternatives_and_without_sense() -> None:
    assert len(days("(07 SEP 89) / (- 08 SEP 89)")) == 2
    assert days("31 FEB 89 / SPRING") == [None, None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PERU", [("peru", ())]),
        ("PERU: LIMA (CITY): NORTH END (NEIGHBORHOOD)", [("peru", ("lima", "north end"))]),
        ("PERU: LIMA (CITY) - HUARAZ (CITY / TOWN)", [("peru", ("lima", "huaraz"))]),
        ("(PERU: LIMA (CITY)) / (PERU)", [("peru", ("lima",)), ("peru", ())]),
        ("? PERU: LIMA (CITY) / CHILE", [("peru", ("lima",)), ("chile", ())]),
    ],
)
def test_locations(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert places(text) == found
