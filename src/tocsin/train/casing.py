"""Learns how words of news are written: which are names, and beside which others."""

import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tocsin.read.casing import WORD
from tocsin.train.texts import texts

FILE = "casing.tsv.xz"

_SENTENCE = re.compile(r"(?<=[.!?:\"”])\s+|\n+")
_HEADING = 0.55
"""Share of a sentence's longer words with a capital from which it is taken for a heading."""
_LONG = 4
_FEWEST_PAIRS = 3
_FEWEST_ALONE = 2
"""A form seen once beside others counts as a slip."""


def without_cases(paths: Sequence[Path], cases: Path | None) -> list[str]:
    """Return the texts of files but for those of annotated cases, on which what is learnt is measured."""
    found = [text for path in paths for text in texts(path)]
    if cases is None:
        return found
    bodies = (json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(cases.rglob("*.json")))
    known = [_letters(body)[40:120] for body in bodies]
    return [text for text in found if not any(len(each) > 40 and each in _letters(text) for each in known)]


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def learn(told: Iterable[str]) -> str:
    """Return the table that `read.casing` reads, from texts whose capitals are as is usual."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    pairs: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for text in told:
        for words in _sentences(text):
            _count(words, forms, pairs)
    known = {word: _clean(word, counts) for word, counts in forms.items()}
    lines = [_line(word, known[word]) for word in sorted(known)]
    for (sort, left, right), counts in sorted(pairs.items()):
        word = right if sort == "after" else left
        kept = Counter({form: count for form, count in counts.items() if form in known[word]})
        if len(known[word]) > 1 and kept.total() >= _FEWEST_PAIRS:
            lines.append(_line(f"{sort} {left} {right}", kept))
    return "\n".join(lines) + "\n"


def _sentences(text: str) -> Iterator[list[str]]:
    for sentence in _SENTENCE.split(text):
        words: list[str] = WORD.findall(sentence)
        long = [word for word in words if len(word) >= _LONG]
        if long and sum(word[0].isupper() for word in long) < max(2, _HEADING * len(long)):
            yield words


def _count(words: list[str], forms: dict[str, Counter[str]], pairs: dict[tuple[str, str, str], Counter[str]]) -> None:
    for at, word in enumerate(words):
        if at == 0:
            continue
        small = word.lower()
        forms[small][word] += 1
        pairs["after", words[at - 1].lower(), small][word] += 1
        if at + 1 < len(words):
            pairs["before", small, words[at + 1].lower()][word] += 1


def _clean(word: str, counts: Counter[str]) -> Counter[str]:
    """Drop forms that are slips beside a common one, and longer words in capitals: a station that is called WAVE."""
    if counts[word] >= _FEWEST_ALONE:
        counts = Counter({form: count for form, count in counts.items() if len(form) < _LONG or not form.isupper()})
    most = counts.most_common(1)[0][1]
    kept = {form: count for form, count in counts.items() if count >= _FEWEST_ALONE and 50 * count >= most}
    return Counter(kept or dict(counts.most_common(1)))


def _line(key: str, counts: Counter[str]) -> str:
    return "\t".join([key, *(f"{form} {count}" for form, count in sorted(counts.items()))])


def write(path: Path, table: str) -> None:
    """Write the table, packed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.compress(table.encode(), preset=9))
