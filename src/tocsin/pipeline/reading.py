"""Joins reader, resolver and registry into the one callable that turns a report into a reading."""

from tocsin.ontology.actors import load_registry
from tocsin.read.reader import Reader, load_reader
from tocsin.resolve.resolver import build_resolver
from tocsin.settings import Settings


def build_reader(settings: Settings) -> Reader:
    """Load everything that reading needs: language pipeline, gazetteer and registry; takes a few seconds."""
    return load_reader(build_resolver(settings.gazetteer_path, load_registry()))
