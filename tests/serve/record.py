"""A small record to serve: reports of our own about things that never happened, read by hand."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from tocsin.model import (
    ActorMention,
    Attribution,
    Coding,
    Entry,
    FigureLedger,
    Incident,
    Judgement,
    Ledger,
    Mention,
    Perpetrator,
    Quantity,
    Reading,
    Relation,
    Report,
    Span,
    Statement,
    Tally,
    Target,
    Timex,
    Toponym,
    Weapon,
    anchor,
    report_id,
)
from tocsin.model.vocabulary import Kind, PlaceRelation, Status
from tocsin.store import MentionKeys, open_store

V = TypeVar("V")
DAY = dt.date(2024, 3, 4)
HOSTILE = "<script>alert('x')</script>"
MOSUL, FOILED, ROCKETS, MARCH = "inc-mosul", "inc-hamburg", "inc-erbil", "inc-march"


def _report(title: str, body: str, outlet: str, published: dt.date | None, twin_of: str | None = None) -> Report:
    return Report(
        id=report_id(title, body),
        title=title,
        body=body,
        outlet=outlet,
        url="https://news.example/1",
        published=published,
        published_from="metadata" if published else None,
        twin_of=twin_of,
        language="en",
    )


WIRE = _report(
    "Car bomb kills six at market in Mosul",
    "MOSUL, Iraq - A car bomb killed six people and wounded at least 15 at a market in Mosul on Monday, police said."
    "\n\nNo one has claimed the attack. The interior minister, Karim Saleh, accused the Islamic State group. "
    "“These cowards will not divide us,” he said.\n\n"
    "It was the first such attack in the city since October 2022. The Hadba Brigade, part of the police, closed the "
    "roads.",
    "Northern Wire",
    DAY,
)
LANTERN = _report(
    "Toll of Mosul blast rises",
    "At least nine people died when a car packed with explosives went off near the vegetable market of Mosul on "
    "Monday, a doctor said.\n\nThe Islamic State group claimed the attack in a message on Tuesday.",
    "Daily Lantern",
    DAY + dt.timedelta(days=1),
)
COPY = _report(WIRE.title, WIRE.body + "\n\nFrom our partners.", "Harbour Post", DAY, WIRE.id)
PLOT = _report(
    "Plan to attack consulate foiled",
    "Police in Hamburg arrested two men on 9 February who planned to bomb a consulate.",
    "Elbe Courier",
    dt.date(2024, 2, 9),
)
EVENING = _report(
    "Rockets fall near airport",
    "Two rockets fell near the airport of Erbil late on Saturday. There were no casualties.",
    "Northern Wire",
    dt.date(2024, 1, 14),
)
CROWD = replace(
    _report(
        f"Crowd {HOSTILE} & others march",
        f"Thousands marched on Friday, organisers said. {HOSTILE} “<img src=x onerror=alert(1)>” a banner read.",
        '"><b>Outlet</b>',
        None,
    ),
    url="javascript:alert(1)",
)
MATCH = _report("Late strike sinks visitors", "A late shot gave the hosts the match.", "Sports Page", DAY)
REPORTS = (WIRE, LANTERN, COPY, PLOT, EVENING, CROWD, MATCH)


def at(report: Report, *words: str) -> tuple[Span, ...]:
    """Return the spans of these words, each where the report's body first has it, else where its title has."""
    found = []
    for each in words:
        start = report.text.find(each, len(report.title))
        start = report.text.index(each) if start < 0 else start
        found.append(report.span(start, start + len(each)))
    return tuple(found)


def _days(report: Report, words: str, day: dt.date) -> Timex:
    return Timex(start=day, end=day, precision="day", spans=at(report, words), by="times@1")


def _count(report: Report, words: str, low: int, high: int | None) -> Quantity:
    return Quantity(low=low, high=high, spans=at(report, words), by="quantities@1")


def _place(report: Report, name: str, point: tuple[float, float], country: str, near: PlaceRelation = "at") -> Toponym:
    return Toponym(
        name=name, lat=point[0], lon=point[1], country=country, precision="city", relation=near, spans=at(report, name)
    )


