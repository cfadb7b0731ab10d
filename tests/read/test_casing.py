"""Letters given back to texts that lost them."""

import pytest

from tocsin.read.casing import is_cased, with_case
from tocsin.train.casing import learn

USUAL = (
    "The United States condemned the attack in Baghdad on Friday. “We will find them,” said Gen. Adam Kerr.\n\n"
    "Five soldiers of the Iraqi army were wounded when a bomb went off near the US embassy, Reuters reported."
)


def test_a_text_with_its_capitals_stays_as_it_is() -> None:
    assert is_cased(USUAL)
    assert with_case(USUAL) == USUAL


@pytest.mark.parametrize("lost", [USUAL.upper(), USUAL.lower()], ids=["capitals", "small"])
def test_a_text_in_capitals_or_small_letters_gets_its_own_back(lost: str) -> None:
    assert not is_cased(lost)
    assert with_case(lost) == USUAL


def test_only_the_line_in_capitals_is_mended() -> None:
    text = "BOMB KILLS FIVE IN BAGHDAD\n\nA bomb killed five people in Baghdad on Friday, NATO said."
    assert with_case(text) == "Bomb kills five in Baghdad\n\nA bomb killed five people in Baghdad on Friday, NATO said."


@pytest.mark.parametrize("text", ["", "UN", "Mr. O'Neill", "ISAF JOINT", "2013-01-S-025", "المتحدث باسم الجيش قال ذلك"])
def test_what_is_too_short_or_has_no_capitals_to_lose_is_left(text: str) -> None:
    assert with_case(text) == text


def test_a_word_that_news_does_not_know_is_a_name() -> None:
    assert with_case("GUNMEN STORMED THE VILLAGE OF QARZHUNKABAD.") == "Gunmen stormed the village of Qarzhunkabad."


def test_every_character_keeps_its_place() -> None:
    text = "İSTANBUL'DA — A STRAßE BOMB; 5 WOUNDED ǅ"
    assert len(with_case(text)) == len(text)
    assert with_case(text).casefold() == text.casefold() or len(with_case(text)) == len(text)


def test_a_table_is_learnt_from_the_inside_of_sentences() -> None:
    table = learn(["When he came, the mayor of Dorun met us. When they left Dorun, the US mayor of Dorun told us so."])
    assert "dorun\tDorun 3" in table.splitlines()
    assert "us\tUS 1\tus 2" in table.splitlines() or "us\tus 2" in table.splitlines()
    assert not any(line.startswith("when\t") for line in table.splitlines())
