"""Finds the persons of a document, each mention with the fullest name that the report gives."""

import re
import string
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tocsin.read.document import Document
from tocsin.read.full_names import fullest
from tocsin.read.lexicon import words

_PARTICLES = frozenset(words("names")["particles"])
_NAME = r"(?:(?:al|el|ul|an|ash|as)-)?[A-Z][\w’'-]*[\w]|[A-Z]\."
_PARTICLE = "|".join(sorted(_PARTICLES, key=len, reverse=True))
_CAPITALS = re.compile(rf"(?:{_NAME})(?:\s+(?:(?:{_PARTICLE})\s+){{0,2}}(?:{_NAME}))*")
_HUSH = frozenset(words("names")["hush"])


@dataclass(frozen=True, slots=True)
class Person:
    """One mention of a person: characters [start, end), the words, and the fullest name in the report."""

    start: int
    end: int
    surface: str
    name: str


def offices() -> tuple[tuple[str, str], ...]:
    """Return (office, class) pairs, the longest office first."""
    lists = words("offices")
    kinds = ("government", "leader", "official", "spokesperson", "member")
    pairs = {office: kind for kind in reversed(kinds) for office in lists[kind]}
    return tuple(sorted(pairs.items(), key=lambda pair: -len(pair[0])))


_TITLES = "|".join(re.escape(word) for word, _ in offices())
_RANKS = "|".join(re.escape(word) for word in sorted(words("offices")["ranks"], key=len, reverse=True))
_AREA = r"(?:\s+for\s+(?:[\w-]+\s+){1,3}affairs)?"
_TITLE_BEFORE = re.compile(rf"\b(?:{_TITLES}|{_RANKS})\b{_AREA}\.?,?\s+(?=\S)")
_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_LEADING = re.compile(
    rf"^(?:(?:the|former|(?:[\w-]+\s+){{1,3}}(?:minister|secretary)|{_TITLES}|{_RANKS})\b{_AREA}\.?\s+)+", re.IGNORECASE
)
_EXPLAINED = re.compile(
    rf"(?<![\w’'-])(?P<name>(?:{_NAME})(?:\s+(?:(?:{_PARTICLE})\s+){{0,2}}(?:{_NAME})){{1,3}}),\s+"
    rf"(?:(?:aged\s+)?\d\d\b|(?:a|an|the|one of)\s+(?:[\w’'-]+\s+){{0,4}}?(?:{_TITLES}|man|woman|boy|girl|student|"
    r"teacher|lawyer|doctor|activist|resident|worker|author|scholar|professor|mother|father|brother|sister|deserter|witness|survivor)\b)"
)
_WEAK = frozenset(words("names")["weak"])


def folded(text: str) -> str:
    """Return the text with ASCII letters small, as long as before: patterns that ignore case are slow."""
    return text.translate(_SMALL)


def is_lower_case(document: Document) -> bool:
    """Say whether the body is wire copy without capitals."""
    body = document.report.body
    return sum(map(str.isupper, body)) < 0.004 * len(body)


def find_people(document: Document) -> tuple[Person, ...]:
    """Return the mentions of persons in text order, none overlapping another."""
    lower = is_lower_case(document)
    named = _from_lower_names(document) if lower else _from_names(document) + _in_apposition(document)
    spans = _from_actors(document) + named + _after_titles(document, lower=lower)
    found: list[Person] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        if not any(start < person.end and person.start < end for person in found):
            surface = document.report.text[start:end]
            found.append(Person(start, end, surface, _cased(surface) if lower else surface))
    found += _again(document, found, lower=lower)
    return _with_full_names(sorted(found, key=lambda person: person.start))


def _again(document: Document, people: list[Person], *, lower: bool) -> list[Person]:
    """Find later mentions by surname alone, which names found before make plain."""
    text = document.report.text
    surnames = {
        part for person in people for part in person.surface.split()[1:] if len(part) > 3 and part.lower() not in _KNOWN
    }
    surnames = {part for part in surnames if part.lower() not in _PARTICLES and not part.endswith((".", ")"))}
    found: list[Person] = []
    for part in surnames:
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(part)}(?![\w-])", text):
            if not any(match.start() < p.end and p.start < match.end() for p in [*people, *found]):
                found.append(Person(match.start(), match.end(), part, _cased(part) if lower else part))
    return found


def _cased(name: str) -> str:
    return " ".join(word if word in _PARTICLES else word[:1].upper() + word[1:] for word in name.split())


def _from_actors(document: Document) -> list[tuple[int, int]]:
    return [
        _trimmed(document, span.start, span.end)
        for actor in document.actors
        if actor.kind == "person"
        for span in actor.spans
        if _named(span.text, actor.name)
    ]


def _named(surface: str, name: str | None) -> bool:
    """Say whether a surface is a name, not "the minister" or "he"."""
    known = {word.lower() for word in re.findall(r"\w+", name or surface)}
    return any(word.lower() in known and len(word) > 1 for word in re.findall(r"\w+", surface)) and not re.match(
        r"(?:the|a|an|he|she|they|his|her)\b", surface, re.IGNORECASE
    )


def _from_names(document: Document) -> list[tuple[int, int]]:
    found = []
    for name in document.names:
        if name.label == "PERSON" and name.span.text[:1].isalpha() and any(c.isupper() for c in name.span.text):
            start, end = _trimmed(document, _with_first_name(document, name.span.start), name.span.end)
            text = document.report.text[start:end]
            if text.lower() not in _HUSH and "\n" not in text:
                found.append((start, end))
    return found


