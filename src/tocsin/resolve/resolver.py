"""The resolver: one report's times, counts, actors and places, each by its own finder."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from tocsin.model import ActorMention, Component, Name, Quantity, Report, Timex, Toponym

V_co = TypeVar("V_co", covariant=True)


class Finder(Protocol[V_co]):
    """Finds values by the words of a report alone."""

    @property
    def component(self) -> Component: ...  # noqa: D102  # the maker of what it finds

    def find(self, report: Report) -> tuple[V_co, ...]: ...  # noqa: D102  # in text order


class NameFinder(Protocol[V_co]):
    """Finds values by the words and by the names that the annotator found."""

    @property
    def component(self) -> Component: ...  # noqa: D102  # the maker of what it finds

    def find(self, report: Report, names: Sequence[Name]) -> tuple[V_co, ...]: ...  # noqa: D102  # in text order


@dataclass(frozen=True, slots=True)
class Resolver:
    """Implements `tocsin.model.Resolver`; a finder that is None finds nothing."""

    timex_finder: Finder[Timex] | None = None
    quantity_finder: Finder[Quantity] | None = None
    actor_finder: NameFinder[ActorMention] | None = None
    toponym_finder: NameFinder[Toponym] | None = None

    @property
    def components(self) -> tuple[str, ...]:
        """Ids of the components that resolve."""
        finders = (self.timex_finder, self.quantity_finder, self.actor_finder, self.toponym_finder)
        return tuple(finder.component.id for finder in finders if finder)

    def timexes(self, report: Report) -> tuple[Timex, ...]:
        """Find and resolve every time expression."""
        return self.timex_finder.find(report) if self.timex_finder else ()

    def quantities(self, report: Report) -> tuple[Quantity, ...]:
        """Find every count."""
        return self.quantity_finder.find(report) if self.quantity_finder else ()

    def actors(self, report: Report, names: Sequence[Name]) -> tuple[ActorMention, ...]:
        """Link names, aliases and metonyms to the registry."""
        return self.actor_finder.find(report, names) if self.actor_finder else ()

    def toponyms(self, report: Report, names: Sequence[Name]) -> tuple[Toponym, ...]:
        """Find and resolve every place name."""
        return self.toponym_finder.find(report, names) if self.toponym_finder else ()


def build_resolver(gazetteer_path: Path, registry: Any) -> Resolver:
    """Load the finders; builds the gazetteer at `gazetteer_path` where it is missing or stale."""
    return Resolver(
        timex_finder=_optional("timexes", "Timexes"),
        quantity_finder=_optional("quantities", "Quantities"),
        actor_finder=_optional("actors", "Actors", registry),
        toponym_finder=_optional("toponyms", "build_toponyms", gazetteer_path),
    )


def _optional(module: str, factory: str, *arguments: object) -> Any:
    """Build a finder, None while its module isn't written yet."""
    try:
        make: Callable[..., Any] = getattr(importlib.import_module(f"tocsin.resolve.{module}"), factory)
    except (ModuleNotFoundError, AttributeError):
        return None
    return make(*arguments)
