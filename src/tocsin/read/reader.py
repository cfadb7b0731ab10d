"""The reader: a report in, what it says out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from tocsin.model import Component, Mention, Reading, Relation, Report, Resolver, Statement, Tally
from tocsin.read.annotate import annotate, load_language
from tocsin.read.mentions import RULES as MENTIONS
from tocsin.read.mentions import extract_mentions
from tocsin.read.prepare import as_written, prepare
from tocsin.read.principal import principal
from tocsin.read.relations import extract_relations
from tocsin.read.roles.hints import Hints, hints_of
from tocsin.read.statements import extract_statements
from tocsin.read.tallies import extract_tallies
from tocsin.read.toll import RULES as TOLLS

STATEMENTS = Component("read.statements", "1")
TALLIES = Component("read.tallies", "1")
PREPARED = Component("read.prepare", "1")
RELATIONS = Component("read.relations", "1")

_ARMED = frozenset({"REB", "UAF", "CRM"})
"""Sectors of those who fight outside of a state's forces."""

V = TypeVar("V", Statement, Tally, Relation)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads by parse, lexicon and rule; holds the loaded language pipeline and the resolver that it asks."""

    nlp: Language
    resolver: Resolver

    @property
    def components(self) -> tuple[str, ...]:
        """Ids of all components that make its values."""
        own = (PREPARED, MENTIONS, TOLLS, STATEMENTS, TALLIES, RELATIONS)
        return (*(component.id for component in own), *self.resolver.components)

    def read(self, report: Report) -> Reading:
        """Return the mentions, statements, tallies and relations of one report."""
        prepared = prepare(report)
        if not prepared.readable:
            return Reading(report=report.id, components=self.components, notes=prepared.notes)
        document = annotate(prepared.report, self.nlp, self.resolver)
        mentions = extract_mentions(document)
        reading = Reading(
            report=report.id,
            mentions=mentions,
            statements=_made_by(STATEMENTS, extract_statements(document, mentions)),
            tallies=_made_by(TALLIES, extract_tallies(document, mentions)),
            relations=_made_by(RELATIONS, extract_relations(document)),
            components=self.components,
            notes=prepared.notes,
        )
        return as_written(reading, report) if prepared.recased else reading

    def glance(self, report: Report) -> tuple[Doc, Hints]:
        """Return the parse of a report and what the rules see in it, which is what the reader of roles goes by."""
        document = annotate(report, self.nlp, self.resolver)
        groups = (actor for actor in document.actors if actor.kind == "armed_group" or actor.sector in _ARMED)
        return document.doc, hints_of(extract_mentions(document), groups)

    def principal(self, report: Report) -> Mention:
        """Return the mention that stands for the report: its news, else the report as a whole; see `principal`."""
        prepared = prepare(report)
        return as_written(principal(annotate(prepared.report, self.nlp, self.resolver)), report)


def _made_by(component: Component, found: Iterable[V]) -> tuple[V, ...]:
    return tuple(replace(each, by=component.id) for each in found)


def load_reader(resolver: Resolver) -> Reader:
    """Load the language pipeline and return a reader that resolves through `resolver`."""
    return Reader(load_language(), resolver)
