"""The actor registry: who is meant by a name, and what actors are to each other."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property, lru_cache
from pathlib import Path

from tocsin.errors import NotFoundError
from tocsin.model import Actor, Alias, Relation
from tocsin.model.vocabulary import Predicate
from tocsin.ontology import states
from tocsin.ontology.actor_files import Sheet, parse_all
from tocsin.ontology.files import data, read_yaml, yaml_files
from tocsin.ontology.folding import fold, fold_text
from tocsin.ontology.rolling_up import Membership, roll_up, upward
from tocsin.ontology.states import Country

_WORDS = frozenset({"aid", "an", "as", "car", "is", "it", "mod", "pa", "pic", "us", "who"})


@dataclass(frozen=True, slots=True)
class AliasEntry:
    """An alias with its actor; `key` is the folded name. A metonym is a place's name that may stand for the actor."""

    key: str
    alias: Alias
    actor: Actor
    metonym: bool = False


class Registry:
    """Every actor known, read only. Build one with `load_registry` and pass it down."""

    def __init__(
        self,
        actors: Iterable[Actor],
        metonyms: Mapping[str, tuple[Alias, ...]] | None = None,
        countries: Iterable[Country] = (),
        undated: Iterable[Relation] = (),
        own: str = "",
    ) -> None:
        """`undated` are the relations of which the data say that their beginning isn't known.

        `own` tells registries with different own actors of the user apart; empty: there are none.
        """
        self.own = own
        self.undated = frozenset((each.subject, each.predicate, each.object) for each in undated)
        self.actors = tuple(actors)
        self.countries = {country.code: country for country in countries}
        self._metonyms = dict(metonyms or {})

    @cached_property
    def _by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _by_key(self) -> dict[str, list[AliasEntry]]:
        index: dict[str, list[AliasEntry]] = defaultdict(list)
        for entry in self.aliases():
            index[entry.key].append(entry)
        return dict(index)

    @cached_property
    def _by_code(self) -> dict[tuple[str, str], list[Actor]]:
        index: dict[tuple[str, str], list[Actor]] = defaultdict(list)
        for actor in self.actors:
            for scheme, code in (("ucdp", actor.ucdp_name), ("acled", actor.acled_name)):
                if code:
                    index[scheme, fold(code)].append(actor)
        return dict(index)

    @cached_property
    def _below(self) -> dict[str, list[Relation]]:
        return upward(relation for actor in self.actors for relation in actor.relations)

    @cached_property
    def _by_demonym(self) -> dict[str, tuple[Country, ...]]:
        index: dict[str, tuple[Country, ...]] = {}
        for country in self.countries.values():
            for alias in (*country.adjectives, *country.people):
                known = index.get(fold(alias.name), ())
                index[fold(alias.name)] = known if country in known else (*known, country)
        return index

    def __contains__(self, actor_id: object) -> bool:
        return actor_id in self._by_id

    def __len__(self) -> int:
        return len(self.actors)

    def get(self, actor_id: str) -> Actor:
        """Return the actor with this id; NotFoundError names an id that isn't there."""
        try:
            return self._by_id[actor_id]
        except KeyError:
            raise NotFoundError(f"no actor {actor_id!r} in the registry", advice="ids look like gov:IQ") from None

    def aliases(self, *, metonyms: bool = True) -> Iterator[AliasEntry]:
        """Yield every alias with its folded key, for building a matcher over text."""
        for actor in self.actors:
            for alias in actor.aliases:
                yield AliasEntry(fold(alias.name), alias, actor)
            for alias in self._metonyms.get(actor.id, ()) if metonyms else ():
                yield AliasEntry(fold(alias.name), alias, actor, metonym=True)

    def entries(self, name: str) -> tuple[AliasEntry, ...]:
        """Return every alias entry that the name may be, metonyms too, nothing decided."""
        return tuple(entry for entry in self._by_key.get(fold(name), ()) if _fits_case(name, entry))

    def find(
        self, name: str, context_text: str = "", on: dt.date | None = None, *, metonyms: bool = False
    ) -> tuple[Actor, ...]:
        """Return the actors that the name can mean: one, several where nothing decides, or none.

        An alias with context counts only where one of its words is in `context_text`, and then wins over aliases
        without. `on` leaves out names that weren't in use that day. Metonyms count only where asked for.
        """
        open_entries = [
            entry
            for entry in self.entries(name)
            if (metonyms or not entry.metonym) and _holds(entry.alias.since, entry.alias.until, on)
        ]
        decided = [e for e in open_entries if e.alias.context and in_context(e.alias, context_text)]
        chosen = decided or [entry for entry in open_entries if not entry.alias.context]
        return tuple({entry.actor.id: entry.actor for entry in chosen}.values())

    def by_code(self, scheme: str, name: str) -> tuple[Actor, ...]:
        """Return the actors that another scheme ("ucdp", "acled") calls so, those that are part of others last.

        UCDP counts all branches of Islamic State as one, for example; a row's country says which is meant.
        """
        found = self._by_code.get((scheme, fold(name)), [])
        ids = {actor.id for actor in found}

        def rank(actor: Actor) -> tuple[bool, bool]:
            return fold(actor.name) != fold(name), any(each.object in ids for each in actor.relations)

        return tuple(sorted(found, key=rank))

    def demonym(self, word: str, context_text: str = "") -> tuple[Country, ...]:
        """Return the countries whose people or things the word names ("Iraqi", "Iraqis"), decided by context."""
        key = fold(word)
        found = self._by_demonym.get(key, ())
        decided = [
            country
            for country in found
            for alias in (*country.adjectives, *country.people)
            if fold(alias.name) == key and alias.context and in_context(alias, context_text)
        ]
        unmarked = [
            country
            for country in found
            if any(fold(a.name) == key and not a.context for a in (*country.adjectives, *country.people))
        ]
        return tuple(dict.fromkeys(decided or unmarked))

    def related(
        self, actor_id: str, predicate: Predicate | None = None, on: dt.date | None = None
    ) -> tuple[Relation, ...]:
        """Return what the registry says the actor is to others, that day where `on` is given."""
        return tuple(
            relation
            for relation in self.get(actor_id).relations
            if predicate in (None, relation.predicate) and _holds(relation.since, relation.until, on)
        )

    def memberships(self, actor_id: str) -> tuple[Membership, ...]:
        """Return how and when others roll up to this actor, nearest first, itself left out."""
        return roll_up(self.get(actor_id).id, self._below)

    def extended(self, relations: Iterable[Relation]) -> "Registry":
        """Return a registry that knows these relations too; those of actors that it doesn't know are left out."""
        further: dict[str, tuple[Relation, ...]] = defaultdict(tuple)
        for relation in relations:
            if relation.subject in self and relation.object in self:
                further[relation.subject] += (relation,)
        actors = (_extended(actor, {}, further) for actor in self.actors)
        return self._with(actors)

    def _with(self, actors: Iterable[Actor]) -> "Registry":
        known = Registry(actors, self._metonyms, self.countries.values(), own=self.own)
        known.undated = self.undated
        return known

    def members(self, actor_id: str, on: dt.date | None = None) -> frozenset[str]:
        """Return the ids of all actors that roll up to this one, that day where `on` is given, itself left out."""
        held = self.memberships(actor_id)
        return frozenset(each.actor for each in held if on is None or each.holds(on, on))

    def meant(self, name: str) -> tuple[Actor, ...]:
        """Return the actors that someone who asks by name or id may mean: one, several to choose from, or none.

        No text around it decides: names that need a context count where no other name is the same, then metonyms.
        """
        if name in self:
            return (self.get(name),)
        entries = self.entries(name)
        bare = self.find(name)
        named = bare or [entry.actor for entry in entries if not entry.metonym] or [entry.actor for entry in entries]
        return tuple({actor.id: actor for actor in named}.values())

    def near(self, name: str, most: int = 3) -> tuple[Actor, ...]:
        """Return the actors whose names are spelt most like this one."""
        key = fold(name)
        # Of three letters too many names are near.
        keys = get_close_matches(key, self._by_key, most * 2, 0.75) if len(key) > 3 else []
        return tuple({entry.actor.id: entry.actor for key in keys for entry in self._by_key[key]}.values())[:most]


