"""Incidents coded in the vocabularies of others as they are kept."""

from tocsin.model import Coding, Incident
from tocsin.ontology.actors import load_registry
from tocsin.ontology.crosswalk import codings
from tocsin.pipeline.settling import Coder


def build_coder() -> Coder:
    """Load the registry, whose names and sectors the codings need, and return what codes an incident."""
    registry = load_registry()

    def code(incident: Incident) -> tuple[Coding, ...]:
        return codings(incident, registry)

    return code
