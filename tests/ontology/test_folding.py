"""Folding makes spellings of one name equal, and nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.ontology.folding import fold, fold_text

NAMEISH = st.text(alphabet="abdelnorstzéüØłALSH ’'`.-–_", max_size=30)


@pytest.mark.parametrize(
    "spellings",
    [
        ("al-Shabaab", "Al Shabaab", "the al-Shabaab's", "AL-SHABAAB", "al‑Shabaab"),
        ("U.N.", "UN", "the U.N.'s"),
        ("Côte d'Ivoire", "Cote d’Ivoire", "COTE DIVOIRE"),
        ("Kata'ib Hezbollah", "Kataib Hezbollah", "Kataʼib Hezbollah"),
        ("Ahrar ash-Sham", "Ahrar al-Sham"),
        ("Brasília", "Brasilia"),
        ("Lords' Army", "Lords Army"),
        ("Straße", "strasse"),
    ],
)
def test_spellings_of_one_name_are_equal(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Niger", "Nigeria"), ("Guinea", "Guinea-Bissau"), ("Iran", "Iraq"), ("Mali", "Malawi")]
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_name_of_articles_only_keeps_them() -> None:
    assert fold("The The") == "the the"
    assert fold("Al") == "al"


@given(st.one_of(st.text(max_size=40), NAMEISH))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(st.text(max_size=40))
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    assert fold_text(unicodedata.normalize("NFD", text)) == fold_text(unicodedata.normalize("NFC", text))


@given(st.one_of(st.text(max_size=40), NAMEISH))
def test_case_is_folded_away(text: str) -> None:
    assert fold_text(text.upper().lower()) == fold_text(text.upper())


@given(st.one_of(st.text(max_size=40), NAMEISH))
def test_words_are_parted_by_single_spaces(text: str) -> None:
    folded = fold_text(text)
    assert folded == " ".join(folded.split())


@given(st.lists(st.from_regex(r"\A[a-zéø]{2,8}\Z"), min_size=1, max_size=5))
def test_a_word_folds_alike_alone_and_in_a_phrase(words: list[str]) -> None:
    names = [word for word in words if fold_text(word) not in {"the", "al"}]
    assert fold_text(" ".join(words)).split() == [fold_text(word) for word in names or words]