def load_registry(own: Path | None = None) -> Registry:
    """Read the registry that comes with the package, and the user's own actors from `own` where that file is."""
    if own is None or not own.is_file():
        return registry_of(load_sheets())
    registry = registry_of([*load_sheets(), *parse_all(read_yaml(own, "mend it or take it away") or (), own.name)])
    registry.own = hashlib.sha256(own.read_bytes()).hexdigest()[:16]
    return registry


def load_sheets() -> list[Sheet]:
    """Read the entries of all files that come with the package."""
    return [sheet for source in yaml_files(data("actors")) for sheet in parse_all(read_yaml(source) or (), source.name)]


def registry_of(sheets: Iterable[Sheet]) -> Registry:
    """Return the registry of these entries and of the bodies that every state has."""
    countries = states.load_countries()
    return assemble([*_of_states(countries), *sheets], countries)


def _of_states(countries: Iterable[Country]) -> Iterator[Sheet]:
    for country in countries:
        for actor, metonyms in states.expand(country):
            # A state's own bodies belong to it as long as both exist.
            yield Sheet(actor, metonyms=metonyms, undated=tuple(each for each in actor.relations if not each.since))


def assemble(sheets: Iterable[Sheet], countries: Iterable[Country] = ()) -> Registry:
    """Join entries with the ones that extend them, and members with what they belong to.

    NotFoundError names an extended actor or a member that no file defines. Two entries with one id both stay, for the
    checker to find; `Registry.get` gives the last. One that replaces an actor leaves only itself.
    """
    sheets = tuple(sheets)
    replaced = {sheet.actor.id for sheet in sheets if sheet.replaces}
    sheets = tuple(sheet for sheet in sheets if sheet.replaces or sheet.actor.id not in replaced)
    actors: list[Actor] = []
    aliases: dict[str, tuple[Alias, ...]] = defaultdict(tuple)
    relations: dict[str, tuple[Relation, ...]] = defaultdict(tuple)
    metonyms: dict[str, tuple[Alias, ...]] = defaultdict(tuple)
    for sheet in sheets:
        metonyms[sheet.actor.id] += sheet.metonyms
        for relation in sheet.members:
            relations[relation.subject] += (relation,)
        if sheet.extends:
            aliases[sheet.actor.id] += sheet.actor.aliases
            relations[sheet.actor.id] += sheet.actor.relations
        else:
            actors.append(sheet.actor)
    missing = (aliases.keys() | relations.keys() | metonyms.keys()) - {actor.id for actor in actors}
    if missing:
        raise NotFoundError(f"no actor {min(missing)!r} to extend", advice="define it in a file of actors")
    joined = (_extended(actor, aliases, relations) for actor in actors)
    return Registry(joined, metonyms, countries, (each for sheet in sheets for each in sheet.undated))


