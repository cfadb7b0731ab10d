"""Relations of persons to the bodies that they hold an office in."""

import re
from collections.abc import Iterable

from tocsin.model import ActorMention, Relation
from tocsin.model.vocabulary import Predicate
from tocsin.read.bodies import GENERIC, body_name, expand, has_body, is_country, region_name
from tocsin.read.countries import country_focus, country_in, country_of, government
from tocsin.read.document import Document, within
from tocsin.read.lexicon import words
from tocsin.read.offices import Office

_FORCE = re.compile(
    r"\b(?:army|navy|air force|police|guards?|forces?|military|marines|militia|troops|brigade|command|bureau|agency)\b",
    re.IGNORECASE,
)
_CABINET = re.compile(
    r"minister|secretary|ambassador|envoy|attorney|governor|premier|chancellor|cabinet", re.IGNORECASE
)
_ABROAD = frozenset({"ambassador", "envoy", "consul", "special envoy"})
_SENIOR = re.compile(r"\b(?:senior|top|ranking|high-ranking|key|deputy)\b", re.IGNORECASE)
_COMMON = frozenset(words("bodies")["common"])
_GUESS, _SURE = 0.4, 0.7

Reading = tuple[Predicate | None, str | None]
_NOTHING: Reading = (None, None)


def find_memberships(document: Document, offices: Iterable[Office]) -> tuple[Relation, ...]:
    """Return official_of, leads, spokesperson_of and member_of as the offices show them.

    A minister of no named country is taken to be of the country that the report is about, unless the report says
    elsewhere whose minister it is.
    """
    focus = country_focus(document)
    found = [relation for office in offices if (relation := _relation(document, office, focus))]
    sure = {relation.subject for relation in found if relation.predicate == "official_of" and not _is_guess(relation)}
    leads = {(relation.subject, relation.object) for relation in found if relation.predicate == "leads"}
    return tuple(
        relation
        for relation in found
        if not (_is_guess(relation) and relation.subject in sure)
        and not (relation.predicate == "member_of" and (relation.subject, relation.object) in leads)
    )


def _is_guess(relation: Relation) -> bool:
    return relation.confidence == _GUESS


def _relation(document: Document, office: Office, focus: str | None) -> Relation | None:
    predicate, body = _read(document, office)
    guess = _own_government(document, office) or (government(focus) if focus else None)
    guessed = predicate is None and office.kind == "government" and guess is not None and _is_plain(office)
    if guessed:
        predicate, body = "official_of", guess
    if predicate is None or not body or body.lower() == office.person.lower():
        return None
    return Relation(
        subject=office.person,
        predicate=predicate,
        object=body,
        report=document.report.id,
        spans=(document.span(office.start, office.end),),
        confidence=_GUESS if guessed else _SURE,
    )


def _own_government(document: Document, office: Office) -> str | None:
    """Return the government that the report names by its head: "Assad's government"."""
    surname = office.person.split()[-1].lower()
    for actor in document.actors:
        if actor.kind == "government" and any(
            surname in span.text.lower().split("'")[0].split() for span in actor.spans
        ):
            return actor.name
    return None


def _is_plain(office: Office) -> bool:
    return office.title not in {"president-elect", "first lady", *_ABROAD}


def _read(document: Document, office: Office) -> Reading:
    """Return what the office makes of its holder, nothing where its words don't say whose office it is."""
    if office.kind == "government":
        return _of_government(document, office)
    body = _body(document, office)
    if office.kind == "spokesperson":
        return "spokesperson_of", body
    if body is None or body.lower() in GENERIC:
        return _NOTHING
    if office.kind == "leader":
        return _of_leader(document, office, body)
    return _of_other(office, body)


def _of_other(office: Office, body: str) -> Reading:
    if office.kind == "official":
        return "official_of", government(country_in(body) or body) if is_country(body) else body
    if is_country(body) or (office.kind == "rank" and not _FORCE.search(body)):
        return _NOTHING
    return "member_of", body


