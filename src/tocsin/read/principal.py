"""The one mention that stands for a report: its news, where there is any, else the report as a whole."""

import dataclasses

from tocsin.model import Mention
from tocsin.read.document import Document
from tocsin.read.drafts import Draft
from tocsin.read.mentions import ANSWERS, RULES, Judged, as_mention, judged_drafts, mentions_of, places_of, subject_of
from tocsin.read.scope import Leads, find_leads
from tocsin.read.toll import with_toll
from tocsin.read.wordlists import load_lexicon
from tocsin.read.worth import is_told_as_accident


def principal(document: Document) -> Mention:
    """Return the mention that a report is told for, whatever it tells.

    That is what it tells as news, an attack before an arrest for it, even where the arrest alone is the news; else, as
    of reports on trials, the first act of violence that it tells. A report of an accident, or one whose words we don't
    understand, has no mention at all, for accidents are no incidents and are never recorded as such. Yet whoever groups
    reports by what they are about needs something to hold for each: then the report as a whole is made a mention of the
    kind "other_violence" with its day, its place and its toll, as far as they can be read.
    """
    return with_toll(document, plain_principal(document)) if document.sentences else _bare(document)


def plain_principal(document: Document) -> Mention:
    """Return the same mention with the toll that grammar alone gives: what the choice of a toll is learnt from."""
    if not document.sentences:
        return _bare(document)
    leads = find_leads(document)
    drafts = judged_drafts(document, leads)
    told = mentions_of(document, leads, drafts)
    subject = subject_of(told)
    if subject and subject.kind in ANSWERS:
        subject = next((mention for mention in told if mention.kind not in ANSWERS), subject)
    news = subject is not None and subject.scope == "headline"
    return subject if subject and (news or not _tells_accident(drafts)) else _whole(document, leads, drafts)


def _tells_accident(drafts: list[Judged]) -> bool:
    lexicon = load_lexicon()
    return any(each.draft.lead and is_told_as_accident(each.draft, lexicon) for each in drafts)


def _whole(document: Document, leads: Leads, drafts: list[Judged]) -> Mention:
    """Return what is told first of any act of violence, worth recording or not, as the report's own mention."""
    found = [each.draft for each in drafts if each.draft.family == "violence"]
    for draft in sorted(found, key=_rank):
        (place,) = places_of(document, [draft])
        mention = as_mention(document, leads, Judged(draft, 0.0), place)
        return dataclasses.replace(mention, id=_id(document), kind="other_violence", scope="headline")
    return _bare(document)


def _rank(draft: Draft) -> tuple[bool, bool, int]:
    return not draft.lead, not draft.figures, draft.sentences[0].index


def _bare(document: Document) -> Mention:
    """Return a mention of a report in which nothing is told: its first words, the first day and place named."""
    first = document.sentences[0] if document.sentences else None
    opening = document.span(first.start, first.end) if first else document.span(0, 1)
    return Mention(
        id=_id(document),
        report=document.report.id,
        trigger=opening,
        kind="other_violence",
        scope="headline",
        time=next((time for time in document.timexes if time.start), None),
        place=next((place for place in document.toponyms if place.country), None),
        evidence=(opening,),
        by=(RULES.id,),
    )


def _id(document: Document) -> str:
    return f"{document.report.id}:m0"
