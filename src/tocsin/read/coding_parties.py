"""Who acts and who is acted upon in a political act."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tocsin.model import ActorMention
from tocsin.read.coding_acts import lemma, noun_act
from tocsin.read.coding_nations import is_machine, sector_of
from tocsin.read.coding_phrases import BEFORE, PLACES, Phrases
from tocsin.read.coding_said import Said
from tocsin.read.coding_words import frame
from tocsin.read.phrases import agents_by, is_passive, subjects

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "AGREE"})
_OWN = frozenset({"its", "their", "his", "her", "own"})
_ACTIVE = frozenset({"engage", "involve", "prepare", "determine", "commit", "dispose", "pit", "lock"})
_ABROAD = frozenset({"MOBILIZE", "RETREAT", "SANCTION", "AID", "COOPERATE", "THREATEN", "CONSULT", "AGREE", "SUPPORT"})
"""Acts that mostly cross a border: nouns without a country ("troops", "aid workers") are seldom their target."""
_DOMESTIC = frozenset({"PROTEST", "COERCE", "CONCEDE"})
"""Acts that are against, or for, one's own country where no other is named."""
_ORDERED = frozenset({"COERCE", "CONCEDE"})
"""Acts of those who rule, where nobody else is named."""
_ELSEWHERE = frozenset({"CONSULT", "COOPERATE"})
"""Acts whose place says nothing of who takes part."""
_TALKS = frozenset({"", "phone", "multilateral"})
_BODIES = frozenset({"IGO", "NGO"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Finds the parties of one document's acts."""

    phrases: Phrases

    def both(self, said: Said) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
        """Return who acts and who is acted upon; those who talk with one another all act."""
        source = self.source(said)
        target = self.target(said, source)
        if said.event == "CONSULT" and said.mode in _TALKS and source and target:
            return _distinct((*source, *target)), ()
        return source, target

    def source(self, said: Said) -> tuple[ActorMention, ...]:
        """Return who acts; those without a country are given that of the act's place."""
        doers = _doers(said)
        named = self._parties(doers) or self._parties(_above(said) if doers else _just_before(said))
        if any(party.country or party.sector in _BODIES for party in named):
            return named
        if not named and said.event in _ORDERED and not doers:
            homes = (party.country for party in self._parties(said.actors))
            home = next(filter(None, homes), None) or self._scene(said)
            return (ActorMention(name=None, country=home, sector="GOV"),) if home else ()
        if not named and any(head.pos_ == "NOUN" and noun_act(head) is None for head in doers):
            named = (ActorMention(name=None, spans=tuple(map(self.phrases.document.span_of, doers))),)
        return tuple(replace(party, country=self._scene(said)) for party in named)

    def _parties(self, heads: Iterable[Token]) -> tuple[ActorMention, ...]:
        return _named(_distinct(party for head in heads for party in self.phrases.parties(head)))

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
                return self._here(_at_home(found, source), said)
        near, far = self._behind(said, source, _region(said))
        if not (near or far) and said.verb.dep_ in {"xcomp", "advcl", "acl"}:
            near, far = self._behind(said, source, _region(replace(said, words=(*said.words, said.verb.head))))
        found = self._here(_at_home(near or far, source), said)
        home = next((party.country for party in source if party.country), None)
        domestic = said.event in _DOMESTIC or said.mode in {"restrict", "ban", "arrest"}
        if found or not domestic or home is None:
            return found
        return (ActorMention(name=None, country=home),)

    def _here(self, found: tuple[ActorMention, ...], said: Said) -> tuple[ActorMention, ...]:
        """Give parties of violence and force that nothing gives a country that of the act's place."""
        if said.event not in _DOMESTIC | {"ASSAULT"} or any(
            party.country or party.sector in _BODIES for party in found
        ):
            return found
        return tuple(replace(party, country=self._scene(said)) for party in found)

    def _behind(
        self, said: Said, source: Sequence[ActorMention], region: Iterable[Token]
    ) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
        """Return the first parties behind an act, and the first of those that stand aside of it."""
        far: tuple[ActorMention, ...] = ()
        for token in region:
            parties = self.phrases.parties(token, here=said.event not in _ELSEWHERE)
            found = tuple(party for party in _named(_distinct(parties)) if not _is_same(party, source, token))
            if not found:
                continue
            bare = said.event in _ABROAD and said.mode != "release"
            bare = bare and not any(party.country or party.name for party in found)
            if not bare and not _is_aside(token, said, found, source):
                return found, far
            far = far or found
        return (), far


def _doers(said: Said) -> list[Token]:
    """Return the heads of those who act: of a passive those behind "by"."""
    passive = said.actors and is_passive(said.verb) and all(head.dep_ == "nsubjpass" for head in said.actors)
    if not passive or lemma(said.verb) in _ACTIVE:
        return list(said.actors)
    agents = agents_by(said.verb)
    moved = said.event == "MOBILIZE" or _is_withdrawal(said)
    return agents or (list(said.actors) if moved else [])


def _just_before(said: Said) -> list[Token]:
    """Return the nouns between a verb of which the parse gives no subject and the last mark before it."""
    if said.actors or said.verb.pos_ != "VERB":
        return []
    found: list[Token] = []
    for token in reversed(list(said.verb.sent[: said.verb.i - said.verb.sent.start])):
        if token.is_punct and token.text != "/":
            break
        if token.pos_ in _NOMINAL and not _is_inner(token) and token.dep_ != "pobj":
            found.insert(0, token)
    return found


def _above(said: Said) -> list[Token]:
    """Return the subject of the clause that an act's clause stands in: "issued a decree granting"."""
    below = said.verb
    for token in said.verb.ancestors:
        if below.dep_ == "ccomp":
            return []
        found = subjects(token) if token.pos_ in {"VERB", "AUX"} else []
        if found and found != list(said.actors):
            return found
        below = token
    return []


def _region(said: Said) -> Iterator[Token]:
    """Yield the nouns of an act that may be its target: those behind its verb in text order, then those before."""
    taken = {token.i for head in _doers(said) for token in head.subtree}
    tokens = {each for word in (said.verb, *said.words) for each in word.subtree if each.i not in taken}
    for token in sorted(tokens, key=lambda each: (each.i < said.verb.i, each.i)):
        own = _is_own(token) or is_machine(token) or _is_sent(token)
        if token.pos_ not in _NOMINAL or _is_inner(token) or own:
            continue
        if not (_is_force(token) and (said.event == "MOBILIZE" or _is_withdrawal(said))):
            yield token


def _is_withdrawal(said: Said) -> bool:
    return said.event == "RETREAT" and said.mode != "release"


def _is_aside(token: Token, said: Said, found: Sequence[ActorMention], source: Sequence[ActorMention]) -> bool:
    """Say whether words stand in a clause or phrase of their own, or only say where the act was."""
    for each in (token, *token.ancestors):
        if each == said.verb:
            break
        if each.dep_ in {"prep", "mark", "advmod"} and each.lower_ in frame("aside"):
            return True
        if each.dep_ in {"relcl", "advcl"} and each not in said.words:
            return True
    if said.event == "ACCUSE" and token.dep_ == "pobj" and token.head.lower_ == "to":
        return True
    if token.dep_ == "pobj" and token.head.lower_ in PLACES:
        return said.event in _ELSEWHERE or found[0].country in {party.country for party in source}
    return False


def _is_inner(token: Token) -> bool:
    """Say whether a word only modifies the noun that it stands before."""
    if token.dep_ == "conj" and token.pos_ == "ADJ":
        return _is_inner(token.head)
    return token.dep_ in BEFORE | {"nummod", "quantmod"} and token.head.i > token.i


def _is_own(token: Token) -> bool:
    owned = any(child.dep_ == "poss" and child.lower_ in _OWN for child in token.children)
    return owned and lemma(token) not in frame("fellows")


def _is_force(token: Token) -> bool:
    """Say whether a noun names the forces that are moved, the act's own."""
    return token.dep_ in {"dobj", "nsubjpass"} and sector_of(token) in {"MIL", "COP"}


def _is_sent(token: Token) -> bool:
    return token.dep_ == "dobj" and lemma(token) in frame("sent") and lemma(token.head) in frame("sending")


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
