"""Gives a text that came in capitals, or without any, its letters back: what reads it knows names by their capitals.

Each word takes the form that it has inside sentences of news, by itself and beside its neighbours; a word that news
doesn't know is a name. The text keeps its length, so what is found in it stands at the same characters as written.
"""

import lzma
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
CLOSED = frozenset(
    ("mr", "mrs", "ms", "dr", "gen", "col", "lt", "maj", "capt", "cpl", "sgt", "sen", "rep", "gov", "st", "no", "jr",
     "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "brig", "adm", "rev", "vs")
)  # fmt: skip
"""Words whose full stop ends no sentence."""
_END = re.compile(r"[.!?]+[\"'”’)\]]*\s+[\"'“‘(\[]*$|\n\s*[\"'“‘(\[]*$|[,:]\s+[\"“]$")
_DATELINE = re.compile(
    r"^([^\W\d_][^,(\n]{2,30}?)(?=(?:,[^\n(]{1,25}){0,2}\s*(?:\([^()\n]{2,40}\)\s*)?(?:--+|[–—-])\s)"
)
"""The place that a report opens with, before a dash."""
_LINE = re.compile(r"[^\n]+")
_ENDINGS = ("ing", "ed", "ly", "s", "es", "er", "ers", "'s")
_TAME = re.compile(r"(?:ing|ingly|edly|ously|tion|tions|ness|ment|ments|able|ible|ful|less|ively|ally|ized|ised)$")
_CAPITALS = 0.7
"""Share of a line's letters from which it counts as one in capitals."""
_SMALL = 0.003
"""Share of a text's letters up to which it counts as one without capitals."""
_FEWEST = 3
"""Words that a line must have to be mended."""
_SMOOTHING = 0.5


@dataclass(frozen=True, slots=True)
class Casing:
    """How often each word is written how, by itself, after the word before and before the word after.

    `forms` leads from a word in small letters to its forms and their counts; pairs are kept of words with several.
    """

    forms: Mapping[str, Mapping[str, int]]
    after: Mapping[tuple[str, str], Mapping[str, int]]
    before: Mapping[tuple[str, str], Mapping[str, int]]

    def form(self, word: str, left: str, right: str) -> str:
        """Return how a word in small letters is written between two others."""
        forms = self.forms.get(word)
        if forms is None:
            return word if self._is_tame(word) else word.capitalize()
        if len(forms) == 1:
            return next(iter(forms))
        beside = (self.after.get((left, word)), self.before.get((word, right)))
        return max(forms, key=lambda form: self._likely(form, forms, beside))

    def _likely(self, form: str, forms: Mapping[str, int], beside: tuple[Mapping[str, int] | None, ...]) -> float:
        alone = _share(form, forms, len(forms))
        return math.log(alone) + sum(
            math.log(_share(form, pair, len(forms), alone)) - math.log(alone) for pair in beside if pair
        )

    def _is_tame(self, word: str) -> bool:
        """Say whether an unknown word is none's name: a number, or a known word with another ending."""
        if not word.isalpha() or _TAME.search(word):
            return True
        stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
        return any(stem in self.forms.get(stem, {}) or f"{stem}e" in self.forms.get(f"{stem}e", {}) for stem in stems)


def _share(form: str, counts: Mapping[str, int], kinds: int, prior: float | None = None) -> float:
    total, weight = sum(counts.values()), _SMOOTHING * kinds
    return (counts.get(form, 0) + weight * (1 / kinds if prior is None else prior)) / (total + weight)


def is_cased(text: str) -> bool:
    """Say whether capitals are written as is usual, so that nothing is to be mended."""
    return not _is_small(text) and not any(_is_capital(line.group()) for line in _LINE.finditer(text))


def with_case(text: str) -> str:
    """Return the text with its capitals as is usual; a text that has them is returned as it is."""
    if _is_small(text):
        return _mended(text, load_casing())
    return _LINE.sub(
        lambda line: _mended(line.group(), load_casing()) if _is_capital(line.group()) else line.group(), text
    )


def _is_small(text: str) -> bool:
    letters = [each for each in text if each.isalpha()]
    return len(text.split()) >= _FEWEST and sum(each.isupper() for each in letters) <= _SMALL * len(letters)


def _is_capital(line: str) -> bool:
    letters = [each for each in line if each.isalpha()]
    if len(line.split()) < _FEWEST or not letters:
        return False
    return sum(each.isupper() for each in letters) >= _CAPITALS * len(letters)


def _mended(text: str, casing: Casing) -> str:
    small = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
    words = [(match.start(), match.group()) for match in WORD.finditer(small)]
    parts, last = [], 0
    for (at, word), form in zip(words, _forms(small, words, casing), strict=True):
        parts += [small[last:at], form]
        last = at + len(word)
    whole = "".join([*parts, small[last:]])
    dateline = _DATELINE.match(whole)
    return whole if dateline is None else dateline.group(1).upper() + whole[dateline.end(1) :]


def _forms(text: str, words: list[tuple[int, str]], casing: Casing) -> Iterator[str]:
    last = ""
    for number, (at, word) in enumerate(words):
        right = words[number + 1][1] if number + 1 < len(words) else ""
        before = text[words[number - 1][0] + len(last) if number else 0 : at]
        if before in {"'", "’"} and len(last) > 1:
            form = word
        elif before in {"'", "’"}:
            form = word.capitalize()
        else:
            form = casing.form(word, last, right)
            if form == word and _opens(before, last):
                form = word[:1].upper() + word[1:]
        yield form if len(form) == len(word) else word
        last = word


def _opens(before: str, last: str) -> bool:
    """Say whether a word opens a sentence, by what stands between it and the last one."""
    if not last:
        return True
    if before.startswith(".") and "\n" not in before and (last in CLOSED or len(last) == 1):
        return False
    return "." not in last and _END.search(before) is not None


@lru_cache(maxsize=1)
def load_casing() -> Casing:
    """Load the table that the package holds."""
    packed = (files("tocsin.read") / "weights" / "casing.tsv.xz").read_bytes()
    return read_casing(lzma.decompress(packed).decode())


def read_casing(table: str) -> Casing:
    """Read a table: a line a word, or a pair with its sort, and then each form and its count."""
    forms: dict[str, dict[str, int]] = {}
    pairs: dict[str, dict[tuple[str, str], dict[str, int]]] = {"after": {}, "before": {}}
    for line in table.splitlines():
        key, *told = line.split("\t")
        counts = {form: int(count) for form, count in (each.rsplit(" ", 1) for each in told)}
        sort, *words = key.split(" ")
        if words:
            pairs[sort][words[0], words[1]] = counts
        else:
            forms[sort] = counts
    return Casing(forms, pairs["after"], pairs["before"])
