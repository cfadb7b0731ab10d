"""The words without which nothing can be told of: no report with a mention may lack them."""

import pytest

from tocsin.read.annotate import load_language
from tocsin.read.gate import forms_of, load_irregular, may_tell, words_of
from tocsin.read.wordlists import load_lexicon


@pytest.mark.parametrize(
    "text",
    [
        "Two men were slain in Dorun.",
        "He was stabbed.",
        "They kidnapped nine nurses.",
        "A car blew up.",
        "Rebels overran the base.",
        "Shells hit a school.",
        "Protesters marched.",
        "A drive-by shooting.",
        "He lies dying.",
        "Police arrested four.",
    ],
)
def test_what_tells_of_an_act_passes(text: str) -> None:
    assert may_tell(words_of(text))


@pytest.mark.parametrize(
    "text",
    ["The council met on Friday and talked about roads.", "A truck hit a wall.", "The company launched a website.", ""],
)
def test_what_tells_of_none_does_not(text: str) -> None:
    assert not may_tell(words_of(text))


def test_every_form_that_the_language_pipeline_knows_of_a_word_is_known_here() -> None:
    exceptions = load_language().get_pipe("lemmatizer").lookups.get_table("lemma_exc")  # type: ignore[attr-defined]  # spaCy's own class
    lexicon, irregular = load_lexicon(), load_irregular()
    verbs = {phrase[0] for phrase in [*lexicon.act_verbs.items(), *lexicon.harm_verbs.items()]}
    for form, lemmas in exceptions["verb"].items():
        for lemma in verbs.intersection(lemmas):
            assert form in forms_of(lemma, irregular), f"{form} of {lemma}: add it to forms.yaml"
    nouns = {phrase[-1] for phrase in [*lexicon.act_nouns, *lexicon.harm_nouns, *lexicon.weapons]}
    for form, lemmas in exceptions["noun"].items():
        for lemma in nouns.intersection(lemmas):
            assert form in forms_of(lemma, irregular), f"{form} of {lemma}: add it to forms.yaml"
