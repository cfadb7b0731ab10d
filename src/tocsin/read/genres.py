"""What a report is when it isn't news of violence: sport, fiction, an exercise, an accident."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from tocsin.read.document import Document, Sentence
from tocsin.read.lexicon import words
from tocsin.read.wordlists import Lexicon

_FEWEST, _FEWEST_DRILLS = 3, 2
_WORDS_A_PIECE = 35
"""One word in so many, at least, is of the stage, of beasts, of stars or of old things."""


def is_no_news(document: Document, lexicon: Lexicon) -> bool:
    """Say whether a report is one of sport, of fiction or of an exercise, in which violent words tell of no act."""
    found = Counter(token.lemma_.lower() for token in document.doc if token.is_alpha or "-" in token.text)
    blood = _count(found, lexicon.cues["blood"])
    others = (_count(found, words("genres")[kind]) for kind in ("wild", "space", "relics"))
    return _is_fiction(found, blood) or _is_exercise(found, blood) or any(_rules(each, found, blood) for each in others)


def _count(found: Counter[str], kind: Iterable[str]) -> int:
    return sum(found[word] for word in set(kind))


def _is_fiction(found: Counter[str], blood: int) -> bool:
    count = float(_count(found, words("genres")["fiction"]))
    if count:
        count += 0.5 * _count(found, words("genres")["stage"])
    return _rules(count, found, blood)


def _rules(count: float, found: Counter[str], blood: int) -> bool:
    """Say whether words of one sort are what a report is about, and blood isn't."""
    return count >= max(_FEWEST, found.total() / _WORDS_A_PIECE) and count > blood


def _is_exercise(found: Counter[str], blood: int) -> bool:
    count = _count(found, words("genres")["drills"])
    return count >= _FEWEST_DRILLS and count >= max(blood, found["attack"])


def is_about_accident(document: Document, leads: Iterable[Sentence], lexicon: Lexicon) -> bool:
    """Say whether title and leads tell of an accident, and nothing in the report of anyone who meant harm."""
    said = " ".join(sentence.text for sentence in leads).lower()
    lemmas = {token.lemma_.lower() for sentence in leads for token in sentence.slice}
    if not (lemmas & lexicon.cues["accidents"] or _accidents().search(said)):
        return False
    meant = set(words("genres")["meant"])
    return not any(token.lemma_.lower() in meant for token in document.doc)


@cache
def _accidents() -> re.Pattern[str]:
    phrases = "|".join(re.escape(each) for each in words("genres")["accidents"])
    return re.compile(rf"\b(?:{phrases})\b")
