"""A report as the extractors see it: parsed once, with every surface found and resolved."""

from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Slice

from tocsin.model import ActorMention, Name, Quantity, Report, Span, Timex, Toponym


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its slice of the parse, its paragraph (0 is the title) and its place in the report."""

    index: int
    paragraph: int
    slice: Slice

    @property
    def start(self) -> int:
        """First character in `Report.text`."""
        return self.slice.start_char

    @property
    def end(self) -> int:
        """Character after the last in `Report.text`."""
        return self.slice.end_char

    @property
    def text(self) -> str:
        """The words."""
        return str(self.slice.text)

    @property
    def is_title(self) -> bool:
        """Whether it stands in the title."""
        return self.paragraph == 0


@dataclass(frozen=True, slots=True)
class Document:
    """A report with its parse (`doc`, character offsets equal to those of `Report.text`) and its resolved layers."""

    report: Report
    doc: Doc
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    nations: tuple[Toponym, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return the span of characters [start, end)."""
        return self.report.span(start, end)

    def span_of(self, part: Slice | Token) -> Span:
        """Return the span of a token or slice of the parse."""
        if isinstance(part, Token):
            return self.span(part.idx, part.idx + len(part.text))
        return self.span(part.start_char, part.end_char)

    def sentence_at(self, char: int) -> Sentence:
        """Return the sentence that holds a character, or the last one before it."""
        found = self.sentences[0]
        for sentence in self.sentences:
            if sentence.start > char:
                break
            found = sentence
        return found


V = TypeVar("V", ActorMention, Quantity, Timex, Toponym)


def within(values: tuple[V, ...], start: int, end: int) -> tuple[V, ...]:
    """Return the values with a span inside characters [start, end), in text order."""
    return tuple(value for value in values if any(start <= span.start and span.end <= end for span in value.spans))
