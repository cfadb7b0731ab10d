"""Finds the statements of a document: who said what, with what stance, about what."""

from dataclasses import dataclass, replace

from tocsin.model import ActorMention, Mention, Span, Statement
from tocsin.model.vocabulary import Stance
from tocsin.read.cues import Cue, find_cues
from tocsin.read.document import Document
from tocsin.read.offices import find_offices
from tocsin.read.people import find_people
from tocsin.read.quotes import Quote, find_quotes
from tocsin.read.speakers import Cast, Speaker
from tocsin.read.stance import by_content, stance_of

_MAKER = "read.rules@1"


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement on the way: who, how, which words."""

    speaker: Speaker
    stance: Stance
    clause: Span
    paragraph: int
    quotes: tuple[Quote, ...] = ()
    confidence: float = 0.6


def extract_statements(document: Document, mentions: tuple[Mention, ...]) -> tuple[Statement, ...]:
    """Return the statements of a document in text order."""
    people = find_people(document)
    cast = Cast(document, people, find_offices(document, people))
    quotes = find_quotes(document.report)
    drafts = _continued(document, _drafts(document, cast, quotes), quotes)
    grouped = _grouped(drafts)
    return tuple(_statement(document, draft, number, mentions) for number, draft in enumerate(grouped, 1))


def _drafts(document: Document, cast: Cast, quotes: tuple[Quote, ...]) -> list[Draft]:
    drafts: list[Draft] = []
    used: set[int] = set()
    for cue in find_cues(document, quotes):
        speaker = cast.resolve(cue.speaker) if cue.speaker is not None else None
        if speaker is None:
            continue
        own = tuple(quote for quote in _quotes_of(cue, quotes) if quote.start not in used)
        used |= {quote.start for quote in own}
        drafts.append(_draft(document, cue, speaker, own))
    return drafts


def _quotes_of(cue: Cue, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Return the quotations that a cue introduces: in its sentence, or running into it."""
    start, end = cue.sentence.start, cue.sentence.end
    return tuple(quote for quote in quotes if quote.start < end and start < quote.end)


def _draft(document: Document, cue: Cue, speaker: Speaker, quotes: tuple[Quote, ...]) -> Draft:
    said = " ".join(token.text for token in cue.content) or cue.sentence.text
    quoted = " ".join(quote.span.text for quote in quotes if quote.words > 3)
    stance = stance_of(cue.lemma, said, quoted, negated=cue.negated)
    return Draft(speaker, stance, _clause(document, cue), cue.sentence.paragraph, quotes)


def _clause(document: Document, cue: Cue) -> Span:
    """Return the words from the speaker to the verb's clause, the sentence cut at 25 words."""
    tokens = [token for token in cue.sentence.slice if not token.is_space]
    head = cue.speaker.i if cue.speaker is not None else cue.verb.i
    left = min(head, cue.verb.i)
    first = max(tokens[0].i, min((t.i for t in document.doc[head].subtree), default=left))
    first = min(first, left)
    last = min(tokens[-1].i, max(head, cue.verb.i) + 14)
    return document.span_of(document.doc[first : last + 1])


def _continued(document: Document, drafts: list[Draft], quotes: tuple[Quote, ...]) -> list[Draft]:
    """Give quotations that no cue took to whoever spoke last in their paragraph."""
    taken = {quote.start for draft in drafts for quote in draft.quotes}
    result = list(drafts)
    for quote in quotes:
        if quote.start in taken or quote.words < 4:
            continue
        paragraph = document.sentence_at(quote.span.start).paragraph
        before = [draft for draft in drafts if draft.clause.start < quote.start and paragraph - draft.paragraph <= 0]
        after = [draft for draft in drafts if draft.paragraph == paragraph and draft.clause.start >= quote.end]
        owner = before[-1] if before else (after[0] if after else None)
        if owner:
            stance = by_content(quote.span.text)
            result.append(replace(owner, stance=stance, quotes=(quote,), paragraph=paragraph, confidence=0.5))
    return result


def _grouped(drafts: list[Draft]) -> list[Draft]:
    """Join what one speaker says with one stance: reported speech always, quotations within a paragraph."""
    groups: list[Draft] = []
    for draft in drafts:
        same = [
            number
            for number, group in enumerate(groups)
            if (group.speaker.name.lower(), group.stance) == (draft.speaker.name.lower(), draft.stance)
            and (not _long(draft) or not _long(group) or group.paragraph == draft.paragraph)
        ]
        if same:
            groups[same[-1]] = replace(groups[same[-1]], quotes=(*groups[same[-1]].quotes, *draft.quotes))
        else:
            groups.append(draft)
    return groups


def _long(draft: Draft) -> bool:
    return any(quote.words > 5 for quote in draft.quotes)


def _statement(document: Document, draft: Draft, number: int, mentions: tuple[Mention, ...]) -> Statement:
    speaker = draft.speaker
    quote = max(draft.quotes, key=lambda each: each.words, default=None)
    actor = ActorMention(
        name=speaker.name,
        actor=speaker.actor.actor if speaker.actor else None,
        kind="person" if speaker.person else (speaker.actor.kind if speaker.actor else "unknown"),
        role=speaker.office.role if speaker.office else None,
        spans=(speaker.span,),
        by=_MAKER,
    )
    return Statement(
        id=f"{document.report.id}:s{number}",
        report=document.report.id,
        speaker=actor,
        stance=draft.stance,
        about=_about(draft, mentions),
        quote=quote.span if quote else None,
        spans=tuple(dict.fromkeys((speaker.span, draft.clause))),
        by=_MAKER,
        confidence=draft.confidence,
    )


def _about(draft: Draft, mentions: tuple[Mention, ...]) -> str | None:
    near = [m for m in mentions if draft.clause.start <= m.trigger.start < draft.clause.end]
    return near[0].id if near else None
