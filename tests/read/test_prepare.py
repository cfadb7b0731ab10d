"""Reports that are hard to read: endless, tiny, in capitals, in other languages, tables, quotations in quotations."""

import time

import pytest

from tocsin.model import Reading, Report, report_id
from tocsin.pipeline.reading import build_reader
from tocsin.read.prepare import MOST_WORDS, prepare
from tocsin.read.reader import Reader
from tocsin.settings import load

NEWS = (
    "Two soldiers were killed by a roadside bomb near Mosul on Monday, police said. Nine people were wounded. "
    "The governor condemned the attack and promised an inquiry. "
)
SPANISH = (
    "Dos soldados murieron el lunes por la explosión de una bomba cerca de Mosul, según la policía. "
    "El gobernador condenó el ataque y prometió una investigación de los hechos."
)
ARABIC = "قتل جنديان يوم الاثنين في انفجار قنبلة على جانب الطريق قرب الموصل بحسب الشرطة المحلية في المدينة"
LIST = "Killed in Karvali on 3 May:\n\n" + "\n".join(
    f"{name} {surname}, {age}, teacher"
    for name, surname, age in zip(
        ["Adam", "Lena", "Omar"] * 40, ["Kerr", "Holt", "Sayed"] * 40, range(20, 140), strict=True
    )
)
TABLE = "Governorate\tKilled\tWounded\nBasra\t12\t30\nMosul\t7\t19\nErbil\t0\t2\nTotal\t19\t51"
NESTED = (
    "“He told me, ‘They shouted “leave now” and fired at us,’ and then he fell,” said Ali Hassan, a baker, in Mosul. "
    "“‘“‘Never again,’ she said,” he said,’ they said."
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(load())


def report(body: str, title: str = "", language: str | None = None) -> Report:
    return Report(id=report_id(title, body), title=title, body=body, language=language)


def kinds(reading: Reading) -> list[str]:
    return [mention.kind for mention in reading.mentions]


def test_a_hundred_thousand_words_are_read_in_part_and_said_to_be(reader: Reader) -> None:
    body = "\n\n".join([NEWS, *["The council met again on that day and talked about roads. " * 12] * 800])
    assert len(body.split()) > 100_000
    started = time.process_time()
    reading = reader.read(report(body))
    assert time.process_time() - started < 60
    assert kinds(reading) == ["bombing"]
    (note,) = reading.notes
    assert note.startswith("read in part: the first ")
    assert note.endswith(f"of {len(body.split()):,} words")


def test_a_report_is_cut_at_the_end_of_a_sentence() -> None:
    prepared = prepare(report(NEWS * 2_000)).report
    assert prepared.body.endswith(".")
    assert MOST_WORDS - 30 <= len(prepared.body.split()) <= MOST_WORDS
    assert prepare(report(NEWS)).report.body == NEWS


@pytest.mark.parametrize("junk", ["a" * 90_000, "killed " * 12_000])
def test_endless_junk_ends(reader: Reader, junk: str) -> None:
    started = time.process_time()
    reading = reader.read(report(junk))
    assert time.process_time() - started < 60
    assert reading.mentions == ()
    assert reading.notes[0].startswith("read in part")


@pytest.mark.parametrize("body", ["Bomb kills five.", "Blast in Mosul", "No news today", "!!!"])
def test_three_words_are_read(reader: Reader, body: str) -> None:
    reading = reader.read(report(body))
    assert len(reading.mentions) <= 1
    assert reading.notes == ()


@pytest.mark.parametrize("body", [NEWS.upper(), NEWS.lower()], ids=["capitals", "small"])
def test_a_report_without_its_capitals_is_read_like_one_with_them(reader: Reader, body: str) -> None:
    source = report(body)
    reading = reader.read(source)
    (mention,), (usual,) = reading.mentions, reader.read(report(NEWS)).mentions
    assert mention.kind == usual.kind == "bombing"
    assert mention.place is not None
    assert usual.place is not None
    assert mention.place.name == usual.place.name
    assert (mention.killed and mention.killed.low, mention.injured and mention.injured.low) == (2, 9)
    assert all(source.text[span.start : span.end] == span.text for span in mention.evidence)
    assert any(note.startswith("capitals restored") for note in reading.notes)


@pytest.mark.parametrize(("body", "language"), [(SPANISH, None), (SPANISH, "es"), (ARABIC, None), (NEWS, "so")])
def test_another_language_gives_an_empty_reading_that_says_so(reader: Reader, body: str, language: str | None) -> None:
    reading = reader.read(report(body, language=language))
    assert reading == Reading(report=reading.report, components=reading.components, notes=reading.notes)
    assert reading.notes[0].startswith("not read: the report is in another language")


@pytest.mark.parametrize("body", [LIST, TABLE, NESTED], ids=["list", "table", "quotes"])
def test_lists_tables_and_quotations_are_read_without_inventing(reader: Reader, body: str) -> None:
    reading = reader.read(report(body))
    assert reading.notes == ()
    assert len(reading.mentions) <= 1
    assert all(statement.quote is None or statement.quote.text in body for statement in reading.statements)
