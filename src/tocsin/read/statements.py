"""Finds the statements of a document: who said what, with what stance, about what."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tocsin.model import ActorMention, Mention, Span, Statement
from tocsin.model.vocabulary import Stance
from tocsin.read.cues import Cue, find_cues
from tocsin.read.document import Document
from tocsin.read.memberships import find_memberships
from tocsin.read.offices import find_offices
from tocsin.read.people import find_people
from tocsin.read.quotes import Quote, find_quotes
from tocsin.read.speakers import Cast, Speaker
from tocsin.read.stance import Said, by_content, stance_of
from tocsin.read.topics import about, label

_SOURCES = {
    "accuser": re.compile(r"\bprosecut(?:or|ors|ion)\b", re.IGNORECASE),
    "armed": re.compile(
        r"\b(?:army|military|forces?|troops|soldiers|police|rebels|militants|insurgents|guerrillas|militia|brigades?|"
        r"navy|air force|commander|general|colonel|separatists|fighters|gunmen|front)\b",
        re.IGNORECASE,
    ),
    "factual": re.compile(
        r"\b(?:police|military|army|officials?|authorit\w+|investigators?|detectives?|hospitals?|witness\w*|residents?|"
        r"medics?|doctors?|sources?|ministry|spokes\w+|agency|media|sheriff|coroner|rescuers?|villagers|survivors?|department)\b",
        re.IGNORECASE,
    ),
}
_SHORT = 3
_PLAIN: frozenset[Stance] = frozenset({"inform", "comment"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement on the way: who, how, which words; `clauses` are the words that report it."""

    speaker: Speaker
    stance: Stance
    clauses: tuple[Span, ...]
    paragraph: int
    quotes: tuple[Quote, ...] = ()
    confidence: float = 0.6

    @property
    def start(self) -> int:
        """First character of the words that report it."""
        return self.clauses[0].start

    @property
    def is_quoted(self) -> bool:
        """Whether more than a few words are quoted."""
        return any(quote.words > _SHORT for quote in self.quotes)


def extract_statements(document: Document, mentions: tuple[Mention, ...]) -> tuple[Statement, ...]:
    """Return the statements of a document in text order."""
    people = find_people(document)
    quotes = find_quotes(document.report)
    offices = find_offices(document, people)
    cast = Cast(document, people, offices, tuple((quote.start, quote.end) for quote in quotes))
    bodies = {relation.subject: relation.object for relation in reversed(find_memberships(document, offices))}
    drafts = _continued(document, _drafts(document, cast, quotes), quotes)
    grouped = _grouped(sorted(drafts, key=lambda draft: draft.start))
    return tuple(_statement(document, draft, number, mentions, bodies) for number, draft in enumerate(grouped, 1))


def _drafts(document: Document, cast: Cast, quotes: tuple[Quote, ...]) -> list[Draft]:
    cues = find_cues(document, quotes)
    owners = {quote.start: _cue_of(quote, cues) for quote in quotes}
    drafts: list[Draft] = []
    for cue in cues:
        speaker = cast.resolve(cue.speaker) if cue.speaker is not None else None
        if speaker is None:
            continue
        cast.issue(speaker, cue.content)
        own = tuple(quote for quote in quotes if owners[quote.start] is cue)
        drafts.append(_draft(document, cue, speaker, own))
    return drafts


def _cue_of(quote: Quote, cues: tuple[Cue, ...]) -> Cue | None:
    """Return the cue that brings a quotation in: of those in the sentences that it touches, the nearest."""
    near = [cue for cue in cues if quote.start < cue.sentence.end and cue.sentence.start < quote.end]
    return min(near, key=lambda cue: _gap(quote, cue.verb.idx), default=None)


def _gap(quote: Quote, char: int) -> int:
    return quote.start - char if char < quote.start else char - quote.end


def _draft(document: Document, cue: Cue, speaker: Speaker, quotes: tuple[Quote, ...]) -> Draft:
    clause = " ".join(token.text for token in cue.content) or cue.sentence.text
    stance = stance_of(cue.lemma, _said(document, speaker, clause, quotes, cue.content), negated=cue.negated)
    return Draft(speaker, stance, (_clause(document, cue),), cue.sentence.paragraph, quotes)


