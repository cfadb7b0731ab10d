"""The mention that stands for a report."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention
from tocsin.read.document import Document
from tocsin.read.principal import principal

Tell = Callable[[str, str], Mention]


@pytest.fixture
def tell(document: Callable[..., Document]) -> Tell:
    return lambda title, body: principal(document(body, title))


def test_an_attack_stands_for_a_report_before_the_arrest_for_it(tell: Tell) -> None:
    found = tell(
        "Man arrested after gunmen kill two",
        "Police arrested a man on Sunday. Gunmen killed two guards in Karvali on Saturday, the police said.",
    )
    assert found.kind != "arrest_or_raid"
    assert found.killed is not None
    assert found.killed.low == 2


def test_an_accident_stands_as_the_report_as_a_whole(tell: Tell) -> None:
    found = tell(
        "Boy accidentally shot in Dorun",
        "A boy of five was killed in Dorun on Sunday when a gun accidentally went off, police said.",
    )
    assert (found.kind, found.scope) == ("other_violence", "headline")
    assert found.id.endswith(":m0")
    assert found.killed is not None
    assert found.killed.low == 1


@pytest.mark.parametrize("body", ["", "!", "The council met on Sunday and spoke about the harvest."])
def test_a_report_in_which_nothing_is_told_has_a_mention_too(body: str, tell: Tell) -> None:
    found = tell("", body)
    assert (found.kind, found.scope, found.killed) == ("other_violence", "headline", None)
