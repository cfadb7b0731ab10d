"""The incident list and what surrounds it: rows, facets, chips, column heads, paging, the course over time."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tocsin.errors import ActorError
from tocsin.model import Attribution, FigureLedger, Incident
from tocsin.pipeline.parties import Through
from tocsin.serve import wording
from tocsin.serve.asked import address
from tocsin.store.query import Facets, FacetValue, IncidentQuery

_GROUPS = (
    ("kind", "Kind"),
    ("country", "Country"),
    ("attribution", "Attribution"),
    ("status", "Status"),
)
_ACTORS = {"actor": "Actor: {}", "by": "By {}", "against": "Against {}"}
_SHOWN = 7
_MONTHS = 36
"""More months than these are drawn as years."""
_DISPUTABLE = ("kind", "status", "time", "place", "killed", "injured", "abducted", "detained")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An incident as the list shows it; a span is the lowest and highest figure where reports differ."""

    id: str
    title: str
    family: str
    kind: str
    status: str
    counted: bool
    when: str
    where: str
    precision: str
    culprit: str
    how: str
    killed: str
    killed_span: str
    injured: str
    injured_span: str
    disputed: tuple[str, ...]
    reports: int
    outlets: tuple[str, ...]
    review: str
    corrected: tuple[str, ...]
    through: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet; `share` is its percentage of the largest."""

    value: str
    label: str
    count: int
    share: int
    chosen: bool
    family: str


@dataclass(frozen=True, slots=True)
class Group:
    """A facet: its first values, and the rest behind a fold."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    more: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A restriction in force and the address without it."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or year of the course over time; `height` in percent of the highest."""

    x: int
    height: int
    label: str
    href: str


def rows(incidents: Iterable[Incident], ways: Iterable[Through]) -> list[Row]:
    """Return the incidents as rows; `ways` say through whom they count for the actor asked for."""
    texts = {way.incident: way.text for way in ways}
    return [replace(row(each), through=texts.get(each.id, "")) for each in incidents]


def suggested(query: IncidentQuery, unclear: ActorError | None, path: str) -> tuple[Chip, ...]:
    """Return the actors that an unclear name may mean, each with the address that asks for it."""
    if unclear is None:
        return ()
    fields, first = [field for field in _ACTORS if getattr(query, field) == unclear.name], replace(query, offset=0)
    return tuple(Chip(name, address(path, first, **dict.fromkeys(fields, ident))) for ident, name in unclear.candidates)


def row(incident: Incident) -> Row:
    """Return the incident as a row."""
    place = incident.place.value
    held = min((each for each in incident.attributions if each.stands), key=_weight, default=None)
    return Row(
        id=incident.id,
        title=incident.title,
        family=wording.family(incident.kind.value),
        kind=wording.words(incident.kind.value),
        status=incident.status.value or "not said",
        counted=incident.counted,
        when=wording.day(incident.time.value),
        where=wording.place(place),
        precision=place.precision if place else "unknown",
        culprit=wording.culprit(held.actor, held.state) if held else "",
        how=wording.held(held.state, None) if held else "",
        killed=_figure(incident.killed),
        killed_span=wording.span(incident.killed),
        injured=_figure(incident.injured),
        injured_span=wording.span(incident.injured),
        disputed=tuple(name for name in _DISPUTABLE if _conflict(incident, name)),
        reports=len(incident.reports),
        outlets=_outlets(incident),
        review=incident.review,
        corrected=tuple(wording.words(field) for field in incident.corrected),
    )


def _weight(held: Attribution) -> tuple[bool, int]:
    return not held.actor.name, wording.strength(held.state)


def _outlets(incident: Incident) -> tuple[str, ...]:
    """Return who tells of it: every report gives a kind, so that ledger names them all."""
    return tuple(dict.fromkeys(name for entry in incident.kind.entries for name in entry.outlets if name))


def _conflict(incident: Incident, name: str) -> bool:
    field = getattr(incident, name)
    return bool(field.ledger.conflict if isinstance(field, FigureLedger) else field.conflict)


def _figure(ledger: FigureLedger) -> str:
    """Return the short form for a column: "12", "≥5", "~80", "0", "" where nothing is said."""
    quantity = ledger.ledger.value
    if quantity is None or (quantity.low is None and quantity.high is None):
        return "" if ledger.best is None else f"{ledger.best:,}"
    about = "~" if quantity.approximate else ""
    if quantity.low == quantity.high:
        return f"{about}{quantity.low:,}"
    if quantity.high is None:
        return f"≥{quantity.low:,}"
    return f"{about}{quantity.low or 0:,}–{quantity.high:,}"


def groups(facets: Facets, query: IncidentQuery) -> tuple[Group, ...]:
    """Return the facets as groups of choices; chosen values stay in sight even where they count nothing."""
    return tuple(_group(name, label, getattr(facets, name), getattr(query, name)) for name, label in _GROUPS)


def _group(name: str, label: str, values: Iterable[FacetValue], chosen: tuple[str, ...]) -> Group:
    held = list(values)
    held += [FacetValue(value, 0) for value in chosen if value not in {each.value for each in held}]
    held.sort(key=lambda each: each.value not in chosen)
    highest = max((each.count for each in held), default=0) or 1
    choices = tuple(
        Choice(
            value=each.value,
            label=_label(name, each.value),
            count=each.count,
            share=round(100 * each.count / highest),
            chosen=each.value in chosen,
            family=wording.family(each.value) if name == "kind" else "",
        )
        for each in held
    )
    cut = max(_SHOWN, len(chosen))
    return Group(name, label, choices[:cut], choices[cut:])


def _label(name: str, value: str) -> str:
    return wording.country(value) if name == "country" else wording.capital(wording.words(value))


def chips(query: IncidentQuery, path: str) -> tuple[Chip, ...]:
    """Return what restricts the query, each with the way out of it."""
    first = replace(query, offset=0)
    held = [
        Chip(_label(name, value), address(path, first, **{name: _without(getattr(query, name), value)}))
        for name, _ in _GROUPS
        for value in getattr(query, name)
    ]
    held += [
        Chip(f"Review: {value}", address(path, first, review=_without(query.review, value))) for value in query.review
    ]
    for name, text in (("text", "“{}”"), *_ACTORS.items(), ("since", "Since {}"), ("until", "Until {}")):
        value = getattr(query, name)
        if value is not None:
            held.append(Chip(text.format(value), address(path, first, **{name: None})))
    if query.actor_exact and query.named:
        held.append(Chip("Without members", address(path, first, actor_exact=False)))
    if query.read_relations and query.named:
        held.append(Chip("Members by reports too", address(path, first, read_relations=False)))
    if query.killed_min is not None:
        held.append(Chip(f"At least {query.killed_min} killed", address(path, first, killed_min=None)))
    if query.bbox is not None:
        held.append(Chip("Inside a box on the map", address(path, first, bbox=None)))
    if query.counted is not True:
        text = "Counted or not" if query.counted is None else "Not counted only"
        held.append(Chip(text, address(path, first, counted=True)))
    return tuple(held)


def _without(values: Sequence[str], value: str) -> tuple[str, ...]:
    return tuple(each for each in values if each != value)


def course(facets: Facets, query: IncidentQuery, path: str) -> tuple[Bar, ...]:
    """Return the incidents over time: a bar a month, or a year where there would be too many months."""
    counted = {each.value: each.count for each in facets.month if each.count}
    if not counted:
        return ()
    months = [_number(month) for month in counted]
    if max(months) - min(months) < _MONTHS:
        numbers = {_number(month): (month, count) for month, count in counted.items()}
    else:
        years = groupby(sorted(counted), key=lambda month: month[:4])
        numbers = {int(year): (year, sum(counted[month] for month in held)) for year, held in years}
    highest = max(count for _, count in numbers.values())
    first = min(numbers)
    return tuple(
        Bar(
            x=number - first,
            height=max(4, round(100 * count / highest)),
            label=f"{period}: {count} incident{'' if count == 1 else 's'}",
            href=address(path, replace(query, offset=0), **_bounds(period)),
        )
        for number, (period, count) in sorted(numbers.items())
    )


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _bounds(period: str) -> dict[str, object]:
    first = dt.date.fromisoformat(f"{period}-01" if len(period) == 7 else f"{period}-01-01")
    following = first.replace(year=first.year + 1) if len(period) == 4 else _next_month(first)
    return {"since": first, "until": following - dt.timedelta(days=1)}


def _next_month(day: dt.date) -> dt.date:
    return day.replace(year=day.year + 1, month=1) if day.month == 12 else day.replace(month=day.month + 1)
