"""All relations of a document, each once."""

from collections.abc import Callable

from tocsin.read.document import Document
from tocsin.read.relations import extract_relations

Read = Callable[[str], Document]


def test_each_relation_is_given_once(document: Read) -> None:
    text = (
        "Iran supports Hezbollah. The Iranian-backed Hezbollah spoke. "
        "Iraqi President Salim Rashid met President Rashid."
    )
    triples = [(r.subject, r.predicate, r.object) for r in extract_relations(document(text))]
    assert triples.count(("Hezbollah", "backed_by", "Iran")) == 1
    assert triples.count(("Salim Rashid", "official_of", "Government of Iraq")) == 1


def test_nobody_relates_to_themselves(document: Read) -> None:
    text = "Hezbollah, part of Hezbollah, is fighting Hezbollah."
    assert all(r.subject.lower() != r.object.lower() for r in extract_relations(document(text)))


def test_a_report_without_names_has_no_relations(document: Read) -> None:
    assert extract_relations(document("Rain fell all day.")) == ()
