"""Names of other schemes ("JAS", "Government of Niger, Government of Chad") as actors of the registry."""

import re
from typing import Literal

from tocsin.model import Actor
from tocsin.ontology.actors import Registry

Scheme = Literal["ucdp", "acled"]
_LIST = re.compile(r"\s*,\s*(?![^()]*\))")


def actors_of(registry: Registry, scheme: Scheme, name: str) -> tuple[tuple[Actor, ...], ...]:
    """Return whom a scheme's name means: for each party that it lists the actors, the usual one first.

    The scheme's own code counts before our names. Empty where a party isn't known.
    """
    whole = _party(registry, scheme, name)
    if whole:
        return (whole,)
    parties = tuple(_party(registry, scheme, part) for part in _LIST.split(name) if part)
    return parties if all(parties) and len(parties) > 1 else ()


def _party(registry: Registry, scheme: Scheme, name: str) -> tuple[Actor, ...]:
    return registry.by_code(scheme, name) or registry.find(name)
