"""The reader: a report in, what it says out."""

from dataclasses import dataclass

from spacy.language import Language

from tocsin.model import Component, Reading, Report, Resolver
from tocsin.read.annotate import annotate, load_language
from tocsin.read.mentions import extract_mentions
from tocsin.read.relations import extract_relations
from tocsin.read.statements import extract_statements
from tocsin.read.tallies import extract_tallies

RULES = Component("read.rules", "1")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads by parse, lexicon and rule; holds the loaded language pipeline and the resolver that it asks."""

    nlp: Language
    resolver: Resolver

    @property
    def components(self) -> tuple[str, ...]:
        """Ids of all components that make its values."""
        return (RULES.id, *self.resolver.components)

    def read(self, report: Report) -> Reading:
        """Return the mentions, statements, tallies and relations of one report."""
        document = annotate(report, self.nlp, self.resolver)
        mentions = extract_mentions(document)
        return Reading(
            report=report.id,
            mentions=mentions,
            statements=extract_statements(document, mentions),
            tallies=extract_tallies(document, mentions),
            relations=extract_relations(document),
            components=self.components,
        )


def load_reader(resolver: Resolver) -> Reader:
    """Load the language pipeline and return a reader that resolves through `resolver`."""
    return Reader(load_language(), resolver)
