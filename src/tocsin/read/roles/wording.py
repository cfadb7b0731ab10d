"""Words of fillers in the form in which they are compared."""

import re
import string
from collections.abc import Iterator

_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_EDGES = " \n\t.,;:()[]\"'-“”‘’"


def normalise(words: str) -> str:
    """Lower case, without punctuation, articles and double spaces."""
    return " ".join(_ARTICLES.sub(" ", words.lower().translate(_PUNCTUATION)).split())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch of text to whole words, and take the article before it and punctuation at its ends away."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip(_EDGES))
    end -= len(inner) - len(inner.rstrip(_EDGES))
    article = _LEADING.match(text[start:end])
    return (start + article.end() if article else start), max(start, end)


def places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a text as whole words, in whatever case."""
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE)
    return (match.span() for match in found)


def within(one: str, other: str) -> bool:
    """Say whether words are part of others, as whole words, and not all of them."""
    return one != other and f" {one} " in f" {other} "
