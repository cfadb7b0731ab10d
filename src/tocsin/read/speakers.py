"""Says who speaks: the words that name the speaker, resolved to the fullest name in the report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from tocsin.model import ActorMention, Span
from tocsin.read.bodies import expand
from tocsin.read.document import Document, Sentence
from tocsin.read.genders import Genders
from tocsin.read.lexicon import words
from tocsin.read.offices import Office
from tocsin.read.people import Person, folded
from tocsin.read.speaker_words import actor_at, before_clause, is_owned, issued_before, issuer_of, phrase, roles, titles
from tocsin.read.voices import can_speak

_SINGULAR = frozenset({"he", "she"})
_MUTE = frozenset(
    {"i", "we", "you", "me", "us", "this", "that", "what", "there", "these", "those", "one", "nobody", "everyone"}
    | {"it", "who", "which", "both", "some", "others", "all", "anyone", "no", "none", "everything", "nothing"}
)
_NOBODY = re.compile(r"(?:no|none of|neither|nobody)\b", re.IGNORECASE)
_MODEST = re.compile(r"^(?:the|a|an|some|these|those|its|their|his|her|our)\s+", re.IGNORECASE)
_LOOK_BACK = 3
_LOWER = frozenset({"vice", "deputy", "assistant"})
_PLAIN = frozenset(words("offices")["plain"]) - _LOWER
_COLLECTIVE = frozenset({"police", "family", "people", "government", "army", "military"})


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
    genders: Genders = field(init=False)

    def __post_init__(self) -> None:
        self.genders = Genders(self.document, self.people)

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
            return self._plural(head) or self.last_group
        start, end = phrase(head)
        person = self._person(head, start, end)
        if person:
            return self.of_person(person)
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
                if person.start <= child.idx < person.end and not is_owned(self.document, person):
                    return person
        return None

    def of_person(self, person: Person) -> Speaker:
        """Return a named person as a speaker, with the office that the report gives."""
        office = next((o for o in self.offices if o.start <= person.start < o.end), None)
        known = office or next((o for o in self.offices if o.person == person.name), None)
        start, end = (office.start, office.end) if office else (person.start, person.end)
        actor = actor_at(self.document, person.start, person.end)
        return Speaker(person.name, self.document.span(start, end), person=True, actor=actor, office=known)

    def _pronoun(self, head: Token) -> Speaker | None:
        """Resolve he or she: the nearest subject before it that is a person, else who spoke last."""
        wanted = "woman" if head.lower_ == "she" else "man"
        here = self.document.sentence_at(head.idx)
        for sentence in reversed(self.document.sentences[max(0, here.index - _LOOK_BACK) : here.index + 1]):
            if sentence.is_title:
                break
            end = min(head.idx, sentence.end)
            fit = [s for s in self._subjects(sentence, end) if self.genders.fits(s.name, wanted)]
            spoke = [s for s in self.spoken if s.person and sentence.start <= s.span.start < end]
            fit = fit or [s for s in reversed(spoke) if self.genders.fits(s.name, wanted)]
            if fit:
                return self._noted(fit[0], wanted)
        last = [s for s in reversed(self.spoken) if s.person and self.genders.fits(s.name, wanted)]
        return self._noted(last[0], wanted) if last else None

    def _noted(self, speaker: Speaker, gender: str) -> Speaker:
        self.genders.note(speaker.name, gender)
        return speaker

    def _subjects(self, sentence: Sentence, end: int) -> Iterator[Speaker]:
        """Yield the persons who are subjects in a sentence before a character, the last first, by name or office."""
        for token in reversed(sentence.slice):
            if token.idx >= end or token.dep_ not in {"nsubj", "nsubjpass"} or self._is_quoted(token.idx):
                continue
            person = self._person(token, *phrase(token))
            if person:
                yield self.of_person(person)
                continue
            held = self._by_role(token, *phrase(token), guess=False)
            if held:
                yield held

    def _plural(self, head: Token) -> Speaker | None:
        """Resolve they: the nearest subject before it, in its sentence or the one before, that is several."""
        here = self.document.sentence_at(head.idx)
        for sentence in reversed(self.document.sentences[max(0, here.index - 1) : here.index + 1]):
            for token in reversed(sentence.slice):
                subject = token.dep_ == "nsubj" and token.idx < head.idx and not self._is_quoted(token.idx)
                several = token.tag_ in {"NNS", "NNPS"} or token.lower_ in _COLLECTIVE
                if subject and several and not sentence.is_title and can_speak(token):
                    return self._group(token, *phrase(token))
        return None

    def _is_quoted(self, char: int) -> bool:
        return any(start <= char < end for start, end in self.quoted)

    def _by_role(self, head: Token, start: int, end: int, *, guess: bool = True) -> Speaker | None:
        """Resolve "the minister" to the last person who was given that office, with `guess` to who spoke last."""
        parts = folded(self.document.report.text[start:end]).split()
        if head.lower_ not in roles() or parts[0] not in {"the", "this"} or len(parts) > 5 or head.tag_ == "NNS":
            return None
        told = set(parts[1:-1]) - _PLAIN
        for office in reversed(self.offices):
            if office.start >= head.idx or not _is_held(office, head.lower_, told):
                continue
            person = next((p for p in self.people if office.start <= p.start < office.end), None)
            if person:
                return self.of_person(person)
        return self.last_person if guess and not told and head.lower_ in titles() else None

    def _document(self, head: Token, start: int, end: int) -> Speaker | None:
        """Resolve "the statement": who issued it by its words, else who spoke in one, else who spoke last."""
        kinds = words("speech")["documents"]
        issuer = issuer_of(head)
        if issuer is not None and issuer.lemma_.lower() not in kinds and can_speak(issuer):
            return self._resolve(issuer)
        text = self.document.report.text[start:end]
        if not re.match(r"(?:the|this|that|its|his|her)\s+(?:\w+\s+)?\w+$", text, re.IGNORECASE):
            return None
        known = self.issued.get(head.lemma_.lower())
        before = None if known else issued_before(head)
        if before is not None and before.lemma_.lower() not in kinds and can_speak(before):
            return self._resolve(before)
        return known or (self.spoken[-1] if self.spoken else None)

    def _group(self, head: Token, start: int, end: int) -> Speaker | None:
        if not can_speak(head):
            return None
        end = min(end, before_clause(self.document, head, end))
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


def _is_held(office: Office, title: str, told: set[str]) -> bool:
    """Say whether an office goes by a title, all words before it told and no "vice" left out."""
    role = set(re.findall(r"[\w.-]+", folded(office.role)))
    return title in role and told <= role and not (role & _LOWER) - told
