"""Values in an analyst's words, and the families of kinds that colour the lists and the map."""

import datetime as dt
from functools import cache

from tocsin.model import (
    ActorMention,
    FigureLedger,
    Mention,
    Quantity,
    Relation,
    Statement,
    Tally,
    Target,
    Timex,
    Toponym,
    Weapon,
)
from tocsin.model.vocabulary import KINDS, Kind
from tocsin.ontology.states import load_countries

FAMILIES: dict[str, tuple[str, tuple[Kind, ...]]] = {
    "blast": ("Explosions and fire from afar", ("bombing", "rocket_or_shelling", "airstrike_or_drone")),
    "attack": (
        "Attacks on people",
        ("armed_attack", "assassination", "execution", "stabbing", "vehicle_attack"),
    ),
    "battle": ("Battles and operations", ("battle", "military_operation")),
    "capture": ("Captures", ("abduction", "hostage_taking", "hijacking", "arrest_or_raid")),
    "unrest": ("Unrest", ("protest", "riot", "crackdown")),
    "sabotage": ("Sabotage and other", ("arson_or_sabotage", "cyberattack", "other_violence")),
}
"""Six families of kinds, each with its name and members: twenty colours can't be told apart, six can."""

_FAMILY_OF = {kind: key for key, (_, kinds) in FAMILIES.items() for kind in kinds}
_STRENGTH = ("claimed", "accused", "reported", "suspected", "unclaimed", "denied")
_STATES = {
    "claimed": "claimed it",
    "accused": "accused",
    "reported": "reported to have done it",
    "suspected": "suspected",
    "denied": "denies it",
    "unclaimed": "no one has claimed it",
}


def family(kind: str | None) -> str:
    """Return the key of the kind's family; a kind that isn't known counts as sabotage and other."""
    return _FAMILY_OF.get(kind, "sabotage") if kind in KINDS else "sabotage"


def words(code: str | None) -> str:
    """Return a code as words: "rocket_or_shelling" is "rocket or shelling"."""
    return (code or "not said").replace("_", " ")


def capital(text: str) -> str:
    """Return the text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def count(quantity: Quantity | None) -> str:
    """Return a count: "none", "5", "at least 5", "up to 9", "10–15", "about 80", "not said"."""
    if quantity is None or (quantity.low is None and quantity.high is None):
        return "not said"
    low, high = quantity.low, quantity.high
    about = "about " if quantity.approximate else ""
    if low == high:
        return "none" if low == 0 else f"{about}{low:,}"
    if high is None:
        return f"at least {about}{low:,}"
    return f"up to {about}{high:,}" if not low else f"{about}{low:,}–{high:,}"


def source(quantity: Quantity) -> str:
    """Return whom the reports have a figure from, and what it replaces: "police, official, replacing 19"."""
    given = [quantity.said_by, "official" if quantity.official else ""] if quantity.said_by else []
    old = [f"replacing {', '.join(f'{number:,}' for number in quantity.replaces)}"] if quantity.replaces else []
    return ", ".join(part for part in [*given, *old] if part)


def figure(ledger: FigureLedger) -> str:
    """Return the published figure."""
    published = count(ledger.ledger.value)
    if ledger.best is not None and published == "not said":
        return f"{ledger.best:,}" if ledger.best else "none"
    return published


def span(ledger: FigureLedger) -> str:
    """Return the lowest and highest figure where reports differ, "6–9"; what a person set is no report's."""
    counts = [entry.value for entry in ledger.ledger.entries if entry.reports]
    numbers = [number for count in counts for number in (count.low, count.high) if number is not None]
    if not numbers or min(numbers) == max(numbers) or not ledger.ledger.conflict:
        return ""
    return f"{min(numbers):,}–{max(numbers):,}"


def date(day: dt.date | None) -> str:
    """Return a day as "8 Dec 2023"."""
    return f"{day.day} {day:%b %Y}" if day else ""


