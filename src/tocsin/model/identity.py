"""Identities that words are resolved to: actors of the registry and places of the gazetteer."""

from dataclasses import dataclass

from tocsin.model.reading import Relation
from tocsin.model.vocabulary import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name that an actor goes by; `context` lists words of which one must be in the report for it to count.

    `language` is ISO 639-1; `since` and `until` bound the years in which the name was used.
    """

    name: str
    language: str = "en"
    since: str | None = None
    until: str | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An identity in the registry; `country` is ISO 3166 alpha-2, `sector` a PLOVER sector code."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    acled_type: int | None = None
    acled_name: str | None = None
    ucdp_name: str | None = None
    aliases: tuple[Alias, ...] = ()
    relations: tuple[Relation, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An entry of the gazetteer; `admin` is the chain from country to the smallest division, by name."""

    id: str
    name: str
    lat: float
    lon: float
    country: str | None = None
    admin: tuple[str, ...] = ()
    feature: str = ""
    population: int = 0
    aliases: tuple[str, ...] = ()
    source: str = ""