def _extended(
    actor: Actor, aliases: Mapping[str, tuple[Alias, ...]], relations: Mapping[str, tuple[Relation, ...]]
) -> Actor:
    if actor.id not in aliases and actor.id not in relations:
        return actor
    return replace(
        actor,
        aliases=actor.aliases + aliases.get(actor.id, ()),
        relations=actor.relations + relations.get(actor.id, ()),
    )


def _holds(since: str | None, until: str | None, on: dt.date | None) -> bool:
    """Say whether the day lies in [since, until], each compared at its own precision ("2014", "2023-10-07")."""
    if on is None:
        return True
    day = on.isoformat()
    return (since is None or day[: len(since)] >= since) and (until is None or day[: len(until)] <= until)


def _fits_case(name: str, entry: AliasEntry) -> bool:
    """Say whether the name's case fits: an acronym that is also a word ("US", "WHO") counts in capitals only."""
    return entry.key not in _WORDS or not entry.alias.name.isupper() or name.replace("the ", "").isupper()


def in_context(alias: Alias, context_text: str) -> bool:
    """Say whether a word of the alias's context is in the text."""
    folded = _folded_context(context_text)
    return any(f" {fold(word)} " in folded for word in alias.context)


def context_words(alias: Alias, context_text: str) -> int:
    """Return how often words of the alias's context are in the text."""
    folded = _folded_context(context_text)
    return sum(folded.count(f" {fold(word)} ") for word in alias.context)


@lru_cache(maxsize=16)
def _folded_context(text: str) -> str:
    return f" {fold_text(text)} "
