"""Finds the mentions of a document: drafts from lexicon and parse, joined, judged, and filled in."""

import dataclasses
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tocsin.model import Component, Mention, Toponym
from tocsin.model.vocabulary import Kind
from tocsin.read.aftermath import with_aftermath
from tocsin.read.assemble import evidence_of, perpetrators_of, targets_of, weapons_of
from tocsin.read.casualties import total
from tocsin.read.clauses import drafts_of
from tocsin.read.document import Document
from tocsin.read.drafts import Draft
from tocsin.read.genres import is_about_accident, is_no_news
from tocsin.read.geography import as_told
from tocsin.read.join import join
from tocsin.read.kinds import kind_of
from tocsin.read.place_evidence import candidates, name_places
from tocsin.read.place_model import choose, weights
from tocsin.read.roundups import without_roundups
from tocsin.read.scope import Leads, find_leads, is_about_sport, is_aside, scope_of
from tocsin.read.sources import sourced
from tocsin.read.toll import with_toll
from tocsin.read.when import time_of
from tocsin.read.wordlists import Lexicon, load_lexicon
from tocsin.read.worth import KEEP, worth

RULES = Component("read.mentions", "5", json.dumps(dict(weights()), sort_keys=True))
MOST_DRAFTS = 500
"""A report tells of no more acts than so many; what repeats violent words without end isn't read on."""
ANSWERS: frozenset[Kind] = frozenset({"arrest_or_raid", "protest"})
"""What follows an act of violence and isn't one."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A joined draft and what it is worth, 0 to 1."""

    draft: Draft
    worth: float


def extract_mentions(document: Document) -> tuple[Mention, ...]:
    """Return the mentions that the document makes, in text order."""
    if not document.sentences:
        return ()
    leads = find_leads(document)
    told = mentions_of(document, leads, judged_drafts(document, leads))
    subject = subject_of(told)
    return tuple(with_toll(document, mention) if mention is subject else mention for mention in told)


def subject_of(mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention that the report is told for: its news, an attack before an arrest, else its first violence."""
    news = [mention for mention in mentions if mention.scope == "headline"]
    if news:
        return min(news, key=lambda mention: mention.kind in ANSWERS)
    return next((mention for mention in mentions if mention.kind not in ANSWERS), None)


def judged_drafts(document: Document, leads: Leads) -> list[Judged]:
    """Return what the document tells of acts and harm, those of one act made one, with what each is worth."""
    lexicon = load_lexicon()
    if is_about_sport(document, lexicon) or is_no_news(document, lexicon):
        return []
    accident = is_about_accident(document, [s for s in document.sentences if leads.holds(s)], lexicon)
    drafts = _joined(document, leads, lexicon)
    if accident:
        drafts = [dataclasses.replace(draft, accident=True) for draft in drafts]
    return [Judged(draft, worth(draft, lexicon)) for draft in drafts]


def worthy(drafts: Iterable[Judged]) -> list[tuple[Judged, Kind]]:
    """Return the drafts that are worth recording, each with its kind."""
    lexicon = load_lexicon()
    found = [(each, kind_of(each.draft, lexicon)) for each in drafts if each.worth >= KEEP]
    return [(each, kind) for each, kind in found if kind is not None]


def mentions_of(document: Document, leads: Leads, drafts: Iterable[Judged]) -> tuple[Mention, ...]:
    """Return the mentions that drafts worth it make, numbered."""
    told = worthy(drafts)
    places = places_of(document, [each.draft for each, _ in told])
    return tuple(
        dataclasses.replace(as_mention(document, leads, each, place, kind), id=f"{document.report.id}:m{number}")
        for number, ((each, kind), place) in enumerate(zip(told, places, strict=True), 1)
    )


def places_of(document: Document, drafts: Sequence[Draft]) -> list[Toponym | None]:
    """Return where each of the acts that a report tells of happened, None where it doesn't say."""
    named = name_places(document, load_lexicon())
    found = [choose(candidates(named, draft, drafts), weights()) for draft in drafts]
    return [place and as_told(place, draft) for place, draft in zip(found, drafts, strict=True)]


def _joined(document: Document, leads: Leads, lexicon: Lexicon) -> list[Draft]:
    """Return the drafts with those of one act made one; items of a brief tell of acts of their own."""
    drafts = find_drafts(document, leads, lexicon)
    joined: list[Draft] = []
    for item in sorted({leads.item(s) for s in document.sentences}):
        sentences = tuple(s for s in document.sentences if leads.item(s) == item)
        mine = join([draft for draft in drafts if leads.item(draft.sentences[0]) == item])
        joined += with_aftermath(document, sentences, mine, lexicon, RULES)
    return joined


def find_drafts(document: Document, leads: Leads, lexicon: Lexicon) -> list[Draft]:
    """Return the drafts of all sentences, those of title and leads marked; an aside leads only where no other does."""
    found: list[Draft] = []
    for sentence in document.sentences:
        if len(found) < MOST_DRAFTS:
            found += drafts_of(document, sentence, lexicon, RULES)
    found = without_roundups(found)
    told = [leads.holds(draft.sentences[0]) and not is_aside(draft) for draft in found]
    if not any(told):
        told = [leads.holds(draft.sentences[0]) for draft in found]
    return [dataclasses.replace(draft, lead=lead) for draft, lead in zip(found, told, strict=True)]


def as_mention(
    document: Document, leads: Leads, judged: Judged, place: Toponym | None, kind: Kind = "other_violence"
) -> Mention:
    """Return a draft as a mention, still without an id."""
    draft = judged.draft
    return Mention(
        id="",
        report=document.report.id,
        trigger=document.span_of(draft.trigger.token),
        kind=kind,
        status=draft.status,
        scope=scope_of(document, draft, leads),
        time=time_of(document, draft, fresh=draft.lead and not leads.looks_back),
        place=place,
        perpetrators=perpetrators_of(draft),
        targets=targets_of(draft),
        weapons=weapons_of(draft),
        killed=sourced(document, total(document, draft.figures, "killed")),
        injured=sourced(document, total(document, draft.figures, "injured")),
        abducted=sourced(document, total(document, draft.figures, "abducted")),
        detained=sourced(document, total(document, draft.figures, "detained")),
        evidence=evidence_of(document, draft),
        by=(RULES.id,),
        confidence=round(min(judged.worth, 1.0), 2),
    )
