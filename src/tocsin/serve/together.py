"""Why the reports of an incident are one, as its page shows it: each account beside the first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tocsin.model import Incident
from tocsin.pipeline.linking import side_of
from tocsin.reconcile.explanations import Reason, explain
from tocsin.store.interface import View

MOST = 20
"""So many accounts are explained beside the first: the page of a long incident should stay quick and short."""
_REASONS = 3


@dataclass(frozen=True, slots=True)
class Beside:
    """An account beside the first one, by its mention's id: its report in words, the score, the weightiest reasons."""

    mention: str
    report: str
    outlet: str
    score: float
    veto: str | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """The first account (its mention's id), those beside it, and how many more weren't explained."""

    first: str
    beside: tuple[Beside, ...]
    left: int


def together(view: View, incident: Incident, outlets: Mapping[str, str]) -> Together | None:
    """Return what speaks for the accounts of an incident beside its first; None of a single one."""
    shown = incident.mentions[: MOST + 1]
    beside = tuple(_beside(view, shown, outlets))
    return Together(shown[0], beside, len(incident.mentions) - len(shown)) if beside else None


def _beside(view: View, names: tuple[str, ...], outlets: Mapping[str, str]) -> Iterator[Beside]:
    if len(names) < 2:  # a single account has none beside it
        return
    held = {each.mention.id: each for each in view.stored(names)}
    if names[0] not in held:
        return
    first = side_of(held[names[0]])
    for name in names[1:]:
        if name in held:
            report = held[name].report.id
            found = explain(first, side_of(held[name]))
            reasons = tuple(each for each in found.reasons if each.name != "other")[:_REASONS]
            yield Beside(name, report, outlets.get(report, report), found.score, found.veto, reasons)
