"""Verdicts on incidents: accepted, rejected, and the values that people set, laid over what the reports say."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from tocsin.model import Attribution, Correction, Entry, FigureLedger, Incident, Judgement, Ledger, Quantity
from tocsin.model.vocabulary import CORRECTABLE, COUNTED, Correctable, ReviewState
from tocsin.reconcile.account import Account
from tocsin.reconcile.judgements import most_of, standing
from tocsin.reconcile.titles import compose

T = TypeVar("T")

_STATES: dict[str, ReviewState] = {"accept": "accepted", "reject": "rejected"}


def assign(groups: Sequence[Sequence[Account]], judgements: Iterable[Judgement]) -> tuple[tuple[Judgement, ...], ...]:
    """Return for each group the judgements that hold for it, in the order in which they were made.

    One on an incident holds for the group that has the most of its mentions, the first one's where several do; one
    on a mention for that mention's, as long as it stands there alone.
    """
    owner = {account.mention.id: number for number, group in enumerate(groups) for account in group}
    held: list[list[Judgement]] = [[] for _ in groups]
    for judgement in standing(judgements):
        there = [name for name in judgement.subjects if name in owner]
        if there and judgement.verdict not in {"same", "different"}:
            number = int(most_of(there, lambda name: str(owner[name])))
            if judgement.level == "incident" or len(groups[number]) == 1:
                held[number].append(judgement)
    return tuple(tuple(each) for each in held)


def overruled(judgements: Sequence[Judgement]) -> dict[str, str]:
    """Return, of judgements that hold for one incident, by which later one each that contradicts it is set aside."""
    last: dict[str, Judgement] = {}
    found: dict[str, str] = {}
    for judgement in reversed(judgements):
        subject = judgement.correction.field if judgement.correction else "review"
        later = last.setdefault(subject, judgement)
        if _said(later) != _said(judgement):
            found[judgement.id] = later.id
    return found


def review(incident: Incident, judgements: Sequence[Judgement]) -> Incident:
    """Lay judgements that hold for an incident over it, the later over the earlier; its codings stay as they are.

    A corrected value is published with the person and the reason as its rule, and stands beside the reports' values,
    which stay as they were. A rejected incident keeps all it has, and counts nowhere.
    """
    if not judgements:
        return incident
    latest = {each.correction.field: each for each in judgements if each.correction}
    for field in CORRECTABLE:
        if field in latest:
            incident = _CORRECT[field](incident, latest[field])
    states = [_STATES[each.verdict] for each in judgements if each.verdict in _STATES]
    state = states[-1] if states else "unreviewed"
    told = incident.scope == "headline" and incident.status.value in COUNTED
    reviewed = replace(
        incident,
        review=state,
        corrected=tuple(field for field in CORRECTABLE if field in latest),
        counted=told and state != "rejected",
    )
    return reviewed if "title" in latest or not latest else replace(reviewed, title=_title(reviewed))


def _said(judgement: Judgement) -> object:
    return judgement.correction or judgement.verdict


def _title(incident: Incident) -> str:
    return compose(
        incident.kind.value or "other_violence",
        incident.status.value or "alleged",
        place=incident.place.value,
        targets=incident.targets,
        weapons=incident.weapons,
        attributions=incident.attributions,
    )


def _rule(judgement: Judgement) -> str:
    return f"corrected by {judgement.by}" + (f": {judgement.why}" if judgement.why else "")


def _published(ledger: Ledger[T], value: T | None, judgement: Judgement, same: Callable[[T, T], bool]) -> Ledger[T]:
    """Return the ledger with this value published: the reports' own entry where one gives it, else a further one."""
    if value is None:
        return replace(ledger, published=None, rule=_rule(judgement))
    known = next((number for number, entry in enumerate(ledger.entries) if same(entry.value, value)), None)
    if known is not None:
        return replace(ledger, published=known, rule=_rule(judgement))
    entries = (*ledger.entries, Entry(value=value, mentions=(), reports=()))
    return replace(ledger, entries=entries, published=len(ledger.entries), rule=_rule(judgement))


def _label(incident: Incident, judgement: Judgement) -> Incident:
    correction = _correction(judgement)
    ledger: Ledger[Any] = getattr(incident, correction.field)
    changed = _published(ledger, correction.text, judgement, lambda one, other: one == other)
    return replace(incident, **{correction.field: changed})  # type: ignore[arg-type]  # kind or status, by the table


def _time(incident: Incident, judgement: Judgement) -> Incident:
    value = _correction(judgement).time
    changed = _published(
        incident.time, value, judgement, lambda one, other: (one.start, one.end) == (other.start, other.end)
    )
    return replace(incident, time=changed)


def _place(incident: Incident, judgement: Judgement) -> Incident:
    value = _correction(judgement).place
    changed = _published(
        incident.place,
        value,
        judgement,
        lambda one, other: (one.name, one.place, one.lat, one.lon) == (other.name, other.place, other.lat, other.lon),
    )
    return replace(incident, place=changed)


def _figure(incident: Incident, judgement: Judgement) -> Incident:
    correction = _correction(judgement)
    figure: FigureLedger = getattr(incident, correction.field)
    ledger = _published(figure.ledger, correction.figure, judgement, _equal_counts)
    best = None if correction.figure is None else _number(correction.figure)
    known = [number for number in (figure.low, best, figure.high) if number is not None]
    low, high = (min(known), max(known)) if known else (None, None)
    changed = FigureLedger(low=low, best=best, high=high, ledger=ledger)
    return replace(incident, **{correction.field: changed})  # type: ignore[arg-type]  # a figure, by the table


def _perpetrator(incident: Incident, judgement: Judgement) -> Incident:
    held = _correction(judgement).perpetrator
    if held is None:
        raise ValueError(f"judgement {judgement.id} names nobody")
    made = Attribution(
        state=held.attribution,
        actor=held.actor,
        attributed_by=held.attributed_by,
        as_of=judgement.at.date(),
        report="",
        mention="",
        judged_by=judgement.by,
    )
    others = (replace(each, stands=False) for each in incident.attributions)
    return replace(incident, attributions=(made, *others))


def _entitle(incident: Incident, judgement: Judgement) -> Incident:
    return replace(incident, title=_correction(judgement).text)


def _correction(judgement: Judgement) -> Correction:
    if judgement.correction is None:
        raise ValueError(f"judgement {judgement.id} corrects nothing")
    return judgement.correction


def _equal_counts(one: Quantity, other: Quantity) -> bool:
    return (one.low, one.high, one.approximate) == (other.low, other.high, other.approximate)


def _number(count: Quantity) -> int | None:
    return count.low if count.low is not None else count.high


_CORRECT: dict[Correctable, Callable[[Incident, Judgement], Incident]] = {
    "kind": _label,
    "status": _label,
    "time": _time,
    "place": _place,
    "killed": _figure,
    "injured": _figure,
    "abducted": _figure,
    "detained": _figure,
    "perpetrator": _perpetrator,
    "title": _entitle,
}
