"""Vocabularies and actors as data, their loaders, and the crosswalks between vocabularies."""

from tocsin.ontology.actors import AliasEntry, Registry, load_registry
from tocsin.ontology.crosswalk import codings, statement_coding
from tocsin.ontology.folding import fold
from tocsin.ontology.states import Country
from tocsin.ontology.vocabularies import load_vocabularies

__all__ = [
    "AliasEntry",
    "Country",
    "Registry",
    "codings",
    "fold",
    "load_registry",
    "load_vocabularies",
    "statement_coding",
]
