"""The resolver: one report's times, counts, actors and places, each by its own finder."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tocsin.model import ActorMention, Name, Quantity, Report, Timex, Toponym
from tocsin.ontology.actors import Registry
from tocsin.resolve.actors import Actors
from tocsin.resolve.quantities import Quantities
from tocsin.resolve.timexes import Timexes
from tocsin.resolve.toponym_nations import Nations
from tocsin.resolve.toponym_offsets import move_by_ways
from tocsin.resolve.toponyms import Toponyms, build_toponyms


@dataclass(frozen=True, slots=True)
class Resolver:
    """Implements `tocsin.model.Resolver` by a finder for each layer."""

    timex_finder: Timexes
    quantity_finder: Quantities
    actor_finder: Actors
    toponym_finder: Toponyms
    nation_finder: Nations = field(default_factory=Nations)

    @property
    def components(self) -> tuple[str, ...]:
        """Ids of the components that resolve."""
        finders = (self.timex_finder, self.quantity_finder, self.actor_finder, self.toponym_finder, self.nation_finder)
        return tuple(finder.component.id for finder in finders)

    def timexes(self, report: Report) -> tuple[Timex, ...]:
        """Find and resolve every time expression."""
        return self.timex_finder.find(report)

    def quantities(self, report: Report) -> tuple[Quantity, ...]:
        """Find every count."""
        return self.quantity_finder.find(report)

    def actors(self, report: Report, names: Sequence[Name]) -> tuple[ActorMention, ...]:
        """Link names, aliases and metonyms to the registry."""
        return self.actor_finder.find(report, names)

    def toponyms(self, report: Report, names: Sequence[Name]) -> tuple[Toponym, ...]:
        """Find and resolve every place name, moved where the report tells a way from it."""
        return move_by_ways(report, self.toponym_finder.find(report, names))

    def nations(self, report: Report) -> tuple[Toponym, ...]:
        """Find the countries that are named by people or adjective."""
        return self.nation_finder.find(report)


def build_resolver(gazetteer_path: Path, registry: Registry) -> Resolver:
    """Load the finders; builds the gazetteer at `gazetteer_path` where it is missing or stale."""
    return Resolver(Timexes(), Quantities(), Actors(registry), build_toponyms(gazetteer_path, registry))
