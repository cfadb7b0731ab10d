"""One small record that every test of the store reads, written through the interface as ingest writes it."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from tocsin.model import (
    ActorMention,
    Attribution,
    Entry,
    FigureLedger,
    Incident,
    Ledger,
    Mention,
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
    report_id,
)
from tocsin.model.vocabulary import AttributionState, Kind, Status
from tocsin.store import MentionKeys, Store, open_store

V = TypeVar("V")


class Maker:
    """Makes records of one line each."""

    def report(self, title: str, day: int | None = 1, outlet: str = "Example Wire") -> Report:
        body = f"{title}, police said."
        published = dt.date(2024, 5, day) if day else None
        return Report(id=report_id(title, body), title=title, body=body, outlet=outlet, published=published)

    def mention(self, report: Report, number: int = 1) -> Mention:
        span = report.span(0, len(report.title))
        return Mention(id=f"{report.id}:m{number}", report=report.id, trigger=span, kind="bombing", evidence=(span,))

    def ledger(self, value: V | None) -> Ledger[V]:
        if value is None:
            return Ledger()
        entry = Entry(value=value, mentions=("m",), reports=("r",))
        return Ledger(entries=(entry,), published=0, rule="only account")

    def incident(
        self,
        own: str,
        *mentions: Mention,
        kind: Kind = "bombing",
        status: Status = "occurred",
        day: dt.date | None = None,
        until: dt.date | None = None,
        place: Toponym | None = None,
        killed: int | None = None,
        actor: ActorMention | None = None,
        state: AttributionState = "claimed",
        target: str | None = None,
    ) -> Incident:
        time = Timex(start=day, end=until or day, precision="day") if day else None
        figure = FigureLedger(low=killed, best=killed, high=killed) if killed is not None else FigureLedger()
        said = Attribution(state=state, actor=actor, report="r", mention="m") if actor else None
        hit = Target(actor=ActorMention(name=target)) if target else None
        return Incident(
            id=own,
            title=f"{kind} {own}",
            mentions=tuple(mention.id for mention in mentions),
            reports=tuple(dict.fromkeys(mention.report for mention in mentions)),
            counted=status in {"occurred", "attempted"},
            kind=self.ledger(kind),
            status=self.ledger(status),
            scope="headline",
            time=self.ledger(time),
            place=self.ledger(place),
            killed=figure,
            attributions=(said,) if said else (),
            targets=self.ledger(hit),
        )

    def keys(self, own: str, **values: dt.date | str | bool | None) -> MentionKeys:
        return MentionKeys(own=own, **values)  # type: ignore[arg-type]  # the tests name the fields


MAKE = Maker()
BASRA = Toponym(name="Basra", place="g1", lat=30.5, lon=47.8, country="IQ", admin1="Basra", precision="city")
SUVA = Toponym(name="Suva", place="g2", lat=-18.14, lon=178.44, country="FJ", precision="city")
FRONT = ActorMention(name="Río Front", actor="group:rio-front", kind="armed_group")

BOMB = MAKE.report("Bomb kills three in Basra", 3)
SHORT = MAKE.report("Bomb kills three in Basra, wire says", 2)
PLOT = MAKE.report("Police foil plot in Suva", 4)
OLD = MAKE.report("Undated shooting remembered", None)


@pytest.fixture
def make() -> Maker:
    return MAKE


@pytest.fixture(params=["sqlite"])
def open_(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """A function that opens the one database of the test, again if called again; PostgreSQL will be a parameter."""
    assert request.param == "sqlite"
    opened: list[Store] = []

    def again() -> Store:
        opened.append(open_store(str(tmp_path / "record.sqlite")))
        return opened[-1]

    yield again
    for each in opened:
        each.close()


@pytest.fixture
def store(open_: Callable[[], Store]) -> Store:
    """An empty store."""
    return open_()


@pytest.fixture
def record(store: Store) -> Store:
    """A store of four reports, of which one is a twin, and three incidents."""
    day = dt.date(2024, 5, 1)
    told = {report.id: MAKE.mention(report) for report in (BOMB, SHORT, PLOT, OLD)}
    with store.write() as writer:
        for report in (BOMB, SHORT, PLOT, OLD):
            writer.put_report(report)
            writer.put_reading(_reading(report, told[report.id]), [_keys(report, day)])
        writer.set_twins({SHORT.id: BOMB.id, BOMB.id: None})
        writer.put_incidents(
            [
                MAKE.incident(
                    "inc-bomb",
                    told[BOMB.id],
                    told[SHORT.id],
                    day=day,
                    place=BASRA,
                    killed=3,
                    actor=FRONT,
                    target="market",
                ),
                MAKE.incident(
                    "inc-plot",
                    told[PLOT.id],
                    status="foiled",
                    kind="armed_attack",
                    day=dt.date(2024, 5, 3),
                    until=dt.date(2024, 5, 9),
                    place=SUVA,
                ),
                MAKE.incident("inc-old", told[OLD.id], kind="armed_attack", killed=0),
            ]
        )
    return store


def _keys(report: Report, day: dt.date) -> MentionKeys:
    return MentionKeys(own=f"inc-own-{report.id}", start=day, end=day, brief=True, place="g1")


def _reading(report: Report, mention: Mention) -> Reading:
    words: tuple[Span, ...] = (report.span(0, 4),)
    police = ActorMention(name="police", spans=words)
    bomb = Weapon(name="bomb", quantity=Quantity(low=1, high=1))
    return Reading(
        report=report.id,
        mentions=(mention,),
        statements=(
            Statement(id=f"{report.id}:s1", report=report.id, speaker=police, stance="inform", about=mention.id),
            Statement(id=f"{report.id}:s2", report=report.id, speaker=police, stance="condemn", about=bomb.name),
        ),
        tallies=(Tally(id=f"{report.id}:t1", report=report.id, what="attacks", low=2, incident=mention.id),),
        relations=(Relation(subject="Río Front", predicate="part_of", object="The Example League", report=report.id),),
        components=("read.rules@1", "times@2"),
    )
