"""Relations between groups and states: who fights, backs, leads or belongs to whom, as the words say."""

from tocsin.model import Relation
from tocsin.read.document import Document
from tocsin.read.people import Person


def find_alignments(document: Document, people: tuple[Person, ...]) -> tuple[Relation, ...]:
    """Return the relations that verbs and phrases between actors state."""
    return ()
