"""Who did what a tally counts, and against whom, in the record's own terms; what isn't surely the same is unclear."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tocsin.model import Actor
from tocsin.ontology.actors import Registry
from tocsin.ontology.folding import fold
from tocsin.pipeline.parties import party_of
from tocsin.pipeline.tally_words import Counted, UnclearError
from tocsin.resolve.tokens import sequence
from tocsin.store import Aim, Party, Search, Spell
from tocsin.store.interface import View
from tocsin.store.query import Part
from tocsin.store.rows import noun_of

_COUNTING = frozenset({"media", "organisation", "igo", "company", "person", "ministry"})
"""Kinds of actor that count what others do: where a sentence has one as its subject, it tells who counted."""
_TARGETS: dict[str, str] = {
    **dict.fromkeys(("civilian", "villager", "resident"), "civilians"),
    **dict.fromkeys(
        ("soldier", "troop", "army", "military", "force", "serviceman", "garrison", "barrack", "base"), "military"
    ),
    **dict.fromkeys(("police", "policeman", "officer"), "police"),
}
_VAGUE = frozenset(
    sequence(
        "a an the with of its their own target interest facility presence position asset site installation personnel"
    )
)
"""Words of a target that add nothing to a country or kind beside them."""
_END = re.compile(r"[.,;:]|\b(?:throughout|across|in|near|around|inside|within|at|since|during|over|after|before|by)\b")
_ALSO = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+")
_FORCES = {"state": "country:{}", "mil": "military:{}", "pol": "police:{}"}
"""What the registry's bodies of a country are as traits, where a report names the country alone."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Finds the sides that a tally names."""

    view: View
    registry: Registry

    def by(self, name: str) -> Party | None:
        """Return who did it, None for one who only counts it."""
        actor = self._actor(name)
        if actor is not None:
            return None if actor.kind in _COUNTING else self._party(actor, name, "perpetrator")
        party = Party(spells=(Spell(actor=fold(name)),), part="perpetrator")
        if not self.view.search(Search(parties=(party,)), limit=0).total:
            raise UnclearError(f"the record holds nobody called {name} responsible for anything")
        return party

    def against(self, phrase: str) -> Aim:
        """Return whom it hit: an actor, a kind of target, those of a country, or several of these."""
        words = _END.split(phrase, maxsplit=1)[0].strip()
        whole = self._known(words)
        if whole is not None:
            return whole
        parts = [part for part in _ALSO.split(words) if part]
        if len(parts) == 1:
            return self._part(words, phrase)
        # "Afghan and foreign forces" are forces both.
        head = parts[-1].split()[-1]
        full = [f"{part} {head}" if self.registry.demonym(part) else part for part in parts[:-1]] + parts[-1:]
        aims = [self._known(part) or self._part(part, phrase) for part in full]
        return Aim(
            parties=tuple(party for aim in aims for party in aim.parties),
            traits=tuple(dict.fromkeys(trait for aim in aims for trait in aim.traits)),
        )

    def before(self, what: Counted) -> tuple[tuple[Party, ...], tuple[Aim, ...]]:
        """Return what the words before the noun say: whose attacks ("Israeli"), or of whose people ("US soldiers")."""
        if not what.before:
            return (), (Aim(traits=what.victims),) if what.victims else ()
        country = self._country(" ".join(what.before))
        unknown = [word for word in what.before if not self._country(word)]
        if country is None or unknown:
            said = " ".join(unknown or what.before)
            raise UnclearError(f"the record doesn’t tell which of them are “{said}”")
        if not what.figures:
            state = self.registry.get(f"state:{country}")
            return (self._party(state, state.name, "perpetrator"),), ()
        kinds = [trait.removeprefix("kind:") for trait in what.victims if trait.startswith("kind:")]
        if len(kinds) != len(what.victims) or "armed_group" in kinds:
            raise UnclearError(f"the record doesn’t tell which of them are “{' '.join(what.before)}”")
        return (), (Aim(traits=tuple(f"{kind}:{country}" for kind in kinds) or (f"country:{country}",)),)

    def _actor(self, name: str) -> Actor | None:
        found = self.registry.meant(name)
        if len(found) > 1:
            raise UnclearError(f"several actors go by “{name}”: {', '.join(actor.name for actor in found)}")
        return found[0] if found else None

    def _party(self, actor: Actor, name: str, part: Part) -> Party:
        return party_of(actor.id, self.registry.memberships(actor.id), (name, actor.name), part)

    def _known(self, words: str) -> Aim | None:
        """Return the aim at an actor of the registry or record, None where no one has the name."""
        actor = self._actor(words) if words and not words.islower() else None
        if actor is not None:
            prefix, _, code = actor.id.partition(":")
            traits = (_FORCES[prefix].format(code),) if prefix in _FORCES else ()
            return Aim(parties=(self._party(actor, words, "target"),), traits=traits)
        party = Party(spells=(Spell(actor=fold(words)),), part="target")
        if words and not words.islower() and self.view.search(Search(parties=(party,)), limit=0).total:
            return Aim(parties=(party,))
        return None

    def _part(self, words: str, phrase: str) -> Aim:
        country = self._country(words)
        nouns = [(word, noun_of(word)) for word in re.findall(r"[\w’'-]+", words)]
        kinds = list(dict.fromkeys(_TARGETS[noun] for _, noun in nouns if noun in _TARGETS))
        # "civilian targets", "police officers": the first kind is the narrower one.
        rest = [
            (word, noun)
            for word, noun in nouns
            if noun not in _TARGETS and noun not in _VAGUE and word.lower() not in _VAGUE and not self._country(word)
        ]
        if not rest and (kinds or country):
            kind = kinds[0] if kinds else None
            return Aim(
                traits=(f"{kind}:{country}" if kind and country else f"kind:{kind}" if kind else f"country:{country}",)
            )
        if len(rest) == 1 and len(nouns) == 1 and self.view.trait_countries("target", f"noun:{rest[0][1]}"):
            return Aim(traits=(f"noun:{rest[0][1]}",))
        raise UnclearError(f"the record doesn’t tell which of them hit “{phrase}”")

    def _country(self, phrase: str) -> str | None:
        """Return the one country that capitalised words name or whose adjective they are, None for none or several."""
        found = set(self._countries(re.findall(r"[\w.-]+", phrase)))
        return found.pop() if len(found) == 1 else None

    def _countries(self, words: Iterable[str]) -> Iterator[str]:
        for word in words:
            if word[0].isupper():
                yield from (country.code for country in self.registry.demonym(word))
                states = (actor for actor in self.registry.meant(word) if actor.kind == "state" and actor.country)
                yield from (actor.country for actor in states if actor.country)
