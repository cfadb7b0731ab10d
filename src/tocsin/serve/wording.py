"""Values in an analyst's words, and the families of kinds that colour the lists and the map."""

import datetime as dt

from tocsin.model import ActorMention, FigureLedger, Quantity, Target, Timex, Toponym, Weapon
from tocsin.model.vocabulary import KINDS, Kind

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


def figure(ledger: FigureLedger) -> str:
    """Return the published figure, with the range over all reports where they differ."""
    published = count(ledger.ledger.value)
    if ledger.best is not None and published == "not said":
        published = f"{ledger.best:,}" if ledger.best else "none"
    low, high = ledger.low, ledger.high
    if low is None or high is None or low == high or not ledger.ledger.conflict:
        return published
    return f"{published} (reports: {low:,}–{high:,})"


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


def place(toponym: Toponym | None) -> str:
    """Return the place with its division and country, and "near" where the text says so."""
    if toponym is None:
        return "not said"
    chain = list(dict.fromkeys(part for part in (toponym.name, toponym.admin1, toponym.country) if part))
    return ("near " if toponym.relation == "near" else "") + ", ".join(chain)


def actor(mention: ActorMention) -> str:
    """Return the actor's name, else the words that it goes by."""
    if mention.name:
        return mention.name
    return f"“{mention.spans[0].text}”" if mention.spans else "unknown"


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
