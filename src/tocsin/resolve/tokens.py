"""Words, figures and marks of a text with their places; what the grammars of this room read."""

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"[0-9]{1,3}(?:[,\u00a0\u2009\u202f][0-9]{3})+(?![0-9])"  # 1,200 and 1 200 with a space that doesn't break
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"  # 1,20,000 as Indians group
    r"|[0-9]+(?:\.[0-9]+)?"  # 12, 1.5, 5.30
    r"|(?:[^\W\d_]\.){2,}"  # p.m., U.S.
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?"  # word, Iraq's
    r"|[^\w\s]"
)


class Token(NamedTuple):
    """One token; `low` is its folded form, `glued` whether it touches the token before."""

    text: str
    low: str
    start: int
    end: int
    glued: bool

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[:1].isupper()


_END = Token("", "", -1, -1, glued=False)


def tokenise(text: str) -> list[Token]:
    """Return the tokens of a text in order; white space is left out."""
    found: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text):
        words = match.group()
        found.append(Token(words, words.lower().replace("’", "'"), match.start(), match.end(), match.start() == last))
        last = match.end()
    return found


def words(text: str) -> frozenset[str]:
    """Split a word list of the grammars."""
    return frozenset(text.split())


def sequence(text: str) -> list[str]:
    """Split a word list whose order counts."""
    return text.split()


def at(tokens: list[Token], index: int) -> Token:
    """Return the token at an index, an empty one outside the text."""
    return tokens[index] if 0 <= index < len(tokens) else _END


def follows(tokens: list[Token], index: int, words: tuple[str, ...]) -> bool:
    """Say whether the folded words stand at an index."""
    return all(at(tokens, index + step).low == word for step, word in enumerate(words))
