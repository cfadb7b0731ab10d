"""Collects what is said in a document: who speaks, with which verb, which words, which of them quoted."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from tocsin.model import Span
from tocsin.read.cues import Cue, find_cues
from tocsin.read.document import Document
from tocsin.read.offices import Office
from tocsin.read.people import Person
from tocsin.read.quote_owners import speaker_beside, speaker_of_voice
from tocsin.read.quotes import Quote
from tocsin.read.speakers import Cast, Speaker

SHORT = 3
"""Up to so many words in quotation marks are a phrase, not a quotation."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One report of speech: who, with which verb ("" where none brings it in), whether that is negated.

    `content` are the words said, without the verb and its subject; `clause` the words that report it. A `guessed`
    one is a quotation given to whoever speaks around it.
    """

    speaker: Speaker
    lemma: str
    clause: Span
    paragraph: int
    content: tuple[Token, ...] = ()
    quotes: tuple[Quote, ...] = ()
    negated: bool = False
    guessed: bool = False

    @property
    def start(self) -> int:
        """First character of the words that report it."""
        return self.clause.start

    @property
    def long_quotes(self) -> tuple[Quote, ...]:
        """The quotations of more than a few words."""
        return tuple(quote for quote in self.quotes if quote.words > SHORT)


def find_utterances(
    document: Document, people: tuple[Person, ...], offices: tuple[Office, ...], quotes: tuple[Quote, ...]
) -> tuple[Utterance, ...]:
    """Return the utterances of a document in text order."""
    cast = Cast(document, people, offices, tuple((quote.start, quote.end) for quote in quotes))
    found = _from_cues(document, cast, quotes)
    return tuple(sorted(found + _from_quotes(document, cast, found, quotes), key=lambda each: each.start))


def _from_cues(document: Document, cast: Cast, quotes: tuple[Quote, ...]) -> list[Utterance]:
    cues = find_cues(document, quotes)
    owners = {quote.start: _cue_of(quote, cues) for quote in quotes}
    found: list[Utterance] = []
    for cue in cues:
        speaker = cast.resolve(cue.speaker) if cue.speaker is not None else None
        if speaker is None:
            continue
        cast.issue(speaker, cue.content)
        own = tuple(quote for quote in quotes if owners[quote.start] is cue)
        clause = _clause(document, cue)
        found.append(
            Utterance(speaker, cue.lemma, clause, cue.sentence.paragraph, cue.content, own, negated=cue.negated)
        )
    return found


def _cue_of(quote: Quote, cues: tuple[Cue, ...]) -> Cue | None:
    """Return the cue that brings a quotation in: of those in the sentences that it touches, the nearest."""
    if quote.voice:
        return None
    near = [cue for cue in cues if quote.start < cue.sentence.end and cue.sentence.start < quote.end]
    return min(near, key=lambda cue: _gap(quote, cue.verb.idx), default=None)


def _gap(quote: Quote, char: int) -> int:
    return quote.start - char if char < quote.start else char - quote.end


def _clause(document: Document, cue: Cue) -> Span:
    """Return the words from the speaker to the verb's clause, the sentence cut at 14 words behind the verb."""
    tokens = [token for token in cue.sentence.slice if not token.is_space]
    head = cue.speaker.i if cue.speaker is not None else cue.verb.i
    left = min(head, cue.verb.i)
    first = max(tokens[0].i, min((t.i for t in document.doc[head].subtree), default=left))
    first = min(first, left)
    last = min(tokens[-1].i, max(head, cue.verb.i) + 14)
    return document.span_of(document.doc[first : last + 1])


def _from_quotes(document: Document, cast: Cast, told: list[Utterance], quotes: tuple[Quote, ...]) -> list[Utterance]:
    """Give quotations that no verb of speech brought in to whoever speaks there."""
    taken = {quote.start for each in told for quote in each.quotes}
    found: list[Utterance] = []
    for quote in quotes:
        if quote.start in taken or quote.words <= SHORT:
            continue
        paragraph = document.sentence_at(quote.span.start).paragraph
        speaker = speaker_of_voice(document, quote, cast) or speaker_beside(document, quote, cast)
        if speaker:
            found.append(Utterance(speaker, "", quote.span, paragraph, quotes=(quote,)))
            continue
        owner = _owner(document, quote, paragraph, sorted([*told, *found], key=lambda each: each.start))
        if owner:
            found.append(replace(owner, lemma="", content=(), quotes=(quote,), paragraph=paragraph, guessed=True))
    return found


def _owner(document: Document, quote: Quote, paragraph: int, told: list[Utterance]) -> Utterance | None:
    """Return who spoke last in the paragraph, else who speaks next, else, if all is quoted, who spoke before it."""
    here = [each for each in told if each.paragraph == paragraph]
    before = [each for each in here if each.start < quote.start]
    if here:
        return before[-1] if before else here[0]
    own = [sentence for sentence in document.sentences if sentence.paragraph == paragraph]
    alone = own and quote.start <= own[0].start + 1 and quote.end >= own[-1].end - 1
    if not alone:
        return None
    earlier = [each for each in told if each.start < quote.start]
    last = earlier[-1] if earlier else None
    return last if last and last.long_quotes and _follows(document, last, paragraph) else None


def _follows(document: Document, last: Utterance, paragraph: int) -> bool:
    """Say whether a paragraph comes right after the one that an utterance ends in."""
    ends = [each.end for each in last.quotes] + [last.clause.end]
    between = {s.paragraph for s in document.sentences if s.start >= max(ends) and s.paragraph < paragraph}
    return not between - {document.sentence_at(max(ends) - 1).paragraph}
