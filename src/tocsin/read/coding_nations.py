"""Which words of a report name countries, for the parties of political acts, and what sectors nouns stand for."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tocsin.ontology.folding import fold
from tocsin.ontology.holders import load_holders
from tocsin.read.coding_acts import lemma
from tocsin.read.countries import country_codes, country_spans
from tocsin.read.document import Document
from tocsin.read.lexicon import words

_NO_PLACE = frozenset({"NORP", "PERSON"})
_LONGEST = 3
_BEFORE = ("pro-", "anti-", "non-")
_AFTER = ("-held", "-made", "-occupied", "-controlled", "-born", "-built")


def countries_at(document: Document) -> dict[int, str]:
    """Return the country (ISO 3166 alpha-2) that each word of a document names, by the word's place."""
    found: dict[int, str] = {}
    for start, end, code in _named(document):
        for token in document.doc.char_span(start, end, alignment_mode="expand") or ():
            if not _is_aside(token):
                found.setdefault(token.i, code)
    return found


def _is_aside(token: Token) -> bool:
    """Say whether a country's name says less than that: "pro-Russian", "Serb-held", "ethnic Albanians"."""
    if token.i and token.nbor(-1).lower_ in {"ethnic", "expatriate"}:
        return True
    text = token.doc.text
    after = text[token.idx + len(token.text) :][:12].lower()
    return text[: token.idx].lower().endswith(_BEFORE) or after.startswith(_AFTER)


def _named(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield where countries are named, the surest first: by people, by name, by a place in them."""
    yield from _peoples(document)
    for start, end, name in country_spans(document.report.text):
        if name in country_codes():
            yield start, end, country_codes()[name]
    for place in (*document.nations, *document.toponyms):
        for span in place.spans:
            part = document.doc.char_span(span.start, span.end, alignment_mode="expand")
            if place.country and part is not None and part[0].ent_type_ not in _NO_PLACE:
                yield span.start, span.end, place.country


def _peoples(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield the peoples, regions and former states that no list of states names."""
    known = _by_people()
    for token in document.doc:
        if not token.text[:1].isupper():
            continue
        parts = (document.doc[token.i : token.i + length] for length in range(_LONGEST, 0, -1))
        part = next((part for part in parts if part.text.lower() in known), None)
        if part is not None:
            yield part.start_char, part.end_char, known[part.text.lower()]


@cache
def _by_people() -> dict[str, str]:
    return {people: code for code, peoples in words("coding_peoples").items() for people in peoples}


def sector_of(head: Token) -> str | None:
    """Return the PLOVER sector of a noun, by itself or with the word before it, None where it names none."""
    before = head.nbor(-1).lower_ if head.i else ""
    names = (f"{before} {lemma(head)}", lemma(head), head.lower_, head.lower_.removesuffix("s"))
    return next((_sectors()[name] for name in names if name in _sectors()), None)


def is_machine(head: Token) -> bool:
    """Say whether a noun is what armies use: it acts for them, but isn't acted upon."""
    return lemma(head) in words("coding_parties")["machines"]


def sector_in(name: str) -> str | None:
    """Return IGO or NGO where an organisation's name says so."""
    found = (_sectors().get(word) for word in name.lower().split())
    return next((sector for sector in found if sector in {"IGO", "NGO"}), None)


@cache
def _sectors() -> dict[str, str]:
    found: dict[str, str] = {}
    for sector, nouns in words("coding_parties").items():
        for noun in nouns:
            found.setdefault(noun, "MIL" if sector == "machines" else sector)
    return found


def ruled_by(name: str) -> str | None:
    """Return the country that somebody of this surname ruled, None where nobody did or rulers of several bore it."""
    parts = re.findall(r"\w+", fold(name))
    return _rulers().get(_plain(parts[-1])) if parts else None


@cache
def _rulers() -> dict[str, str]:
    return {_plain(name): country for name, country in load_holders().countries().items()}


def _plain(name: str) -> str:
    """Return a name with double letters made single: papers spell it either way."""
    return re.sub(r"(.)\1", r"\1", name)
