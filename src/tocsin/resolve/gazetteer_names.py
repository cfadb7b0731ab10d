"""How place names are folded, so that spellings of one name meet."""

import re
import unicodedata
from functools import lru_cache

_QUOTES = re.compile(r"['’‘`´ʻʼʿʾ\".]")
_ARTICLE = re.compile(r"\b(?:al|el|ad|an|ar|as|ash|at|az)-(?=\w)")
_LEADING = re.compile(r"^(?:al|the) (?=\w)")
_SEPARATORS = re.compile(r"[^\w]+")
_SHORT = {"st": "saint", "mt": "mount", "ft": "fort", "pto": "puerto", "sta": "santa"}
_LIGATURES = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th"}
)
_SOUNDS = (("kh", "k"), ("gh", "g"), ("ph", "f"), ("q", "k"), ("c", "k"), ("w", "v"), ("dh", "d"), ("th", "t"))


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """Return the key of a name: no case, no accents, no hyphens, no Arabic article; "" where no letter is Latin."""
    text = name.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
        text = "".join(char for char in text if not unicodedata.combining(char))
    text = _ARTICLE.sub("", _QUOTES.sub("", text.replace("–", "-")))
    text = _LEADING.sub("", _SEPARATORS.sub(" ", text).strip())
    if not text.isascii():
        return ""
    return " ".join(_SHORT.get(word, word) for word in text.split())


def loosen(key: str) -> str:
    """Return the consonants of a folded name, so that "Safayd" meets "Safed"; "" where too little is left."""
    for old, new in _SOUNDS:
        key = key.replace(old, new)
    key = re.sub(r"\b(?:e|i|al|el|ye)\b", "", key)
    # a first vowel is kept as "a", for it tells names apart; y is a vowel in transliterations of Persian
    words = (("a" if word[0] in "aeiou" else "") + re.sub(r"[aeiouyh]", "", word) for word in key.split())
    key = " ".join(re.sub(r"(.)\1+", r"\1", word) for word in words if word)
    return key if len(key) >= 3 else ""
