"""Countries from one table, each expanded into its state, government, armed forces and police."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.errors import FormatError
from tocsin.model import Actor, Alias, Relation
from tocsin.model.vocabulary import ActorKind
from tocsin.ontology.files import data, read_rows
from tocsin.ontology.folding import fold

_SOURCE = "UN member states list; ISO 3166-1"
_MEMBERS = "United Nations, list of member states with dates of admission"
_CELL = re.compile(r"^(?P<name>[^\[{]+?)\s*(?:\[(?P<context>[^\]]*)\])?(?:\{(?P<since>\d*)/(?P<until>\d*)\})?$")
_UNCHANGED = ("ese", "ish", "ch", "ss")

_MILITARY = (
    "{} armed forces|{} army|{} military|{} forces|{} security forces|{} troops|{} soldiers|{} air force|{} navy"
    "|{} defence forces|{} defense forces|{} defence force|{} warplanes|{} fighter jets|{} warships|{} marines"
)
_POLICE = "{} police|{} national police|{} police force|{} police officers|{} policemen"
_GOVERNMENT = "{} government|{} authorities|{} administration|{} cabinet|{} regime"
_NOUN_MILITARY = "armed forces of {}|army of {}|{} armed forces|{} army|{} military|{} forces|{} troops"
_NOUN_POLICE = "police of {}|police forces of {}|{} police|{} national police"
_NOUN_GOVERNMENT = "government of {}|{} government"


@dataclass(frozen=True, slots=True)
class Country:
    """A country's words; `code` is ISO 3166-1 alpha-2 (XK for Kosovo), `status` member, observer or other.

    The first of `names` is the usual one, the first of `adjectives` too; `people` are plural nouns.
    """

    code: str
    status: str
    formal: str
    capital: str
    names: tuple[Alias, ...]
    adjectives: tuple[Alias, ...]
    people: tuple[Alias, ...]
    ucdp_name: str
    un_since: str | None = None

    @property
    def name(self) -> str:
        """The usual English name."""
        return self.names[0].name


def load_countries() -> tuple[Country, ...]:
    """Read the table of countries."""
    return tuple(_country(row) for row in read_rows(data("states.tsv")))


def _country(row: dict[str, str]) -> Country:
    adjectives = cells(row["adjectives"])
    if row["people"] == "-":
        people: tuple[Alias, ...] = ()
    else:
        people = cells(row["people"]) or (_plural(adjectives[0]),)
    names = (*cells(row["name"]), *cells(row["formal"]), *cells(row["other"]))
    unique = {(alias.name, alias.context): alias for alias in reversed(names)}
    return Country(
        code=row["code"],
        status=row["status"],
        formal=row["formal"],
        capital=row["capital"],
        names=tuple(alias for alias in names if unique.pop((alias.name, alias.context), None) is not None),
        adjectives=adjectives,
        people=people,
        ucdp_name=row["ucdp"] or f"Government of {names[0].name}",
        un_since=row.get("un") or None,
    )


def cells(text: str) -> tuple[Alias, ...]:
    """Return the names in a cell: "Name[context;words]{since/until}", parted by "|"."""
    return tuple(_cell(part) for part in text.split("|") if part)


def _cell(text: str) -> Alias:
    match = _CELL.match(text)
    if match is None:
        raise FormatError(f"states.tsv: can't read {text!r}", advice="write Name[context;words]{since/until}")
    context = tuple(word for word in (match["context"] or "").split(";") if word)
    return Alias(name=match["name"], context=context, since=match["since"] or None, until=match["until"] or None)


def _plural(adjective: Alias) -> Alias:
    if adjective.name.endswith(_UNCHANGED):
        return adjective
    return _named(adjective.name + "s", adjective)


def _named(name: str, like: Alias) -> Alias:
    return Alias(name=name, context=like.context, since=like.since, until=like.until)


def expand(country: Country) -> Iterator[tuple[Actor, tuple[Alias, ...]]]:
    """Yield the country's state, government, armed forces and police, each with its metonyms."""
    code, name = country.code, country.name
    usual = "United States" if code == "US" else country.adjectives[0].name
    government = "United States" if code == "US" else f"Government of {name}"
    capital = () if country.capital == name else (Alias(name=country.capital),)
    yield _actor("state", country, name, country.names), ()
    titles = (*_filled(_GOVERNMENT, country.adjectives), *_filled(_NOUN_GOVERNMENT, country.names))
    yield _actor("gov", country, government, titles), capital
    titles = (*_filled(_MILITARY, country.adjectives), *_filled(_NOUN_MILITARY, country.names))
    yield _actor("mil", country, f"{usual} Armed Forces", titles), ()
    titles = (*_filled(_POLICE, country.adjectives), *_filled(_NOUN_POLICE, country.names))
    yield _actor("pol", country, f"{usual} Police", titles), ()


def _filled(patterns: str, words: tuple[Alias, ...]) -> tuple[Alias, ...]:
    return tuple(_named(pattern.format(word.name), word) for word in words for pattern in patterns.split("|"))


_KIND: dict[str, ActorKind] = {"state": "state", "gov": "government", "mil": "military", "pol": "police"}
_SECTOR = {"state": "GOV", "gov": "GOV", "mil": "MIL", "pol": "COP"}
_PARENT = {"gov": "state", "mil": "gov", "pol": "gov"}
_ACLED = {"mil": "Military Forces of {}", "pol": "Police Forces of {}"}


def _actor(prefix: str, country: Country, name: str, aliases: tuple[Alias, ...]) -> Actor:
    actor_id = f"{prefix}:{country.code}"
    relations = []
    if prefix in _PARENT:
        parent = f"{_PARENT[prefix]}:{country.code}"
        relations.append(Relation(subject=actor_id, predicate="part_of", object=parent, source=_SOURCE))
    elif country.status == "member":
        since = country.un_since
        relations.append(
            Relation(subject=actor_id, predicate="member_of", object="org:un", since=since, source=_MEMBERS)
        )
    return Actor(
        id=actor_id,
        name=name,
        kind=_KIND[prefix],
        country=country.code,
        sector=_SECTOR[prefix],
        acled_type=1,
        acled_name=_ACLED[prefix].format(country.name) if prefix in _ACLED else None,
        ucdp_name=country.ucdp_name if prefix == "gov" else None,
        aliases=tuple({(fold(alias.name), alias.context): alias for alias in reversed(aliases)}.values())[::-1],
        relations=tuple(relations),
        source=_SOURCE,
    )
