"""Joins reader, resolver and registry into the one callable that turns a report into a reading."""

from tocsin.ontology.actors import Registry, load_registry
from tocsin.read.reader import Reader, load_reader
from tocsin.resolve.resolver import build_resolver
from tocsin.settings import Settings


def build_reader(settings: Settings, registry: Registry | None = None) -> Reader:
    """Load what reading needs: language pipeline, gazetteer, and the registry where none is given; about a second."""
    return load_reader(build_resolver(settings.gazetteer_path, registry or load_registry(settings.actors_path)))
