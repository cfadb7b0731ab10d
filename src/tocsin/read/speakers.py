"""Says who speaks: the words that name the speaker, resolved to the fullest name in the report."""

import re
from dataclasses import dataclass, field

from spacy.tokens import Token

from tocsin.model import ActorMention, Span
from tocsin.read.bodies import expand
from tocsin.read.document import Document
from tocsin.read.lexicon import words
from tocsin.read.offices import Office
from tocsin.read.people import Person
from tocsin.read.voices import can_speak

_SINGULAR = frozenset({"he", "she"})
_MUTE = frozenset(
    {"i", "we", "you", "me", "us", "this", "that", "what", "there", "these", "those", "one", "nobody", "everyone"}
    | {"it", "who", "which", "both", "some", "others", "all", "anyone", "no", "none", "everything", "nothing"}
)
_NOBODY = re.compile(r"(?:no|none of|neither|nobody)\b", re.IGNORECASE)
_MODEST = re.compile(r"^(?:the|a|an|some|these|those|its|their|his|her|our)\s+", re.IGNORECASE)
_LOOK_BACK = 3


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
    """The persons and offices of a document, and who spoke last; `quoted` are the ranges in quotation marks."""

    document: Document
    people: tuple[Person, ...]
    offices: tuple[Office, ...]
    quoted: tuple[tuple[int, int], ...] = ()
    last_person: Speaker | None = None
    last_group: Speaker | None = None
    spoken: list[Speaker] = field(default_factory=list)
    issued: dict[str, Speaker] = field(default_factory=dict)

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

    def issue(self, speaker: Speaker, content: tuple[Token, ...]) -> None:
        """Remember who spoke "in a statement", so that "the statement said" goes back to them."""
        for token in content:
            if token.lemma_.lower() in words("speech")["documents"] and token.dep_ == "pobj":
                self.issued[token.lemma_.lower()] = speaker

    def _resolve(self, head: Token) -> Speaker | None:
        word = head.lower_
        if word in _MUTE and head.text != "US":
            return None
        if word in _SINGULAR:
            return self._pronoun(head)
        if word == "they":
            return self.last_group
        start, end = phrase(head)
        person = self._person(head, start, end)
        if person:
            return self._of_person(person)
        if head.lemma_.lower() in words("speech")["documents"]:
            return self._document(head, start, end)
        return self._by_role(head, start, end) or self._group(head, start, end)

    def _person(self, head: Token, start: int, end: int) -> Person | None:
        """Return the person that the phrase names: at its head, or in apposition to it."""
        inside = [p for p in self.people if start <= p.start and p.end <= end]
        at_head = [p for p in inside if p.start <= head.idx < p.end]
        if at_head:
            return at_head[0]
        for child in head.children:
            if child.dep_ not in {"appos", "compound", "nmod"}:
                continue
            for person in inside:
                if person.start <= child.idx < person.end and not _owned(self.document, person):
                    return person
        return None

    def _of_person(self, person: Person) -> Speaker:
        office = next((o for o in self.offices if o.start <= person.start < o.end), None)
        known = office or next((o for o in self.offices if o.person == person.name), None)
        start, end = (office.start, office.end) if office else (person.start, person.end)
        actor = actor_at(self.document, person.start, person.end)
        return Speaker(person.name, self.document.span(start, end), person=True, actor=actor, office=known)

    def _pronoun(self, head: Token) -> Speaker | None:
        """Resolve he or she: the nearest subject before it that is a person, else who spoke last."""
        here = self.document.sentence_at(head.idx)
        for sentence in reversed(self.document.sentences[max(0, here.index - _LOOK_BACK) : here.index + 1]):
            if sentence.is_title:
                break
            end = min(head.idx, sentence.end)
            near = [p for p in self.people if sentence.start <= p.start < end and not self._is_quoted(p.start)]
            subjects = [p for p in near if _is_subject(self.document, p)]
            if subjects:
                return self._of_person(subjects[-1])
            spoke = [s for s in self.spoken if s.person and sentence.start <= s.span.start < end]
            if spoke:
                return spoke[-1]
        return self.last_person

    def _is_quoted(self, char: int) -> bool:
        return any(start <= char < end for start, end in self.quoted)

    def _by_role(self, head: Token, start: int, end: int) -> Speaker | None:
        """Resolve "the minister" to the last person who was given that office."""
        text = self.document.report.text[start:end].lower()
        if not re.match(r"(?:the|this)\s", text) or len(text.split()) > 4 or head.tag_ == "NNS":
            return None
        held = [
            office
            for office in self.offices
            if office.start < head.idx and re.search(rf"\b{re.escape(head.lower_)}\b", office.role.lower())
        ]
        for office in reversed(held):
            person = next((p for p in self.people if office.start <= p.start < office.end), None)
            if person:
                return self._of_person(person)
        return self.last_person if head.lower_ in _titles() else None

    def _document(self, head: Token, start: int, end: int) -> Speaker | None:
        """Resolve "the statement": who issued it by its words, else who spoke in one, else who spoke last."""
        issuer = _issuer(head)
        if issuer is not None and issuer.lemma_.lower() not in words("speech")["documents"] and can_speak(issuer):
            return self._resolve(issuer)
        text = self.document.report.text[start:end]
        if not re.match(r"(?:the|this|that|its|his|her)\s+(?:\w+\s+)?\w+$", text, re.IGNORECASE):
            return None
        return self.issued.get(head.lemma_.lower()) or (self.spoken[-1] if self.spoken else None)

    def _group(self, head: Token, start: int, end: int) -> Speaker | None:
        if not can_speak(head):
            return None
        end = min(end, _before_clause(self.document, head, end))
        span = self.document.span(start, end)
        actor = actor_at(self.document, head.idx, head.idx + len(head.text))
        bare = _MODEST.sub("", re.sub(r"\s*\([^)]*\)?|[\"“”]", "", span.text)).strip(" ,-–—")
        if not bare or _NOBODY.match(bare):
            return None
        name = actor.name if actor and actor.name and len(bare.split()) <= 4 else self._proper(head, bare)
        return Speaker(name[:1].upper() + name[1:], span, person=False, actor=actor)

    def _proper(self, head: Token, bare: str) -> str:
        """Return a group's name without what stands in apposition, an acronym as what it stands for."""
        name = re.split(r",\s", bare)[0]
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and head.pos_ == "NOUN":
                start, end = phrase(child)
                name = _MODEST.sub("", self.document.report.text[start:end])
        return expand(self.document, name) if name.isupper() or re.fullmatch(r"[A-Za-z]{2,6}", name) else name


def _titles() -> frozenset[str]:
    kinds = ("government", "leader", "official", "spokesperson", "ranks")
    return frozenset(word for kind in kinds for word in words("offices")[kind])


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


def _before_clause(document: Document, head: Token, end: int) -> int:
    """Cut a phrase before "who" or "which"."""
    text = document.report.text[head.idx : end]
    match = re.search(r",?\s+(?:who|which|that|whose)\b", text)
    return head.idx + match.start() if match else end


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


def actor_at(document: Document, start: int, end: int) -> ActorMention | None:
    """Return the actor whose words overlap characters [start, end)."""
    for actor in document.actors:
        if any(span.start < end and start < span.end for span in actor.spans):
            return actor
    return None
