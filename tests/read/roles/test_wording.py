import pytest

from tocsin.evaluate import muc4_score
from tocsin.read.roles.wording import normalise, places, trimmed, within


@pytest.mark.parametrize("words", ["The  Army", "a U.S. envoy's car", "the armed forces, the police", "“an ANT”"])
def test_words_are_compared_as_the_scorer_compares_them(words: str) -> None:
    assert normalise(words.replace("“", "").replace("”", "")) == muc4_score.normalise(
        words.replace("“", "").replace("”", "")
    )


def test_a_stretch_is_widened_to_words_and_loses_article_and_punctuation() -> None:
    text = "by (the six gunmen), who"
    start, end = trimmed(text, text.index("the"), text.index("men"))
    assert text[start:end] == "six gunmen"


def test_words_are_found_whole_in_whatever_case() -> None:
    text = "Rebels said the rebels' rebellion"
    assert [text[a:b] for a, b in places(text, "rebels")] == ["Rebels", "rebels"]


def test_words_within_others() -> None:
    assert within("bomb", "car bomb")
    assert not within("bomb", "bomb")
    assert not within("bomb", "bomber plane")
