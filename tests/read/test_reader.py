"""The reader as a whole: whatever it is given it ends, and whatever it finds stands in the text."""

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.model import Reading, Report, Span, from_json, report_id, to_builtins, to_json
from tocsin.pipeline.reading import build_reader
from tocsin.read.reader import Reader
from tocsin.settings import load

STORY = (
    "Five dead after a bombing in Kismayo on Friday. The attack was claimed by al-Shabaab, whose spokesman said "
    '"we will strike again". Police arrested three men near Mogadishu. It was the first attack there since May.'
)
WORDS = [
    "five",
    "dead",
    "bombing",
    "in",
    "Kismayo",
    "on",
    "Friday",
    "the",
    "attack",
    "was",
    "claimed",
    "by",
    "al-Shabaab",
    "police",
    "arrested",
    "men",
    "killed",
    "said",
    "that",
    "Iraqi",
    "army",
    "rockets",
    "at",
    "least",
    "12",
    "wounded",
    ".",
    ",",
    "first",
    "since",
    "May",
    "(",
    "denied",
    "and",
    "of",
    "which",
    '"',
    "who",
    "near",
    "'s",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(load())


def report(body: str, title: str = "", day: dt.date | None = dt.date(2024, 5, 4)) -> Report:
    return Report(id=report_id(title, body), title=title, body=body, published=day)


def spans(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        if {"report", "start", "end", "text"} == set(value):
            yield value
        else:
            for inner in value.values():
                yield from spans(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from spans(inner)


def check(source: Report, reading: Reading) -> None:
    for found in spans(to_builtins(reading)):
        span = from_json(to_json(found), Span)
        assert source.text[span.start : span.end] == span.text
        assert span.report == source.id
    mentions = {mention.id for mention in reading.mentions}
    assert len(mentions) == len(reading.mentions)
    assert from_json(to_json(reading), Reading) == reading


@pytest.mark.parametrize(
    "body",
    [
        "",
        "?",
        STORY,
        STORY.upper(),
        STORY.lower(),
        STORY.replace(".", "").replace(",", ""),
        "Five dead after a bombing in Kismayo on Friday.",
        "1 2 3 4 5 killed 6 7 8",
        "💥 bomb 💥 killed 3 \u202eمقتل\u202c",
        "KABUL — " + "(" * 200 + STORY,
        "\n\n".join([STORY] * 30),
    ],
    ids=[
        "empty",
        "mark",
        "story",
        "capitals",
        "small",
        "unpunctuated",
        "verbless",
        "numbers",
        "emoji",
        "brackets",
        "long",
    ],
)
def test_any_text_is_read_and_every_value_stands_in_it(body: str, reader: Reader) -> None:
    for day in (dt.date(2024, 5, 4), None):
        source = report(body, day=day)
        check(source, reader.read(source))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_jumble_of_words_breaks_it(reader: Reader, words: list[str]) -> None:
    source = report(" ".join(words))
    check(source, reader.read(source))


def test_reading_twice_gives_the_same(reader: Reader) -> None:
    assert reader.read(report(STORY)) == reader.read(report(STORY))


def test_a_report_names_the_components_that_read_it(reader: Reader) -> None:
    reading = reader.read(report(STORY))
    made = {by for mention in reading.mentions for by in mention.by}
    made |= {each.by for each in reading.statements} | {each.by for each in reading.tallies}
    made |= {each.by for each in reading.relations}
    assert made
    assert made <= set(reading.components)
