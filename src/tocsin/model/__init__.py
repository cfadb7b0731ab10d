"""The records of Tocsin: frozen, typed, no input or output."""

from tocsin.model.annotation import Name, Resolver
from tocsin.model.codec import from_builtins, from_json, schema, to_builtins, to_json
from tocsin.model.history import History, Responsibility, Step
from tocsin.model.identity import Actor, Alias, Place
from tocsin.model.incident import Attribution, Coding, Entry, FigureLedger, Incident, Ledger
from tocsin.model.judgement import Anchor, Correction, Judgement, anchor
from tocsin.model.provenance import Component, Span
from tocsin.model.reading import Mention, Reading, Relation, Statement, Tally
from tocsin.model.report import Report, report_id
from tocsin.model.values import ActorMention, Perpetrator, Quantity, Target, Timex, Toponym, Weapon

RECORDS: tuple[type, ...] = (
    Report,
    Reading,
    Mention,
    Statement,
    Tally,
    Relation,
    Incident,
    Attribution,
    History,
    Judgement,
    Actor,
    Place,
    Span,
    Component,
)

__all__ = [
    "RECORDS",
    "Actor",
    "ActorMention",
    "Alias",
    "Anchor",
    "Attribution",
    "Coding",
    "Component",
    "Correction",
    "Entry",
    "FigureLedger",
    "History",
    "Incident",
    "Judgement",
    "Ledger",
    "Mention",
    "Name",
    "Perpetrator",
    "Place",
    "Quantity",
    "Reading",
    "Relation",
    "Report",
    "Resolver",
    "Responsibility",
    "Span",
    "Statement",
    "Step",
    "Tally",
    "Target",
    "Timex",
    "Toponym",
    "Weapon",
    "anchor",
    "from_builtins",
    "from_json",
    "report_id",
    "schema",
    "to_builtins",
    "to_json",
]
