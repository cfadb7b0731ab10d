"""Words for bodies of states and for offices: which body each means, its kind and its sector."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from tocsin.errors import FormatError
from tocsin.model.vocabulary import ActorKind
from tocsin.ontology.files import data, read_yaml
from tocsin.ontology.folding import fold


@dataclass(frozen=True, slots=True)
class Body:
    """A body that every state has; `actor` is the prefix of its id in the registry ("mil" in "mil:IQ")."""

    name: str
    actor: str
    kind: ActorKind
    sector: str

    @property
    def is_own(self) -> bool:
        """Whether the registry holds the body itself, not only the government that it belongs to."""
        return self.name in {"government", "military", "police"}


@dataclass(frozen=True, slots=True)
class Offices:
    """The table of bodies and offices; all keys are folded words.

    `nouns` name a body behind a demonym, `people` its members, `bare` name it alone. `crowds` gives the sector of
    unnamed groups, `policies` that of ministries. `offices` gives an office's body, None for those that any body has.
    """

    nouns: Mapping[str, Body]
    people: Mapping[str, Body]
    bare: Mapping[str, Body]
    crowds: Mapping[str, str]
    policies: Mapping[str, str]
    offices: Mapping[str, Body | None]
    modifiers: frozenset[str]
    plain: frozenset[str]
    ministry: Body

    def ministry_of(self, policy: str) -> Body | None:
        """Return the ministry for a policy ("foreign", "national defence"), None if it is no ministry's."""
        sector = self.policies.get(policy)
        return Body(self.ministry.name, self.ministry.actor, self.ministry.kind, sector) if sector else None


def load_offices() -> Offices:
    """Read the table; FormatError names what doesn't fit."""
    return parse_offices(read_yaml(data("offices.yaml")))


def parse_offices(table: Mapping[str, Any]) -> Offices:
    """Build the table from its data."""
    try:
        bodies = {name: _body(name, entry) for name, entry in table["bodies"].items()}
        return Offices(
            nouns=_by_word(table["bodies"], bodies, "nouns"),
            people=_by_word(table["bodies"], bodies, "people"),
            bare=_by_word(table["bodies"], bodies, "bare"),
            crowds={fold(word): sector for sector, words in table["crowds"].items() for word in words},
            policies={fold(policy): sector for policy, sector in table["policies"].items()},
            offices=_offices(table, bodies),
            modifiers=frozenset(fold(word) for word in table["modifiers"]),
            plain=frozenset(table["plain"]) | frozenset(fold(word) for word in table["plain"]),
            ministry=bodies["ministry"],
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise FormatError(f"offices.yaml: {error!r}", advice="see the comments in the file") from error


def _body(name: str, entry: Mapping[str, Any]) -> Body:
    if entry["kind"] not in get_args(ActorKind):
        raise FormatError(f"offices.yaml: {name} has kind {entry['kind']!r}", advice="see tocsin.model.vocabulary")
    return Body(name, entry["actor"], entry["kind"], entry["sector"])


def _by_word(table: Mapping[str, Any], bodies: Mapping[str, Body], part: str) -> dict[str, Body]:
    return {fold(word): bodies[name] for name, entry in table.items() for word in entry.get(part, ())}


def _offices(table: Mapping[str, Any], bodies: Mapping[str, Body]) -> dict[str, Body | None]:
    found: dict[str, Body | None] = {fold(word): None for word in table["common"]}
    found |= {fold(word): bodies[name] for name, words in table["offices"].items() for word in words}
    for policy, sector in table["policies"].items():
        body = Body("government", bodies["ministry"].actor, "government", sector)
        for pattern in ("{} minister", "minister of {}", "{} secretary", "secretary of {}", "minister for {}"):
            found[fold(pattern.format(policy))] = body
    return found