def _from_lower_names(document: Document) -> list[tuple[int, int]]:
    """Take the annotator's persons in text without capitals, but for those with figures or office words."""
    found = []
    for name in document.names:
        parts = re.findall(r"[^\W_][\w.'’-]*", name.span.text)
        plain = name.label == "PERSON" and not re.search(r"[\d\n;:]", name.span.text)
        if plain and parts and not any(part.lower() in _KNOWN | _HUSH for part in parts):
            found.append(_trimmed(document, _with_given_name(document, name.span.start), name.span.end))
    return found


def _with_given_name(document: Document, start: int) -> int:
    """Take in a given name left out before a name without capitals."""
    part = document.doc.char_span(start, start + 1, alignment_mode="expand")
    at = part.start if part else 0
    while at and (before := document.doc[at - 1]).tag_ == "NNP" and before.dep_ == "compound":
        if before.lower_ in _KNOWN | _HUSH or _TITLE_BEFORE.match(f"{before.lower_} x"):
            break
        at -= 1
    return document.doc[at].idx if part else start


def _in_apposition(document: Document) -> list[tuple[int, int]]:
    """Find names that the annotator missed but that what follows explains: "Ana Ruiz, a teacher" or "Ana Ruiz, 34,"."""
    others = [span for actor in document.actors for span in actor.spans]
    others += [span for place in document.toponyms for span in place.spans]
    others += [name.span for name in document.names if name.label not in {"PERSON", "NORP"}]
    found = []
    for match in _EXPLAINED.finditer(document.report.text):
        first = match["name"].split()[0].lower()
        free = not any(match.start("name") < span.end and span.start < match.end("name") for span in others)
        if free and first not in _HUSH and first not in _KNOWN:
            found.append(_trimmed(document, match.start("name"), match.end("name")))
    return found


def _with_first_name(document: Document, start: int) -> int:
    """Take in a first name that the annotator left out: a capitalised word before, part of the same name."""
    part = document.doc.char_span(start, start + 1, alignment_mode="expand")
    if part is None or not part.start:
        return start
    before = document.doc[part.start - 1]
    joined = before.dep_ in {"compound", "amod", "nmod"} and before.head.i >= part.start and not before.ent_type_
    title = _TITLE_BEFORE.match(f"{before.lower_} x") or before.lower_ in _HUSH
    return before.idx if joined and before.text.istitle() and not before.is_stop and not title else start


def _trimmed(document: Document, start: int, end: int) -> tuple[int, int]:
    """Cut titles before and a possessive or punctuation after a name."""
    text = document.report.text[start:end]
    lead = _LEADING.match(text)
    if lead and lead.end() < len(text):
        start += lead.end()
    text = document.report.text[start:end]
    return start, start + len(re.sub(r"(?:[’']s?|[\s,;:\-–(\[]+)$", "", text)) or end


def _after_titles(document: Document, *, lower: bool) -> list[tuple[int, int]]:
    text = folded(document.report.text)
    found: list[tuple[int, int]] = []
    for match in _TITLE_BEFORE.finditer(text):
        if "," in match[0] or "\n" in match[0]:
            continue
        start = match.end()
        if _TITLE_BEFORE.match(text, start):
            continue
        span = _lower_name(document, start) if lower else _capital_name(document, match, start)
        if span:
            found.append(_trimmed(document, *span))
    return found


def _capital_name(document: Document, title: re.Match[str], start: int) -> tuple[int, int] | None:
    match = _CAPITALS.match(document.report.text, start)
    if not match:
        return None
    capital = document.report.text[title.start()].isupper()
    name = match[0]
    two = len(name.split()) > 1
    if name.split()[0].lower() in _HUSH or (not capital and not two):
        return None
    labels = {
        found.label for found in document.names if found.span.start < match.end() and match.start() < found.span.end
    }
    weak = title[0].strip(" .\n").lower() in _WEAK
    linked = any(s.start < match.end() and match.start() < s.end for a in document.actors for s in a.spans)
    if "PERSON" not in labels and (weak or not two or linked or labels & {"DATE", "NORP", "LOC", "GPE", "FAC"}):
        return None
    return match.start(), match.end()


def _lower_name(document: Document, start: int) -> tuple[int, int] | None:
    """Return the words after a title that look like a name in text without capitals: two to four content words."""
    taken: list[Token] = []
    first = document.doc.char_span(start, start + 1, alignment_mode="expand")
    for token in document.doc[first.start :] if first is not None else ():
        if token.idx < start:
            continue
        ends = token.is_space or token.is_punct or token.like_num or len(taken) == 4 or _is_told_of(token, taken)
        if ends or (token.is_stop and token.lower_ not in _PARTICLES):
            break
        if token.pos_ in {"VERB", "AUX", "ADP", "ADV", "PRON"} and len(taken) != 1 and token.lower_ not in _PARTICLES:
            break
        taken.append(token)
    while taken and taken[-1].lower_ in _PARTICLES:
        taken.pop()
    if len(taken) < 2 or any(token.lower_ in _KNOWN for token in taken):
        return None
    return taken[0].idx, taken[-1].idx + len(taken[-1].text)


def _is_told_of(token: Token, taken: list[Token]) -> bool:
    """Say whether a word is the verb of the name taken so far."""
    return any(part.dep_ in {"nsubj", "nsubjpass"} and part.head == token for part in taken)


_KNOWN = frozenset(word for office, _ in offices() for word in office.split()) | frozenset(words("names")["known"])


def _with_full_names(people: list[Person]) -> tuple[Person, ...]:
    """Give each mention the fullest name that holds all its words, the nearest before it first."""
    named = [(person.start, person.name) for person in people]
    return tuple(replace(person, name=fullest(person.start, person.name, named)) for person in people)
