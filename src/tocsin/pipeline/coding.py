"""Incidents coded in the vocabularies of others as they are kept."""

from tocsin.model import Coding, Incident
from tocsin.ontology.actors import Registry
from tocsin.ontology.crosswalk import codings
from tocsin.pipeline.settling import Coder


def build_coder(registry: Registry) -> Coder:
    """Return what codes an incident by the names and sectors of the registry."""

    def code(incident: Incident) -> tuple[Coding, ...]:
        return codings(incident, registry)

    return code