def _of_government(document: Document, office: Office) -> Reading:
    if office.title == "president-elect":
        return _NOTHING
    first, second = (office.mods, office.body) if office.title in _ABROAD else (office.body, office.mods)
    country = country_in(first) or country_in(second) or country_in(office.title)
    if country:
        return "official_of", government(country)
    group = _linked(document, office, office.mods)
    if group and group.kind in {"armed_group", "party"} and "'s" in office.mods.replace("’", "'"):
        return "official_of", group.name
    region = _region(document, office)
    if region:
        return "official_of", government(region)
    named = _body(document, office)
    if (
        named
        and named.lower() not in GENERIC
        and not _CABINET.search(office.title)
        and has_body(office.body or office.mods)
    ):
        return "leads", named
    return _NOTHING


def _region(document: Document, office: Office) -> str | None:
    """Return the province or territory whose minister or governor it is."""
    skipped = {*words("bodies")["policy"], *words("bodies")["common"], *words("offices")["plain"], "and"}
    for text in (office.body, office.mods):
        kept = [word for word in text.split() if re.sub(r"[’']s?$", "", word.lower()) not in skipped]
        start = document.report.text.find(text, office.start) if text else -1
        if not kept or len(kept) > 3 or not kept[0][:1].isupper() or start < 0:
            continue
        name = region_name(document, expand(document, " ".join(kept)))
        linked = [actor for actor in within(document.actors, start, start + len(text)) if actor.kind != "state"]
        if not linked and not _FORCE.search(name):
            return name
    return None


def _of_leader(document: Document, office: Office, body: str) -> Reading:
    if is_country(body):
        return "official_of", government(country_in(body) or body)
    if _is_place(document, office, body):
        return "official_of", body
    before = document.report.text[office.start : office.end].split(office.title)[0][-60:]
    one = r"(?:a|an|another)"
    indefinite = re.match(rf"{one}\b", office.role, re.IGNORECASE) or re.search(
        rf"[,\s]{one}\s+(?:[\w'’-]+\s+){{0,5}}$", before, re.IGNORECASE
    )
    if re.search(r"\bone of\b", before, re.IGNORECASE) or _SENIOR.search(office.mods):
        return "official_of", body
    if indefinite or re.search(r"\b(?:local|regional)\b", office.mods, re.IGNORECASE):
        return "member_of", body
    return "leads", body


def _is_place(document: Document, office: Office, body: str) -> bool:
    """Say whether what is led is a place, not a body: "Dagestan's leader"."""
    if office.title != "leader":
        return False
    return any(
        place.name.lower() == body.lower() and country_of(place.country) for place in document.toponyms
    ) and not any(actor.name and actor.name.lower() == body.lower() for actor in document.actors)


def _body(document: Document, office: Office) -> str | None:
    """Return the body's usual name, from the words after the office, else from those before it."""
    after, before = _named(document, office, office.body), _named(document, office, office.mods)
    inside = _linked(document, office, office.body)
    if office.kind == "member" and inside and inside.kind in {"armed_group", "party", "military", "police"}:
        return inside.name
    if before and _linked(document, office, office.mods):
        return after if after and inside else before
    own = re.match(r"(?:police|army|military|navy)\b", office.title)
    return after or (own[0].capitalize() if own and not office.mods else before)


def _named(document: Document, office: Office, text: str) -> str | None:
    start = document.report.text.find(text, office.start) if text else -1
    if start < 0 or not has_body(text):
        return None
    proper = (
        any(part[:1].isupper() and not country_in(part) for part in text.split())
        or is_country(text)
        or set(text.lower().split()) & _COMMON
    )
    if not proper and not _linked(document, office, text) and expand(document, text) == text:
        return None
    return body_name(document, text, start)


def _linked(document: Document, office: Office, text: str) -> ActorMention | None:
    """Return the last actor of the registry in the words of an office."""
    start = document.report.text.find(text, office.start) if text else -1
    inside = within(document.actors, start, start + len(text)) if start >= 0 else ()
    return inside[-1] if inside else None
