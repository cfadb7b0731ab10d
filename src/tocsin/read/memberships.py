"""Relations of persons to the bodies that they hold an office in."""

import re
from collections.abc import Iterable

from tocsin.model import Relation
from tocsin.model.vocabulary import Predicate
from tocsin.read.bodies import GENERIC, body_name, expand, has_body, is_country, region_name
from tocsin.read.countries import country_focus, country_in, government
from tocsin.read.document import Document
from tocsin.read.lexicon import words
from tocsin.read.offices import Office

_MAKER = "read.rules@1"
_FORCE = re.compile(
    r"\b(?:army|navy|air force|police|guards?|forces?|military|marines|militia|troops|brigade|command)\b", re.IGNORECASE
)
_CABINET = re.compile(
    r"minister|secretary|ambassador|envoy|attorney|governor|premier|chancellor|cabinet", re.IGNORECASE
)


def find_memberships(document: Document, offices: Iterable[Office]) -> tuple[Relation, ...]:
    """Return official_of, leads, spokesperson_of and member_of as the offices show them."""
    focus = country_focus(document)
    found: list[Relation] = []
    for office in offices:
        relation = _relation(document, office, focus)
        if relation:
            found.append(relation)
    return tuple(found)


def _relation(document: Document, office: Office, focus: str | None) -> Relation | None:
    predicate, body = _read(document, office, focus)
    if predicate is None or not body or body.lower() == office.person.lower():
        return None
    return Relation(
        subject=office.person,
        predicate=predicate,
        object=body,
        report=document.report.id,
        spans=(document.span(office.start, office.end),),
        by=_MAKER,
        confidence=0.7,
    )


def _read(document: Document, office: Office, focus: str | None) -> tuple[Predicate | None, str | None]:
    if office.kind == "government":
        return _of_government(document, office, focus)
    body = _body(document, office)
    if office.kind == "spokesperson":
        return "spokesperson_of", body or None
    if body and body.lower() in GENERIC:
        return None, None
    if office.kind == "leader":
        return _of_leader(document, office, body)
    if office.kind == "official":
        return "official_of", government(country_in(body) or body) if body and is_country(body) else body
    if office.kind == "rank" and not (body and _FORCE.search(body)):
        return None, None
    if body and is_country(body):
        return None, None
    return "member_of", body


def _of_government(document: Document, office: Office, focus: str | None) -> tuple[Predicate | None, str | None]:
    abroad = office.title in {"ambassador", "envoy", "consul", "special envoy"}
    country = (
        (country_in(office.mods) or country_in(office.body))
        if abroad
        else (country_in(office.body) or country_in(office.mods))
    )
    if office.title == "president-elect":
        return None, None
    if country:
        return "official_of", government(country)
    named = _body(document, office)
    if named and not _CABINET.search(office.title) and has_body(office.body or office.mods):
        return "leads", named
    region = re.match(r"(?:the\s+)?((?:[A-Z][\w'’-]+\s?)+)", office.mods) if office.mods[:1].isupper() else None
    if region and not re.search(r"\b(?:Foreign|Interior|Defen[cs]e|Prime|Justice|Health|Information)\b", region[1]):
        plain = [word for word in region[1].split() if word.lower() not in words("offices")["plain"]]
        if plain and country_in(" ".join(plain)) is None and len(plain) <= 2:
            return "official_of", government(region_name(document, expand(document, " ".join(plain))))
    return ("official_of", government(focus)) if focus else (None, None)


def _of_leader(document: Document, office: Office, body: str | None) -> tuple[Predicate | None, str | None]:
    if not body:
        return None, None
    if is_country(body):
        return "official_of", government(country_in(body) or body)
    indefinite = re.match(r"(?:a|an|another|one of)\b", office.role, re.IGNORECASE) or re.search(
        r"[,\s](?:a|an|one of the|another)\s+(?:[\w'’-]+\s+){0,5}$",
        document.report.text[office.start : office.end].split(office.title)[0][-60:],
        re.IGNORECASE,
    )
    if indefinite or re.search(r"\b(?:senior|local|regional|top|key|deputy)\b", office.mods, re.IGNORECASE):
        return "member_of", body
    return "leads", body


def _body(document: Document, office: Office) -> str | None:
    """Return the body's usual name, from the words after the office, else from those before it."""
    start = document.report.text.find(office.body, office.start) if office.body else -1
    if office.body and has_body(office.body):
        return body_name(document, office.body, start)
    own = re.match(r"(?:police|army|military|navy)\b", office.title)
    if own and not office.mods:
        return own[0].capitalize()
    before = document.report.text.find(office.mods, office.start) if office.mods else -1
    if office.mods and has_body(office.mods):
        return body_name(document, office.mods, before)
    return None
