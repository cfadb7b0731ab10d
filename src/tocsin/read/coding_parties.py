"""Who acts and who is acted upon in a political act."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tocsin.model import ActorMention
from tocsin.read.coding_acts import lemma
from tocsin.read.coding_nations import is_machine, sector_of
from tocsin.read.coding_phrases import BEFORE, PLACES, Phrases
from tocsin.read.coding_said import Said
from tocsin.read.coding_words import frame
from tocsin.read.phrases import agents_by, is_passive

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "AGREE"})
_OWN = frozenset({"its", "their", "his", "her", "own"})
_ACTIVE = frozenset({"engage", "involve", "prepare", "determine", "commit", "dispose", "pit", "lock"})
_ABROAD = frozenset({"MOBILIZE", "RETREAT", "SANCTION", "AID", "COOPERATE", "THREATEN", "CONSULT", "AGREE", "SUPPORT"})
"""Acts that mostly cross a border: nouns without a country ("troops", "aid workers") are seldom their target."""
_DOMESTIC = frozenset({"PROTEST", "COERCE", "CONCEDE"})
"""Acts that are against, or for, one's own country where no other is named."""
_ELSEWHERE = frozenset({"CONSULT", "COOPERATE"})
"""Acts whose place says nothing of who takes part."""
_BODIES = frozenset({"IGO", "NGO"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Finds the parties of one document's acts."""

    phrases: Phrases

    def source(self, said: Said) -> tuple[ActorMention, ...]:
        """Return who acts; those without a country are given that of the act's place."""
        named = _named(_distinct(party for head in _doers(said) for party in self.phrases.parties(head)))
        if any(party.country or party.sector in _BODIES for party in named):
            return named
        return tuple(replace(party, country=self._scene(said)) for party in named)

    def _scene(self, said: Said) -> str | None:
        """Return the country where an act is, else the only one that the report names."""
        known = self.phrases.countries
        for token in said.verb.subtree:
            if token.dep_ == "pobj" and token.head.lower_ in PLACES and token.i in known:
                return known[token.i]
        homes = set(known.values())
        return next(iter(homes)) if len(homes) == 1 else None

    def target(self, said: Said, source: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
        """Return who is acted upon: the nearest party behind the act's words that isn't its source."""
        if said.mode == "resign" or (said.event in _MUTUAL and len({party.country for party in source}) > 1):
            return ()
        passive = _doers(said) != list(said.actors)
        for heads in (said.towards, said.actors if passive else ()):
            found = _distinct(party for head in heads for party in self.phrases.parties(head))
            if found:
                return _at_home(found, source)
        near, far = self._behind(said, source)
        found = _at_home(near or far, source)
        home = next((party.country for party in source if party.country), None)
        if found or said.event not in _DOMESTIC or home is None:
            return found
        return (ActorMention(name=None, country=home),)

    def _behind(
        self, said: Said, source: Sequence[ActorMention]
    ) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
        """Return the first parties behind an act, and the first of those that stand aside of it."""
        far: tuple[ActorMention, ...] = ()
        for token in _region(said):
            parties = self.phrases.parties(token, here=said.event not in _ELSEWHERE)
            found = tuple(party for party in _named(_distinct(parties)) if not _is_same(party, source, token))
            if not found:
                continue
            bare = said.event in _ABROAD and not any(party.country or party.name for party in found)
            if not bare and not _is_aside(token, said, found, source):
                return found, far
            far = far or found
        return (), far


def _doers(said: Said) -> list[Token]:
    """Return the heads of those who act: of a passive those behind "by"."""
    passive = said.actors and is_passive(said.verb) and all(head.dep_ == "nsubjpass" for head in said.actors)
    if passive and lemma(said.verb) not in _ACTIVE:
        return agents_by(said.verb)
    return list(said.actors)


def _region(said: Said) -> Iterator[Token]:
    """Yield the nouns of an act that may be its target: those behind its verb in text order, then those before."""
    taken = {token.i for head in _doers(said) for token in head.subtree}
    tokens = {each for word in (said.verb, *said.words) for each in word.subtree if each.i not in taken}
    for token in sorted(tokens, key=lambda each: (each.i < said.verb.i, each.i)):
        if token.pos_ not in _NOMINAL or _is_inner(token) or _is_own(token) or is_machine(token):
            continue
        if said.event not in {"MOBILIZE", "RETREAT"} or not _is_force(token):
            yield token


def _is_aside(token: Token, said: Said, found: Sequence[ActorMention], source: Sequence[ActorMention]) -> bool:
    """Say whether words stand in a clause or phrase of their own, or only say where the act was."""
    for each in (token, *token.ancestors):
        if each == said.verb:
            break
        if each.dep_ in {"prep", "mark", "advmod"} and each.lower_ in frame("aside"):
            return True
        if each.dep_ in {"relcl", "advcl"} and each not in said.words:
            return True
    if token.dep_ == "pobj" and token.head.lower_ in PLACES:
        return said.event in _ELSEWHERE or found[0].country in {party.country for party in source}
    return False


def _is_inner(token: Token) -> bool:
    """Say whether a word only modifies the noun that it stands before."""
    return token.dep_ in BEFORE | {"nummod", "quantmod"} and token.head.i > token.i


def _is_own(token: Token) -> bool:
    owned = any(child.dep_ == "poss" and child.lower_ in _OWN for child in token.children)
    return owned and lemma(token) != "counterpart"


def _is_force(token: Token) -> bool:
    return token.dep_ in {"dobj", "nsubjpass"} and sector_of(token) in {"MIL", "COP"}


def _is_same(party: ActorMention, source: Sequence[ActorMention], token: Token) -> bool:
    """Say whether a party is the source again: the same identity, or the same country by name."""
    for each in source:
        if party.actor and party.actor == each.actor:
            return True
        if token.ent_type_ == "GPE" and party.country == each.country and party.sector == each.sector == "GOV":
            return True
    return False


def _named(found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Leave out those that have neither country nor name beside others that have."""
    return tuple(party for party in found if party.country or party.actor or party.name) or found


def _at_home(found: Sequence[ActorMention], source: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Give parties without a country that of the source: "police arrested protesters"."""
    home = next((party.country for party in source if party.country), None)
    return tuple(
        replace(party, country=home) if party.country is None and party.sector not in _BODIES else party
        for party in found
    )


def _distinct(parties: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    found: dict[tuple[str | None, str | None, str | None], ActorMention] = {}
    for party in parties:
        found.setdefault((party.actor, party.country, party.sector), party)
    return tuple(found.values())
