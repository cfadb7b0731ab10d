"""Names made comparable: case, diacritics, articles, hyphens, dots and possessives folded away."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e"}
)
_QUOTES = str.maketrans(dict.fromkeys("’‘ʼʻʾʿ`´", "'") | dict.fromkeys("‐‑‒–—", "-"))
_ARABIC_ARTICLE = re.compile(r"\b(?:al|el|ul|ad|an|ar|as|ash|at|az)-(?=\w)")
_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\W|$)")
_APART = re.compile(r"[^\w.']+|_+")
_ARTICLES = frozenset({"the", "al"})


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the words of a name as the registry compares them, one space between: "The al-Shabaab's" → "shabaab".

    The result is kept; fold a whole report with `fold_text`.
    """
    return fold_text(name)


def fold_text(text: str) -> str:
    """Fold a text of any length like `fold`.

    Each word folds alike alone and in a phrase, but for the article joined by a hyphen ("Ahrar ash-Sham").
    A text of articles only keeps them.
    """
    plain = text.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain.translate(_QUOTES).translate(_LETTERS))
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
    plain = _ARABIC_ARTICLE.sub("", _POSSESSIVE.sub("", plain))
    words = [word for part in _APART.split(plain) if (word := part.replace(".", "").replace("'", ""))]
    return " ".join([word for word in words if word not in _ARTICLES] or words)
