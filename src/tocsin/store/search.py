"""A choice of incidents by what is sure of them: narrower than a user's query, for comparing counts with."""

import datetime as dt
from collections.abc import Iterable, Iterator
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
class Aim:
    """Who or what was hit: one of these parties, or of these traits ("kind:police", see `rows.trait_rows`)."""

    parties: tuple[Party, ...] = ()
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What an incident must be.

    `kinds` empty takes all; its days must lie wholly from `since` to `until`; every party, aim and word of a weapon
    must fit; `spots` empty takes anywhere, else one must; `without` are incidents left out; `figure` one that some
    report must give.
    """

    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()
    counted: bool | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    parties: tuple[Party, ...] = ()
    spots: tuple[Spot, ...] = ()
    aims: tuple[Aim, ...] = ()
    weapons: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
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

    `sure` is the sum of the lowest over those whose targets are all what was aimed at.
    """

    total: int
    hits: tuple[Hit, ...]
    low: int = 0
    best: int = 0
    high: int = 0
    sure: int = 0


def search(connection: Connection, wanted: Search, limit: int) -> Found:
    """Return what fits: looked for once, in the indexes; only of those that are listed is the long row looked up."""
    held, source, shown = conditions(wanted), _source(wanted), _shown(wanted)
    sums = [func.sum(column).over() for column in _SUMS] if wanted.figure else []
    inner = select(incidents.c.id, shown, func.count().over().label("total"), *_labelled(sums)).select_from(source)
    first = inner.where(*held).order_by(incidents.c.start, incidents.c.id).limit(max(limit, 1)).subquery()
    columns = (incidents.c.id, incidents.c.title, incidents.c.start, incidents.c.counted)
    joined = select(*columns, first).join(first, first.c.id == incidents.c.id)
    rows = connection.execute(joined.order_by(incidents.c.start, incidents.c.id)).all()
    if not rows:
        return Found(total=0, hits=())
    hits = tuple(
        Hit(id=row[0], title=row.title, day=row.start, counted=row.counted, figure=row.shown) for row in rows[:limit]
    )
    if wanted.figure is None:
        return Found(total=rows[0].total, hits=hits)
    low, best, high = rows[0].low, rows[0].best, rows[0].high
    sure = low
    if wanted.aims:
        only = select(func.coalesce(func.sum(figures.c.low), 0)).select_from(source)
        sure = connection.scalar(only.where(*held, _no_other_target(wanted))) or 0
    return Found(total=rows[0].total, hits=hits, low=low, best=best, high=high, sure=sure)


_SUMS = (figures.c.low, figures.c.best, figures.c.high)


def _labelled(sums: Iterable[ColumnElement[Any]]) -> Iterator[ColumnElement[Any]]:
    return (each.label(column.name) for each, column in zip(sums, _SUMS, strict=False))


def _source(wanted: Search) -> Any:
    if wanted.figure is None:
        return incidents
    return incidents.join(figures, and_(figures.c.incident == incidents.c.id, figures.c.field == wanted.figure))


def _shown(wanted: Search) -> ColumnElement[Any]:
    return (literal_column("NULL") if wanted.figure is None else figures.c.best).label("shown")


def trait_countries(connection: Connection, sort: Sort, value: str) -> frozenset[str | None]:
    """Return the countries of the incidents that have the trait, none where no incident has it."""
    joined = select(incidents.c.country).join(traits, traits.c.incident == incidents.c.id).distinct()
    return frozenset(connection.scalars(joined.where(traits.c.sort == sort, traits.c.value == value)))


def has_actor(connection: Connection, words: str, part: Part | None) -> bool:
    """Say whether an actor of any incident has this id, or a name that holds the words, and the part."""
    return bool(connection.scalar(select(exists().where(party_condition(Party(words=words, part=part))))))


def conditions(wanted: Search) -> list[Condition]:
    """Return what an incident must meet; one that a person rejected meets nothing."""
    held: list[Condition] = [incidents.c.review != "rejected"]
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
    if wanted.without:
        held.append(incidents.c.id.not_in(wanted.without))
    held += [party_condition(party) for party in wanted.parties]
    held += [_hit(aim) for aim in wanted.aims]
    held += [_has("weapon", (word,)) for word in wanted.weapons]
    if wanted.spots:
        held.append(or_(*map(_at, wanted.spots)))
    return held


def _hit(aim: Aim) -> Condition:
    return or_(false(), *map(party_condition, aim.parties), *([_has("target", aim.traits)] if aim.traits else []))


def _has(sort: Sort, values: tuple[str, ...]) -> Condition:
    return incidents.c.id.in_(select(traits.c.incident).where(traits.c.sort == sort, traits.c.value.in_(values)))


def _no_other_target(wanted: Search) -> Condition:
    """Return whether no target is of another kind or noun than those wanted; of countries that can't be said."""
    held: list[Condition] = [true()]
    for values in (aim.traits for aim in wanted.aims):
        form = values[0].split(":")[0] if values else ""
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
