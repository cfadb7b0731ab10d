"""The record kept: one interface, databases behind it."""

from tocsin.store.interface import Link, MentionKeys, Store, StoredMention, View, Work, Writer
from tocsin.store.query import Cell, Facets, FacetValue, IncidentQuery, Page, Point, Totals
from tocsin.store.sql_store import open_store

__all__ = [
    "Cell",
    "FacetValue",
    "Facets",
    "IncidentQuery",
    "Link",
    "MentionKeys",
    "Page",
    "Point",
    "Store",
    "StoredMention",
    "Totals",
    "View",
    "Work",
    "Writer",
    "open_store",
]
