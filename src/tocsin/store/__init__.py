"""The record kept: one interface, databases behind it."""

from tocsin.store.interface import Link, MentionKeys, Reach, Store, StoredMention, View, Work, Writer
from tocsin.store.query import Cell, Facets, FacetValue, IncidentQuery, Page, Party, Point, Spell, Totals
from tocsin.store.search import Aim, Found, Hit, Search, Spot
from tocsin.store.sql_store import open_store

__all__ = [
    "Aim",
    "Cell",
    "FacetValue",
    "Facets",
    "Found",
    "Hit",
    "IncidentQuery",
    "Link",
    "MentionKeys",
    "Page",
    "Party",
    "Point",
    "Reach",
    "Search",
    "Spell",
    "Spot",
    "Store",
    "StoredMention",
    "Totals",
    "View",
    "Work",
    "Writer",
    "open_store",
]
