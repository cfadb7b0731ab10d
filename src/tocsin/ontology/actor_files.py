"""Actors from YAML: one list of entries a file.

An entry holds `id`, `name`, `kind`, and as known `country`, `sector`, `acled_type`, `acled_name`, `ucdp_name`,
`aliases`, `metonyms`, `members`, `relations` and `source`. An alias is a name, or a mapping with `name` and
`language` (ISO 639-1, or `mt` for what machine translation makes of a name), `since`, `until`, `context`.
`metonyms` are names of places that stand for the actor. `members` lists states by ISO code ("FI", "FI 2023-04-04",
"GB 1973/2020"). A relation is `[predicate, actor id, since, until?]`; "?" as `since` says that its beginning isn't
known. An entry with `extends` in place of `id` adds aliases, metonyms and relations to an actor that another file
defines; one with `replaces: true` stands for the actor of that id elsewhere. The name is an alias of its own unless
`name_is_alias: false`. An entry that holds only `sources` says what the relations after it in the file rest on: a
source by predicate, `other` for the rest.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tocsin.errors import FormatError
from tocsin.model import Actor, Alias, Relation

_IDENTITY = {"id", "extends", "replaces", "name", "name_is_alias", "kind", "country", "sector", "source"}
_FIELDS = _IDENTITY | {"acled_type", "acled_name", "ucdp_name", "aliases", "metonyms", "members", "relations"}
_ADVICE = "see the format in docs/reference/actor-files.md"
_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One entry of a file: an actor, the aliases of it that are metonyms, and its members as relations.

    `undated` are those of its relations whose beginning the entry says isn't known.
    """

    actor: Actor
    extends: bool = False
    replaces: bool = False
    metonyms: tuple[Alias, ...] = ()
    members: tuple[Relation, ...] = ()
    undated: tuple[Relation, ...] = ()


def parse_all(entries: Iterable[Mapping[str, Any]], file: str) -> Iterator[Sheet]:
    """Read the entries of a file in order; FormatError names the file and the entry."""
    sources: Mapping[str, str] = {}
    for entry in entries:
        if not isinstance(entry, Mapping):
            raise FormatError(f"{file}: {entry!r} is no entry", advice=_ADVICE)
        if set(entry) == {"sources"}:
            sources = entry["sources"]
        else:
            yield parse(entry, file, sources)


def parse(entry: Mapping[str, Any], file: str, sources: Mapping[str, str] | None = None) -> Sheet:
    """Read one entry; FormatError names the file and the entry. `sources` are those of its relations by predicate."""
    extends = "extends" in entry
    actor_id = str(entry.get("extends" if extends else "id", ""))
    source = f"tocsin:{file}"
    rests_on = _Sources({**(sources or {}), **_own_source(entry)}, source)
    unknown = sorted(set(entry) - _FIELDS)
    if unknown or not actor_id:
        raise FormatError(f"{file}: entry {actor_id!r} has unknown fields {unknown} or no id", advice=_ADVICE)
    try:
        aliases = tuple(_alias(item) for item in entry.get("aliases", ()))
        if not extends and entry.get("name_is_alias", True):
            aliases = (Alias(name=entry["name"]), *aliases)
        actor = Actor(
            id=actor_id,
            name=entry.get("name", ""),
            kind=entry.get("kind", "unknown") if extends else entry["kind"],
            country=entry.get("country"),
            sector=entry.get("sector"),
            acled_type=entry.get("acled_type"),
            acled_name=entry.get("acled_name"),
            ucdp_name=entry.get("ucdp_name"),
            aliases=aliases,
            relations=tuple(_relation(actor_id, item, rests_on) for item in entry.get("relations", ())),
            source=entry.get("source", source),
        )
        metonyms = tuple(_alias(item) for item in entry.get("metonyms", ()))
        members = tuple(_member(actor_id, str(item), rests_on) for item in entry.get("members", ()))
    except KeyError as error:
        raise FormatError(f"{file}: entry {actor_id!r} has no {error.args[0]}", advice=_ADVICE) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise FormatError(f"{file}: entry {actor_id!r}: {error}", advice=_ADVICE) from error
    undated = tuple(each for each in (*actor.relations, *members) if each.since == _UNKNOWN)
    known = replace(actor, relations=tuple(_dated(each) for each in actor.relations))
    return Sheet(
        known,
        extends,
        bool(entry.get("replaces", False)),
        metonyms,
        tuple(_dated(each) for each in members),
        tuple(_dated(each) for each in undated),
    )


@dataclass(frozen=True, slots=True)
class _Sources:
    by_predicate: Mapping[str, str]
    file: str

    def of(self, predicate: str) -> str:
        return self.by_predicate.get(predicate) or self.by_predicate.get("other") or self.file


def _own_source(entry: Mapping[str, Any]) -> dict[str, str]:
    return {"other": str(entry["source"])} if entry.get("source") else {}


def _dated(relation: Relation) -> Relation:
    """Return the relation without the sign that its beginning isn't known."""
    return replace(relation, since=None) if relation.since == _UNKNOWN else relation


def _alias(item: str | Mapping[str, Any]) -> Alias:
    if isinstance(item, str):
        return Alias(name=item)
    return Alias(
        name=item["name"],
        language=item.get("language", "en"),
        since=_text(item.get("since")),
        until=_text(item.get("until")),
        context=tuple(item.get("context", ())),
    )


def _text(value: object) -> str | None:
    return None if value in (None, "") else str(value)


def _relation(subject: str, item: list[Any], sources: _Sources) -> Relation:
    predicate, other, *dates = item
    since, until = (*(_text(date) for date in dates), None, None)[:2]
    source = sources.of(predicate)
    return Relation(subject=subject, predicate=predicate, object=other, since=since, until=until, source=source)


def _member(actor_id: str, item: str, sources: _Sources) -> Relation:
    code, _, dates = item.partition(" ")
    since, _, until = dates.partition("/")
    return Relation(
        subject=f"state:{code}",
        predicate="member_of",
        object=actor_id,
        since=since or None,
        until=until or None,
        source=sources.of("member_of"),
    )
