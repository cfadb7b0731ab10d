"""Values in a reader's words: how a date, place, figure or name is written for people."""

from collections.abc import Iterable

from tocsin.model import (
    ActorMention,
    Attribution,
    FigureLedger,
    Mention,
    Perpetrator,
    Quantity,
    Tally,
    Timex,
    Toponym,
    Weapon,
)


def label(code: str) -> str:
    """Return a code as words: "rocket_or_shelling" is "rocket or shelling"."""
    return code.replace("_", " ")


def figure(quantity: Quantity | None) -> str:
    """Return a count: "none", "5", "at least 5", "up to 9", "10–15", "about 80", "not said"."""
    if quantity is None or (quantity.low is None and quantity.high is None):
        return "not said"
    low, high = quantity.low, quantity.high
    if low == high:
        return "none" if low == 0 else f"about {low:,}" if quantity.approximate else f"{low:,}"
    if high is None:
        return f"at least {low:,}"
    return f"up to {high:,}" if not low else f"{low:,}–{high:,}"


def day(time: Timex | None) -> str:
    """Return the day or days, with the precision where it isn't a day."""
    if time is None or time.start is None:
        return "not said"
    if time.end is None or time.end == time.start:
        return time.start.isoformat()
    return f"{time.start.isoformat()} to {time.end.isoformat()} ({time.precision})"


def place(toponym: Toponym | None) -> str:
    """Return the place with its division, country, relation and precision."""
    if toponym is None:
        return "not said"
    chain = [toponym.name]
    chain += [part for part in (toponym.admin1, toponym.country) if part and part not in toponym.name]
    near = "near " if toponym.relation == "near" else ""
    return f"{near}{', '.join(chain)} ({toponym.precision})"


def name(actor: ActorMention) -> str:
    """Return the actor's name, else the words that it goes by."""
    return actor.name or (f"“{actor.spans[0].text}”" if actor.spans else "unknown")


def perpetrator(held: Perpetrator) -> str:
    """Return who is held responsible and how: "X (accused by Y)"."""
    by = f" by {held.attributed_by}" if held.attributed_by else ""
    return f"{name(held.actor)} ({held.attribution}{by})"


def weapon(used: Weapon) -> str:
    """Return the weapon with its count where there is one."""
    counted = used.quantity.low is not None or used.quantity.high is not None
    return f"{used.name}: {figure(used.quantity)}" if counted else used.name


def headline(mention: Mention) -> str:
    """Return one line that names the mention: kind, place, day."""
    parts = [label(mention.kind).capitalize()]
    if mention.place is not None:
        parts.append(("near " if mention.place.relation == "near" else "") + mention.place.name)
    if mention.time is not None and mention.time.start is not None:
        parts.append(day(mention.time))
    return ", ".join(parts)


def short_day(time: Timex | None) -> str:
    """Return the day, month or year alone, "?" where unknown."""
    if time is None or time.start is None:
        return "?"
    cut = {"month": 7, "year": 4}.get(time.precision, 10)
    return time.start.isoformat()[:cut]


def short_place(toponym: Toponym | None) -> str:
    """Return the place's name and country, "?" where unknown."""
    if toponym is None:
        return "?"
    country = f", {toponym.country}" if toponym.country and toponym.country not in toponym.name else ""
    return ("near " if toponym.relation == "near" else "") + toponym.name + country


def band(figures: FigureLedger) -> str:
    """Return a figure with its range over all accounts: "133 (40–137)", "?" where nothing is said."""
    if figures.best is None:
        return "?"
    low, high = figures.low, figures.high
    spread = low is not None and high is not None and low != high
    return f"{figures.best:,} ({low:,}–{high:,})" if spread else f"{figures.best:,}"


def responsible(attributions: Iterable[Attribution]) -> str:
    """Return who is held responsible, each once with what stands: "A (claimed), B (accused, denied)", else "?"."""
    held: dict[str, dict[str, None]] = {}
    unclaimed = False
    for each in attributions:
        if each.state == "unclaimed":
            unclaimed = unclaimed or each.stands
        elif each.actor.name and each.stands:
            held.setdefault(each.actor.name, {})[each.state] = None
    named = [f"{who} ({', '.join(states)})" for who, states in held.items()]
    return ", ".join(named + ["unclaimed"] * unclaimed) or "?"


def attribution(held: Attribution) -> str:
    """Return an attribution: "unclaimed", "claimed by A", "denied by A", "A accused by B"."""
    if held.state == "unclaimed":
        return "unclaimed"
    who = name(held.actor)
    if held.state in {"claimed", "denied"}:
        return f"{held.state} by {who}" + (f", says {held.attributed_by}" if held.attributed_by else "")
    return f"{who} {held.state}" + (f" by {held.attributed_by}" if held.attributed_by else "")


def tally(held: Tally) -> str:
    """Return a tally or rank: "about 80 attacks by X in Y since 2023-10-07", "number 1 of attacks"."""
    quantity = Quantity(low=held.low, high=held.high, approximate=held.approximate)
    start = f"number {held.rank} of {held.what}" if held.rank is not None else f"{figure(quantity)} {held.what}"
    details = (("by", held.actor), ("on", held.target), ("in", held.place), ("since", held.since))
    return " ".join([start, *(f"{word} {value}" for word, value in details if value)])


def skipped(chance: float) -> str:
    """Return what is said of a report that triage skipped."""
    return (
        f"Skipped: the chance that this report tells of violence, an arrest or a protest is {chance:.1%}. "
        "`tocsin ingest --no-triage` reads it in full."
    )
