"""A choice of incidents by what is sure of them: narrower than a user's query, for comparing counts with."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, exists, false, func, literal_column, or_, select, true

from tocsin.model.vocabulary import Kind, Status
from tocsin.store.filters import Condition, party_condition
from tocsin.store.query import Part, Party
from tocsin.store.schema import figures, incidents, traits

Sort = Literal["place", "target", "weapon"]
Figure = Literal["killed", "injured", "abducted", "detained"]
_KM = 111.2
"""Kilometres of a degree of latitude."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place: a country as a whole, or in it what goes by one of the names, or lies within `km` of a point.

    `names` are gazetteer ids and folded names of places or first-level divisions. A point is `lat`, `lon` in degrees,
    and `squeeze` the cosine of its latitude; what is only known to lie in a division or country is near nothing.
    """

    country: str | None = None
    names: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    squeeze: float = 1.0
    km: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What an incident must be: `traits` are values of `rows.trait_rows`, of each sort and group one must be there.

    `kinds` empty takes all; its days must lie wholly from `since` to `until`; `spots` empty takes anywhere, else one
    must fit; `without` is an incident left out; `figure` one that some report must give.
    """

    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()
    counted: bool | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    parties: tuple[Party, ...] = ()
    spots: tuple[Spot, ...] = ()
    traits: tuple[tuple[Sort, tuple[str, ...]], ...] = ()
    without: str | None = None
    figure: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An incident that a search found; `figure` is the published one that was searched for."""

    id: str
    title: str
    day: dt.date | None
    counted: bool
    figure: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How many incidents fit, the first of them by day, and the sums of the figure: lowest, published, highest.

    `sure` is the sum of the lowest over those whose targets are all of the wanted traits.
    """

    total: int
    hits: tuple[Hit, ...]
    low: int = 0
    best: int = 0
    high: int = 0
    sure: int = 0


def search(connection: Connection, wanted: Search, limit: int) -> Found:
    """Return what fits."""
    told = [figures.c.low, figures.c.best, figures.c.high]
    source: Any = incidents
    shown: ColumnElement[Any] = literal_column("NULL")
    if wanted.figure is not None:
        source = incidents.join(figures, and_(figures.c.incident == incidents.c.id, figures.c.field == wanted.figure))
        shown = figures.c.best
    held = conditions(wanted)
    sums = [func.coalesce(func.sum(column), 0) for column in told] if wanted.figure else []
    total, *summed = connection.execute(select(func.count(), *sums).select_from(source).where(*held)).one()
    columns = (incidents.c.id, incidents.c.title, incidents.c.start, incidents.c.counted, shown)
    ordered = select(*columns).select_from(source).where(*held).order_by(incidents.c.start, incidents.c.id)
    hits = tuple(
        Hit(id=id_, title=title, day=day, counted=counted, figure=number)
        for id_, title, day, counted, number in connection.execute(ordered.limit(limit))
    )
    if wanted.figure is None:
        return Found(total=total, hits=hits)
    only = select(func.coalesce(func.sum(figures.c.low), 0)).select_from(source).where(*held, _no_other_target(wanted))
    low, best, high = summed
    return Found(total=total, hits=hits, low=low, best=best, high=high, sure=connection.scalar(only) or 0)


def has_trait(connection: Connection, sort: Sort, value: str) -> bool:
    """Say whether any incident has the trait."""
    return bool(connection.scalar(select(exists().where(traits.c.sort == sort, traits.c.value == value))))


def has_actor(connection: Connection, words: str, part: Part | None) -> bool:
    """Say whether an actor of any incident has this id, or a name that holds the words, and the part."""
    return bool(connection.scalar(select(exists().where(party_condition(Party(words=words, part=part))))))


def conditions(wanted: Search) -> list[Condition]:
    """Return what an incident must meet."""
    held: list[Condition] = []
    if wanted.kinds:
        held.append(incidents.c.kind.in_(wanted.kinds))
    if wanted.statuses:
        held.append(incidents.c.status.in_(wanted.statuses))
    if wanted.counted is not None:
        held.append(incidents.c.counted.is_(wanted.counted))
    if wanted.since is not None:
        held.append(incidents.c.start >= wanted.since)
    if wanted.until is not None:
        held.append(incidents.c.end <= wanted.until)
    if wanted.without is not None:
        held.append(incidents.c.id != wanted.without)
    held += [party_condition(party) for party in wanted.parties]
    held += [_has(sort, values) for sort, values in wanted.traits]
    if wanted.spots:
        held.append(or_(*map(_at, wanted.spots)))
    return held


def _has(sort: Sort, values: tuple[str, ...]) -> Condition:
    return incidents.c.id.in_(select(traits.c.incident).where(traits.c.sort == sort, traits.c.value.in_(values)))


def _no_other_target(wanted: Search) -> Condition:
    """Return whether no target is of another kind or noun than those wanted; of countries that can't be said."""
    held: list[Condition] = [true()]
    for values in (values for sort, values in wanted.traits if sort == "target"):
        form = values[0].split(":")[0]
        if form not in {"kind", "noun"}:
            return false()
        row = traits.alias()
        named = and_(
            row.c.incident == incidents.c.id, row.c.sort == "target", row.c.value.between(f"{form}:", f"{form};")
        )
        held.append(~exists().where(named, row.c.value.not_in(values)))
    return and_(*held)


def _at(spot: Spot) -> Condition:
    held = [incidents.c.country == spot.country] if spot.country else []
    either = [_has("place", spot.names)] if spot.names else []
    if spot.lat is not None and spot.lon is not None:
        either.append(_near(spot.lat, spot.lon, spot))
    return and_(true(), *held, *([or_(*either)] if either else []))


def _near(lat: float, lon: float, spot: Spot) -> Condition:
    reach = spot.km / _KM
    across = reach / max(spot.squeeze, 0.01)
    north, east = incidents.c.lat - lat, (incidents.c.lon - lon) * spot.squeeze
    return and_(
        incidents.c.precision.in_(("site", "city", "district")),
        incidents.c.lat.between(lat - reach, lat + reach),
        incidents.c.lon.between(lon - across, lon + across),
        north * north + east * east <= reach * reach,
    )
