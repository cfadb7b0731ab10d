"""The parties that a noun phrase names: actors of the registry, countries by their people or place, roles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tocsin.model import ActorMention
from tocsin.model.vocabulary import ActorKind
from tocsin.read.coding_acts import lemma
from tocsin.read.coding_nations import countries_at, ruled_by, sector_in, sector_of
from tocsin.read.coding_words import frame
from tocsin.read.document import Document
from tocsin.read.phrases import with_conjuncts

BEFORE = frozenset({"compound", "amod", "nmod", "poss"})
"""Words before a noun that belong to it."""
PLACES = frozenset({"in", "at", "near", "outside", "around", "across", "inside"})
"""Prepositions that may say no more than where an act was."""
_INSIDE = PLACES | {"of", "from", "for", "throughout", "within", "by"}
_BETWEEN = frozenset({"between", "among", "by", "of", "from"})
_NAMES = frozenset({"PERSON", "ORG", "NORP"})


@dataclass(frozen=True, slots=True)
class Phrases:
    """Names the parties of one document's noun phrases; holds which words name which actors and countries."""

    document: Document
    actors: dict[int, ActorMention]
    countries: dict[int, str]

    def parties(self, head: Token, *, here: bool = True) -> Iterator[ActorMention]:
        """Yield the parties of a noun and of those joined to it; where they are counts only where `here` says so."""
        for each in (one for joined in with_conjuncts(head) for one in _counted(joined) or [joined]):
            if lemma(each) not in frame("things"):
                yield from self._at(each, here=here)
                continue
            inner = [party for within in _within(each) for party in self.parties(within, here=here)]
            yield from inner or (party for word in _adjectives(each) for party in self._before(word))

    def _before(self, token: Token) -> Iterator[ActorMention]:
        """Yield the party that a word before a noun names: "US attacks"."""
        if token.i in self.actors:
            yield _at_home(self.actors[token.i])
        elif token.i in self.countries:
            yield self._party(token, self.countries[token.i], "GOV")

    def _at(self, head: Token, *, here: bool) -> Iterator[ActorMention]:
        """Yield the party that a noun with its modifiers names, or both of "French and Egyptian warships"."""
        sector = sector_of(head)
        actor = self.actors.get(head.i) or self._owner(head, sector)
        if actor is not None:
            yield from self._others(head, actor)
            body = actor.sector in {"IGO", "NGO"}
            home = actor.country or (None if body else next(iter(self._homes(head, here=here)), None))
            named = sector_in(actor.name or "") if actor.actor is None else None
            yield _at_home(replace(actor, country=home, sector=actor.sector or named or sector))
            return
        nations = self._distinct(_adjectives(head))
        known = bool(sector or head.i in self.countries or head.ent_type_ in _NAMES or _is_people(head))
        homes = nations or (self._homes(head, here=here) if known and sector != "IGO" else [])
        if not homes and known:
            homes = [ruled_by(head.text) if head.ent_type_ == "PERSON" else None]
        for country in homes:
            yield self._party(head, country, sector or ("GOV" if country else None))

    def _party(self, head: Token, country: str | None, sector: str | None) -> ActorMention:
        name = head.text if head.ent_type_ in _NAMES and not country else None
        kind: ActorKind = "person" if head.ent_type_ == "PERSON" else "unknown"
        return ActorMention(name=name, kind=kind, country=country, sector=sector, spans=(self.document.span_of(head),))

    def _owner(self, head: Token, sector: str | None) -> ActorMention | None:
        """Return the registry's actor that the words before a noun name: "NATO planes"."""
        left = [each for child in head.children if child.dep_ in BEFORE | {"appos"} for each in child.subtree]
        owners = [self.actors[each.i] for each in left if each.i in self.actors]
        if sector is not None and head.i not in self.countries:
            behind = (each for child in head.children if child.lower_ in {"of", "from"} for each in child.children)
            owners += [self.actors[each.i] for each in behind if each.i in self.actors]
        found = next((each for each in owners if each.actor), None)
        if found is None or found.sector in {"IGO", "NGO"}:
            return found
        return replace(found, sector=sector or found.sector)

    def _others(self, head: Token, actor: ActorMention) -> Iterator[ActorMention]:
        """Yield the other parties that joined adjectives name: "the Croatian and Slovenian governments"."""
        for each in _joined_before(head):
            other = self.actors.get(each.i)
            if other is not None and other is not actor and other.country != actor.country:
                yield other
            elif other is None and self.countries.get(each.i, actor.country) != actor.country:
                yield self._party(head, self.countries[each.i], actor.sector)

    def _homes(self, head: Token, *, here: bool) -> list[str | None]:
        """Return the country that a phrase names first, with those joined to it."""
        first = next((each for each in _evidence(head, here=here) if each.i in self.countries), None)
        return self._distinct(with_conjuncts(first) if first is not None and first != head else [head])

    def _distinct(self, tokens: Iterable[Token]) -> list[str | None]:
        return list(dict.fromkeys(self.countries[each.i] for each in tokens if each.i in self.countries))


def phrases_of(document: Document) -> Phrases:
    """Note which words of a document name actors and which name countries."""
    actors = {
        token.i: actor
        for actor in document.actors
        for span in actor.spans
        for token in document.doc.char_span(span.start, span.end, alignment_mode="expand") or ()
    }
    return Phrases(document, actors, countries_at(document))


def _evidence(head: Token, *, here: bool) -> Iterator[Token]:
    """Yield the words of a phrase that may name its country, the nearest to the head first."""
    yield head
    for child in head.children:
        if child.dep_ in BEFORE:
            yield from child.subtree
    for child in head.children:
        inside = child.dep_ == "prep" and child.lower_ in (_INSIDE if here else _INSIDE - PLACES)
        if child.dep_ in {"appos", "acl"} or inside:
            yield from child.subtree


def _at_home(actor: ActorMention) -> ActorMention:
    """Give a person whom no words give a country the one that somebody of this name ruled."""
    if actor.country is not None or actor.kind != "person":
        return actor
    return replace(actor, country=ruled_by(actor.name or ""))


def _is_people(head: Token) -> bool:
    """Say whether a noun is the name of many: "angry Copts"."""
    return head.tag_ == "NNPS" and head.ent_type_ not in {"DATE", "TIME", "PRODUCT", "EVENT", "WORK_OF_ART"}


def _counted(head: Token) -> list[Token]:
    """Return whom a number or group is made of: "hundreds of nurses"."""
    if lemma(head) not in frame("many"):
        return []
    return [each for child in head.children if child.lower_ == "of" for each in child.children if each.dep_ == "pobj"]


def _within(head: Token) -> Iterator[Token]:
    """Yield who is named behind what happened: "talks between", "an attack by"."""
    for child in head.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in _BETWEEN:
            yield from (each for each in child.children if each.dep_ == "pobj")


def _adjectives(head: Token) -> Iterator[Token]:
    """Yield the words before a noun that say whose it is, with those joined to them: "French and Egyptian"."""
    for child in head.children:
        if child.dep_ in BEFORE:
            yield child
            yield from (each for each in child.children if each.dep_ in {"conj", "compound", "amod"})


def _joined_before(head: Token) -> Iterator[Token]:
    """Yield the adjectives of a noun where several are joined."""
    found = list(_adjectives(head))
    if any(each.dep_ == "conj" for each in found):
        yield from found
