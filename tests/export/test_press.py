"""The coding of a press release: day, type, province, least killed and captured, by releases of our own."""

import datetime as dt

import pytest

from tocsin.export.press import to_press
from tocsin.export.press_provinces import province_of, provinces_in
from tocsin.model import Report, Toponym, report_id
from tocsin.pipeline.library import read

Coding = tuple[str | None, list[str], list[str], int, int]

CODED: dict[str, Coding] = {
    "Coalition forces detained a smuggler in Zurmat district, Paktiya province, yesterday. The force also detained "
    "several insurgents.": ("2012-05-09", ["detention"], ["paktya"], 0, 4),
    "In Qalat district, Zabul province, an Afghan force detained numerous suspects today.": (
        "2012-05-10", ["detention"], ["zabul"], 0, 4,
    ),
    "An Afghan force detained multiple insurgents during an overnight operation in Helmand province.": (
        "2012-05-09", ["detention"], ["helmand"], 0, 3,
    ),
    "Coalition forces killed two insurgents in Kunar province Tuesday. The insurgents had fired on a patrol.": (
        "2012-05-08", ["insurgentskilled"], ["kunar"], 2, 0,
    ),
    "Coalition forces killed more than five insurgents with an airstrike in Kunar province Tuesday.": (
        "2012-05-08", ["airstrike"], ["kunar"], 6, 0,
    ),
    "Afghan forces killed a Taliban leader and detained two insurgents in Balkh province Tuesday.": (
        "2012-05-08", ["captureandkill"], ["balkh"], 1, 2,
    ),
    "Coalition forces killed two civilians by mistake during a firefight in Helmand province Tuesday.": (
        "2012-05-08", ["civiliancasualty"], ["helmand"], 2, 0,
    ),
    "Afghan forces arrested a Taliban leader in Ghazni province Tuesday. The leader is suspected of an attack in April "
    "that killed four soldiers.": ("2012-05-08", ["detention"], ["ghazni"], 0, 1),
}  # fmt: skip


def coded(text: str, published: dt.date | None = dt.date(2012, 5, 10)) -> Coding:
    report = Report(id=report_id("", text), title="", body=text, published=published)
    found = to_press(report, read(report))
    return (
        found["start_date"], found["event_type"], found["province"], found["min_killed"], found["min_captured"],
    )  # fmt: skip


@pytest.mark.parametrize("text", CODED)
def test_a_release_is_coded(text: str) -> None:
    assert coded(text) == CODED[text]


def test_a_release_that_tells_nothing_is_coded_all_the_same() -> None:
    assert coded("The bridge was opened with a parade.", None) == (None, ["detention"], [], 0, 0)


def test_provinces_have_the_corpus_spelling() -> None:
    assert province_of(Toponym(name="Gardez", admin1="Paktia")) == "paktya"
    assert province_of(Toponym(name="Kābul", admin1="Kābul")) == "kabul"
    assert province_of(Toponym(name="Sar-e Pol Province", precision="admin1")) == "sar-e pul"
    assert province_of(Toponym(name="Leeds", admin1="England")) is None
    assert provinces_in("Near Kabul and in Sar-e Pul province") == ("sar-e pul", "kabul")