def day(time: Timex | None) -> str:
    """Return the day or days at the precision that the text gives."""
    if time is None or time.start is None:
        return "not said"
    if time.precision == "year" and (time.end is None or time.end.year == time.start.year):
        return f"{time.start.year}"
    if time.precision == "month" and (time.end is None or time.end.month == time.start.month):
        return f"{time.start:%B %Y}"
    if time.end is None or time.end == time.start:
        return date(time.start)
    return f"{date(time.start)} – {date(time.end)}"


@cache
def _countries() -> dict[str, str]:
    return {each.code: each.name for each in load_countries()}


def country(code: str | None) -> str:
    """Return a country's usual name by its ISO 3166 alpha-2 code; the code where there is no such country."""
    return _countries().get(code, code) if code else ""


def place(toponym: Toponym | None) -> str:
    """Return the place with its division and country, and "near" where the text says so."""
    if toponym is None:
        return "not said"
    chain = list(dict.fromkeys(part for part in (toponym.name, toponym.admin1, country(toponym.country)) if part))
    return ("near " if toponym.relation == "near" else "") + ", ".join(chain)


def actor(mention: ActorMention) -> str:
    """Return the actor's name, else the words that it goes by."""
    if mention.name:
        return mention.name
    return f"“{mention.spans[0].text}”" if mention.spans else "unknown"


def culprit(mention: ActorMention, state: str) -> str:
    """Return who is held responsible; an attack that nobody claimed names no one."""
    return "No one" if state == "unclaimed" and not mention.name else actor(mention)


def strength(state: str) -> int:
    """Return the rank of a state of attribution, a claim first, a denial last."""
    return _STRENGTH.index(state) if state in _STRENGTH else len(_STRENGTH)


def target(hit: Target) -> str:
    """Return who or what was hit and what became of it."""
    effect = "" if hit.effect == "unknown" else f" — {words(hit.effect)}"
    return f"{actor(hit.actor)}{effect}"


def weapon(used: Weapon) -> str:
    """Return the weapon, with its count where there is one."""
    counted = count(used.quantity)
    return used.name if counted == "not said" else f"{used.name} ({counted})"


def held(state: str, by: str | None) -> str:
    """Return how someone is held responsible: "accused by the police", "claimed it"."""
    if by and state in {"accused", "suspected", "reported"}:
        return f"{state} by {by}"
    said = _STATES.get(state, words(state))
    return f"{said}, says {by}" if by else said


def headline(mention: Mention) -> str:
    """Return one line that names a mention: kind, place, day."""
    where = f", {mention.place.name}" if mention.place else ""
    when = f", {day(mention.time)}" if mention.time and mention.time.start else ""
    return f"{words(mention.kind)}{where}{when}"


def speaker(statement: Statement) -> str:
    """Return who speaks, in which office and for whom."""
    parts = [actor(statement.speaker), statement.speaker.role]
    if statement.speaking_for and statement.speaking_for != statement.speaker.name:
        parts.append(f"for {statement.speaking_for}")
    return ", ".join(part for part in parts if part)


def tally(held: Tally) -> str:
    """Return a tally or rank in words: how many of what, by and against whom, where, since when."""
    start = f"number {held.rank}: " if held.rank is not None else ""
    if held.rank == 1:
        start = "" if held.what.lower().startswith("first") else "first "
    elif held.rank is None and (held.low is not None or held.high is not None):
        start = f"{count(Quantity(low=held.low, high=held.high, approximate=held.approximate))} "
    pairs = (("by", held.actor), ("against", held.target), ("in", held.place))
    parts = [f"{start}{held.what}", *(f"{word} {value}" for word, value in pairs if value)]
    parts += [f"since {date(held.since)}"] if held.since else []
    parts += [f"until {date(held.until)}"] if held.until else []
    return capital(" ".join(parts))


def relation(held: Relation) -> str:
    """Return a relation in words, with its years where the text gives them."""
    years = f" ({held.since or '…'} – {held.until or '…'})" if held.since or held.until else ""
    return f"{held.subject} {words(held.predicate)} {held.object}{years}"
