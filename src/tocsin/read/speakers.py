"""Says who speaks: the words that name the speaker, resolved to the fullest name in the report."""

import re
from dataclasses import dataclass, field

from spacy.tokens import Token

from tocsin.model import ActorMention, Span
from tocsin.read.document import Document
from tocsin.read.lexicon import words
from tocsin.read.offices import Office
from tocsin.read.people import Person

_SINGULAR = frozenset({"he", "she"})
_PLURAL = frozenset({"they", "it", "who", "which", "both", "some", "others"})
_FIRST = frozenset(
    {"i", "we", "you", "me", "us", "this", "that", "what", "there", "these", "those", "one", "nobody", "everyone"}
)
_MODEST = re.compile(r"^(?:the|a|an|some|these|those|its|their|his|her|our)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: display name, the words that say so, and whether it is one person."""

    name: str
    span: Span
    person: bool
    actor: ActorMention | None = None
    office: Office | None = None


@dataclass(slots=True)
class Cast:
    """The persons and offices of a document, and who spoke last."""

    document: Document
    people: tuple[Person, ...]
    offices: tuple[Office, ...]
    last_person: Speaker | None = None
    last_group: Speaker | None = None
    spoken: list[Speaker] = field(default_factory=list)

    def resolve(self, head: Token) -> Speaker | None:
        """Return the speaker that a head word names, None where it is nobody who can speak."""
        speaker = self._resolve(head)
        if speaker:
            self.spoken.append(speaker)
            if speaker.person:
                self.last_person = speaker
            else:
                self.last_group = speaker
        return speaker

    def _resolve(self, head: Token) -> Speaker | None:
        word = head.lower_
        if word in _FIRST:
            return None
        if word in _SINGULAR:
            return self._pronoun(head)
        if word in _PLURAL:
            return self._again(head, self.last_group) if word == "they" else None
        start, end = phrase(head)
        person = self._person(head, start, end)
        if person:
            return self._of_person(person)
        if word in words("speech")["documents"]:
            return self._document(head, start, end)
        again = self._by_role(head)
        if again:
            return self._again(head, again)
        return self._group(head, start, end)

    def _person(self, head: Token, start: int, end: int) -> Person | None:
        """Return the person that the phrase names: at its head, in apposition, or last in the phrase."""
        inside = [p for p in self.people if start <= p.start and p.end <= end]
        at_head = [p for p in inside if p.start <= head.idx < p.end]
        if at_head:
            return at_head[0]
        appositions = [child for child in head.children if child.dep_ in {"appos", "compound", "nmod"}]
        for child in appositions:
            for person in inside:
                if person.start <= child.idx < person.end and not _owned(self.document, person):
                    return person
        return None

    def _of_person(self, person: Person) -> Speaker:
        office = next((o for o in self.offices if o.start <= person.start < o.end), None)
        known = office or next((o for o in self.offices if o.person == person.name), None)
        span = self.document.span(office.start, office.end) if office else self.document.span(person.start, person.end)
        return Speaker(
            person.name, span, person=True, actor=_actor(self.document, person.start, person.end), office=known
        )

    def _pronoun(self, head: Token) -> Speaker | None:
        """Resolve he or she: the subject person earlier in the sentence, else the last person who spoke."""
        start = self.document.sentence_at(head.idx).start
        subjects = [p for p in self.people if start <= p.start < head.idx and _is_subject(self.document, p)]
        if subjects:
            speaker = self._of_person(subjects[-1])
            return self._again(head, speaker)
        if self.last_person:
            return self._again(head, self.last_person)
        before = [p for p in self.people if p.start < head.idx]
        return self._again(head, self._of_person(before[-1])) if before else None

    def _by_role(self, head: Token) -> Speaker | None:
        """Resolve "the minister" to the last person who was given that office."""
        start, end = phrase(head)
        text = self.document.report.text[start:end].lower()
        if not re.match(r"(?:the|this)\s", text) or len(text.split()) > 4:
            return None
        own = [
            o
            for o in self.offices
            if o.start < head.idx and re.search(rf"\b{re.escape(head.lower_)}\b", o.role.lower())
        ]
        if own:
            person = next((p for p in self.people if own[-1].start <= p.start < own[-1].end), None)
            return self._of_person(person) if person else None
        titles = {
            word
            for name in ("government", "leader", "official", "spokesperson", "ranks")
            for word in words("offices")[name]
        }
        return self.last_person if head.lower_ in titles else None

    def _document(self, head: Token, start: int, end: int) -> Speaker | None:
        """Resolve "the statement": who issued it by its words, else who spoke last."""
        text = self.document.report.text[start:end]
        issuer = _issuer(head)
        if issuer is not None and issuer.lower_ not in words("speech")["documents"]:
            found = self._resolve(issuer)
            if found:
                return found
        if not re.match(r"(?:the|this|that|its|his|her)\s+\w+$", text, re.IGNORECASE):
            return self._group(head, start, end)
        last = self.spoken[-1] if self.spoken else None
        return self._again(head, last) if last else self._group(head, start, end)

    def _group(self, head: Token, start: int, end: int) -> Speaker | None:
        if head.pos_ not in {"NOUN", "PROPN", "ADJ", "X"} or head.ent_type_ in {"DATE", "TIME", "MONEY", "CARDINAL"}:
            return None
        span = self.document.span(start, end)
        actor = _actor(self.document, head.idx, head.idx + len(head.text))
        bare = _MODEST.sub("", span.text)
        name = actor.name if actor and actor.name and len(bare.split()) <= 4 else bare
        return Speaker(name[:1].upper() + name[1:], span, person=False, actor=actor)

    def _again(self, head: Token, speaker: Speaker | None) -> Speaker | None:
        if speaker is None:
            return None
        return Speaker(speaker.name, speaker.span, person=speaker.person, actor=speaker.actor, office=speaker.office)


def phrase(head: Token) -> tuple[int, int]:
    """Return the characters of a noun phrase: its head with what stands before it and short complements after it."""
    tokens = [head]
    for child in head.children:
        if child.i < head.i and child.dep_ not in {"relcl", "punct", "cc", "conj", "appos", "advcl", "acl"}:
            tokens += list(child.subtree)
        elif child.dep_ == "prep" and child.lower_ in {"of", "for", "in", "from", "at", "with"}:
            tokens += list(child.subtree)[:8]
        elif child.dep_ in {"appos", "conj", "cc", "nmod"}:
            tokens += list(child.subtree)[:10]
    tokens = sorted(set(tokens), key=lambda t: t.i)
    start, end = tokens[0].i, head.i
    chosen = {t.i for t in tokens}
    for i in range(head.i, tokens[-1].i + 1):
        if i not in chosen and not head.doc[i].is_punct:
            break
        if i in chosen:
            end = i
    last = head.doc[end]
    return head.doc[start].idx, last.idx + len(last.text)


def _owned(document: Document, person: Person) -> bool:
    return document.report.text[person.end : person.end + 2] in {"'s", "’s"}


def _is_subject(document: Document, person: Person) -> bool:
    part = document.doc.char_span(person.start, person.end, alignment_mode="expand")
    return part is not None and part.root.dep_ in {"nsubj", "nsubjpass"}


def _issuer(head: Token) -> Token | None:
    for child in head.children:
        if child.dep_ in {"poss", "compound", "nmod"}:
            return child
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"from", "by", "of"}:
            return next((t for t in child.children if t.dep_ == "pobj"), None)
    return None


def _actor(document: Document, start: int, end: int) -> ActorMention | None:
    for actor in document.actors:
        if any(span.start < end and start < span.end for span in actor.spans):
            return actor
    return None
