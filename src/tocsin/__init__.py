"""Tocsin reads reports of political violence and keeps a sourced record of incidents.

from tocsin import read
for mention in read("Two soldiers were killed by a roadside bomb in Mosul on Monday.").mentions:
    print(mention.kind, mention.killed, mention.place)
"""

from importlib.metadata import version

# The room of the same name is loaded first: loaded later, it would take the function's place.
import tocsin.read  # noqa: F401  # for its place in the order alone
from tocsin.errors import TocsinError
from tocsin.model import Incident, Mention, Reading, Relation, Report, Statement, Tally
from tocsin.pipeline.library import read
from tocsin.settings import Settings

__version__ = version("tocsin")

__all__ = [
    "Incident",
    "Mention",
    "Reading",
    "Relation",
    "Report",
    "Settings",
    "Statement",
    "Tally",
    "TocsinError",
    "__version__",
    "read",
]
