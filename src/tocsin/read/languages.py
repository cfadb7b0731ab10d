"""Which language a report is in, as far as the reader must know: English, which it reads, or another."""

import re
from collections.abc import Mapping
from functools import lru_cache

from tocsin.model import Report
from tocsin.read.lexicon import words

READ = frozenset({"en"})
"""The languages that are read."""
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 4000
_FEWEST = 12
"""Words below which a text is too short to tell."""
_SHARE = 0.2
"""Share of a text's words that are small words of its language, at least."""
_OTHER_SCRIPT = 0.5


def foreign(report: Report) -> str | None:
    """Return the language of a report that isn't read: its ISO 639-1 code, "und" where only that much is known.

    What the report says of itself counts. Where it says nothing, small words of other languages tell, or letters
    that aren't Latin; a text too short to tell, or without small words, such as a list, is taken for English.
    """
    if report.language is not None:
        return None if report.language in READ else report.language
    text = report.text[:_LOOKED_AT].lower()
    found = _WORD.findall(text)
    if len(found) < _FEWEST:
        return None
    letters = [each for each in text if each.isalpha()]
    if sum(each > "\u024f" and not "\u1e00" <= each <= "\u1eff" for each in letters) > _OTHER_SCRIPT * len(letters):
        return "und"
    shares = {language: sum(word in small for word in found) / len(found) for language, small in _small().items()}
    best = max(shares, key=lambda language: shares[language])
    return best if best not in READ and shares[best] >= max(_SHARE, 2 * shares["en"]) else None


@lru_cache(maxsize=1)
def _small() -> Mapping[str, frozenset[str]]:
    return {language: frozenset(small) for language, small in words("tongues").items()}