def _group(report: Report) -> ActorMention:
    spans = at(report, "Islamic State")
    return ActorMention(name="Islamic State", actor="islamic-state", kind="armed_group", sector="REB", spans=spans)


def _bombing(report: Report, trigger: str, killed: Quantity) -> Mention:
    state, by = ("claimed", None) if report is LANTERN else ("accused", "Karim Saleh")
    return Mention(
        id=f"{report.id}:m1",
        report=report.id,
        trigger=at(report, trigger)[0],
        kind="bombing",
        scope="headline",
        time=_days(report, "Monday", DAY),
        place=_place(report, "Mosul", (36.335, 43.119), "IQ"),
        perpetrators=(Perpetrator(actor=_group(report), attribution=state, attributed_by=by),),  # type: ignore[arg-type]  # both are states
        targets=(Target(actor=ActorMention(name=None, spans=at(report, "market")), kind="civilians"),),
        weapons=(Weapon(name="car bomb", quantity=Quantity(low=1, high=1, spans=at(report, trigger))),),
        killed=killed,
        injured=None if report is LANTERN else _count(report, "at least 15", 15, None),
        by=("rules@1",),
    )


def _mention(report: Report, trigger: str, what: tuple[Kind, Status], time: Timex, place: Toponym | None) -> Mention:
    none = _count(report, "no casualties", 0, 0) if "no casualties" in report.body else None
    return Mention(
        id=f"{report.id}:m1",
        report=report.id,
        trigger=at(report, trigger)[0],
        kind=what[0],
        status=what[1],
        time=time,
        place=place,
        killed=none,
        injured=none,
        by=("rules@1",),
    )


_SPEECH = Statement(
    id=f"{WIRE.id}:s1",
    report=WIRE.id,
    speaker=ActorMention(name="Karim Saleh", kind="person", role="interior minister", spans=at(WIRE, "Karim Saleh")),
    stance="accuse",
    speaking_for="Government of Iraq",
    about=f"{WIRE.id}:m1",
    quote=at(WIRE, "These cowards will not divide us,")[0],
    spans=at(WIRE, "accused the Islamic State group"),
)
_RANK = Tally(
    id=f"{WIRE.id}:t1",
    report=WIRE.id,
    what="such attack",
    rank=1,
    incident=f"{WIRE.id}:m1",
    place="Mosul",
    since=dt.date(2022, 10, 1),
    spans=at(WIRE, "first such attack in the city since October 2022"),
)
_PART = Relation(
    subject="Hadba Brigade",
    predicate="part_of",
    object="police",
    report=WIRE.id,
    spans=at(WIRE, "Hadba Brigade, part of the police"),
)
WIRE_READING = Reading(
    report=WIRE.id,
    mentions=(_bombing(WIRE, "car bomb", _count(WIRE, "six people", 6, 6)),),
    statements=(_SPEECH,),
    tallies=(_RANK,),
    relations=(_PART,),
    components=("rules@1", "times@1"),
)
LANTERN_READING = Reading(
    report=LANTERN.id,
    mentions=(_bombing(LANTERN, "packed with explosives", _count(LANTERN, "At least nine people", 9, None)),),
)
PLOT_READING = Reading(
    report=PLOT.id,
    mentions=(
        _mention(
            PLOT,
            "bomb",
            ("bombing", "foiled"),
            _days(PLOT, "9 February", dt.date(2024, 2, 9)),
            _place(PLOT, "Hamburg", (53.55, 9.99), "DE"),
        ),
    ),
)
EVENING_READING = Reading(
    report=EVENING.id,
    mentions=(
        _mention(
            EVENING,
            "rockets fell",
            ("rocket_or_shelling", "occurred"),
            _days(EVENING, "Saturday", dt.date(2024, 1, 13)),
            _place(EVENING, "Erbil", (36.19, 44.01), "IQ", "near"),
        ),
    ),
)
CROWD_READING = Reading(
    report=CROWD.id,
    mentions=(
        _mention(
            CROWD,
            "marched",
            ("protest", "occurred"),
            Timex(start=None, end=None, precision="unknown", spans=at(CROWD, "Friday")),
            None,
        ),
    ),
)
READINGS = (WIRE_READING, LANTERN_READING, PLOT_READING, EVENING_READING, CROWD_READING, Reading(report=MATCH.id))


