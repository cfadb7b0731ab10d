"""What the reader asks of the resolver: identities for the words of one report."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tocsin.model.provenance import Span
from tocsin.model.report import Report
from tocsin.model.values import ActorMention, Quantity, Timex, Toponym


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the annotator found; `label` is OntoNotes' (GPE, LOC, FAC, ORG, NORP, PERSON, EVENT …)."""

    span: Span
    label: str


class Resolver(Protocol):
    """Resolves the surfaces of one report; every result carries spans of `report.text`, in text order."""

    @property
    def components(self) -> tuple[str, ...]:
        """Ids of the components that resolve."""

    def timexes(self, report: Report) -> tuple[Timex, ...]:
        """Find and resolve every time expression."""

    def quantities(self, report: Report) -> tuple[Quantity, ...]:
        """Find every count ("at least five", "dozens", "no"); dates, ages, times and house numbers are none."""

    def actors(self, report: Report, names: Sequence[Name]) -> tuple[ActorMention, ...]:
        """Link names, aliases and metonyms to the registry; names that it doesn't hold stay unlinked."""

    def toponyms(self, report: Report, names: Sequence[Name]) -> tuple[Toponym, ...]:
        """Find and resolve every place name, by the names given and by the gazetteer."""

    def nations(self, report: Report) -> tuple[Toponym, ...]:
        """Find the countries that are named by their people or adjective alone ("a Pakistani village")."""
