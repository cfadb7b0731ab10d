"""The toll of what a report is about, weighed from all that it says."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention, Quantity
from tocsin.read.document import Document
from tocsin.read.principal import principal
from tocsin.read.toll import RULES, with_toll
from tocsin.read.toll_evidence import gather
from tocsin.read.toll_model import candidates, chances, weights

Reads = Callable[..., Document]


def numbers(mention: Mention) -> tuple[int | None, int | None]:
    return tuple(None if each is None else each.low for each in (mention.killed, mention.injured))  # type: ignore[return-value]  # two of them


@pytest.mark.parametrize(
    ("title", "body", "toll"),
    [
        (
            "Four people shot in Karvali, one dead",
            (
                "Four people were shot outside a shop in Karvali on Friday night, police said. One of them, a man of "
                "30, died at the hospital. The others are expected to survive."
            ),
            (1, 3),
        ),
        (
            "Man shot in Dorun dies",
            (
                "A man who was shot in the chest in Dorun on Thursday has died, police said. He had been taken to the "
                "hospital in critical condition, where he was pronounced dead on Friday."
            ),
            (1, None),
        ),
        (
            "Woman shot in Karvali",
            (
                "A woman was shot in the leg in Karvali on Friday. She was taken to the hospital with injuries that "
                "are not life-threatening."
            ),
            (None, 1),
        ),
        (
            "Two killed, five wounded in Dorun shooting",
            "Gunmen killed two people and wounded five others at a market in Dorun on Friday, police said.",
            (2, 5),
        ),
    ],
)
def test_a_toll_is_put_together(title: str, body: str, toll: tuple[int | None, int | None], document: Reads) -> None:
    found = principal(document(body, title))
    assert numbers(found) == toll
    assert RULES.id in found.by


def test_figures_rest_on_words_of_the_report_and_say_how_sure_they_are(document: Reads) -> None:
    read = document("Four people were shot in Karvali on Friday. One of them died.", "Quadruple shooting in Karvali")
    found = principal(read)
    for count in (found.killed, found.injured):
        assert count is not None
        assert count.confidence is not None
        assert all(read.report.text[span.start : span.end] == span.text for span in count.spans)


def test_how_bombings_are_counted_is_left_to_grammar(document: Reads) -> None:
    read = document("A car bomb killed three people in Karvali on Friday.", "Car bomb in Karvali")
    known = Quantity(low=7, high=7)
    mention = Mention(id="m", report=read.report.id, trigger=read.span(0, 3), kind="bombing", killed=known)
    assert with_toll(read, mention) is mention


def test_a_report_without_a_word_of_harm_says_no_toll(document: Reads) -> None:
    found = principal(document("The council met in Karvali on Friday and spoke about the harvest."))
    assert numbers(found) == (None, None)


def test_chances_are_those_of_the_candidates_and_add_up(document: Reads) -> None:
    read = document("Two men and a woman were shot in Karvali, killing one.", "Three shot in Karvali")
    evidence = gather(read, None, None, RULES)
    likely = chances(evidence, weights())
    assert sorted(likely) == candidates(evidence)
    assert (1, 2) in likely
    assert sum(likely.values()) == pytest.approx(1.0)


def test_numbers_told_of_other_times_are_kept_apart(document: Reads) -> None:
    read = document("A man was shot in Karvali. Last year gunmen killed 30 people there.", "Man shot in Karvali")
    places = {each.place for each in gather(read, None, None, RULES).told if each.harm.number == 30}
    assert places == {"beyond"}
