"""Finds the statements of a document: who said what, with what stance, about what."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tocsin.model import ActorMention, Mention, Span, Statement
from tocsin.model.vocabulary import Stance
from tocsin.read.document import Document
from tocsin.read.memberships import find_memberships
from tocsin.read.offices import find_offices
from tocsin.read.people import find_people
from tocsin.read.quotes import Quote, find_quotes
from tocsin.read.said import said_in
from tocsin.read.speakers import Speaker
from tocsin.read.stance import by_content, stance_of
from tocsin.read.topics import about, label
from tocsin.read.utterances import SHORT, Utterance, find_utterances

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
    def is_quoted(self) -> bool:
        """Whether more than a few words are quoted."""
        return any(quote.words > SHORT for quote in self.quotes)


def extract_statements(document: Document, mentions: tuple[Mention, ...]) -> tuple[Statement, ...]:
    """Return the statements of a document in text order."""
    people = find_people(document)
    offices = find_offices(document, people)
    bodies = {relation.subject: relation.object for relation in reversed(find_memberships(document, offices))}
    told = find_utterances(document, people, offices, find_quotes(document.report))
    grouped = _grouped([_draft(document, each) for each in told])
    return tuple(_statement(document, draft, number, mentions, bodies) for number, draft in enumerate(grouped, 1))


def _draft(document: Document, told: Utterance) -> Draft:
    said = said_in(document, told)
    stance = stance_of(told.lemma, said, negated=told.negated) if told.lemma else by_content(said)
    return Draft(
        told.speaker, stance, (told.clause,), told.paragraph, told.quotes, confidence=0.5 if told.guessed else 0.6
    )


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
