"""Vocabularies and actors as data, their loaders, and the crosswalks between vocabularies."""

from tocsin.ontology.actors import AliasEntry, Registry, load_registry
from tocsin.ontology.folding import fold
from tocsin.ontology.states import Country

__all__ = ["AliasEntry", "Country", "Registry", "fold", "load_registry"]
