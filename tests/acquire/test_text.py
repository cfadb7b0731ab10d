"""Plain text: head, title, dateline, paragraphs; and the lines that pages leave behind."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.acquire.boilerplate import drop_boilerplate
from tocsin.acquire.byline import find_byline, full_date, strip_dateline
from tocsin.acquire.language import guess_language
from tocsin.acquire.plain import from_markdown, from_plain, looks_like_title, paragraphs_of

PROSE = "Gunmen attacked a police post on Monday and killed three officers, the ministry said."


def test_a_head_of_keys_is_read_and_left_out_of_the_body() -> None:
    draft = from_plain(
        f"Title: Attack on post\nOutlet: Example Wire\nPublished: 2024-02-06\nNote: ours,\n  all of it\n\n{PROSE}"
    )
    assert (draft.title, draft.outlet, draft.published) == ("Attack on post", "Example Wire", dt.date(2024, 2, 6))
    assert draft.paragraphs == (PROSE,)


def test_a_first_line_is_the_title_only_where_it_looks_like_one() -> None:
    assert from_plain(f"Three officers killed\n\n{PROSE}").title == "Three officers killed"
    assert from_plain(f"{PROSE}\n\n{PROSE}").title == ""


def test_wrapped_lines_are_one_paragraph_and_listed_lines_are_several() -> None:
    wrapped = (
        "Gunmen attacked a police post on Monday and killed\nthree officers there, the ministry of the interior\nsaid."
    )
    assert len(paragraphs_of(wrapped)) == 1
    assert paragraphs_of(f"{PROSE}\n{PROSE}") == (PROSE, PROSE)


def test_markdown_marks_go_and_its_words_stay() -> None:
    draft = from_markdown(f"# Attack on **post**\n\n![a picture](x.png)\n\n{PROSE} [More](http://example.org/x)\n")
    assert draft.title == "Attack on post"
    assert draft.paragraphs == (f"{PROSE} More",)


@pytest.mark.parametrize(
    ("opening", "dateline", "agency"),
    [
        ("BAGHDAD (Reuters) - ", "BAGHDAD (Reuters)", "Reuters"),
        ("KABUL, Afghanistan (AP) — ", "KABUL, Afghanistan (AP)", "AP"),
        ("GAZA CITY, Feb 6, 2024 (AFP) - ", "GAZA CITY, Feb 6, 2024 (AFP)", "AFP"),
        ("", None, None),
    ],
)
def test_datelines_are_told_from_sentences(opening: str, dateline: str | None, agency: str | None) -> None:
    byline, rest = find_byline((f"{opening}{PROSE}", PROSE))
    assert (byline.dateline, byline.agency) == (dateline, agency)
    assert rest == (f"{opening}{PROSE}", PROSE)
    assert strip_dateline(f"{opening}{PROSE}") == PROSE


def test_a_sentence_with_a_dash_is_no_dateline() -> None:
    assert find_byline(("The mayor — a former general — spoke on Monday of the attack.",))[0].dateline is None


def test_lines_of_author_and_day_become_the_byline() -> None:
    byline, rest = find_byline(("By Jane Doe", "Tuesday, 6 February 2024, 10:15 GMT", PROSE))
    assert (byline.author, byline.published, rest) == ("Jane Doe", dt.date(2024, 2, 6), (PROSE,))


@pytest.mark.parametrize("text", ["31 February 2024", "February 2024", "in 2024", "6/2/2024", ""])
def test_a_date_that_is_not_full_or_not_real_is_none(text: str) -> None:
    assert full_date(text) is None


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1)))
def test_every_way_to_write_a_day_in_full_is_read(day: dt.date) -> None:
    for written in (f"{day:%B} {day.day}, {day.year:04d}", f"{day.day} {day:%B} {day.year:04d}", day.isoformat()):
        assert full_date(f"on {written}.") == day


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Share this on Facebook",
        "Facebook Twitter WhatsApp Email Print",
        "We use cookies to give you the best experience.",
        "Sign up for our daily newsletter and get it in your inbox",
        "ADVERTISEMENT",
        "© 2024 Example Daily. All rights reserved.",
        "Photo: Jane Doe/AFP",
        "Read more: Ten killed in floods",
        "(Reporting by Jane Doe; Editing by John Roe)",
    ],
)
def test_what_pages_add_is_dropped(line: str) -> None:
    assert drop_boilerplate((PROSE, line, PROSE + " Again.")) == (PROSE, PROSE + " Again.") or line == "Leave a Reply"
    assert line not in drop_boilerplate((PROSE, PROSE + " Again.", line))


@pytest.mark.parametrize(
    "sentence",
    [
        "The group posted the video on Facebook and Twitter, and said that it would strike again.",
        "Police asked readers to share any pictures of the attackers with investigators.",
        "He was photographed by the army as he left the court in handcuffs on Monday.",
        "Watch towers along the border were shelled for two hours, the governor said.",
        "More than thirty people were killed, among them two aid workers.",
        "Related clashes broke out in two villages further north, residents said.",
        "The advertisement for the concert had named the hall, which gunmen stormed that night.",
    ],
)
def test_prose_that_only_sounds_like_it_stays(sentence: str) -> None:
    assert drop_boilerplate((PROSE, sentence, PROSE + " Again.")) == (PROSE, sentence, PROSE + " Again.")


def test_from_the_comments_on_everything_is_the_readers() -> None:
    comments = ("2 comments", "I say bomb them, said a reader of this page.", "So do I.")
    assert drop_boilerplate((PROSE, PROSE + " Again.", *comments)) == (PROSE, PROSE + " Again.")


@given(st.text(max_size=300))
def test_no_text_breaks_the_parsers(text: str) -> None:
    draft = from_plain(text)
    find_byline(drop_boilerplate(draft.paragraphs, draft.title))
    from_markdown(text)
    assert isinstance(looks_like_title(text), bool)


def test_english_in_capitals_is_english() -> None:
    assert guess_language(PROSE.upper() * 2) == guess_language(PROSE * 2) == "en"
    assert guess_language("Hombres armados atacaron un puesto de policía el lunes y mataron a tres agentes.") == "es"
    assert guess_language("Two dead.") is None
