"""Documents of our own sentences, resolved by the real finders of times, counts and actors and a handful of places."""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Sequence

import pytest

from tocsin.model import Component, Mention, Name, Report, Toponym, report_id
from tocsin.ontology.actors import load_registry
from tocsin.read.annotate import annotate, load_language
from tocsin.read.document import Document
from tocsin.read.mentions import extract_mentions
from tocsin.resolve.actors import Actors
from tocsin.resolve.quantities import Quantities
from tocsin.resolve.resolver import Resolver
from tocsin.resolve.timexes import Timexes

PLACES = {
    "Karvali": Toponym(name="Karvali", lat=40.0, lon=30.0, country="XA", admin1="North", precision="city"),
    "Old Harbour": Toponym(
        name="Old Harbour", lat=40.02, lon=30.02, country="XA", admin1="North", precision="district"
    ),
    "Dorun": Toponym(name="Dorun", lat=43.0, lon=36.0, country="XA", admin1="South", precision="city"),
    "Axland": Toponym(name="Axland", lat=41.0, lon=33.0, country="XA", precision="country"),
}


class Places:
    """Finds the made-up places of the tests."""

    component = Component("places", "1")

    def find(self, report: Report, names: Sequence[Name]) -> tuple[Toponym, ...]:
        del names
        found = [
            dataclasses.replace(place, spans=(report.span(match.start(), match.end()),))
            for word, place in PLACES.items()
            for match in re.finditer(word, report.text)
        ]
        return tuple(sorted(found, key=lambda place: place.spans[0].start))


Reads = Callable[..., Document]
Finds = Callable[..., tuple[Mention, ...]]


@pytest.fixture(scope="session")
def document() -> Reads:
    """Parse a text published on Friday 10 May 2024 unless told otherwise."""
    nlp = load_language()
    resolver = Resolver(Timexes(), Quantities(), Actors(load_registry()), Places())  # type: ignore[arg-type]  # a stand-in for the gazetteer

    def read(body: str, title: str = "", published: dt.date | None = dt.date(2024, 5, 10)) -> Document:
        report = Report(id=report_id(title, body), title=title, body=body, published=published)
        return annotate(report, nlp, resolver)

    return read


@pytest.fixture(scope="session")
def mentions(document: Reads) -> Finds:
    """Read the mentions of a text."""

    def find(body: str, title: str = "", published: dt.date | None = dt.date(2024, 5, 10)) -> tuple[Mention, ...]:
        return extract_mentions(document(body, title, published))

    return find
