"""What the choice of fillers needs of a parse: tokens by character, heads, what governs them, sentences' lemmas."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

_SHARED = frozenset({"conj", "appos"})
"""Dependencies whose word plays the part that its head plays."""


@dataclass(frozen=True)
class Parse:
    """A parsed text."""

    doc: Doc

    @property
    def text(self) -> str:
        """The text."""
        return str(self.doc.text)

    @cached_property
    def starts(self) -> list[int]:
        """Each token's first character."""
        return [token.idx for token in self.doc]

    @cached_property
    def ends(self) -> list[int]:
        """The character after each token."""
        return [token.idx + len(token.text) for token in self.doc]

    @cached_property
    def chunks(self) -> frozenset[tuple[int, int]]:
        """The noun phrases, as tokens [first, end)."""
        return frozenset((chunk.start, chunk.end) for chunk in self.doc.noun_chunks)

    @cached_property
    def sentence_of(self) -> Sequence[int]:
        """The number of each token's sentence."""
        numbers: list[int] = []
        for number, sentence in enumerate(self.doc.sents):
            numbers.extend([number] * len(sentence))
        return numbers

    @cached_property
    def lemmas(self) -> Sequence[frozenset[str]]:
        """The lemmas of each sentence, those of letters alone."""
        return [frozenset(t.lemma_.lower() for t in sentence if t.lemma_.isalpha()) for sentence in self.doc.sents]

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens of characters [start, end), as first and end."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def head(self, first: int, end: int) -> int:
        """Return the token of a stretch that is governed from outside of it; the last where there is none."""
        for token in self.doc[first:end]:
            if token.head.i == token.i or not first <= token.head.i < end:
                return int(token.i)
        return end - 1

    def contexts(self, number: int) -> tuple[str, str, str]:
        """Return how a token is governed, in three grains: with its governor, without it, the governor alone."""
        token: Token = self.doc[number]
        for _ in range(4):
            if token.dep_ not in _SHARED or token.head.i == token.i:
                break
            token = token.head
        governor = token.head
        if token.dep_ == "pobj":
            above, by = governor.head.lemma_.lower(), governor.lemma_.lower()
            return f"pobj {by} {above}", f"pobj {by}", above
        lemma = governor.lemma_.lower()
        return f"{token.dep_} {lemma}", str(token.dep_), lemma
