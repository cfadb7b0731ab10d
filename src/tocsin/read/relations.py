"""Finds the relations of a document: by the offices that persons hold, then by what actors are said to be."""

from tocsin.model import Relation
from tocsin.read.alignments import find_alignments
from tocsin.read.document import Document
from tocsin.read.memberships import find_memberships
from tocsin.read.offices import find_offices
from tocsin.read.people import find_people


def extract_relations(document: Document) -> tuple[Relation, ...]:
    """Return the relations of a document, each subject, predicate and object once."""
    people = find_people(document)
    found = (*find_memberships(document, find_offices(document, people)), *find_alignments(document, people))
    first: dict[tuple[str, str, str], Relation] = {}
    for relation in found:
        identity = (relation.subject.lower(), relation.predicate, relation.object.lower())
        if relation.subject and relation.object and relation.subject.lower() != relation.object.lower():
            first.setdefault(identity, relation)
    return tuple(first.values())