def _said(
    document: Document, speaker: Speaker, clause: str, quotes: tuple[Quote, ...], content: tuple[Token, ...] = ()
) -> Said:
    long = [quote for quote in quotes if quote.words > _SHORT]
    tokens = [token for quote in long for token in _tokens(document, quote)] or content
    role = f"{speaker.name} {speaker.office.role if speaker.office else ''}"
    quoted = " ".join(quote.span.text for quote in long)
    source = {kind for kind, pattern in _SOURCES.items() if pattern.search(role)}
    source |= {"armed"} if speaker.actor and speaker.actor.kind in {"armed_group", "military"} else set()
    return Said(clause, quoted, tokens, frozenset(source))


def _tokens(document: Document, quote: Quote) -> tuple[Token, ...]:
    part = document.doc.char_span(quote.span.start, quote.span.end, alignment_mode="expand")
    return tuple(part) if part is not None else ()


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
    """Give quotations that no cue took to whoever speaks around them."""
    taken = {quote.start for draft in drafts for quote in draft.quotes}
    result = list(drafts)
    for quote in quotes:
        if quote.start in taken or quote.words <= _SHORT:
            continue
        paragraph = document.sentence_at(quote.span.start).paragraph
        owner = _owner(document, quote, paragraph, drafts)
        if owner:
            stance = by_content(_said(document, owner.speaker, quote.span.text, (quote,)))
            result.append(replace(owner, stance=stance, quotes=(quote,), paragraph=paragraph, confidence=0.5))
    return result


def _owner(document: Document, quote: Quote, paragraph: int, drafts: list[Draft]) -> Draft | None:
    """Return who spoke last in the paragraph, else who speaks next, else, if all is quoted, who spoke before it."""
    here = [draft for draft in drafts if draft.paragraph == paragraph]
    before = [draft for draft in here if draft.start < quote.start]
    if here:
        return before[-1] if before else here[0]
    own = [sentence for sentence in document.sentences if sentence.paragraph == paragraph]
    alone = own and quote.start <= own[0].start + 1 and quote.end >= own[-1].end - 1
    last = [draft for draft in drafts if draft.paragraph == paragraph - 1 and draft.is_quoted]
    return last[-1] if alone and last else None


def _grouped(drafts: list[Draft]) -> list[Draft]:
    """Join what one speaker says with one stance: reported speech always, quotations within a paragraph."""
    groups: list[Draft] = []
    for draft in drafts:
        at = next((n for n in reversed(range(len(groups))) if _same(groups[n], draft)), None)
        if at is None:
            groups.append(draft)
        else:
            groups[at] = _joined(groups[at], draft)
    return groups


def _same(group: Draft, draft: Draft) -> bool:
    if group.speaker.name.lower() != draft.speaker.name.lower():
        return False
    together = group.paragraph == draft.paragraph
    if group.stance == draft.stance:
        return together or not group.is_quoted or not draft.is_quoted
    return together and group.is_quoted != draft.is_quoted and bool(_PLAIN & {group.stance, draft.stance})


def _joined(group: Draft, draft: Draft) -> Draft:
    stance = draft.stance if group.stance in _PLAIN else group.stance
    return replace(
        group, stance=stance, quotes=(*group.quotes, *draft.quotes), clauses=(*group.clauses, *draft.clauses)
    )


def _statement(
    document: Document, draft: Draft, number: int, mentions: tuple[Mention, ...], bodies: Mapping[str, str]
) -> Statement:
    speaker = draft.speaker
    quote = max(draft.quotes, key=lambda each: each.words, default=None)
    actor = speaker.actor
    own = actor.name if actor and not speaker.person else None
    return Statement(
        id=f"{document.report.id}:s{number}",
        report=document.report.id,
        speaker=ActorMention(
            name=speaker.name,
            actor=actor.actor if actor else None,
            kind="person" if speaker.person else (actor.kind if actor else "unknown"),
            country=actor.country if actor else None,
            sector=actor.sector if actor else None,
            role=speaker.office.role if speaker.office else None,
            spans=(speaker.span,),
        ),
        stance=draft.stance,
        speaking_for=bodies.get(speaker.name, own),
        about=about(document, draft.clauses, draft.quotes, mentions, speaker.name),
        label=label(document, draft.clauses, draft.quotes),
        quote=quote.span if quote else None,
        spans=tuple(dict.fromkeys((speaker.span, *draft.clauses))),
        confidence=draft.confidence,
    )