def _ledger(held: Iterable[tuple[V | None, Mention, Report]], rule: str = "", *, conflict: bool = False) -> Ledger[V]:
    """Return the ledger of the values that there are; equal ones are the caller's to leave out."""
    entries = tuple(
        Entry(
            value=value,
            mentions=(mention.id,),
            reports=(report.id,),
            outlets=(report.outlet or "",),
            first=report.published,
            spans=getattr(value, "spans", ()),
        )
        for value, mention, report in held
        if value is not None
    )
    return Ledger(entries=entries, published=0 if entries else None, rule=rule, conflict=conflict)


def _figure(held: list[tuple[Quantity | None, Mention, Report]]) -> FigureLedger:
    lows = [value.low for value, *_ in held if value is not None and value.low is not None]
    if not lows:
        return FigureLedger()
    ledger = _ledger(reversed(held), "latest report", conflict=len(set(lows)) > 1)
    return FigureLedger(low=min(lows), best=lows[-1], high=max(lows), ledger=ledger)


def _incident(incident_id: str, title: str, *told: tuple[Mention, Report]) -> Incident:
    first, report = told[0]
    return Incident(
        id=incident_id,
        title=title,
        mentions=tuple(mention.id for mention, _ in told),
        reports=tuple(each.id for _, each in told),
        counted=first.status == "occurred",
        scope="headline",
        kind=_ledger([(first.kind, first, report)], "all reports agree"),
        status=_ledger([(first.status, first, report)], "all reports agree"),
        time=_ledger([(first.time, first, report)], "most precise"),
        place=_ledger([(first.place, first, report)], "most precise"),
        killed=_figure([(mention.killed, mention, each) for mention, each in told]),
        injured=_figure([(mention.injured, mention, each) for mention, each in told]),
        targets=_ledger([(target, first, report) for target in first.targets]),
        weapons=_ledger([(weapon, first, report) for weapon in first.weapons]),
        attributions=tuple(
            Attribution(
                state=held.attribution,
                actor=held.actor,
                attributed_by=held.attributed_by,
                as_of=each.published,
                report=each.id,
                mention=mention.id,
            )
            for mention, each in told
            for held in mention.perpetrators
        ),
        codings=(
            Coding(scheme="PLOVER", codes={"type": "ASSAULT", "mode": None}),
            Coding(scheme="UCDP GED", codes={}, eligible=False, why="nobody is known to have died"),
        ),
        confidence=0.8,
    )


INCIDENTS = (
    _incident(
        MOSUL,
        "Bombing in Mosul, 4 March 2024",
        (WIRE_READING.mentions[0], WIRE),
        (LANTERN_READING.mentions[0], LANTERN),
    ),
    _incident(FOILED, "Foiled bombing in Hamburg", (PLOT_READING.mentions[0], PLOT)),
    _incident(ROCKETS, "Rockets near Erbil", (EVENING_READING.mentions[0], EVENING)),
    _incident(MARCH, f"Protest {HOSTILE}", (CROWD_READING.mentions[0], CROWD)),
)


JUDGED = Judgement(
    id="jdg-plot",
    verdict="accept",
    by="Ann",
    at=dt.datetime(2024, 3, 9, tzinfo=dt.UTC),
    subject=(anchor(PLOT_READING.mentions[0]),),
)


def write_record(path: str) -> None:
    """Write the record to a new store."""
    store = open_store(path)
    with store.write() as writer:
        for report in REPORTS:
            writer.put_report(report)
        for reading in READINGS:
            writer.put_reading(reading, [MentionKeys(own=f"inc-{mention.id}") for mention in reading.mentions])
        writer.set_twins({COPY.id: WIRE.id})
        writer.put_incidents(INCIDENTS)
        writer.add_judgement(JUDGED)
    store.close()
