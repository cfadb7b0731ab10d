import datetime as dt
from typing import Any

from tocsin.model import (
    ActorMention,
    Anchor,
    Judgement,
    Mention,
    Perpetrator,
    Quantity,
    Report,
    Span,
    Target,
    Timex,
    Toponym,
    Weapon,
)
from tocsin.model.vocabulary import Effect, TimePrecision
from tocsin.reconcile.account import Account

DAY = dt.date(2024, 5, 3)


def span(report: str, text: str) -> Span:
    return Span(report, 0, len(text), text)


def on(start: dt.date, end: dt.date | None = None, precision: TimePrecision = "day") -> Timex:
    return Timex(start=start, end=end or start, precision=precision)


def count(low: int | None, high: int | None = None, *, open_end: bool = False, approximate: bool = False) -> Quantity:
    return Quantity(low=low, high=None if open_end else (high or low), approximate=approximate)


def target(name: str, effect: Effect = "unknown") -> Target:
    return Target(actor=ActorMention(name=name), kind="facility", effect=effect)


def held(name: str | None, state: Any, by: str | None = None) -> Perpetrator:
    return Perpetrator(actor=ActorMention(name=name), attribution=state, attributed_by=by)


def weapon(name: str, low: int | None = None) -> Weapon:
    return Weapon(name=name, quantity=Quantity(low=low, high=low))


KISMAYO = Toponym(name="Kismayo", place="g1", lat=-0.36, lon=42.55, country="SO", precision="city")
PORT = Toponym(name="Kismayo port", place="g2", lat=-0.37, lon=42.54, country="SO", precision="site")
NAIROBI = Toponym(name="Nairobi", place="g3", lat=-1.29, lon=36.82, country="KE", precision="city")
SOMALIA = Toponym(name="Somalia", place="g4", lat=6.0, lon=46.0, country="SO", precision="country")


def make_account(
    report: str = "r1",
    number: int = 1,
    *,
    published: dt.date | None = DAY,
    outlet: str | None = None,
    title: str = "Bomb in Kismayo",
    evidence: str = "A bomb exploded at the fish market in Kismayo.",
    twin_of: str | None = None,
    **fields: Any,
) -> Account:
    """An account of a bombing in Kismayo, told as news on the day, but for what is given otherwise."""
    told: dict[str, Any] = {"kind": "bombing", "scope": "headline", "time": on(DAY), "place": KISMAYO} | fields
    mention = Mention(
        id=f"{report}:m{number}",
        report=report,
        trigger=span(report, "exploded"),
        evidence=(span(report, evidence),),
        **told,
    )
    made = Report(id=report, title=title, body="", outlet=outlet or report, published=published, twin_of=twin_of)
    return Account(mention, made)


def stand(name: str) -> Anchor:
    """The anchor of a mention that no reading has moved."""
    report = name.split(":", maxsplit=1)[0]
    return Anchor(report=report, mention=name, trigger=span(report, "exploded"), kind="bombing")


def judge(name: str, verdict: Any, subject: str = "", other: str = "", number: int = 1, **fields: Any) -> Judgement:
    """A judgement whose sides are mention ids with blanks between."""
    return Judgement(
        id=name,
        verdict=verdict,
        by="analyst",
        at=dt.datetime(2024, 6, 1, 12, tzinfo=dt.UTC),
        subject=tuple(stand(each) for each in subject.split()),
        other=tuple(stand(each) for each in other.split()),
        number=number,
        **fields,
    )
