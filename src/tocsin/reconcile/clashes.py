"""Which values of an incident's fields can't both be right."""

from collections.abc import Mapping
from typing import Any

from tocsin.model import FigureLedger, Incident, Ledger
from tocsin.reconcile.fields import KIND, PLACE, STATUS, TARGETS, TIME, WEAPONS
from tocsin.reconcile.figures import FIGURES, figure_rule
from tocsin.reconcile.ledgers import FieldRule

Pairs = tuple[tuple[int, int], ...]

RULES: Mapping[str, FieldRule[Any]] = {
    "kind": KIND,
    "status": STATUS,
    "time": TIME,
    "place": PLACE,
    "targets": TARGETS,
    "weapons": WEAPONS,
    **{name: figure_rule(name) for name in FIGURES},
}
"""The rule of each field that is a ledger."""


def ledger_of(incident: Incident, name: str) -> Ledger[Any]:
    """Return the ledger of a field, a figure's too."""
    held: Ledger[Any] | FigureLedger = getattr(incident, name)
    return held.ledger if isinstance(held, FigureLedger) else held


def clashes(incident: Incident) -> dict[str, Pairs]:
    """Return for each field in conflict the pairs of its entries, by index, that can't both be right."""
    found: dict[str, Pairs] = {}
    for name, rule in RULES.items():
        held = ledger_of(incident, name)
        if held.conflict and (pairs := tuple(rule.clashes([entry.value for entry in held.entries]))):
            found[name] = pairs
    return found
