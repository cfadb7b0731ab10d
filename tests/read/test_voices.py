"""What can speak."""

from collections.abc import Callable

import pytest

from tocsin.read.document import Document
from tocsin.read.voices import can_speak

Read = Callable[[str], Document]


def head(document: Read, text: str, word: str) -> bool:
    return can_speak(next(token for token in document(text).doc if token.text == word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The police said so.", "police"),
        ("Witnesses said so.", "Witnesses"),
        ("A spokeswoman said so.", "spokeswoman"),
        ("The ministry said so.", "ministry"),
        ("A biologist said so.", "biologist"),
        ("Ana Ruiz said so.", "Ruiz"),
        ("ecopetrol said today that it would rain.", "ecopetrol"),
    ],
)
def test_persons_offices_and_names_speak(document: Read, text: str, word: str) -> None:
    assert head(document, text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The explosion claimed lives.", "explosion"),
        ("The boat said so.", "boat"),
        ("An anonymous call said so.", "call"),
        ("They said so quickly.", "quickly"),
    ],
)
def test_things_and_acts_do_not(document: Read, text: str, word: str) -> None:
    assert not head(document, text, word)
